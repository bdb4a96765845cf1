"""Which report was asked for: the filter of an address, within the kecamatan an officer is kept to."""

from dataclasses import replace

from django.http import QueryDict
from django.utils import timezone

from laporan.print_form import PrintForm
from laporan.reports import ReportKind
from laporan.reports.counting import kecamatan_in, years_on_record
from laporan.scope import Scope


def form_of(data: QueryDict, kind: ReportKind, reach: tuple[str, ...]) -> PrintForm:
    kecamatan = kecamatan_in(Scope(within=reach))
    return PrintForm(
        data,
        years=years_on_record(ahead=kind.years_ahead),
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
