"""What the office vouches for: shown with what waits, changed at once or proposed."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from akun import actions
from akun.beda import differences
from akun.forms.usaha import IdentitasForm
from akun.models import Usulan
from akun.reach import business_of, sent
from umkm.doors import owners_only
from umkm.models import Usaha


@require_http_methods(["GET", "HEAD", "POST"])
@owners_only
def identity(request: HttpRequest, slug: str) -> HttpResponseBase:
    usaha = business_of(request, slug)
    form = IdentitasForm(**sent(request), instance=usaha)
    if form.is_bound and form.is_valid():
        try:
            proposed = actions.propose(record=usaha, values=form.values(), by=request.user)
        except ValidationError as error:
            form.add_error(None, " ".join(error.messages))
        else:
            messages.success(
                request,
                "Usulan Anda terkirim. Data lama tetap tampil sampai petugas memeriksanya."
                if proposed
                else "Data usaha tersimpan.",
            )
            return redirect("akun:identity", slug)
    # The form writes its values into the record it was given: what is told comes from a fresh one.
    current = business_of(request, slug)
    context = {"form": form, "usaha": current, "proposals": proposals_of(current)}
    return render(request, "akun/identity.html", context)


def proposals_of(usaha: Usaha) -> list[tuple[Usulan, list]]:
    """The one that waits and the last one decided, the newest first."""
    rows = Usulan.objects.with_subject().filter(usaha=usaha)[:3]
    return [(usulan, differences(usulan)) for usulan in rows]
