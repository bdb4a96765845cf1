"""The visitor book: a form at the door, on the guest's own phone or on the tablet at the desk."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from common.throttle import allows
from common.traps import new_moment
from etalase.actions import sign_in
from etalase.forms import BukuTamuForm

# A bazaar's guests share the address of the house's network.
_MOST_AN_HOUR = 120
_DESK = "meja"


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def guest(request: HttpRequest) -> HttpResponseBase:
    """With `?meja=1` the next guest finds an empty form at once."""
    is_desk = _DESK in request.GET
    form = BukuTamuForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_a_programs:
        return _thanks(is_desk)
    if once := form.name_once():
        if allows(request, "buku-tamu", most=_MOST_AN_HOUR, seconds=3600):
            told = {name: value for name, value in form.cleaned_data.items() if name in form.Meta.fields}
            sign_in(once=once, **told)
            return _thanks(is_desk)
        form.add_error(
            None, "Buku tamu sedang penuh. Coba lagi sebentar lagi, atau sampaikan kepada petugas."
        )
    context = {
        "form": form,
        "moment": new_moment(),
        "is_desk": is_desk,
        "is_signed": is_desk and "terima-kasih" in request.GET and not form.is_bound,
    }
    return render(request, "etalase/guest.html", context)


@login_not_required
@require_safe
def thanks(request: HttpRequest) -> HttpResponse:
    return render(request, "etalase/thanks.html")


def _thanks(is_desk: bool) -> HttpResponseBase:
    if is_desk:
        return redirect(f"{reverse('etalase:guest')}?{_DESK}=1&terima-kasih=1")
    return redirect("etalase:thanks")
