"""`/lacak/`: how far a case has come, for whoever holds its receipt. Nothing about a person, no cookie."""

from urllib.parse import urlencode

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import cache_control
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from common.receipts import LacakForm, is_code_of
from common.throttle import allows
from fasilitasi.kemajuan import progress_of
from fasilitasi.models import Fasilitasi

# A village that shares one address of its network may look, a program that guesses may not.
_MOST_AN_HOUR = 60
_REGISTRATION = "DFT-"
_UNKNOWN = "Nomor dan kode ini tidak cocok. Periksa keduanya pada tanda terima."
_LATER = "Jaringan Anda sudah mencari banyak kali. Coba lagi satu jam lagi."


@csrf_exempt  # it changes nothing and asks for no account, so the page needs no cookie
@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
@cache_control(private=True, no_store=True)
def track(request: HttpRequest) -> HttpResponse:
    """The receipt's QR opens the form filled in; only a POST looks, and looks are counted against guessing."""
    if request.method != "POST":
        told = {name: request.GET.get(name, "") for name in LacakForm.base_fields}
        if told["nomor"].upper().startswith(_REGISTRATION):
            return _to_registration(told)
        is_filled = any(told.values())
        return render(
            request, "fasilitasi/track.html", {"form": LacakForm(initial=told), "is_filled": is_filled}
        )
    form = LacakForm(request.POST)
    if not form.is_valid():
        return render(request, "fasilitasi/track.html", {"form": form})
    case = None
    if not allows(request, "lacak", most=_MOST_AN_HOUR, seconds=3600):
        form.add_error(None, _LATER)
        return render(request, "fasilitasi/track.html", {"form": form}, status=429)
    nomor = form.cleaned_data["nomor"]
    if nomor.startswith(_REGISTRATION):
        return _to_registration(form.cleaned_data)
    if is_code_of(nomor, form.cleaned_data["kode"]):
        case = (
            Fasilitasi.objects.active()
            .select_related("jenis", "tahap", "sertifikat")
            .filter(nomor=nomor)
            .first()
        )
    if case is None:
        form.add_error(None, _UNKNOWN)
        return render(request, "fasilitasi/track.html", {"form": form})
    return render(request, "fasilitasi/track.html", {"form": form, "progress": progress_of(case)})


def _to_registration(told: dict[str, str]) -> HttpResponse:
    """A registration has a page of its own."""
    return redirect(f"{reverse('pendaftaran:track')}?{urlencode(told)}")
