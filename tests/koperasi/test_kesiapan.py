"""Readiness for the NIK certificate: each condition below, at and above; lists agree with the rule."""

import datetime

import pytest
import time_machine

from koperasi import ready
from koperasi.kesiapan import KesiapanNik, book_years_asked, conditions, readiness
from koperasi.models import Koperasi, Pengurus
from tests.factories import KoperasiFactory, RapatAnggotaFactory, SertifikatFactory
from tests.kantor import sign_in, url, words

TODAY = datetime.date(2026, 11, 23)


def day(text):
    return datetime.date.fromisoformat(text)


@pytest.mark.parametrize(
    ("held", "is_primer", "on", "asked"),
    [
        (set(), True, "2026-03-31", (2024, 2023)),
        (set(), True, "2026-04-01", (2025, 2024)),
        ({2025}, True, "2026-02-01", (2025, 2024)),
        (set(), False, "2026-06-30", (2024, 2023)),
        (set(), False, "2026-07-01", (2025, 2024)),
    ],
)
def test_the_two_book_years_asked_are_the_newest_due(held, is_primer, on, asked):
    assert book_years_asked(held, is_primer=is_primer, on=day(on)) == asked


WHOLE = {
    "is_aktif": True,
    "held": {2025, 2024},
    "is_primer": True,
    "missing": [],
    "has_number": True,
    "certificate_year": 2026,
    "on": TODAY,
}


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, KesiapanNik.MUTAKHIR),
        ({"certificate_year": 2025}, KesiapanNik.SIAP),
        ({"certificate_year": None}, KesiapanNik.SIAP),
        ({"has_number": False}, KesiapanNik.SIAP),
        ({"certificate_year": None, "held": {2025}}, KesiapanNik.BELUM),
        ({"certificate_year": None, "held": {2024, 2023}}, KesiapanNik.BELUM),
        ({"certificate_year": None, "held": {2025, 2023}}, KesiapanNik.BELUM),
        ({"certificate_year": None, "is_aktif": False}, KesiapanNik.BELUM),
        ({"certificate_year": None, "missing": ["NIB"]}, KesiapanNik.BELUM),
        ({"is_aktif": False, "held": set(), "missing": ["NIB"]}, KesiapanNik.MUTAKHIR),
    ],
)
def test_what_is_met_decides(changes, expected):
    assert readiness(conditions(**WHOLE | changes)) == expected


def test_what_is_missing_is_named():
    found = conditions(**WHOLE | {"held": {2025}, "missing": ["NIB", "ketua"], "certificate_year": 2024})
    assert [condition.advice for condition in found] == [
        "",
        "belum: 2024",
        "belum: NIB, ketua",
        "",
        "terakhir tahun 2024",
    ]


# --- from records ------------------------------------------------------------------------------------


def complete(**changes):
    """A cooperative that meets every condition but the certificate."""
    koperasi = KoperasiFactory(
        **{
            "nomor_badan_hukum": "AHU-1",
            "tanggal_badan_hukum": day("2015-01-01"),
            "address": "Jalan Pelabuhan 1",
            "nib": "1234567890123",
            "npwp": "123456789012345",
        }
        | changes
    )
    for jabatan in ("ketua", "sekretaris", "bendahara"):
        Pengurus.objects.create(koperasi=koperasi, jabatan=jabatan, name="Uji")
    for year in (2024, 2025):
        RapatAnggotaFactory(koperasi=koperasi, tahun_buku=year, modal_sendiri=1, aset=1)
    return koperasi


def judged(koperasi, on=TODAY):
    return readiness(ready.conditions_of(koperasi, on))


@pytest.mark.django_db
def test_a_complete_cooperative_is_ready():
    assert judged(complete()) == KesiapanNik.SIAP


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["nomor_badan_hukum", "tanggal_badan_hukum", "address", "nib", "npwp"])
def test_each_of_the_data_is_asked(name):
    koperasi = complete(**{name: None if name == "tanggal_badan_hukum" else ""})
    assert judged(koperasi) == KesiapanNik.BELUM


@pytest.mark.django_db
@pytest.mark.parametrize("on", ["2026-03-01", "2026-04-01", "2026-11-23"])
def test_lists_agree_with_the_rule(on):
    """Every cooperative below lacks one thing or nothing."""
    on = day(on)
    complete()
    complete(bentuk="sekunder_kabupaten")
    complete(is_active_declared=False)
    for name in ("nomor_badan_hukum", "address", "nib", "npwp"):
        complete(**{name: ""})
    complete(tanggal_badan_hukum=None)
    complete().pengurus_set.filter(jabatan="bendahara").update(ended_on=day("2026-01-31"))
    for year in (2024, 2025):
        complete().rapatanggota_set.filter(tahun_buku=year).update(held_on=None)
        complete().rapatanggota_set.filter(tahun_buku=year).update(aset=None)
    for bentuk in ("primer_kabupaten", "sekunder_kabupaten"):
        earlier = complete(bentuk=bentuk)
        earlier.rapatanggota_set.filter(tahun_buku=2025).update(tahun_buku=2023, held_on=day("2024-03-01"))
    for issued, number in (
        ("2025-12-31", "7209990010001"),
        ("2026-02-28", "7209990010002"),
        ("2026-02-28", ""),
    ):
        SertifikatFactory(
            usaha=None, koperasi=complete(nik_koperasi=number), jenis="nik_koperasi", number_on_paper="",
            issued_on=day(issued),
        )  # fmt: skip
    expected = {koperasi: judged(koperasi, on) for koperasi in Koperasi.objects.all()}
    assert len(set(expected.values())) == 3
    for each in KesiapanNik:
        found = set(Koperasi.objects.filter(ready.in_readiness(each, on)))
        assert found == {koperasi for koperasi, kesiapan in expected.items() if kesiapan == each}


@pytest.mark.django_db
@time_machine.travel(datetime.datetime(2026, 11, 23, 4, tzinfo=datetime.UTC), tick=False)
def test_a_clerk_reads_what_is_missing_and_filters_by_it(client):
    sign_in(client)
    koperasi = complete(nib="")
    told = words(client.get(url("koperasi_koperasi", "change", koperasi.pk)))
    assert "Sudah: RAT dua tahun buku berturut-turut" in told
    assert "Belum: Data lengkap (belum: NIB)" in told
    assert "Belum siap (1)" in words(client.get(url("koperasi_koperasi", "changelist")))
