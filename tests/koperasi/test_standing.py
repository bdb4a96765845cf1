"""Lists filter by the same rules as the functions of `kepatuhan.py`: every cooperative below on every day."""

import datetime

import pytest

from koperasi import standing
from koperasi.kepatuhan import KepatuhanRat, owes_rat, rat_status, warning_letter
from koperasi.models import Koperasi
from tests.factories import KoperasiFactory, RapatAnggotaFactory

pytestmark = pytest.mark.django_db
DAYS = ["2026-03-31", "2026-04-01", "2026-05-01", "2026-06-30", "2026-07-01", "2026-08-01", "2026-11-28"]


def day(text):
    return datetime.date.fromisoformat(text)


@pytest.fixture
def district():
    """Primary and secondary, old, new and of unknown age; meetings never, in time, late, and of other years."""
    for bentuk in ("primer_kabupaten", "sekunder_kabupaten"):
        for founded in (None, day("2010-05-05"), day("2024-12-31"), day("2025-12-31"), day("2026-01-01")):
            for held in ((), ("2026-03-31",), ("2026-04-01",), ("2026-06-30",), ("2026-07-01",)):
                koperasi = KoperasiFactory(bentuk=bentuk, tanggal_badan_hukum=founded)
                for on in held:
                    RapatAnggotaFactory(koperasi=koperasi, held_on=day(on))
            for year in (2022, 2023, 2024):
                RapatAnggotaFactory(
                    koperasi__bentuk=bentuk, koperasi__tanggal_badan_hukum=founded, tahun_buku=year
                )
    for declared in (True, False):
        KoperasiFactory(is_active_declared=declared)
        RapatAnggotaFactory(koperasi__is_active_declared=declared)
    RapatAnggotaFactory(held_on=None)
    return Koperasi.objects.all()


def held_on(koperasi):
    return koperasi.rapatanggota_set.filter(tahun_buku=2025).values_list("held_on", flat=True).first()


@pytest.mark.parametrize("on", DAYS)
def test_the_filters_say_what_the_rules_say(district, on):
    on = day(on)
    by_status, by_letter = {}, {}
    for koperasi in district:
        if not owes_rat(2025, founded_on=koperasi.tanggal_badan_hukum):
            continue
        known = {"held_on": held_on(koperasi), "is_primer": koperasi.is_primer, "on": on}
        by_status.setdefault(rat_status(2025, **known), set()).add(koperasi)
        by_letter.setdefault(warning_letter(2025, **known), set()).add(koperasi)
    for status in KepatuhanRat:
        assert set(district.filter(standing.in_status(status, 2025, on))) == by_status.get(status, set()), (
            status
        )
    for letter in standing.LETTERS:
        assert set(district.filter(standing.owing_letter(letter, 2025, on))) == by_letter.get(letter, set())


@pytest.mark.parametrize("on", [*DAYS, "2027-07-01"])
def test_the_filter_of_activity_agrees_with_each_cooperative(district, on):
    on = day(on)
    active = {
        koperasi
        for koperasi in district.with_latest_rat(at=on)
        if koperasi.is_aktif(koperasi.last_book_year, at=on)
    }
    assert set(district.filter(standing.active(on))) == active
    assert set(district.filter(~standing.active(on))) == set(district) - active
