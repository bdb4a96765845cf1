"""The promise of version 1: which columns there are, what they hold, and that none of it is about a person."""

import pytest

from data_terbuka.columns import Type, fields_on
from data_terbuka.sets import DATA_SETS
from data_terbuka.version import REFERENCES
from rumah_usaha.privacy import PUBLIC, STAFF, kind_of
from tests.house.repository import refuse
from umkm.models import Kbli

# Whoever reads the files relies on this. A change of it is a version 2.
VERSION_1 = {
    "produk": [
        "kode", "nama", "kode_kategori", "kategori", "harga", "satuan", "tersedia", "dipastikan_pada", "halal",
        "kode_usaha", "kode_koperasi", "penjual", "kode_desa", "desa", "kode_kecamatan", "kecamatan", "tayang_sejak",
        "alamat_halaman",
    ],
    "usaha": [
        "kode", "nama", "bidang_usaha", "kegiatan_utama", "status_usaha", "kbli", "kbli_edisi", "tahun_mulai",
        "kode_desa", "desa", "kode_kecamatan", "kecamatan", "tayang_sejak", "alamat_halaman",
    ],
    "koperasi": [
        "kode", "nama", "nik_koperasi", "nomor_badan_hukum", "tanggal_badan_hukum", "jenis", "bentuk", "pola",
        "kelompok", "sektor", "tahun_buku_rat_terakhir", "kode_desa", "desa", "kode_kecamatan", "kecamatan",
        "tayang_sejak", "alamat_halaman",
    ],
    "fasilitasi": [
        "kode", "tahun", "kode_jenis", "jenis", "satuan", "kode_kecamatan", "kecamatan", "jumlah_tercatat",
        "jumlah_rekap_awal", "sumber_rekap_awal", "alamat_sumber_rekap_awal",
    ],
}  # fmt: skip
KINDS = {
    "harga": Type.INTEGER, "jumlah_tercatat": Type.INTEGER, "jumlah_rekap_awal": Type.INTEGER,
    "tersedia": Type.BOOLEAN, "halal": Type.BOOLEAN, "dipastikan_pada": Type.DATE, "tayang_sejak": Type.DATE,
    "tanggal_badan_hukum": Type.DATE, "kbli_edisi": Type.YEAR, "tahun_mulai": Type.YEAR, "tahun": Type.YEAR,
    "tahun_buku_rat_terakhir": Type.YEAR, "alamat_halaman": Type.ADDRESS, "alamat_sumber_rekap_awal": Type.ADDRESS,
}  # fmt: skip
COLUMNS = [(data_set, column) for data_set in DATA_SETS.values() for column in data_set.columns]


def test_version_1_keeps_its_columns_and_their_order():
    assert {slug: data_set.names for slug, data_set in DATA_SETS.items()} == VERSION_1


def test_version_1_keeps_their_kinds():
    wrong = [
        (each.slug, column.name) for each, column in COLUMNS
        if column.kind != KINDS.get(column.name, Type.STRING)
    ]  # fmt: skip
    refuse(wrong)


def test_a_column_of_a_record_comes_from_public_fields_only():
    refuse(
        f"{each.slug}.{column.name}: {lookup}"
        for each, column in COLUMNS
        for lookup in column.lookups
        if kind_of(fields_on(each.model, lookup)[-1])
        not in ({PUBLIC, STAFF} if column.is_count else {PUBLIC})
    )


def test_only_a_set_of_counts_draws_on_working_data():
    assert {each.slug for each, column in COLUMNS if column.is_count} == {"fasilitasi"}


def test_every_column_is_read_from_somewhere():
    refuse((each.slug, column.name) for each, column in COLUMNS if not column.lookups)


def test_whatever_a_row_is_made_of_is_watched_for_changes():
    """KBLI codes are loaded once for each edition, and never altered."""
    refuse(
        f"{each.slug}.{column.name}: {model._meta.label}"
        for each, column in COLUMNS
        for lookup in column.lookups
        for model in {field.model for field in fields_on(each.model, lookup) if hasattr(field, "column")}
        if model not in {*each.made_of, *REFERENCES, Kbli}
    )


def test_what_makes_a_record_public_is_watched_for_changes():
    """An owner's consent lists a business and with it its products."""
    assert "Persetujuan" in [model.__name__ for model in DATA_SETS["usaha"].made_of]
    assert {"Persetujuan", "Usaha", "Koperasi"} <= {model.__name__ for model in DATA_SETS["produk"].made_of}


@pytest.mark.parametrize("what", ["meaning", "example", "source"])
def test_every_column_is_explained(what):
    refuse((each.slug, column.name) for each, column in COLUMNS if not getattr(column, what))


def test_an_example_is_one_of_the_words_that_may_stand_there():
    refuse(
        f"{each.slug}.{column.name}: {column.example}"
        for each, column in COLUMNS
        if (words := dict(column.words(each.model))) and column.example not in words
    )
