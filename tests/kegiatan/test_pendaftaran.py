"""Who may sign up, and who gets a place: rules as tables."""

import datetime

import pytest

from kegiatan.choices import StatusPeserta
from kegiatan.pendaftaran import closed_because, place_for, places_free, unfit_because

BEGINS = datetime.datetime.fromisoformat("2026-12-10T09:00:00+08:00")
SECOND = datetime.timedelta(seconds=1)


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({}, ""),
        ({"now": BEGINS - SECOND}, ""),
        ({"now": BEGINS}, "sudah dimulai"),
        ({"is_called_off": True}, "dibatalkan"),
        ({"is_closed": True}, "sudah ditutup"),
        ({"is_listed": False}, "belum ditayangkan"),
    ],
)
def test_sign_up_is_open_until_the_event_begins(changed, said):
    usual = {
        "is_listed": True,
        "is_called_off": False,
        "is_closed": False,
        "begins_at": BEGINS,
        "now": BEGINS - datetime.timedelta(days=2),
    }
    found = closed_because(**(usual | changed))
    assert said in found
    assert bool(found) == bool(said)


@pytest.mark.parametrize(
    ("bidang_wanted", "kecamatan_wanted", "said"),
    [
        ("", None, ""),
        ("kerajinan", None, ""),
        ("jasa", None, "bidang usaha lain"),
        ("", 3, ""),
        ("", 4, "kecamatan lain"),
        ("kerajinan", 3, ""),
        ("jasa", 4, "bidang usaha lain"),
    ],
)
def test_a_business_fits_an_event_or_is_told_why_not(bidang_wanted, kecamatan_wanted, said):
    found = unfit_because(
        bidang_wanted=bidang_wanted, bidang="kerajinan", kecamatan_wanted=kecamatan_wanted, kecamatan=3
    )
    assert said in found
    assert bool(found) == bool(said)


@pytest.mark.parametrize(
    ("kuota", "taken", "status"),
    [
        (None, 1000, StatusPeserta.TERDAFTAR),
        (2, 1, StatusPeserta.TERDAFTAR),
        (2, 2, StatusPeserta.MENUNGGU),
        (2, 3, StatusPeserta.MENUNGGU),
    ],
)
def test_the_last_place_is_a_place_and_behind_it_one_waits(kuota, taken, status):
    assert place_for(kuota=kuota, taken=taken) == status


@pytest.mark.parametrize(
    ("kuota", "taken", "waiting", "free"),
    [(None, 9, 4, 4), (10, 9, 4, 1), (10, 10, 4, 0), (10, 12, 4, 0), (20, 10, 4, 4)],
)
def test_as_many_move_up_as_there_are_places(kuota, taken, waiting, free):
    assert places_free(kuota=kuota, taken=taken, waiting=waiting) == free
