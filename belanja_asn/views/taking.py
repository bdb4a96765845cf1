"""A month of the own OPD as a file: without names at once, with them for a reason that goes on record."""

from typing import Any

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from accounts.actions import record_download
from belanja_asn.aturan import Bulan
from belanja_asn.exports import BELANJA
from belanja_asn.forms.rekap import AmbilForm
from belanja_asn.models import Opd
from belanja_asn.views.officer import asked_month, own_opd, purchases_of, reporters_only
from common.file_formats import FileFormat
from common.templatetags.indonesia import bulan as bulan_in_words
from common.templatetags.indonesia import tanggal, waktu
from spreadsheets.export.columns import sheet_columns
from spreadsheets.responses import sheet_response
from spreadsheets.sheet import Sheet

_WARNING = "Memuat data pribadi (UU 27/2022). Simpan di tempat aman dan hapus setelah dipakai."


@require_http_methods(["GET", "HEAD", "POST"])
@reporters_only
def take(request: Any, slug: str, bulan: str) -> HttpResponseBase:
    opd, month = own_opd(request, slug), asked_month(bulan)
    if request.method != "POST" and request.GET.get("berkas") in FileFormat.values:
        return _file(request, opd, month, request.GET["berkas"], with_names=False)
    form = AmbilForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        answer = _file(request, opd, month, form.cleaned_data["berkas"], with_names=True)
        record_download(
            by=request.user,
            list_name=f"Belanja ASN {opd.name}"[:150],
            filter_text=bulan_in_words(month.start),
            row_count=purchases_of(opd, month).count(),
            file_format=form.cleaned_data["berkas"],
            reason=form.cleaned_data["reason"],
        )
        return answer
    return render(request, "belanja_asn/take.html", {"opd": opd, "month": month, "form": form})


def _file(
    request: HttpRequest, opd: Opd, month: Bulan, file_format: str, *, with_names: bool
) -> HttpResponseBase:
    at = timezone.now()
    columns = BELANJA.chosen(personal=with_names, secret=with_names)
    head = (
        f"Belanja ASN {opd.name}",
        bulan_in_words(month.start),
        f"Diunduh {tanggal(at)}, {waktu(at)}, oleh {request.user}",
    )
    sheet = Sheet(
        columns=sheet_columns(columns),
        rows=BELANJA.rows(purchases_of(opd, month), columns, personal=with_names),
        head=(*head, _WARNING) if with_names else head,
        tab="Belanja ASN",
    )
    parts = ["belanja-asn", opd.slug, month.text, *(["data-pribadi"] if with_names else [])]
    return sheet_response(sheet, file_format=file_format, name="-".join(parts), written_at=at)
