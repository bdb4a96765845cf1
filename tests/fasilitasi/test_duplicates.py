"""The same help to the same subject."""

import datetime

import pytest

from fasilitasi.duplicates import doubts
from tests.factories import FasilitasiFactory, JenisFasilitasiFactory, UsahaFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def halal():
    return JenisFasilitasiFactory(name="Halal gratis")


@pytest.fixture
def usaha():
    return UsahaFactory(name="Dapur Rica")


def granted(halal, usaha, on=datetime.date(2026, 6, 10), **kwargs):
    return FasilitasiFactory(finished=True, result_on=on, jenis=halal, usaha=usaha, **kwargs)


def test_help_already_given_this_year_is_told(halal, usaha):
    old = granted(halal, usaha)
    told = doubts(FasilitasiFactory(jenis=halal, usaha=usaha), 2026)
    assert told == [
        f"Halal gratis untuk Dapur Rica sudah diberikan tahun 2026: {old.nomor}, hasil 10 Juni 2026."
    ]


def test_a_second_open_case_is_told(halal, usaha):
    old = FasilitasiFactory(jenis=halal, usaha=usaha)
    told = doubts(FasilitasiFactory(jenis=halal, usaha=usaha), 2026)
    assert told == [f"Permohonan Halal gratis lain untuk Dapur Rica masih berjalan: {old.nomor}."]


def test_another_year_kind_or_subject_is_no_double(halal, usaha):
    granted(halal, usaha, on=datetime.date(2025, 6, 10))
    granted(JenisFasilitasiFactory(), usaha)
    granted(halal, UsahaFactory())
    # One owner's other business is another subject.
    granted(halal, UsahaFactory(pemilik=usaha.pemilik))
    assert doubts(FasilitasiFactory(jenis=halal, usaha=usaha), 2026) == []


def test_brands_are_compared_where_one_is_named(halal, usaha):
    granted(halal, usaha, merek="Rica Jaya")
    assert doubts(FasilitasiFactory(jenis=halal, usaha=usaha, merek="Roa Mas"), 2026) == []
    assert doubts(FasilitasiFactory(jenis=halal, usaha=usaha, merek="RICA JAYA"), 2026)


def test_a_closed_case_asks_nothing_about_open_ones(halal, usaha):
    FasilitasiFactory(jenis=halal, usaha=usaha)
    assert doubts(granted(halal, usaha), 2026) == []
