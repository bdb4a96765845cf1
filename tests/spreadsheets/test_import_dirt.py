"""One file with every kind of dirt that offices' sheets hold: each is told in its own words, nothing is written."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from spreadsheets import actions
from spreadsheets.kinds import kinds
from tests.spreadsheets.berkas import xlsx
from tests.spreadsheets.lembar import HEADER, check, nik, officer, row, rows_of
from umkm.models import DataTahunan, Pemilik, Usaha

MORE = (
    "L/P", "Tgl Lahir", "Email", "NIB", "NPWP", "Kode KBLI", "Skala", "Tahun Berdiri", "Modal", "Omzet/Tahun",
    "Karyawan laki-laki", "Lintang", "Bujur",
)  # fmt: skip
ERROR, WARNING = "error", "warning"
# What is wrong → (the cells that hold it, how grave it is, what the clerk reads).
DIRT = {
    "a NIK in a numeric cell": ({"NIK": 7209990101900099}, ERROR, "Excel hanya menyimpan 15 angka"),
    "a NIK that Excel has rounded": ({"NIK": "7,20999E+15"}, ERROR, "angka terakhirnya mungkin sudah hilang"),
    "a NIK too short": ({"NIK": "72099901"}, ERROR, "NIK KTP harus 16 angka"),
    "a NIK with a letter": ({"NIK": "72099901019O0001"}, ERROR, "NIK KTP"),
    "two NIK in one cell": ({"NIK": f"{nik(90)} / {nik(91)}"}, ERROR, "lebih dari satu NIK pengusaha"),
    "no owner": ({"Nama Pemilik": ""}, ERROR, "Nama pengusaha kosong"),
    "a name that reads backwards": ({"Nama Pemilik": "Sitti \u202eContoh"}, ERROR, "pengubah arah tulisan"),
    "a failed formula": ({"Nama Usaha": "#REF!"}, ERROR, "Rumus pada sel ini gagal"),
    "a mark for the row above": ({"Nama Usaha": "sda"}, ERROR, "menunjuk ke baris di atasnya"),
    "an unknown desa": ({"Desa": "Negeri Dongeng"}, ERROR, "tidak ditemukan"),
    "an unknown kecamatan": ({"Kecamatan": "Antah Berantah", "Desa": ""}, ERROR, "tidak dikenal di kabupaten ini"),
    "a sex that is none": ({"L/P": "Q"}, ERROR, "bukan jenis kelamin"),
    "a day that does not exist": ({"Tgl Lahir": "31-02-1990"}, ERROR, "tidak ada dalam kalender"),
    "a broken address of mail": ({"Email": "sitti(at)contoh"}, ERROR, "alamat email yang valid"),
    "an amount in words": ({"Modal": "lumayan banyak"}, ERROR, "Jumlah rupiah tidak dikenali"),
    "an amount in another currency": ({"Omzet/Tahun": "USD 100"}, ERROR, "Jumlah rupiah tidak dikenali"),
    "a count in words": ({"Karyawan laki-laki": "banyak"}, ERROR, "bukan"),
    "a year to come": ({"Tahun Berdiri": "3019"}, ERROR, "tahun"),
    "half a point on the map": ({"Lintang": "-0.87"}, WARNING, "titik petanya tidak disimpan"),
    "a misspelt desa": ({"Desa": "Uentanaga Bawa"}, WARNING, "dibaca sebagai"),
    "a desa under its old kecamatan": ({"Kecamatan": "Ampana Kota"}, WARNING, "ada di Kecamatan"),
    "two telephones in one cell": ({"No HP": "081200009001 / 081200009002"}, WARNING, "beberapa nomor telepon"),
    "words for a telephone": ({"No HP": "pinjam tetangga"}, WARNING, "bukan nomor"),
    "an unknown line of business": ({"Bidang Usaha": "Serba ada"}, WARNING, "tidak dikenal"),
    "a NIB of another length": ({"NIB": "12345"}, WARNING, "NIB"),
    "a NPWP of another length": ({"NPWP": "12345"}, WARNING, "NPWP"),
    "an unknown KBLI": ({"Kode KBLI": "99999"}, WARNING, "tidak ada dalam KBLI 2020"),
    "no name of the business": ({"Nama Usaha": "-"}, WARNING, "Nama usaha kosong"),
    "no desa": ({"Desa": "", "Kecamatan": ""}, WARNING, "Belum lengkap"),
    "a NIK of another sex": ({"L/P": "P"}, WARNING, "Jenis kelamin tidak sama"),
}  # fmt: skip


@pytest.fixture
def judged(db, settings, tmp_path):
    """The file, judged: row of the sheet → (level, text) of everything told about it."""
    settings.PRIVATE_ROOT = tmp_path
    header = [*HEADER, *MORE]
    lines = [row(number) | cells for number, (cells, *_) in enumerate(DIRT.values(), 1)]
    twice = [row(90), row(90), row(91), row(91, Nama_Pemilik="Orang Lain Sekali", Nama_Usaha="Lain")]
    table = [[each.get(title) for title in header] for each in [*lines, *twice]]
    content = xlsx([["DAFTAR PELAKU USAHA"], [], header, *table, ["JUMLAH", len(table)]])
    upload = actions.receive(
        kind=kinds()["usaha"], file=SimpleUploadedFile("kotor.xlsx", content), by=officer()
    )
    return {
        each.number: [(told["level"], f"{told['text']} {told['advice']}") for told in each.problems]
        for each in rows_of(check(upload))
    }


def test_every_kind_of_dirt_is_told_in_its_own_words(judged):
    first = 4
    for number, (name, (_, level, words)) in enumerate(DIRT.items(), first):
        told = judged[number]
        assert any(each == level and words.lower() in text.lower() for each, text in told), (name, told)
    in_own_words = {judged[number][0][1] for number in range(first, first + len(DIRT))}
    assert len(in_own_words) >= 20


def test_what_two_rows_have_against_each_other_is_told(judged):
    *_, first, second, known, stranger = judged.values()
    assert not first
    assert not known
    assert "sudah ada di baris" in second[0][1]
    assert "tertulis atas nama" in stranger[0][1]


@pytest.mark.usefixtures("judged")
def test_a_dirty_file_writes_nothing():
    assert not any(model.objects.exists() for model in (Pemilik, Usaha, DataTahunan))
