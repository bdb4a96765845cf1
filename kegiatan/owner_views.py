"""Events of an owner: those their businesses take part in, and those they may sign up for."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from common import qr
from kegiatan.actions import cancel, sign_up
from kegiatan.actions.pendaftaran import obstacle_for
from kegiatan.choices import StatusPeserta
from kegiatan.kode import receipt_code
from kegiatan.models import Kegiatan, Peserta
from kegiatan.owner_forms import SignUpForm
from kegiatan.sharing import when, where
from umkm.doors import owners_only
from umkm.models import Usaha

_MOST_COMING, _MOST_PAST = 12, 50


@require_safe
@owners_only
def mine(request: HttpRequest) -> HttpResponse:
    today = timezone.localdate()
    rows = _mine(request).not_cancelled().with_subject().select_related("kegiatan__desa__kecamatan")
    coming = rows.filter(kegiatan__ends_on__gte=today).order_by("kegiatan__begins_on", "id")
    past = (
        rows.filter(kegiatan__ends_on__lt=today)
        .select_related("sertifikathadir__dokumen")
        .defer("sertifikathadir__dokumen__pdf")
        .prefetch_related("kehadiran_set")
        .order_by("-kegiatan__begins_on", "-id")[:_MOST_PAST]
    )
    offered = Kegiatan.objects.listed().coming(at=today).filter(called_off_at=None, is_open_to_owners=True)
    joined = rows.values("kegiatan")
    context = {
        "coming": list(coming),
        "past": [{"peserta": each, "paper": _paper(each)} for each in past],
        "offered": offered.exclude(pk__in=joined).for_cards().order_by("begins_on", "id")[:_MOST_COMING],
    }
    return render(request, "kegiatan/owner/mine.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@owners_only
def event(request: HttpRequest, slug: str) -> HttpResponseBase:
    """Sign up with one business; below stand those that take part already."""
    kegiatan = get_object_or_404(Kegiatan.objects.listed().with_place(), slug=slug)
    taking_part = list(_mine(request).not_cancelled().with_subject().filter(kegiatan=kegiatan))
    businesses = Usaha.objects.looked_after_by(request.user).with_place().select_related("pemilik")
    free = list(businesses.exclude(pk__in=[each.usaha_id for each in taking_part]).order_by("name", "id"))
    form = SignUpForm(request.POST if request.method == "POST" else None, businesses=free)
    if form.is_bound and form.is_valid() and _sign_up(request, kegiatan, form):
        return redirect("kegiatan_owner:list")
    context = {
        "kegiatan": kegiatan,
        "when": when(kegiatan),
        "where": where(kegiatan),
        "obstacle": obstacle_for(kegiatan),
        "taking_part": [
            {"peserta": each, "code": receipt_code(each), "qr": qr.svg(receipt_code(each))}
            for each in taking_part
        ],
        "is_ahead": kegiatan.begins_at > timezone.now(),
        "businesses": free,
        "form": form,
    }
    return render(request, "kegiatan/owner/event.html", context)


@require_POST
@owners_only
def leave(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Until the event begins; afterwards the office knows who came."""
    peserta = get_object_or_404(_mine(request).select_related("kegiatan"), pk=pk)
    if timezone.now() >= peserta.kegiatan.begins_at:
        messages.warning(request, "Kegiatan ini sudah dimulai. Hubungi kantor bila Anda tidak dapat hadir.")
        return redirect("kegiatan_owner:list")
    try:
        cancel(peserta=peserta, by=request.user)
    except ValidationError as error:
        messages.warning(request, " ".join(error.messages))
    else:
        messages.success(
            request, f"Keikutsertaan di {peserta.kegiatan} dibatalkan. Terima kasih sudah memberi tahu."
        )
    return redirect("kegiatan_owner:list")


def _mine(request: HttpRequest) -> Any:
    """Of the businesses that this account looks after."""
    businesses = Usaha.objects.looked_after_by(request.user).order_by()
    return Peserta.objects.filter(usaha__in=businesses.values("pk"))


def _sign_up(request: HttpRequest, kegiatan: Kegiatan, form: SignUpForm) -> bool:
    try:
        peserta = sign_up(kegiatan=kegiatan, by=request.user, **form.answers())
    except ValidationError as error:
        form.add_error(None, error)
        return False
    if peserta.status == StatusPeserta.MENUNGGU:
        told = f"{peserta.usaha} masuk daftar tunggu {kegiatan}. Anda naik sendiri bila ada yang batal."
        messages.warning(request, told)
    else:
        messages.success(request, f"{peserta.usaha} terdaftar di {kegiatan}. Sampai jumpa!")
    return True


def _paper(peserta: Peserta) -> Any:
    """The certificate of who came, where it was issued; its layer lies above this one."""
    return getattr(peserta, "sertifikathadir", None)
