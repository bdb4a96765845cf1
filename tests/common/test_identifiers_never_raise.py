"""Whatever is typed, normalising neither raises nor changes its own result."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from common import identifiers
from common.text import fold, fold_spelling, tidy_line, tidy_text, unaccent

NORMALISERS = [getattr(identifiers, name) for name in identifiers.__all__ if name.startswith("normalise_")]
ANY_TEXT = st.text(st.characters(exclude_categories=[])) | st.text(
    "0123456789 .-–'’+()eE:abNIKnobpmdPIRTHDxyzoujł\u0301\u200b\u00a0\ufeff\x00\n/,", max_size=40
)


@pytest.mark.parametrize(
    "normalise", [*NORMALISERS, tidy_line, tidy_text], ids=lambda function: function.__name__
)
@given(raw=ANY_TEXT)
def test_normalising_twice_is_normalising_once(normalise, raw):
    once = normalise(raw)
    assert normalise(once) == once


@pytest.mark.parametrize(
    "show",
    [
        identifiers.format_phone,
        identifiers.format_nip,
        identifiers.format_pirt,
        identifiers.mask_nik,
        identifiers.mask_phone,
        identifiers.whatsapp_number,
        identifiers.bpom_warnings,
        identifiers.halal_warnings,
        identifiers.merek_warnings,
        identifiers.nik_warnings,
        identifiers.nip_warnings,
        identifiers.nitku_warnings,
        identifiers.phone_warnings,
        identifiers.postal_code_warnings,
        identifiers.decode_pirt,
        fold,
        fold_spelling,
        unaccent,
    ],
    ids=lambda function: function.__name__,
)
@given(raw=ANY_TEXT)
def test_showing_and_warning_never_raise(show, raw):
    show(raw)


@given(raw=ANY_TEXT)
def test_a_masked_nik_tells_four_digits_at_most(raw):
    assert sum(char != "•" for char in identifiers.mask_nik(raw)) <= 4


def test_all_fourteen_identifiers_have_a_normaliser():
    assert len(NORMALISERS) == 14
