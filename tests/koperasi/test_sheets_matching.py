"""Which cooperative a row means: by number, else by name and desa; and what several rows have to do with each other."""

import pytest

from common.states import archive
from koperasi.models import Koperasi, RapatAnggota
from spreadsheets.actions import decide
from tests.factories import KoperasiFactory
from tests.koperasi.lembar_koperasi import NIK, changes, checked, desa, row, saved, states
from tests.spreadsheets.lembar import messages_of, officer, rows_of, save

pytestmark = pytest.mark.django_db


# --- matching ---------------------------------------------------------------------------------


def test_the_same_rows_again_change_nothing():
    rows = [
        row(NIK_KOPERASI=NIK, KETUA="Hasan Contoh", KEAKTIFAN="Tidak aktif", KODEPOS="94683"),
        row(NIK_KOPERASI=NIK, TAHUN_BUKU="2024", TANGGAL_RAT="", ALAMAT="Jalan lama"),
        row(NAMA_KOPERASI="KUD Sinar Laut", SHU="(2.500.000)"),
        row(NAMA_KOPERASI="KPRI Sehat", JENIS="Meubel", TANGGAL_RAT="Sudah"),
    ]
    saved(rows)
    assert states(checked(rows)) == ["sama"] * 4


def test_a_blank_cell_empties_nothing():
    saved([row(NIK_KOPERASI=NIK)])
    assert states(saved([row(SHU="-", JENIS="0", ANGGOTA_L="")])) == ["sama"]
    assert RapatAnggota.objects.get().shu == 18_500_000


def test_what_differs_is_shown_old_and_new_and_then_written():
    saved([row()])
    upload = checked([row(JENIS="Jasa", SHU="-2.000.000")])
    assert states(upload) == ["berubah"]
    assert changes(upload) == {
        "Koperasi: jenis": ("Konsumen", "Jasa"),
        "RAT 2025: SHU": ("Rp18.500.000", "-Rp2.000.000"),
    }
    save(upload)
    assert RapatAnggota.objects.get().shu == -2_000_000


def test_a_name_written_otherwise_is_no_change():
    saved([row()])
    assert states(checked([row(NAMA_KOPERASI="KOPERASI SERBA USAHA MAJU BERSAMA")])) == ["sama"]


@pytest.mark.parametrize(
    ("header", "field", "number"),
    [
        ("NIK KOPERASI", "nik_koperasi", NIK),
        ("NOMOR BADAN HUKUM", "nomor_badan_hukum", "518.1/12/BH/III/2012"),
        ("NIB KOPERASI", "nib", "0220001234567"),
    ],
)
def test_a_number_finds_its_cooperative_wherever_it_is_said_to_lie(header, field, number):
    KoperasiFactory(name="KSU Maju Bersama", desa=desa("Uentanaga Atas"), **{field: number})
    upload = checked([row(**{header: number})])
    assert states(upload) == ["berubah"]
    assert set(changes(upload)) >= {"Koperasi: desa/kelurahan"}


def test_a_nik_under_another_name_is_left_to_the_clerk_and_cannot_be_new():
    KoperasiFactory(name="KPRI Sehat", nik_koperasi=NIK)
    upload = checked([row(NIK_KOPERASI=NIK)])
    assert states(upload) == ["kembar"]
    assert rows_of(upload)[0].twin["may_be_new"] is False
    assert decide(upload=upload, decision="baru") == 0


def test_a_deed_under_another_name_is_left_to_the_clerk():
    KoperasiFactory(name="KPRI Sehat", nomor_badan_hukum="518/12/BH/2012")
    upload = checked([row(NOMOR_BADAN_HUKUM="518 / 12 / BH / 2012")])
    assert rows_of(upload)[0].twin["reason"] == "nomor badan hukum sama, nama berbeda"


def test_a_similar_name_in_the_same_desa_is_left_to_the_clerk():
    KoperasiFactory(name="KUD Maju Bersama", desa=desa())
    upload = checked([row()])
    assert rows_of(upload)[0].twin["reason"] == "nama mirip di desa yang sama"
    decide(upload=upload, decision="pakai")
    save(upload)
    assert Koperasi.objects.get().rapatanggota_set.count() == 1


def test_a_decision_to_register_anew_makes_one_cooperative_of_all_its_years():
    KoperasiFactory(name="KUD Maju Bersama", desa=desa())
    upload = checked([row(TAHUN_BUKU="2024", TANGGAL_RAT=""), row()])
    decide(upload=upload, decision="baru")
    save(upload)
    assert Koperasi.objects.count() == 2
    assert Koperasi.objects.get(name="KSU Maju Bersama").rapatanggota_set.count() == 2


def test_cooperatives_with_different_nik_are_not_one_for_a_similar_name():
    KoperasiFactory(name="KUD Maju Bersama", nik_koperasi="7209010010009", desa=desa())
    assert states(checked([row(NIK_KOPERASI=NIK)])) == ["baru"]


def test_a_second_merah_putih_of_a_desa_is_left_to_the_clerk():
    KoperasiFactory(name="KDMP Sejahtera", kelompok="kdmp", desa=desa())
    upload = checked([row(NAMA_KOPERASI="Koperasi Desa Merah Putih Uentanaga", KELOMPOK="KDMP")])
    assert states(upload) == ["kembar"]


def test_a_name_without_desa_is_left_to_the_clerk():
    KoperasiFactory(name="KSU Maju Bersama", desa=desa())
    upload = checked([row(**{"DESA/KEL": "", "KECAMATAN": ""})])
    assert rows_of(upload)[0].twin["reason"] == "nama sama, desa tidak ditulis di berkas"


def test_an_archived_cooperative_is_not_brought_back_unseen():
    saved([row()])
    archive(record=Koperasi.objects.get(), by=officer())
    assert any("arsip" in text for text in messages_of(checked([row()])))


def test_an_older_book_year_fills_holes_and_overwrites_nothing():
    saved([row(ALAMAT="Jalan baru")])
    upload = saved([row(TAHUN_BUKU="2023", TANGGAL_RAT="", ALAMAT="Jalan lama", SEKTOR_USAHA="Kelapa")])
    koperasi = Koperasi.objects.get()
    assert (koperasi.address, koperasi.sektor) == ("Jalan baru", "Kelapa")
    assert koperasi.rapatanggota_set.count() == 2
    assert any("tidak menimpa data yang lebih baru: alamat kantor" in text for text in messages_of(upload))


@pytest.mark.parametrize("order", [1, -1])
def test_of_several_book_years_in_a_file_the_newest_speaks_for_the_cooperative(order):
    KoperasiFactory(name="KSU Maju Bersama", desa=desa(), address="Dahulu")
    rows = [row(TAHUN_BUKU="2024", TANGGAL_RAT="", ALAMAT="Jalan lama"), row(ALAMAT="Jalan baru")][::order]
    assert saved(rows).state == "selesai"
    assert Koperasi.objects.get().address == "Jalan baru"
    assert states(checked(rows)) == ["sama", "sama"]


# --- rows of one file -------------------------------------------------------------------------


def test_the_same_cooperative_twice_for_one_year_is_told_with_its_first_row():
    upload = checked([row(), row(NAMA_KOPERASI="Koperasi Serba Usaha Maju Bersama")])
    assert states(upload) == ["baru", "ditolak"]
    assert "Koperasi ini (tahun buku 2025) sudah ada di baris 2 berkas yang sama." in messages_of(upload)


def test_a_cooperative_half_with_and_half_without_a_year_is_told():
    bare = row(TAHUN_BUKU="", TANGGAL_RAT="", ANGGOTA_L="", ANGGOTA_P="", MODAL_SENDIRI="", SHU="")
    assert states(checked([row(), bare])) == ["baru", "ditolak"]


def test_one_nik_under_two_names_in_a_file_is_refused():
    upload = checked([row(NIK_KOPERASI=NIK), row(NIK_KOPERASI=NIK, NAMA_KOPERASI="KPRI Sehat")])
    assert states(upload) == ["baru", "ditolak"]
    assert any("tertulis atas nama KSU Maju Bersama" in text for text in messages_of(upload))


def test_two_niks_for_one_cooperative_in_a_file_are_refused():
    upload = checked([row(NIK_KOPERASI=NIK), row(NIK_KOPERASI="7209010010002", TAHUN_BUKU="2024")])
    assert states(upload) == ["baru", "ditolak"]


def test_numbers_of_two_cooperatives_in_one_row_are_refused():
    other = row(NAMA_KOPERASI="KPRI Sehat", NOMOR_BADAN_HUKUM="518/BH/1")
    upload = checked([row(NIK_KOPERASI=NIK), other, row(NIK_KOPERASI=NIK, NOMOR_BADAN_HUKUM="518/BH/1")])
    assert states(upload) == ["baru", "baru", "ditolak"]
    assert any("menunjuk dua koperasi" in text for text in messages_of(upload))


@pytest.mark.parametrize("order", [1, -1])
def test_a_number_given_to_a_registered_and_to_a_new_cooperative_is_told(order):
    KoperasiFactory(name="KSU Maju Bersama", desa=desa())
    other = row(NIK_KOPERASI=NIK, NAMA_KOPERASI="KUD Maju Bersama Jaya", **{"DESA/KEL": "Uentanaga Atas"})
    upload = saved([row(NIK_KOPERASI=NIK), other][::order])
    assert sorted(states(upload)) == sorted(["berubah" if order == 1 else "baru", "ditolak"])
    assert upload.state == "selesai"
    assert any("menunjuk koperasi lain" in text for text in messages_of(upload))
