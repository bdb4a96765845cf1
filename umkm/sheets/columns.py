"""Columns of the sheet of owners and businesses: named as the national export names them (SIDT-KUMKM)."""

from umkm.sheets.pemilik_columns import PEMILIK_COLUMNS
from umkm.sheets.usaha_columns import USAHA_COLUMNS

# Column → field, for what is stored as it was read; the rest is worked out in `reading.py`.
PEMILIK = {
    "nik_pengusaha": "nik",
    "nama_pengusaha": "name",
    "jenis_kelamin": "jenis_kelamin",
    "tempat_lahir": "tempat_lahir",
    "tanggal_lahir": "tanggal_lahir",
    "pendidikan_formal": "pendidikan",
    "kontak_hp": "phone",
    "email": "email",
    "alamat_pengusaha": "address",
    "rt_pengusaha": "rt",
    "rw_pengusaha": "rw",
    "aparatur": "is_aparatur",
}
USAHA = {
    "nama_usaha": "name",
    "nib": "nib",
    "tanggal_nib": "nib_issued_on",
    "npwp": "npwp",
    "status_badan_usaha": "status_usaha",
    "bidang_usaha": "bidang_usaha",
    "kegiatan_utama": "kegiatan_utama",
    "tahun_mulai_operasi": "tahun_mulai",
    "skala_usaha": "skala_dinyatakan",
    "alamat_usaha": "address",
    "rt_usaha": "rt",
    "rw_usaha": "rw",
    "alamat_latitude": "latitude",
    "alamat_longitude": "longitude",
    "usaha_perikanan": "is_perikanan",
    "whatsapp_usaha": "whatsapp",
}

COLUMNS = (*PEMILIK_COLUMNS, *USAHA_COLUMNS)
