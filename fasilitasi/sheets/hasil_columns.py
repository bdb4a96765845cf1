"""Columns of the sheet that finishes many cases: which case, and what came of it."""

from dataclasses import replace

from fasilitasi.sheets.columns import AGAIN
from legalitas.sheets.columns import COLUMNS as SERTIFIKAT_COLUMNS
from spreadsheets.columns import Column, Reads

_OF_PAPER = {column.name: column for column in SERTIFIKAT_COLUMNS}

COLUMNS = (
    Column(
        "nomor_fasilitasi",
        "Nomor fasilitasi",
        Reads.IDENTIFIER,
        ("nomor", "nomor permohonan", "nomor tanda terima", "no fasilitasi", "no permohonan", "nomor kasus"),
        is_required=True,
        example="FAS-2026-00001",
        width=18,
        help="Seperti di daftar fasilitasi atau di tanda terima.",
    ),
    replace(
        _OF_PAPER["nomor_sertifikat"],
        help="Ditulis sebagai teks, seperti tercetak. Kosong bila jenisnya tidak menghasilkan sertifikat.",
    ),
    Column(
        "tanggal_hasil",
        "Tanggal hasil",
        Reads.DATE,
        ("tanggal terbit", "tanggal selesai", "terbit", "tanggal sertifikat", "tgl hasil"),
        is_required=True,
        example="06-07-2022",
        width=18,
        help="Menentukan tahun penghitungannya dalam laporan.",
    ),
    _OF_PAPER["berlaku_sampai"],
    _OF_PAPER["nomor_ketetapan"],
    AGAIN,
    Column(
        "isian_hasil",
        "Isian hasil",
        Reads.TEXT,
        ("hasil", "rincian hasil"),
        is_personal=True,
        width=40,
        help="Yang diminta jenisnya selain sertifikat: “Bank penyalur: BRI; Plafon disetujui: 25000000”.",
    ),
    Column("catatan_langkah", "Catatan", Reads.LONG_TEXT, ("keterangan", "ket", "catatan petugas"), width=32),
    # What the list of cases carries beside.
    Column("jenis_fasilitasi", "Jenis fasilitasi", is_told_only=True),
    Column("pemohon", "Pemohon", is_told_only=True),
    Column("status", "Status", is_told_only=True),
)
