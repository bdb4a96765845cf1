"""List of registered businesses (domain 9.4)."""

from typing import Any

from django.db.models import Prefetch

from laporan.period import Period
from laporan.report import NUMBER, Column, Orientation, Report, numbered
from laporan.reports.counting import narrow, registered_by, state_label
from laporan.scope import Scope
from produk.models import Produk
from spreadsheets.sheet import Kind
from umkm.choices import Skala
from umkm.models import Usaha


def build(period: Period, scope: Scope) -> Report:
    businesses = (
        registered_by(narrow(Usaha.objects.active().filter(is_draft=False), scope), period)
        .with_place()
        .with_skala()
        .with_latest_figures()
        .select_related("pemilik", "kbli")
        .prefetch_related(
            Prefetch("produk_set", Produk.objects.active().filter(is_draft=False).order_by("name"))
        )
        .order_by("desa__kecamatan__code", "desa__code", "name", "id")
    )
    if scope.jenis:
        businesses = businesses.filter(bidang_usaha=scope.jenis)
    return Report(
        name=scope.file_name("daftar-umkm", period),
        title="Daftar usaha mikro, kecil, dan menengah",
        subtitles=(state_label(period), *scope.subtitles),
        columns=(
            NUMBER,
            Column("usaha", "Nama usaha", weight=2),
            Column("pemilik", "Pemilik", weight=1.5),
            Column("jk", "L/P"),
            Column("desa", "Desa/Kel.", weight=1.2),
            Column("kecamatan", "Kecamatan", weight=1.2),
            Column("bidang", "Bidang usaha/KBLI", weight=1.8),
            Column("nib", "NIB", Kind.IDENTIFIER),
            Column("skala", "Skala"),
            Column("tk_l", "L", Kind.NUMBER, group="Tenaga kerja"),
            Column("tk_p", "P", Kind.NUMBER, group="Tenaga kerja"),
            Column("produk", "Produk", weight=2),
        ),
        rows=lambda: numbered(map(_row, businesses.iterator(chunk_size=500))),
        notes=(
            "Skala dicetak menurut pernyataan pemilik; bila belum dinyatakan, menurut hasil hitung (PP 7/2021).",
        ),
        count_people=businesses.count,
        orientation=Orientation.LANDSCAPE,
    )


def _row(usaha: Any) -> tuple:
    kbli = f" ({usaha.kbli.code}, KBLI {usaha.kbli.edition})" if usaha.kbli else ""
    return (
        usaha.name,
        usaha.pemilik.name,
        usaha.pemilik.jenis_kelamin,
        usaha.desa.name if usaha.desa else "",
        usaha.desa.kecamatan.name if usaha.desa else "",
        f"{usaha.get_bidang_usaha_display()}{kbli}",
        usaha.nib,
        Skala(usaha.skala).label.removeprefix("Usaha ").capitalize() if usaha.skala else "",
        usaha.tenaga_kerja_l,
        usaha.tenaga_kerja_p,
        ", ".join(produk.name for produk in usaha.produk_set.all()),
    )
