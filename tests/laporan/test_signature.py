import io
from dataclasses import replace

import pytest
from pypdf import PdfReader

from laporan.pdf import render_pdf
from laporan.report import Orientation
from laporan.signature import Signing
from tests.laporan.laporan_examples import BIDANG, KEPALA, PRINTED_AT, example_report

SIGNED = "NIP. 19800101 200501 1 002"


@pytest.mark.parametrize("orientation", Orientation)
@pytest.mark.parametrize("rows", [1, 2, 3, *range(8, 41, 1)])
def test_a_signature_shares_its_page_with_a_row_and_the_totals(printed, orientation, rows):
    *before, last = printed(example_report(rows, orientation=orientation))

    assert f"Usaha ke-{rows} " in last
    assert "JUMLAH" in last
    assert SIGNED in last
    assert "Ampana, 6 Juli 2022" in last
    assert not any(SIGNED in page or "Ampana, 6 Juli 2022" in page for page in before)


@pytest.mark.parametrize("rows", [9, 22, 35])
def test_long_notes_take_the_signature_along(printed, rows):
    notes = tuple(f"Catatan panjang nomor {n}. " * 8 for n in range(12))
    *before, last = printed(example_report(rows, notes=notes))

    assert SIGNED in last
    assert "Catatan panjang nomor 11." in last
    assert not any(SIGNED in page for page in before)


def test_of_two_signatories_the_acknowledging_one_stands_at_the_left(letterhead, two_signatures):
    data = render_pdf(
        example_report(), letterhead=letterhead, signature=two_signatures, printed_at=PRINTED_AT
    )
    left = {}
    PdfReader(io.BytesIO(data)).pages[0].extract_text(
        visitor_text=lambda text, transform, *_rest: left.setdefault(text.strip(), transform[4])
    )
    middle = left["Ampana, 6 Juli 2022"]

    assert left["Mengetahui,"] == left["NIP. 19751229 199902 2 001"] < middle == left[SIGNED]


@pytest.mark.parametrize("prefix", ["Plt.", "Plh.", "a.n."])
def test_a_substitute_is_named_as_one(printed, one_signature, prefix):
    block = replace(one_signature, signatories=(replace(BIDANG, prefix=prefix),))

    assert f"{prefix} KEPALA BIDANG USAHA MIKRO," in " ".join(printed(example_report(), signature=block))


def test_an_electronic_signature_needs_a_square_instead_of_room(printed, one_signature):
    block = replace(one_signature, mode=Signing.TTE)

    assert "Ruang tanda tangan elektronik" in " ".join(printed(example_report(), signature=block))
    assert "Ruang tanda tangan elektronik" not in " ".join(printed(example_report()))


def test_a_qr_takes_the_place_of_the_empty_square(printed, one_signature):
    qr = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h4v4H0z"/></svg>'
    block = replace(one_signature, mode=Signing.TTE, qr_svg=qr)

    assert "Ruang tanda tangan elektronik" not in " ".join(printed(example_report(), signature=block))


def test_lines_that_are_not_known_are_left_out():
    bare = replace(KEPALA, nip="", pangkat_golongan="", jabatan=())

    assert (bare.lines_above, bare.lines_below) == ((), ())


@pytest.mark.parametrize("count", [0, 3])
def test_a_block_has_one_or_two_signatories(one_signature, count):
    with pytest.raises(ValueError, match="one or two"):
        replace(one_signature, signatories=(BIDANG,) * count)
