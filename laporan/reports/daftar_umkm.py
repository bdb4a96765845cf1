"""List of registered businesses (domain 9.4)."""

from collections.abc import Iterator
from typing import Any

from django.contrib.postgres.aggregates import StringAgg

from common.batches import batched
from laporan.period import Period
from laporan.report import NUMBER, Column, Orientation, Report, numbered
from laporan.reports.counting import narrow, registered_by, state_label
from laporan.scope import Scope
from produk.models import Produk
from spreadsheets.sheet import Kind
from umkm.choices import BidangUsaha, JenisKelamin, Skala
from umkm.models import Usaha

_AT_ONCE = 1000
_VALUES = (
    "pk",
    "name",
    "pemilik__name",
    "pemilik__jenis_kelamin",
    "desa__name",
    "desa__kecamatan__name",
    "bidang_usaha",
    "kbli__code",
    "kbli__edition",
    "nib",
    "skala",
    "tenaga_kerja_l",
    "tenaga_kerja_p",
)
_FIELDS = dict(BidangUsaha.choices)
_SIZES = {value: label.removeprefix("Usaha ").capitalize() for value, label in Skala.choices}
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
        .with_skala()
        .with_latest_figures()
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
        rows=lambda: numbered(_rows(businesses)),
        notes=(
            "Skala dicetak menurut pernyataan pemilik; bila belum dinyatakan, menurut hasil hitung (PP 7/2021).",
        ),
        count_people=businesses.count,
        orientation=Orientation.LANDSCAPE,
    )


def _rows(businesses: Any) -> Iterator[tuple[Any, ...]]:
    """Values and not records: of a whole district records cost many times their rows."""
    found = businesses.values_list(*_VALUES).iterator(chunk_size=_AT_ONCE)
    for chunk in batched(found, _AT_ONCE):
        products = _products([pk for pk, *_ in chunk])
        for pk, name, owner, sex, desa, kecamatan, bidang, code, edition, nib, skala, men, women in chunk:
            kbli = f" ({code}, KBLI {edition})" if code else ""
            yield (
                name,
                owner,
                sex,
                desa or "",
                kecamatan or "",
                f"{_FIELDS.get(bidang, bidang)}{kbli}",
                nib,
                _SIZES.get(skala, ""),
                men,
                women,
                products.get(pk, ""),
            )


def _products(businesses: list[int]) -> dict[int, str]:
    every = Produk.objects.active().filter(is_draft=False, usaha__in=businesses)
    names = StringAgg("name", ", ", order_by=("name", "pk"))
    return dict(every.order_by().values_list("usaha").annotate(names=names))
