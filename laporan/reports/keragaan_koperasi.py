"""Standing of the cooperatives in one book year (columns of the national register, domain 9.4)."""

from datetime import date
from typing import Any

from django.db.models import Prefetch, Q

from koperasi.models import Koperasi, RapatAnggota
from laporan.period import Period
from laporan.report import NUMBER, Column, Orientation, Report, numbered
from laporan.reports.counting import book_year, book_year_label, narrow
from laporan.scope import Scope
from spreadsheets.sheet import Kind


def build(period: Period, scope: Scope) -> Report:
    tahun_buku, at = book_year(period)
    cooperatives = (
        narrow(Koperasi.objects.active().filter(is_draft=False), scope)
        .exclude(tanggal_badan_hukum__gt=at)
        .with_place()
        .with_latest_rat(at=at)
        .prefetch_related(
            Prefetch(
                "rapatanggota_set",
                RapatAnggota.objects.filter(Q(held_on=None) | Q(held_on__lte=at), tahun_buku=tahun_buku),
            )
        )
        .order_by("desa__kecamatan__code", "name", "id")
    )
    if scope.jenis:
        cooperatives = cooperatives.filter(jenis=scope.jenis)
    rows = [_row(koperasi, at) for koperasi in cooperatives]
    return Report(
        name=scope.file_name("keragaan-koperasi", period),
        title="Keragaan koperasi",
        subtitles=(book_year_label(period), *scope.subtitles),
        columns=(
            NUMBER,
            Column("nama", "Nama koperasi", weight=2),
            Column("kecamatan", "Kecamatan"),
            Column("bh", "Badan hukum (nomor, tanggal)", weight=1.6),
            Column("nik", "NIK Koperasi", Kind.IDENTIFIER),
            Column("jenis", "Jenis"),
            Column("aktif", "Aktif/Tidak"),
            Column("rat", "Tanggal RAT", Kind.DATE),
            Column("anggota_l", "L", Kind.NUMBER, group="Anggota"),
            Column("anggota_p", "P", Kind.NUMBER, group="Anggota"),
            Column("manajer", "Manajer", Kind.NUMBER),
            Column("karyawan", "Karyawan", Kind.NUMBER),
            Column("modal_sendiri", "Modal sendiri (Rp)", Kind.NUMBER),
            Column("modal_luar", "Modal luar (Rp)", Kind.NUMBER),
            Column("volume_usaha", "Volume usaha (Rp)", Kind.NUMBER),
            Column("shu", "SHU (Rp)", Kind.NUMBER),
        ),
        rows=lambda: numbered(rows),
        totals=("JUMLAH", *[None] * 7, *(_sum(rows, place) for place in range(7, 15))),
        notes=(
            f"RAT tahun buku {tahun_buku} lazimnya diadakan pada {tahun_buku + 1}.",
            "Aktif/tidak aktif menurut catatan petugas; bila kosong, menurut aturan RAT.",
        ),
        orientation=Orientation.LANDSCAPE,
    )


def _row(koperasi: Any, at: date) -> tuple:
    rat = next(iter(koperasi.rapatanggota_set.all()), None)
    deed = koperasi.nomor_badan_hukum
    if koperasi.tanggal_badan_hukum:
        deed = f"{deed}, {koperasi.tanggal_badan_hukum:%d-%m-%Y}".lstrip(", ")
    return (
        koperasi.name,
        koperasi.desa.kecamatan.name if koperasi.desa else "",
        deed,
        koperasi.nik_koperasi,
        koperasi.get_jenis_display(),
        "Aktif" if koperasi.is_aktif(koperasi.last_book_year, at=at) else "Tidak aktif",
        rat and rat.held_on,
        rat and rat.anggota_l,
        rat and rat.anggota_p,
        rat and rat.manajer,
        rat and rat.karyawan,
        rat and rat.modal_sendiri,
        rat and rat.modal_luar,
        rat and rat.volume_usaha,
        rat and rat.shu,
    )


def _sum(rows: list[tuple], place: int) -> int:
    return sum(row[place] or 0 for row in rows)
