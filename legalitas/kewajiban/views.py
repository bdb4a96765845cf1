"""The duty calendar at the staff door: the calls of a month by kecamatan, and one call with its text."""

from itertools import groupby
from typing import Any

from django.contrib import admin, messages
from django.contrib.auth.decorators import permission_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from common.templatetags.indonesia import whatsapp_link
from legalitas.actions import remind
from legalitas.kewajiban.forms import KalenderForm, PengingatForm
from legalitas.kewajiban.halal import without_halal
from legalitas.kewajiban.kalender import Kewajiban, duties
from legalitas.kewajiban.one import Call, call_about
from legalitas.kewajiban.pesan import text_for
from wilayah.models import Kecamatan

# A list to be called through; a district with more in a month narrows it by kecamatan.
MOST = 300


@require_safe
@permission_required("legalitas.view_sertifikat", raise_exception=True)
def calendar(request: Any) -> HttpResponse:
    form = KalenderForm(request.GET)
    narrow = _narrowed(request.user, form.chosen.get("kecamatan", ""))
    rows = duties(
        form.month, narrow=narrow, jenis=form.chosen.get("jenis", ""), waiting="belum" in form.chosen
    )
    found = [Kewajiban.of(row) for row in rows[: MOST + 1]]
    shown = found[:MOST]
    today = timezone.localdate()
    context = {
        "title": "Kalender kewajiban",
        "form": form,
        "filters": [form[name] for name in form.fields],
        "chips": form.chips(),
        "month": form.month.start,
        "groups": [
            (place, [(duty, duty.left(today)) for duty in duties_there])
            for place, duties_there in groupby(shown, key=lambda duty: duty.kecamatan)
        ],
        "count": len(shown),
        "is_cut": len(found) > MOST,
        "without_halal": narrow(without_halal()).count(),
    }
    return _page(request, "calendar", context)


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(["legalitas.view_sertifikat", "umkm.view_personal_data"], raise_exception=True)
def call(request: Any, jenis: str, pk: int) -> HttpResponse:
    """Number and text of one call; posting notes that it was made. Rows out of reach answer 404."""
    found = call_about(jenis, pk, user=request.user)
    if found is None:
        raise Http404
    form = PengingatForm(request.POST if request.method == "POST" else None)
    if request.method == "POST":
        if not request.user.has_perm("legalitas.add_pengingat"):
            raise PermissionDenied
        if form.is_valid():
            remind(jenis=found.duty.jenis, record=found.record, by=request.user, **form.cleaned_data)
            messages.success(request, f"{found.duty.holder} tercatat sudah diingatkan.")
            return redirect("legalitas:calendar")
    return _page(request, "call", _told(found, form))


def _told(found: Call, form: PengingatForm) -> dict[str, Any]:
    text = text_for(found.duty)
    return {
        "title": f"Ingatkan {found.duty.holder}",
        "call": found,
        "duty": found.duty,
        "left": found.duty.left(timezone.localdate()),
        "text": text,
        "whatsapp_url": whatsapp_link(found.duty.phone, text),
        "form": form,
        "reminders": found.reminders(),
    }


def _narrowed(user: Any, slug: str) -> Any:
    """Within the officer's kecamatan, and the one chosen."""
    place = Kecamatan.objects.filter(slug=slug) if slug else None

    def narrow(rows: Any) -> Any:
        rows = rows.in_scope_of(user)
        return rows if place is None else rows.filter(rows.reaches(place))

    return narrow


def _page(request: HttpRequest, name: str, context: dict[str, Any]) -> HttpResponse:
    return render(request, f"legalitas/{name}.html", {**admin.site.each_context(request), **context})
