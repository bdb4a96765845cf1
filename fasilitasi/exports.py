"""Columns of the lists of cases and of opening totals as files."""

from collections.abc import Iterable
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone

from fasilitasi.isian import in_one_line
from fasilitasi.jumlah_nomor import BETWEEN
from fasilitasi.keterlambatan import days_late
from fasilitasi.models import Fasilitasi, NilaiHasil
from legalitas.choices import JenisSertifikat
from legalitas.exports import HIDDEN, certificate_number, number_without_land
from spreadsheets.export import ExportColumn, Layout
from spreadsheets.sheet import Kind
from umkm.exports import CREATED, UPDATED, place_columns, state, year


def _with_all_about_it(rows: Any) -> QuerySet:
    return (
        rows.with_subject()
        .select_related("petugas", "sertifikat__usaha", "sertifikat__koperasi")
        .defer("usaha__npwp", "usaha__pemilik__nik", "sertifikat__usaha__npwp")
        .prefetch_related("produk", "sertifikat_lain", "nilaihasil_set__isian")
    )


def _number(case: Fasilitasi) -> str:
    """What has to be hidden is hidden once, however many there are."""
    return BETWEEN.join(dict.fromkeys(map(number_without_land, case.papers)))


def _number_of_land_too(case: Fasilitasi) -> str:
    return BETWEEN.join(map(certificate_number, case.papers))


def _notes_without_land(case: Fasilitasi) -> str:
    hides = case.jenis.sertifikat == JenisSertifikat.SHAT and case.notes
    return HIDDEN if hides else case.notes


def _days_late(case: Fasilitasi) -> int | None:
    late = days_late(
        applied_on=case.applied_on,
        usual_days=case.jenis.usual_days,
        is_open=case.is_open,
        on=timezone.localdate(),
    )
    return late or None


def _product_names(case: Fasilitasi) -> str:
    return ", ".join(produk.name for produk in case.produk.all())


def _results(case: Fasilitasi) -> str:
    return _in_one_line(each for each in case.nilaihasil_set.all() if not each.isian.is_personal)


def _results_with_money(case: Fasilitasi) -> str:
    return _in_one_line(case.nilaihasil_set.all())


def _in_one_line(values: Iterable[NilaiHasil]) -> str:
    return in_one_line((each.isian.name, each.words) for each in values)


FASILITASI = Layout(
    "portal",
    "Kolom portal",
    (
        ExportColumn("Nomor fasilitasi", lambda case: case.nomor, width=18),
        ExportColumn("Jenis fasilitasi", lambda case: case.jenis.name, width=28),
        ExportColumn("Pemohon", lambda case: case.subject.name, width=28),
        ExportColumn("Jenis pemohon", lambda case: "Usaha" if case.usaha_id else "Koperasi", width=12),
        ExportColumn("Nama pemilik", lambda case: case.usaha.pemilik.name if case.usaha else "", width=28),
        *place_columns(lambda case: case.subject.desa),
        ExportColumn("Status", lambda case: case.get_status_display(), width=22),
        ExportColumn("Tanggal permohonan", lambda case: case.applied_on, Kind.DATE, 18),
        ExportColumn("Tanggal hasil", lambda case: case.result_on, Kind.DATE, 18),
        ExportColumn("Terlambat (hari)", _days_late, Kind.NUMBER, 10),
        ExportColumn("Jumlah satuan", lambda case: case.jumlah_unit, Kind.NUMBER, 10),
        ExportColumn("Dihitung dalam", lambda case: case.jenis.get_satuan_display(), width=12),
        ExportColumn("Merek", lambda case: case.merek, width=20),
        ExportColumn("Produk", _product_names, width=32),
        ExportColumn("Tahun anggaran", lambda case: year(case.tahun_anggaran), width=10),
        ExportColumn("Sumber dana", lambda case: case.get_sumber_dana_display(), width=12),
        ExportColumn("Biaya ditanggung dinas", lambda case: case.biaya, Kind.RUPIAH, 18),
        ExportColumn("Petugas", lambda case: str(case.petugas) if case.petugas else "", width=22),
        ExportColumn("Lembaga penerbit", lambda case: case.lembaga_penerbit, width=24),
        ExportColumn(
            "Sertifikat",
            lambda case: case.sertifikat.get_jenis_display() if case.sertifikat else "",
            width=20,
        ),
        ExportColumn("Nomor sertifikat", _number, Kind.IDENTIFIER, 24, read_personal=_number_of_land_too),
        ExportColumn("Isian hasil", _results, width=40, read_personal=_results_with_money),
        ExportColumn("Keterangan", _notes_without_land, width=40, read_personal=lambda case: case.notes),
        ExportColumn("Arsip", lambda case: bool(state(case)), width=8),
        CREATED,
        UPDATED,
        ExportColumn("Pendamping", lambda case: case.pendamping, width=24, is_personal=True),
    ),
    related=_with_all_about_it,
)

REKAP_AWAL = Layout(
    "portal",
    "Kolom portal",
    (
        ExportColumn("Jenis fasilitasi", lambda rekap: rekap.jenis.name, width=28),
        ExportColumn("Tahun", lambda rekap: year(rekap.tahun), width=10),
        ExportColumn(
            "Kecamatan",
            lambda rekap: rekap.kecamatan.name if rekap.kecamatan else "seluruh kabupaten",
            width=22,
        ),
        ExportColumn("Jumlah", lambda rekap: rekap.jumlah, Kind.NUMBER, 10),
        ExportColumn("Satuan", lambda rekap: rekap.jenis.get_satuan_display(), width=12),
        ExportColumn("Sumber", lambda rekap: rekap.source, width=40),
        ExportColumn("Alamat sumber", lambda rekap: rekap.source_url, width=32),
        ExportColumn("Tanggal sumber", lambda rekap: rekap.source_on, Kind.DATE, 18),
        ExportColumn("Catatan", lambda rekap: rekap.notes, width=40),
        CREATED,
        UPDATED,
    ),
    related=lambda rows: rows.select_related("jenis", "kecamatan"),
)
