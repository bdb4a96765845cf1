"""In which order an applicant is asked, and what may be opened when."""

import pytest

from pendaftaran.langkah import (
    ASKED,
    PEMILIK,
    PERIKSA,
    PERSETUJUAN,
    PRODUK,
    USAHA,
    count,
    may_open,
    next_open,
    number_of,
)


@pytest.mark.parametrize(
    ("answered", "following"),
    [([], PEMILIK), ([PEMILIK], USAHA), ([PEMILIK, PRODUK], USAHA), (list(ASKED), PERIKSA)],
)
def test_the_first_step_without_an_answer_is_next(answered, following):
    assert next_open(answered) == following


@pytest.mark.parametrize(
    ("step", "answered", "may"),
    [
        (PEMILIK, [], True),
        (USAHA, [], False),
        (USAHA, [PEMILIK], True),
        (PEMILIK, [PEMILIK, USAHA], True),
        (PERSETUJUAN, [PEMILIK], False),
    ],
)
def test_only_what_was_answered_and_the_next_step_open(step, answered, may):
    assert may_open(step, answered) == may


def test_the_telephone_number_is_counted_as_the_first_step():
    assert [number_of(step) for step in (*ASKED, PERIKSA)] == [2, 3, 4, 5, 6]
    assert count() == 6
