"""Columns of the lists of events and of participants as files."""

from typing import Any

from django.db.models import Count, QuerySet

from common.templatetags.indonesia import telepon, waktu
from kegiatan.models import Peserta
from spreadsheets.export import ExportColumn, Layout, label_of
from spreadsheets.sheet import Kind
from umkm.exports import CREATED, PAGE, STATE, UPDATED, place_columns

KEGIATAN = Layout(
    "portal",
    "Kolom portal",
    (
        ExportColumn("Nama kegiatan", lambda kegiatan: kegiatan.name, width=40),
        ExportColumn("Jenis", lambda kegiatan: label_of(kegiatan, "jenis"), width=20),
        ExportColumn("Hari pertama", lambda kegiatan: kegiatan.begins_on, Kind.DATE, 18),
        ExportColumn("Hari terakhir", lambda kegiatan: kegiatan.ends_on, Kind.DATE, 18),
        ExportColumn("Jam mulai", lambda kegiatan: waktu(kegiatan.jam_mulai), width=12),
        ExportColumn("Tempat", lambda kegiatan: kegiatan.place, width=32),
        *place_columns(lambda kegiatan: kegiatan.desa),
        ExportColumn("Penyelenggara", lambda kegiatan: kegiatan.organiser, width=32),
        ExportColumn("Jumlah tempat", lambda kegiatan: kegiatan.kuota, Kind.NUMBER, 10),
        ExportColumn("Terdaftar", lambda kegiatan: kegiatan.registered, Kind.NUMBER, 10),
        ExportColumn("Daftar tunggu", lambda kegiatan: kegiatan.waiting, Kind.NUMBER, 10),
        ExportColumn("Hadir", lambda kegiatan: kegiatan.came, Kind.NUMBER, 10),
        STATE,
        PAGE,
        CREATED,
        UPDATED,
    ),
    related=lambda rows: rows.select_related("desa__kecamatan"),
)


def _with_days(rows: QuerySet) -> QuerySet:
    told: Any = rows
    return told.with_subject().select_related("kegiatan").annotate(days_present=Count("kehadiran"))


def _desa(peserta: Peserta) -> Any:
    subject: Any = peserta.usaha or peserta.koperasi
    return subject.desa if subject else None


PESERTA = Layout(
    "portal",
    "Kolom portal",
    (
        ExportColumn("Kegiatan", lambda peserta: peserta.kegiatan.name, width=40),
        ExportColumn("Hari pertama", lambda peserta: peserta.kegiatan.begins_on, Kind.DATE, 18),
        ExportColumn("Nama peserta", lambda peserta: peserta.person, width=28),
        ExportColumn("Usaha, koperasi, atau instansi", lambda peserta: peserta.origin, width=32),
        *place_columns(_desa),
        ExportColumn("Status", lambda peserta: label_of(peserta, "status"), width=14),
        ExportColumn("Hari hadir", lambda peserta: peserta.days_present, Kind.NUMBER, 10),
        CREATED,
        UPDATED,
        ExportColumn("L/P", lambda peserta: peserta.sex, width=6, is_personal=True),
        ExportColumn("Telepon", lambda peserta: telepon(peserta.reachable_at), width=18, is_personal=True),
        ExportColumn("Hasil penjualan", lambda peserta: peserta.penjualan, Kind.RUPIAH, 18, is_personal=True),
    ),
    related=_with_days,
)
