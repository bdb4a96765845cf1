"""“Data saya” (UU 27/2022): everything held of an owner, to read and print, and requests about it."""

from django.contrib import messages
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from akun import actions
from akun.forms.pribadi import PermintaanForm
from akun.models import PermintaanData
from akun.reach import once_of, owner_of, sent
from fasilitasi.models import Fasilitasi
from legalitas.models import Sertifikat
from produk.models import Produk
from umkm.doors import owners_only
from umkm.models import DataTahunan, PembukaanNik, Pemilik


@require_http_methods(["GET", "HEAD", "POST"])
@owners_only
def my_data(request: HttpRequest) -> HttpResponseBase:
    pemilik = owner_of(request)
    form, once = PermintaanForm(**sent(request)), once_of(request)
    if form.is_bound and form.is_valid():
        actions.request_data(pemilik=pemilik, once=once, **form.cleaned_data)
        messages.success(request, "Permintaan Anda terkirim. Jawabannya tampil di halaman ini.")
        return redirect("akun:my_data")
    context = {
        "form": form,
        "once": once,
        "printed_at": timezone.now(),
        **_held(pemilik),
    }
    return render(request, "akun/my_data.html", context)


def _held(pemilik: Pemilik) -> dict[str, object]:
    """A fixed number of statements; numbers are masked by the template."""
    usaha_list = list(
        pemilik.usaha_set.active().select_related("desa__kecamatan", "kbli").order_by("name", "id")
    )
    return {
        "pemilik": Pemilik.objects.select_related("desa__kecamatan").get(pk=pemilik.pk),
        "consents": list(pemilik.persetujuan_set.select_related("recorded_by")),
        "usaha_list": usaha_list,
        "figures": DataTahunan.objects.filter(usaha__in=usaha_list).select_related("usaha"),
        "products": Produk.objects.active().filter(usaha__in=usaha_list).select_related("usaha"),
        "certificates": Sertifikat.objects.active().filter(usaha__in=usaha_list).select_related("usaha"),
        "cases": Fasilitasi.objects.active().filter(usaha__in=usaha_list).select_related("jenis", "usaha"),
        "openings": PembukaanNik.objects.filter(pemilik=pemilik).select_related("opened_by"),
        "requests": PermintaanData.objects.filter(pemilik=pemilik),
    }
