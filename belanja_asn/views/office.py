"""At the staff door: which OPD have not reported, with a message ready for each; the photo of a receipt."""

from typing import Any

from django.contrib import admin
from django.contrib.auth.decorators import permission_required
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from belanja_asn.aturan import Bulan, last_day_to_report, months_between
from belanja_asn.choices import KeadaanLapor
from belanja_asn.forms.rekap import month_of
from belanja_asn.models import AturanBelanja, Belanja, Opd
from belanja_asn.pesan import text_for
from belanja_asn.photo import photo_response
from belanja_asn.rekap import rows_of
from common.templatetags.indonesia import whatsapp_link

_MONTHS = 12


@require_safe
@permission_required("belanja_asn.view_opd", raise_exception=True)
def reminders(request: Any) -> HttpResponse:
    today = timezone.localdate()
    first = AturanBelanja.objects.order_by("valid_from").values_list("valid_from", flat=True).first()
    months = months_between(first, today, most=_MONTHS) if first else []
    asked = month_of(request.GET.get("bulan", ""))
    month = asked if asked in months else months[-2] if len(months) > 1 else Bulan.of(today)
    rule = AturanBelanja.objects.on(month.start).first()
    silent, reported = [], 0
    for row in rows_of([month], opds=Opd.objects.active()) if rule else []:
        if row.keadaan != KeadaanLapor.BELUM:
            reported += 1
            continue
        due = last_day_to_report(month, rule.batas_lapor) if rule else month.end
        text = text_for(row.opd, month.start, due)
        may_call = request.user.has_perm("umkm.view_personal_data")
        silent.append((row, text, whatsapp_link(row.opd.phone, text) if may_call else ""))
    context = {
        "title": "OPD belum melapor",
        "months": [each.start for each in reversed(months)],
        "month": month.start,
        "rule": rule,
        "silent": silent,
        "reported": reported,
    }
    return render(request, "belanja_asn/reminders.html", {**admin.site.each_context(request), **context})


@require_safe
@permission_required(["belanja_asn.view_belanja", "umkm.view_personal_data"], raise_exception=True)
def office_nota(request: HttpRequest, pk: int) -> FileResponse:
    """Rows outside the officer's kecamatan answer 404."""
    return photo_response(get_object_or_404(Belanja.objects.in_scope_of(request.user), pk=pk))
