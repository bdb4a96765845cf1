"""Which report was asked for: the filter of an address, within the kecamatan an officer is kept to."""

from dataclasses import replace
from typing import Any

from django.http import QueryDict
from django.utils import timezone

from fasilitasi.models import Fasilitasi, RekapAwal
from laporan.print_form import PrintForm
from laporan.reports import ReportKind
from laporan.scope import Scope
from wilayah.models import Kecamatan


def reach_of(user: Any) -> tuple[str, ...]:
    """The kecamatan an officer is kept to, by code."""
    return tuple(kecamatan.code for kecamatan in user.scope)


def form_of(data: QueryDict, kind: ReportKind, reach: tuple[str, ...]) -> PrintForm:
    kecamatan = Kecamatan.objects.filter(code__in=reach) if reach else Kecamatan.objects.all()
    return PrintForm(
        data,
        years=_years(kind),
        default_year=timezone.localdate().year if kind.this_year else None,
        kecamatan=kecamatan.values_list("code", "name"),
        jenis=kind.jenis.offers(),
        jenis_caption=kind.jenis.caption,
    )


def scope_of(form: PrintForm, reach: tuple[str, ...]) -> Scope:
    """As chosen; an officer's part of the district is named on paper like one that was chosen."""
    scope = form.scope
    if scope.kecamatan or not reach:
        return scope
    names = sorted(form.labels["kecamatan"].values())
    return replace(
        scope, within=reach, kecamatan_label=" dan ".join(filter(None, (", ".join(names[:-1]), names[-1])))
    )


def _years(kind: ReportKind) -> range:
    """From the first year on record to the current one, or as far ahead as the report looks, newest first."""
    this_year = timezone.localdate().year
    first = RekapAwal.objects.order_by("tahun").values_list("tahun", flat=True).first() or this_year
    oldest = Fasilitasi.objects.order_by("applied_on").values_list("applied_on__year", flat=True).first()
    return range(this_year + kind.years_ahead, min(first, oldest or first) - 1, -1)
