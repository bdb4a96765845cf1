"""`/daftar/`: a business registers itself in short steps, without an account, and reads later what came of it."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from common.receipts import LacakForm, code_of, is_code_of, shown
from common.throttle import allows
from common.traps import new_moment
from common.uploads import undone_on_error
from pendaftaran import actions, kunci, langkah
from pendaftaran.forms import FORMS, MulaiForm, SambungForm
from pendaftaran.models import Pendaftaran

# As many as a training room behind one address may begin in an hour.
_MOST_BEGUN, _MOST_LOOKED_UP, _MOST_NUMBERS = 30, 60, 10
_CROWDED = "Jaringan Anda sudah memulai banyak pendaftaran. Coba lagi satu jam lagi; isian Anda masih ada."
_UNKNOWN = "Nomor dan kode ini tidak cocok. Periksa keduanya pada tanda terima."
_LATER = "Jaringan Anda sudah mencari banyak kali. Coba lagi satu jam lagi."
_FULL_DISK = (
    "Foto tidak dapat disimpan sekarang. Isian lain masih ada; coba lagi nanti atau lanjutkan tanpa foto."
)

_private = cache_control(private=True, no_store=True)
_Page = Callable[..., HttpResponseBase]


def _of_draft(view: _Page) -> _Page:
    """The draft whose key the browser holds is handed on; without one the first page is next, and one that was sent
    already has nothing left to ask."""

    @login_not_required
    @_private
    @wraps(view)
    def opened(request: HttpRequest, **kwargs: Any) -> HttpResponseBase:
        draft = kunci.draft_of(request)
        if draft is None:
            return redirect("pendaftaran:begin")
        if not draft.is_open_to_applicant:
            return redirect("pendaftaran:receipt")
        return view(request, draft, **kwargs)

    return opened


@login_not_required
@_private
@require_http_methods(["GET", "HEAD", "POST"])
def begin(request: HttpRequest) -> HttpResponseBase:
    """The telephone number first: with it the office can help whoever gets stuck."""
    form = MulaiForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_a_programs:
        return redirect("home")
    if once := form.name_once():
        if allows(request, "daftar", most=_MOST_BEGUN, seconds=3600):
            response = redirect("pendaftaran:step_pemilik")
            kunci.hand_over(response, actions.begin(phone=form.cleaned_data["phone"], once=once))
            return response
        form.add_error(None, _CROWDED)
    draft = kunci.draft_of(request)
    context = {
        "form": form,
        "moment": new_moment(),
        "open_step": langkah.next_open(draft.answered) if draft and draft.is_open_to_applicant else "",
        "count": langkah.count(),
    }
    return render(request, "pendaftaran/begin.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@_of_draft
def step(request: HttpRequest, draft: Pendaftaran, name: str) -> HttpResponseBase:
    if not langkah.may_open(name, draft.answered):
        return _to(langkah.next_open(draft.answered))
    form = FORMS[name](*((request.POST, request.FILES) if request.method == "POST" else ()), instance=draft)
    if form.is_bound and form.is_valid():
        try:
            with undone_on_error():
                draft = actions.answer(pendaftaran=draft, step=name, values=form.values())
        except OSError:
            form.add_error(None, _FULL_DISK)
        except ValidationError as error:
            form.add_error(None, error)
        else:
            return _to(langkah.next_open(draft.answered))
    context = {"form": form, **_place(name), "is_optional": name == langkah.PRODUK}
    return render(request, "pendaftaran/step.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@_of_draft
def check(request: HttpRequest, draft: Pendaftaran) -> HttpResponseBase:
    """Everything once more, each with the way back to its step; posting sends it."""
    following = langkah.next_open(draft.answered)
    if following != langkah.PERIKSA:
        return _to(following)
    if request.method == "POST":
        actions.submit(pendaftaran=draft)
        return redirect("pendaftaran:receipt")
    return render(request, "pendaftaran/check.html", {"draft": draft, **_place(langkah.PERIKSA)})


@login_not_required
@_private
@require_safe
def receipt(request: HttpRequest) -> HttpResponseBase:
    draft = kunci.draft_of(request)
    if draft is None or not draft.nomor:
        return redirect("pendaftaran:begin")
    context = {"nomor": draft.nomor, "code": shown(code_of(draft.nomor))}
    return render(request, "pendaftaran/receipt.html", context)


@_private
@require_POST
@_of_draft
def discard(request: HttpRequest, draft: Pendaftaran) -> HttpResponseBase:
    if draft.submitted_at:
        return redirect("pendaftaran:begin")
    actions.discard(pendaftaran=draft)
    response = redirect("pendaftaran:begin")
    kunci.take_back(response)
    return response


@login_not_required
@_private
@require_http_methods(["GET", "HEAD", "POST"])
def track(request: HttpRequest) -> HttpResponseBase:
    """For whoever holds the receipt: how far it is, and nothing about a person. Posting the telephone number opens
    what was sent back."""
    form = LacakForm(request.GET if "nomor" in request.GET else None)
    found, status = None, 200
    if form.is_valid():
        found, status = _found(request, form)
    again = SambungForm(request.POST if request.method == "POST" and found else None)
    if found and found.is_open_to_applicant and again.is_valid():
        if not allows(request, "daftar-sambung", most=_MOST_NUMBERS, seconds=3600):
            again.add_error(None, _LATER)
        elif again.cleaned_data["phone"] != found.phone:
            again.add_error("phone", "Nomor ini bukan nomor yang didaftarkan.")
        else:
            response = redirect("pendaftaran:check")
            kunci.hand_over(response, actions.resume(pendaftaran=found))
            return response
    context = {"form": again if again.is_bound else form, "ask": form, "again": again, "found": found}
    return render(request, "pendaftaran/track.html", context, status=status)


def _found(request: HttpRequest, form: LacakForm) -> tuple[Pendaftaran | None, int]:
    if not allows(request, "daftar-lacak", most=_MOST_LOOKED_UP, seconds=3600):
        form.add_error(None, _LATER)
        return None, 429
    nomor = form.cleaned_data["nomor"]
    rows = Pendaftaran.objects.submitted().filter(nomor=nomor)
    found = rows.first() if is_code_of(nomor, form.cleaned_data["kode"]) else None
    if found is None:
        form.add_error(None, _UNKNOWN)
    return found, 200


def _to(step: str) -> HttpResponse:
    return redirect("pendaftaran:check" if step == langkah.PERIKSA else f"pendaftaran:step_{step}")


def _place(step: str) -> dict[str, Any]:
    return {"heading": langkah.LABELS[step], "number": langkah.number_of(step), "count": langkah.count()}
