"""Columns of the sheet of owners: those about the owner of a business, with nothing beside to be confused with."""

from dataclasses import replace

from spreadsheets.columns import Column, Reads
from umkm.sheets.pemilik_columns import PEMILIK_COLUMNS

# Beside a business these words would mean its place.
_ALSO = {
    "kec_pengusaha": ("kecamatan", "kec", "kecamatan rumah", "kecamatan domisili"),
    "kel_pengusaha": ("desa", "kelurahan", "desa/kelurahan", "desa/kel", "desa rumah", "desa domisili"),
    "alamat_pengusaha": ("alamat", "alamat tinggal", "alamat domisili"),
    "rt_pengusaha": ("rt", "rt rumah"),
    "rw_pengusaha": ("rw", "rw rumah"),
}

COLUMNS = (
    *(
        replace(column, synonyms=(*column.synonyms, *_ALSO.get(column.name, ())))
        for column in PEMILIK_COLUMNS
    ),
    Column("catatan_petugas", "Catatan petugas", Reads.LONG_TEXT, ("catatan",), is_personal=True, width=40),
    # What the portal's own list carries beside.
    Column("jumlah_usaha", "Jumlah usaha", is_told_only=True),
    Column("keadaan", "Keadaan di portal", is_told_only=True),
    Column("dicatat", "Tanggal dicatat di portal", is_told_only=True),
    Column("diubah", "Tanggal diubah di portal", is_told_only=True),
)
