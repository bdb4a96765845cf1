"""From a total to the rows it counts: addresses of lists, narrowed as the total is."""

from collections.abc import Sequence
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse

from fasilitasi.choices import Ukuran
from laporan.period import Period
from laporan.report import Link
from laporan.scope import Scope
from spreadsheets.sheet import Value
from wilayah.models import Kecamatan


def list_of_cases(period: Period, scope: Scope, *, kecamatan: str = "", jenis: str = "") -> str:
    """The list of recipients; `kecamatan` (a code) and `jenis` (slugs, by comma) narrow it further."""
    return report_page(
        "daftar-penerima", period, kecamatan=kecamatan or scope.kecamatan, jenis=jenis or scope.jenis
    )


def linked(count: int, url: str, *, named: int) -> Value:
    """A count that leads to its named rows; without any, the bare number."""
    return Link(count, url) if named else count


def leading(figure: int | None, url: str) -> Value:
    """A figure whose rows all stand on one list, so to it; nothing, or without a list, the bare number."""
    return Link(figure, url) if figure and url else figure


def opening_totals_list(
    period: Period, scope: Scope, *, of: Sequence[Any] = (), is_placeless: bool = False
) -> str:
    """What stands behind numbers without names: the totals on record, with their sources. No kinds mean all."""
    query: dict[str, Any] = {}
    if of:
        lookup = "jenis__id__exact" if len(of) == 1 else "jenis__id__in"
        query[lookup] = ",".join(str(jenis.pk) for jenis in of)
    if is_placeless:
        query["kecamatan__isnull"] = True
    else:
        query |= desk_places(scope)
    return desk_list("fasilitasi_rekapawal", **query, **period.whole_years)


def desk_list(noun: str, **narrowing: Any) -> str:
    """Rows of a noun ("app_model") as its desk reads them, by what that page filters by."""
    return f"{reverse(f'admin:{noun}_changelist')}?{urlencode(narrowing)}"


def days_within(field: str, period: Period) -> dict[str, str]:
    """For `desk_list()`: rows of a period by their day."""
    ends = {f"{field}__gte": period.start, f"{field}__lte": period.end}
    return {lookup: day.isoformat() for lookup, day in ends.items() if day}


def about_indicator(indikator: Any, period: Period, scope: Scope) -> str:
    """Finished cases of its kinds, or the register whose share it is as that stood at the end of the period."""
    if not indikator.is_ratio:
        kinds = ",".join(sorted(jenis.slug for jenis in indikator.jenis.all()))
        return list_of_cases(period, scope, jenis=kinds) if kinds else ""
    slug = "daftar-umkm" if indikator.ukuran == Ukuran.USAHA_NIB else "keragaan-koperasi"
    return report_page(slug, Period.between(None, period.end), kecamatan=scope.kecamatan)


def report_page(slug: str, period: Period, **narrowing: str) -> str:
    """A report as its box is filled for this; what is empty does not narrow it."""
    query = period.query | {name: value for name, value in narrowing.items() if value}
    return f"{reverse('laporan:report', args=[slug])}?{urlencode(query)}"


def desk_place(scope: Scope) -> dict[str, Any]:
    """For `desk_list()`: the chosen kecamatan by its key; an officer's own list is kept to their part anyway."""
    return {"kecamatan": _keys_of(scope)} if scope.kecamatan else {}


def desk_places(scope: Scope) -> dict[str, Any]:
    """The same for a list that nobody's part of the district narrows."""
    return {"kecamatan__id__in": _keys_of(scope)} if scope.codes else {}


def _keys_of(scope: Scope) -> str:
    return ",".join(
        str(pk) for pk in Kecamatan.objects.filter(code__in=scope.codes).values_list("pk", flat=True)
    )
