"""Columns of the sheet of cooperatives, and the fields that take them as they were read."""

from koperasi.sheets.koperasi_columns import KOPERASI_COLUMNS
from koperasi.sheets.rat_columns import RAT_COLUMNS

KOPERASI = {
    "nama_koperasi": "name",
    "nik_koperasi": "nik_koperasi",
    "nib_koperasi": "nib",
    "npwp_koperasi": "npwp",
    "nomor_badan_hukum": "nomor_badan_hukum",
    "tanggal_badan_hukum": "tanggal_badan_hukum",
    "bentuk": "bentuk",
    "tipe": "pola",
    "jenis": "jenis",
    "kelompok": "kelompok",
    "sektor_usaha": "sektor",
    "alamat_koperasi": "address",
    "kontak_koperasi": "phone",
    "surel": "email",
}
RAT = {
    "tanggal_rat": "held_on",
    "hadir": "hadir",
    "anggota_l": "anggota_l",
    "anggota_p": "anggota_p",
    "calon_anggota": "calon_anggota",
    "manajer": "manajer",
    "karyawan": "karyawan",
    "modal_sendiri": "modal_sendiri",
    "modal_luar": "modal_luar",
    "aset": "aset",
    "volume_usaha": "volume_usaha",
    "shu": "shu",
}

COLUMNS = (*KOPERASI_COLUMNS, *RAT_COLUMNS)
