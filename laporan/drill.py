"""From a total to the rows it counts: addresses of lists, narrowed as the total is."""

from typing import Any
from urllib.parse import urlencode

from django.urls import reverse

from fasilitasi.choices import Ukuran
from laporan.period import Period
from laporan.report import Link
from laporan.scope import Scope
from spreadsheets.sheet import Value


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


def opening_totals_list(jenis: Any) -> str:
    """What stands behind a number without names: the totals on record, with their sources."""
    return f"{reverse('admin:fasilitasi_rekapawal_changelist')}?{urlencode({'jenis__id__exact': jenis.pk})}"


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
