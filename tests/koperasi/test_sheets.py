"""Rows of the office's sheets become cooperatives and book years, by the same rules as the forms."""

import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from koperasi.models import Koperasi, Pengurus, RapatAnggota
from tests.factories import DesaFactory, KoperasiFactory
from tests.koperasi.lembar_koperasi import (
    NIK,
    checked,
    desa,
    received,
    row,
    saved,
    states,
    titled,
    without_year,
)
from tests.spreadsheets.lembar import check, messages_of, officer, rows_of, save, undone
from wilayah.models import Kecamatan

pytestmark = pytest.mark.django_db


# --- writing ----------------------------------------------------------------------------------


def test_a_row_becomes_a_cooperative_and_its_book_year():
    upload = saved([row(NIK_KOPERASI=NIK)])
    assert upload.state == "selesai", (upload.failure, messages_of(upload))
    koperasi = Koperasi.objects.get()
    assert (koperasi.name, koperasi.nik_koperasi, koperasi.desa) == ("KSU Maju Bersama", NIK, desa())
    assert (koperasi.bentuk, koperasi.is_draft, koperasi.published_at) == ("primer_kabupaten", False, None)
    rat = koperasi.rapatanggota_set.get()
    assert (rat.tahun_buku, rat.held_on) == (2025, datetime.date(2026, 3, 14))
    assert (rat.anggota_l, rat.anggota_p, rat.modal_sendiri, rat.shu) == (24, 31, 125_000_000, 18_500_000)


def test_two_book_years_of_one_cooperative_make_one_cooperative():
    saved([row(TAHUN_BUKU="2024", TANGGAL_RAT=""), row()])
    assert list(Koperasi.objects.get().rapatanggota_set.values_list("tahun_buku", flat=True)) == [2025, 2024]


def test_a_cooperative_is_known_again_by_its_number_or_its_name():
    saved(
        [
            row(NIK_KOPERASI=NIK, TAHUN_BUKU="2023", TANGGAL_RAT=""),
            row(NAMA_KOPERASI="Koperasi Serba Usaha Maju Bersama", TAHUN_BUKU="2024", TANGGAL_RAT=""),
            row(NIK_KOPERASI=NIK, **{"DESA/KEL": "", "KECAMATAN": ""}),
        ]
    )
    assert Koperasi.objects.get().rapatanggota_set.count() == 3


def test_a_row_without_figures_makes_no_book_year():
    saved([row(TANGGAL_RAT="", ANGGOTA_L="", ANGGOTA_P="", MODAL_SENDIRI="", SHU="")])
    assert Koperasi.objects.exists()
    assert not RapatAnggota.objects.exists()


def test_rows_without_what_a_form_asks_for_become_drafts():
    upload = saved([row(JENIS="", BENTUK="")])
    assert Koperasi.objects.get().is_draft
    assert any("dicatat sebagai draf" in text for text in messages_of(upload))


def test_cooperatives_of_one_name_get_addresses_of_their_own():
    saved([row(), row(**{"DESA/KEL": "Uentanaga Atas"})])
    assert len(set(Koperasi.objects.values_list("slug", flat=True))) == 2


def test_a_first_chair_is_put_on_record():
    saved([row(KETUA="Hasan Contoh")])
    assert str(Pengurus.objects.get()) == "Hasan Contoh (Ketua)"


def test_a_chair_never_takes_anothers_place():
    saved([row(KETUA="Hasan Contoh")])
    upload = saved([row(KETUA="Dewi Contoh")])
    assert states(upload) == ["sama"]
    assert any("Ketua yang tercatat: Hasan Contoh" in text for text in messages_of(upload))


# --- the book year ----------------------------------------------------------------------------


def test_the_title_above_the_table_tells_the_book_year():
    save(check(titled("KERAGAAN KOPERASI TAHUN BUKU 2025", [without_year()]), options={"tahun_buku": None}))
    assert RapatAnggota.objects.get().tahun_buku == 2025


def test_the_clerks_word_counts_more_than_the_title_and_is_told():
    upload = check(titled("RAT TAHUN BUKU 2024", [without_year()]), options={"tahun_buku": 2025})
    assert any("menyebut tahun buku 2024" in text for text in messages_of(upload))
    save(upload)
    assert RapatAnggota.objects.get().tahun_buku == 2025


def test_the_rows_own_year_counts_most():
    saved([row(TAHUN_BUKU="2024", TANGGAL_RAT="")], tahun_buku=2025)
    assert RapatAnggota.objects.get().tahun_buku == 2024


def test_figures_without_a_book_year_are_refused():
    upload = checked([row(TAHUN_BUKU="")])
    assert states(upload) == ["ditolak"]
    assert any("Tahun buku tidak diketahui" in text for text in messages_of(upload))


def test_a_year_that_has_not_come_is_refused():
    assert states(checked([row(TAHUN_BUKU="2099", TANGGAL_RAT="")])) == ["ditolak"]


def test_a_meeting_before_its_book_year_is_refused():
    upload = checked([row(TANGGAL_RAT="14-03-2024")])
    assert states(upload) == ["ditolak"]
    assert any("tidak mungkin diadakan" in text for text in messages_of(upload))


def test_the_preview_names_the_book_year():
    assert rows_of(checked([row()]))[0].caption == "KSU Maju Bersama, tahun buku 2025"


# --- the officer's kecamatan ------------------------------------------------------------------


def test_rows_outside_the_officers_kecamatan_are_refused():
    away = Kecamatan.objects.get(name="Togean")
    upload = checked([row()], by=officer(kecamatan=[away]))
    assert any("di luar wilayah tugas Anda" in text for text in messages_of(upload))
    assert states(upload) == ["ditolak"]


def test_rows_inside_it_go_in():
    here = Kecamatan.objects.get(name="Ratolindo")
    assert saved([row()], by=officer(kecamatan=[here])).state == "selesai"


def test_a_cooperative_of_another_kecamatan_is_not_named():
    KoperasiFactory(name="Rahasia Maju Bersama", nik_koperasi=NIK, desa=DesaFactory())
    here = Kecamatan.objects.get(name="Ratolindo")
    upload = checked([row(NIK_KOPERASI=NIK)], by=officer(kecamatan=[here]))
    assert states(upload) == ["ditolak"]
    assert not any("Rahasia" in text for text in messages_of(upload))


# --- cost -------------------------------------------------------------------------------------

NAMES = [
    "Anoa",
    "Bakau",
    "Cendana",
    "Duyung",
    "Enau",
    "Flamboyan",
    "Gaharu",
    "Jingga",
    "Kenari",
    "Lontar",
    "Maleo",
    "Nipah",
    "Rotan",
    "Tomori",
]


def test_a_batch_costs_the_same_number_of_statements_whatever_its_length():
    # The header is remembered from here on.
    saved([row(NAMA_KOPERASI="KPRI Sehat")])
    few = [row(NAMA_KOPERASI=f"KSU {name}") for name in NAMES[:3]]
    many = [
        row(NAMA_KOPERASI=f"KSU {name}", TAHUN_BUKU=year, TANGGAL_RAT="")
        for name in NAMES[3:]
        for year in ("2023", "2024")
    ]
    assert statements(few) == statements(many)
    # The same again, now that all of it is registered.
    assert statements(few) == statements(many)


def statements(rows):
    """How many it takes to check these rows, to save them, and to take them back."""
    counted = []
    upload = received(rows)
    for step in (lambda upload: check(upload, options={"tahun_buku": None}), save, undone):
        with CaptureQueriesContext(connection) as seen:
            upload = step(upload)
        counted.append(len(seen))
    saved(rows)
    return counted
