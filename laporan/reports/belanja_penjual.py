"""What 1 ASN 1 Produk bought: from which sellers, in which kecamatan, on the islands and on the mainland."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from django.db.models import Count, F, Sum
from django.db.models.functions import Coalesce

from belanja_asn.models import Belanja, BelanjaQuerySet
from common.templatetags.indonesia import angka, rupiah
from laporan.drill import leading, report_page
from laporan.period import Period
from laporan.report import NUMBER, Column, Report, numbered
from laporan.reports.counting import kecamatan_in, narrow
from laporan.scope import Scope
from spreadsheets.sheet import Kind, Value

_USAHA, _KOPERASI = "usaha", "koperasi"
_NOTES = (
    (
        "Belanja yang sudah dikonfirmasi dan tercatat satu per satu, menurut tanggal nota. Rekap perangkat daerah "
        "tanpa rincian tidak termasuk, karena penjualnya tidak diketahui."
    ),
)


def sellers() -> Iterable[tuple[str, str]]:
    return ((_USAHA, "Usaha"), (_KOPERASI, "Koperasi"))


def _purchases(period: Period, scope: Scope) -> Any:
    rows = narrow(Belanja.objects.counted(), scope).order_by()
    if period.start:
        rows = rows.filter(bought_on__gte=period.start)
    if period.end:
        rows = rows.filter(bought_on__lte=period.end)
    return rows.filter(**{f"{scope.jenis}__isnull": False}) if scope.jenis else rows


def build(period: Period, scope: Scope) -> Report:
    rows: list[tuple[Any, ...]] = list(_by_seller(_purchases(period, scope)))
    return Report(
        name=scope.file_name("1-asn-1-produk-per-penjual", period),
        title="Belanja ASN per usaha dan koperasi",
        subtitles=(str(period), *scope.subtitles),
        columns=(
            NUMBER,
            Column("penjual", "Usaha/koperasi", weight=3),
            Column("jenis", "Jenis"),
            Column("kecamatan", "Kecamatan", weight=1.5),
            Column("opd", "Perangkat daerah", Kind.NUMBER),
            Column("belanja", "Belanja", Kind.NUMBER),
            Column("nilai", "Nilai (Rp)", Kind.NUMBER),
        ),
        rows=lambda: numbered(rows),
        totals=("JUMLAH", None, None, None, None, sum(row[4] for row in rows), sum(row[5] for row in rows)),
        notes=_NOTES,
        # What a person's business earns is that person's own matter (UU 27/2022 Pasal 4).
        count_people=lambda: len([row for row in rows if row[1] == "Usaha"]),
    )


def _by_seller(purchases: Any) -> Iterator[tuple[Any, ...]]:
    """Businesses, then cooperatives, each in the order of kecamatan."""
    for noun in (_USAHA, _KOPERASI):
        place = f"{noun}__desa__kecamatan"
        rows = (
            purchases.filter(**{f"{noun}__isnull": False})
            .values(noun, f"{noun}__name", f"{place}__name", f"{place}__code")
            .annotate(offices=Count("opd", distinct=True), count=Count("pk"), amount=Sum("nilai"))
            .order_by(f"{place}__code", f"{noun}__name", noun)
        )
        for row in rows:
            yield (
                row[f"{noun}__name"],
                noun.capitalize(),
                row[f"{place}__name"],
                row["offices"],
                row["count"],
                row["amount"],
            )


def build_kecamatan(period: Period, scope: Scope) -> Report:
    places = list(kecamatan_in(scope))
    found = _by_place(_purchases(period, scope))
    rows: list[tuple[Any, ...]] = [
        (kecamatan.name, _region(kecamatan), *(found[name][kecamatan.pk] for name in _FIGURES))
        for kecamatan in places
    ]
    whole = [sum(row[at] for row in rows) for at in range(2, 6)]

    def linked(figures: Iterable[int], kecamatan: str) -> Iterator[Value]:
        """Sellers lead to their rows, purchases and amounts to the list whose totals they are."""
        for name, figure in zip(_FIGURES, figures, strict=True):
            jenis = name if name in (_USAHA, _KOPERASI) else scope.jenis
            url = report_page("belanja-asn-penjual", period, kecamatan=kecamatan, jenis=jenis)
            yield leading(figure, url)

    return Report(
        name=scope.file_name("1-asn-1-produk-per-kecamatan", period),
        title="Belanja ASN per kecamatan",
        subtitles=(str(period), *scope.subtitles),
        columns=(
            NUMBER,
            Column("kecamatan", "Kecamatan", weight=3),
            Column("wilayah", "Wilayah", weight=1.5),
            Column("usaha", "Usaha", Kind.NUMBER, group="Penjual"),
            Column("koperasi", "Koperasi", Kind.NUMBER, group="Penjual"),
            Column("belanja", "Belanja", Kind.NUMBER),
            Column("nilai", "Nilai (Rp)", Kind.NUMBER),
        ),
        rows=lambda: numbered(
            (name, region, *linked(figures, kecamatan.code))
            for kecamatan, (name, region, *figures) in zip(places, rows, strict=True)
        ),
        totals=("JUMLAH", None, None, *linked(whole, scope.kecamatan)),
        notes=(*_of_regions(rows), *_NOTES),
    )


_FIGURES = (_USAHA, _KOPERASI, "count", "amount")


def _by_place(purchases: Any) -> dict[str, Counter]:
    found: dict[str, Counter] = {name: Counter() for name in _FIGURES}
    rows = (
        purchases.annotate(place=Coalesce(*map(F, BelanjaQuerySet.KECAMATAN_LOOKUPS)))
        .values("place")
        .annotate(
            usaha=Count("usaha", distinct=True),
            koperasi=Count("koperasi", distinct=True),
            count=Count("pk"),
            amount=Sum("nilai"),
        )
    )
    for row in rows:
        for name in _FIGURES:
            found[name][row["place"]] += row[name]
    return found


def _region(kecamatan: Any) -> str:
    return "Kepulauan" if kecamatan.is_island else "Daratan"


def _of_regions(rows: list[tuple[Any, ...]]) -> tuple[str, ...]:
    """What the islands sold, and the mainland."""
    told = []
    for region in ("Kepulauan", "Daratan"):
        of_region = [row for row in rows if row[1] == region]
        if of_region:
            count, amount = (sum(row[at] for row in of_region) for at in (4, 5))
            told.append(f"{region}: {angka(count)} belanja senilai {rupiah(amount)}.")
    return tuple(told)
