"""Handing over: the office makes an owner's link, and whoever opens a link sets a password or a passkey."""

from typing import Any
from urllib.parse import urlencode

from django.contrib import admin, messages
from django.contrib.auth import login
from django.contrib.auth.decorators import login_not_required, permission_required
from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_http_methods

from accounts.models import User
from accounts.passkeys import PasskeyForm, options_for
from akun import actions
from akun.actions.undangan import OVER, TAKEN
from akun.forms.undangan import KlaimForm
from akun.models import Undangan
from akun.pesan import link_of, text_for_owner
from common import qr
from common.identifiers import format_phone
from common.templatetags.indonesia import whatsapp_link
from common.throttle import allows
from umkm.models import Pemilik

_MOST_AN_HOUR = 60
_WAITING = "undangan_passkey"
_BACKEND = "django.contrib.auth.backends.ModelBackend"


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(["akun.add_undangan", "umkm.view_personal_data"], raise_exception=True)
def invite_owner(request: Any, pk: int) -> HttpResponse:
    """The link is shown once, on the answer to the press of the button; only its print is kept."""
    owners: Any = Pemilik.objects.active()
    pemilik = get_object_or_404(owners.in_scope_of(request.user).select_related("account"), pk=pk)
    context: dict[str, Any] = {
        "title": f"Undang {pemilik}",
        "pemilik": pemilik,
        "usaha_list": _businesses(pemilik),
    }
    if request.method == "POST":
        try:
            link = link_of(actions.invite(pemilik=pemilik, by=request.user))
        except ValidationError as error:
            messages.warning(request, " ".join(error.messages))
        else:
            text = text_for_owner(pemilik.name, link)
            context |= {
                "link": link,
                "code": qr.svg(link),
                "text": text,
                "whatsapp_url": whatsapp_link(pemilik.phone, text),
            }
    return render(request, "akun/invite.html", {**admin.site.each_context(request), **context})


def _businesses(pemilik: Pemilik) -> Any:
    return pemilik.usaha_set.active().select_related("desa__kecamatan").order_by("name", "id")


@login_not_required
@cache_control(private=True, no_store=True)
@require_http_methods(["GET", "HEAD", "POST"])
def claim(request: HttpRequest) -> HttpResponseBase:
    if not allows(request, "undangan", most=_MOST_AN_HOUR, seconds=3600):
        return render(request, "akun/claim_over.html", {"why": "Coba lagi satu jam lagi."}, status=429)
    undangan = actions.find(request.GET.get("kunci", "")[:200])
    if undangan is None:
        return render(request, "akun/claim_over.html", {"why": OVER}, status=404)
    if undangan.usaha and request.user.is_authenticated:
        return _accept(request, undangan)
    owner = undangan.pemilik
    account = owner.account if owner else None
    form = KlaimForm(
        request.POST if request.method == "POST" else None,
        asks_name=owner is None,
        has_account=account is not None,
        asks_password="passkey" not in request.POST,
        initial={"username": format_phone(owner.phone) if owner else ""},
    )
    if form.is_bound and form.is_valid():
        chosen = {"username": "", **form.cleaned_data}
        try:
            if "passkey" in request.POST:
                return _begin_passkey(request, undangan, chosen)
            user = actions.claim(undangan=undangan, **chosen)
        except ValidationError as error:
            _add_errors(form, error)
        except IntegrityError:
            form.add_error("username", TAKEN)
        else:
            return _enter(request, user, "Selamat datang. Kata sandi Anda tersimpan.")
    context = {"form": form, "undangan": undangan, "account": account, "usaha_list": _handed_over(undangan)}
    return render(request, "akun/claim.html", context)


def _enter(request: HttpRequest, user: User, welcome: str) -> HttpResponseBase:
    """At once; a helper whose account is new is told to wait for the office."""
    if not user.is_active:
        return render(request, "akun/claim_waits.html", {"account": user})
    login(request, user, backend=_BACKEND)
    messages.success(request, welcome)
    return redirect("akun:home")


def _begin_passkey(request: HttpRequest, undangan: Undangan, chosen: dict[str, Any]) -> HttpResponseBase:
    """What was chosen waits in the session for the device's answer."""
    request.session[_WAITING] = {
        "undangan": undangan.pk,
        "account": actions.prepare_passkey(undangan=undangan, username=chosen["username"]),
        "username": chosen["username"],
        "name": chosen.get("name", ""),
    }
    return redirect(_with_key(request, "akun:claim_passkey"))


def _with_key(request: HttpRequest, page: str) -> str:
    return f"{reverse(page)}?{urlencode({'kunci': request.GET['kunci']})}"


@login_not_required
@cache_control(private=True, no_store=True)
@require_http_methods(["GET", "HEAD", "POST"])
def claim_passkey(request: HttpRequest) -> HttpResponseBase:
    """The device makes its passkey here. Only when that is kept the link is used."""
    undangan = actions.find(request.GET.get("kunci", "")[:200])
    if undangan is None:
        return render(request, "akun/claim_over.html", {"why": OVER}, status=404)
    waiting = request.session.get(_WAITING, {})
    if waiting.get("undangan") != undangan.pk:
        return redirect(_with_key(request, "akun:claim"))
    user = _account_to_be(undangan, waiting)
    form = PasskeyForm(request.POST if request.method == "POST" else None, user=user)
    if form.is_bound and form.is_valid():
        try:
            user = actions.claim_with_passkey(
                undangan=undangan,
                account=waiting["account"],
                username=waiting["username"],
                name=waiting["name"],
                label=form.cleaned_data["name"],
                credential=form.cleaned_data["credential"],
            )
        except (ValidationError, IntegrityError) as error:
            messages.warning(request, " ".join(getattr(error, "messages", [TAKEN])))
            return redirect(_with_key(request, "akun:claim"))
        return _enter(
            request, user, "Selamat datang. Lain kali tekan “Masuk dengan passkey” di halaman masuk."
        )
    context = {
        "form": form,
        "js_data": {"creation_options": options_for(user, replaces_all=True)},
        "back": _with_key(request, "akun:claim"),
    }
    return render(request, "akun/claim_passkey.html", context)


def _account_to_be(undangan: Undangan, waiting: dict[str, Any]) -> User:
    """As the device shows it; nothing of it is stored yet."""
    owner = undangan.pemilik
    if owner and owner.account:
        return owner.account
    name = owner.name if owner else waiting["name"]
    return User(pk=waiting["account"], username=waiting["username"], name=name)


def _accept(request: Any, undangan: Undangan) -> HttpResponseBase:
    if request.method == "POST":
        try:
            actions.accept(undangan=undangan, user=request.user)
        except ValidationError as error:
            return render(request, "akun/claim_over.html", {"why": " ".join(error.messages)}, status=404)
        messages.success(request, f"Anda kini ikut mengelola {undangan.usaha}.")
        return redirect("akun:home")
    return render(request, "akun/claim_accept.html", {"undangan": undangan})


def _handed_over(undangan: Undangan) -> list[Any]:
    return list(_businesses(undangan.pemilik)) if undangan.pemilik else [undangan.usaha]


def _add_errors(form: KlaimForm, error: ValidationError) -> None:
    """At the field where there is one; a link that is over concerns the page."""
    if not hasattr(error, "error_dict"):
        form.add_error(None, error)
        return
    for name, found in error.error_dict.items():
        form.add_error(name if name in form.fields else None, found)
