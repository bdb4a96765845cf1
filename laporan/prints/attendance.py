"""The attendance list of an event on one of its days: to sign at the door, and as a sheet for the files."""

from django.contrib.auth.decorators import permission_required
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from kegiatan.models import Kegiatan
from laporan import people
from laporan.reports import daftar_hadir
from laporan.responses import record_report, respond
from laporan.signature import Signing


@require_safe
@permission_required(["kegiatan.change_kegiatan", "umkm.view_personal_data"], raise_exception=True)
def attendance(request: HttpRequest, pk: int) -> HttpResponseBase:
    """It holds telephone numbers: each file is put on record. Events outside the officer's reach answer 404."""
    events = Kegiatan.objects.active().filter(is_draft=False).in_scope_of(request.user)
    kegiatan = get_object_or_404(events, pk=pk)
    day = kegiatan.day_asked(request.GET.get("hari", ""))
    printed = daftar_hadir.build(kegiatan, day)
    response = respond(
        request,
        printed,
        letterhead=people.letterhead(day),
        signature=people.signature(day, both=False, mode=Signing.RUANG),
        paper=people.paper(day),
    )
    if response.has_header("Content-Disposition"):
        record_report(printed, by=request.user, file_format=request.GET["format"])
    return response
