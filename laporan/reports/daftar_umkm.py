"""List of registered businesses (domain 9.4)."""

from typing import Any

from django.db.models import Prefetch

from laporan.period import Period
from laporan.report import NUMBER, Column, Orientation, Report, numbered
from laporan.reports.counting import narrow, registered_by, state_label
from laporan.scope import Scope
from produk.models import Produk
from spreadsheets.sheet import Kind
from umkm.choices import BidangUsaha, JenisKelamin, Skala
from umkm.models import Usaha

_FIELD, _SEX = "bidang_usaha", "pemilik__jenis_kelamin"
# What the list may be narrowed to, as the recaps count it: name in the address, label, lookup, and its value.
_GROUPS = (
    *((value, label, _FIELD, value) for value, label in BidangUsaha.choices),
    ("tanpa-bidang", "Bidang usaha belum diisi", _FIELD, ""),
    *((value, label, "skala", value) for value, label in Skala.choices),
    ("tanpa-skala", "Skala belum diisi", "skala", ""),
    *((value, f"Pemilik {label.lower()}", _SEX, value) for value, label in JenisKelamin.choices),
    ("tanpa-jk", "Jenis kelamin pemilik belum diisi", _SEX, ""),
)
_BY_NAME = {name: {lookup: value} for name, _, lookup, value in _GROUPS}
_NAMES = {(lookup, value): name for name, _, lookup, value in _GROUPS}


def groups() -> list[tuple[str, str]]:
    return [(name, label) for name, label, *_ in _GROUPS]


def group_of(lookup: str, value: str) -> str:
    """The name of those whose field has this value."""
    return _NAMES[lookup, value]


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
        businesses = businesses.filter(**_BY_NAME[scope.jenis])
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
