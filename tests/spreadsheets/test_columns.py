"""Which header means which column."""

import pytest

from common.spelling import distance, is_misspelt
from spreadsheets.columns import Column, choice_key, guess, header_key, is_bare, rivals
from tests.spreadsheets.berkas import COLUMNS


def guessed(*headers):
    return list(guess(headers, COLUMNS).values())


@pytest.mark.parametrize(
    ("header", "name"),
    [
        ("nik_pengusaha", "nik_pengusaha"),
        ("NO. KTP", "nik_pengusaha"),
        ("Nomor KTP", "nik_pengusaha"),
        ("NIK (sesuai KTP)", "nik_pengusaha"),
        ("Nama Pemilik *", "nama_pengusaha"),
        ("NAMA PENGUSAHA", "nama_pengusaha"),
        ("NAMA  UMKM", "nama_usaha"),
        ("L/P", "jenis_kelamin"),
        ("LAKI-LAKI/PEREMPUAN", "jenis_kelamin"),
        ("DESA/KELURAHAN", "kel_usaha"),
        ("Kel. Usaha", "kel_usaha"),
        ("OMSET", "omzet_tahunan"),
        ("Omzet per Tahun (Rp)", "omzet_tahunan"),
        ("OMSET/BULAN", "omzet_bulanan"),
        ("Omzet perbulan", "omzet_bulanan"),
        ("JUMLAH KARYAWAN LAKI-LAKI", "tk_dibayar_laki"),
        ("TENAGA KERJA – P", "tk_dibayar_perempuan"),
        ("IDENTITAS – NAMA PEMILIK", "nama_pengusaha"),
        ("USAHA – ALAMAT", "alamat_usaha"),
        ("No. KTP/NIK", "nik_pengusaha"),
        ("NAMA / NAMA PEMILIK", "nama_pengusaha"),
    ],
)
def test_a_header_is_known_however_it_is_written(header, name):
    assert guessed(header) == [name]


@pytest.mark.parametrize(
    ("header", "name"),
    [("NAMA PEMLIK", "nama_pengusaha"), ("Nama Ushaa", "nama_usaha"), ("OMZETT", "omzet_tahunan")],
)
def test_a_misspelt_header_is_known(header, name):
    assert guessed(header) == [name]


@pytest.mark.parametrize(
    "header",
    [
        "NIK KOPERASI",
        "NIB TANAH",
        "KETERANGAN",
        "NAMA PRODUK",
        "L",
        "P",
        "NO",
        "",
        "OMZET/HARI",
        "Agama",
        "NIK/NIB",
        "NAMA PEMILIK/NAMA USAHA",
    ],
)
def test_a_header_that_means_something_else_is_left_alone(header):
    assert guessed(header) == []


def test_one_column_is_never_meant_by_two_headers():
    headers = ["NAMA PEMILIK", "NAMA", "NAMA USAHA"]
    assert guess(headers, COLUMNS) == {0: "nama_pengusaha", 2: "nama_usaha"}
    assert rivals(headers, COLUMNS) == {1: "nama_pengusaha"}


def test_words_to_the_letter_beat_words_that_only_mean_the_same():
    columns = (
        Column("nomor", "Nomor akta", synonyms=("nomor dan tanggal akta",)),
        Column("hari", "Tanggal akta"),
    )
    assert guess(["NOMOR DAN TANGGAL AKTA"], columns) == {0: "nomor"}
    assert guess(["NO. & TANGGAL AKTA"], columns) == {0: "hari"}


def test_the_surer_header_wins_wherever_it_stands():
    assert guess(["NAMA", "nama_pengusaha"], COLUMNS) == {1: "nama_pengusaha"}


def test_a_bare_address_is_the_owners_only_beside_the_address_of_the_business():
    assert guess(["ALAMAT"], COLUMNS) == {0: "alamat_usaha"}
    assert guess(["ALAMAT", "ALAMAT USAHA"], COLUMNS) == {0: "alamat_pengusaha", 1: "alamat_usaha"}


@pytest.mark.parametrize("header", ["NO", "No.", "NO. URUT", "Nomor Urut", "Alasan", "  "])
def test_columns_that_carry_nothing_are_known(header):
    assert is_bare(header)


@pytest.mark.parametrize("header", ["NO KTP", "Nomor HP", "Urutan pendaftaran", "Alasan pindah"])
def test_columns_that_carry_something_are_known(header):
    assert not is_bare(header)


def test_keys_do_not_depend_on_writing():
    assert header_key("NO. HP/WA") == header_key("nomor_hp (wa)") == "hp whatsapp"


@pytest.mark.parametrize(
    ("one", "other", "slips"),
    [("usaha", "usaha", 0), ("ushaa", "usaha", 1), ("perijinan", "perizinan", 1), ("a", "abcd", 3)],
)
def test_slips_between_words_are_counted(one, other, slips):
    assert distance(one, other, most=5) == slips


def test_short_words_are_never_misspelt():
    assert not is_misspelt("rw", "rt")
    assert not is_misspelt("desa", "dosa")


@pytest.mark.parametrize(
    ("word", "value"),
    [("SMA", "sma"), ("smk", "sma"), ("SMA/SMK", "sma"), ("SLTA", "sma"), ("S-1", "s1"), ("< 1M", "kecil")],
)
def test_choices_are_known_by_value_label_part_and_other_words(word, value):
    column = Column(
        "x",
        "X",
        choices=(("sma", "SMA/SMK"), ("s1", "S1"), ("kecil", "Kecil")),
        words={"SLTA": "sma", "<1m": "kecil"},
    )
    assert column.known_choices[choice_key(word)] == value


def test_the_words_of_a_label_beat_words_of_one_meaning():
    columns = (Column("nomor", "Nomor sertifikat"), Column("jumlah", "Jumlah satuan"))
    headers = ["Sertifikat", "Nomor Sertifikat", "Satuan", "Jumlah Satuan"]
    assert guess(headers, columns) == {1: "nomor", 3: "jumlah"}
