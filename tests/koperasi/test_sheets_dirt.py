"""A table of cooperatives as offices have it: titles, a header of two lines, six ways to write "none"."""

import datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from koperasi.models import Koperasi, RapatAnggota
from spreadsheets import actions
from spreadsheets.kinds import kinds
from tests.koperasi.lembar_koperasi import NIK
from tests.spreadsheets.berkas import xlsx
from tests.spreadsheets.lembar import check, messages_of, officer, rows_of, save

pytestmark = pytest.mark.django_db

HEADER = [
    "NO", "NAMA KOPERASI", "BH NO/TGL", "NIK KOPERASI", "DESA/KEL", "JENIS", "AKTIF/TIDAK", "TGL RAT",
    "JUMLAH ANGGOTA", "", "MODAL SENDIRI", "MODAL HUTANG", "OMSET", "SHU TAHUN BERJALAN/31 DESEMBER", "KODEPOS",
]  # fmt: skip
LINES = [
    ["KERAGAAN KOPERASI KECAMATAN RATOLINDO"],
    ["PER 31 DESEMBER 2025"],
    [],
    HEADER,
    [*[""] * 8, "L", "P", *[""] * 5],
    list(range(1, 16)),
    [1, "KSU Contoh Maju", "518/12/BH/III/2012, 14-03-2012", float(NIK), "Desa Uentanaga Bawah", "KONSUMEN", "Aktif",
     "14-03-2026", 24, "31 orang", 125_000_000, "-", "Rp. 310.000.000,00", "Rp 18.500.000,-", 94683.0],
    [2, "KUD Sinar Contoh", "AHU-0001234.AH.01.26.TAHUN 2018", 0, "Kel. Uentanaga Atas", "Serba Usaha", "TDK AKTIF",
     "BELUM", 10, "BELUM ADA", "75 jt", 0, "Rp -", "(1.500.000)", ""],
    [3, "KPRI Contoh Sehat", "-", "7209990101900001", "Sumoli", "Jasa", "", "12 Pebruari 2026", "", "", "", "", "",
     "", ""],
    [4, "Koperasi Tanpa Desa", "", "", "Desa Tiada", "Jasa", "", "", 1, 1, "", "", "", "", ""],
    ["JUMLAH", "", "", "", "", "", "", "", 34, 31, 200_000_000, "", "", "", ""],
]  # fmt: skip
MERGED = [(0, 0, 0, 14, LINES[0][0]), (3, 8, 3, 9, "JUMLAH ANGGOTA")]


@pytest.fixture
def upload():
    content = xlsx(("Ratolindo", LINES), merged=MERGED)
    file = SimpleUploadedFile("keragaan.xlsx", content)
    upload = actions.receive(kind=kinds()["koperasi"], file=file, by=officer())
    return check(upload, options={"tahun_buku": None})


def test_every_row_is_found_and_only_what_is_wrong_is_refused(upload):
    assert [row.state for row in rows_of(upload)] == ["baru", "baru", "baru", "ditolak"]
    assert any("Desa Tiada" in text or "Tiada" in text for text in messages_of(upload))


def test_numbers_dates_and_money_are_read(upload):
    save(upload)
    koperasi = Koperasi.objects.get(name="KSU Contoh Maju")
    assert (koperasi.nik_koperasi, koperasi.jenis, koperasi.desa.name) == (NIK, "konsumen", "Uentanaga Bawah")
    assert koperasi.nomor_badan_hukum == "518/12/BH/III/2012"
    assert koperasi.tanggal_badan_hukum == datetime.date(2012, 3, 14)
    assert koperasi.notes == "Kode pos: 94683"
    rat = koperasi.rapatanggota_set.get()
    assert (rat.tahun_buku, rat.held_on) == (2025, datetime.date(2026, 3, 14))
    assert (rat.anggota_l, rat.anggota_p) == (24, 31)
    figures = (rat.modal_sendiri, rat.modal_luar, rat.volume_usaha, rat.shu)
    assert figures == (125_000_000, None, 310_000_000, 18_500_000)


def test_none_is_none_and_a_loss_is_a_loss(upload):
    save(upload)
    rat = RapatAnggota.objects.get(koperasi__name="KUD Sinar Contoh")
    assert (rat.held_on, rat.anggota_l, rat.anggota_p) == (None, 10, None)
    assert (rat.modal_sendiri, rat.volume_usaha, rat.shu) == (75_000_000, None, -1_500_000)
    assert rat.koperasi.nik_koperasi == ""


def test_a_word_that_is_none_of_ours_is_kept_as_a_note(upload):
    save(upload)
    koperasi = Koperasi.objects.get(name="KUD Sinar Contoh")
    assert (koperasi.is_draft, koperasi.notes) == (True, "Jenis di lembar: Serba Usaha")


def test_a_kelompok_under_jenis_is_taken_for_what_it_is(upload):
    save(upload)
    assert Koperasi.objects.get(name="KUD Sinar Contoh").kelompok == "ksu"


def test_the_clerk_may_tell_the_bentuk_of_all_that_tell_none():
    content = xlsx([["Nama koperasi", "Desa", "Jenis", "Bentuk"], ["KSU Contoh", "Bailo", "Jasa", ""],
                    ["KUD Lain", "Bailo", "Jasa", "Sekunder"]])  # fmt: skip
    file = SimpleUploadedFile("a.xlsx", content)
    upload = actions.receive(kind=kinds()["koperasi"], file=file, by=officer())
    save(check(upload, options={"tahun_buku": None, "bentuk": "primer_kabupaten"}))
    told = {koperasi.name: (koperasi.bentuk, koperasi.is_draft) for koperasi in Koperasi.objects.all()}
    assert told == {"KSU Contoh": ("primer_kabupaten", False), "KUD Lain": ("sekunder_kabupaten", False)}


def test_a_persons_nik_is_never_taken_for_the_cooperatives(upload):
    assert any("NIK KTP" in text for text in messages_of(upload))
    save(upload)
    koperasi = Koperasi.objects.get(name="KPRI Contoh Sehat")
    assert koperasi.nik_koperasi == ""
    assert "7209990101900001" not in koperasi.notes
    assert koperasi.rapatanggota_set.get().held_on == datetime.date(2026, 2, 12)


def test_a_total_without_its_parts_is_kept_in_words():
    content = xlsx(
        [["Nama koperasi", "Desa", "Tahun buku", "Jumlah anggota"], ["KSU Contoh", "Bailo", 2025, 45]]
    )
    upload = actions.receive(
        kind=kinds()["koperasi"], file=SimpleUploadedFile("a.xlsx", content), by=officer()
    )
    upload = save(check(upload, options={"tahun_buku": None}))
    rat = RapatAnggota.objects.get()
    assert (rat.jumlah_anggota, rat.notes) == (None, "Jumlah anggota di lembar: 45, tanpa rincian L/P")
