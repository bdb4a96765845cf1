"""Private pages stay private, sessions end, and a second factor guards personal data."""

import time
from collections.abc import Callable
from typing import cast

from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib.auth import SESSION_KEY, logout
from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect

from accounts.models import User

# What a signed-in person without a second factor may still open: setting one up, and leaving.
_SECOND_FACTOR_URLS = ("mfa_", "account_logout", "account_reauthenticate", "account_change_password")


class SignInMiddleware(LoginRequiredMiddleware):
    """Sign-in is required unless a view says otherwise; who reads a public page is not even looked up."""

    def process_view(
        self, request: HttpRequest, view_func: Callable, view_args: tuple, view_kwargs: dict
    ) -> HttpResponseBase | None:
        # Django asks the session first, and then every page would say that it varies by cookie.
        if not getattr(view_func, "login_required", True):
            return None
        return super().process_view(request, view_func, view_args, view_kwargs)


class PrivatePagesMiddleware:
    """`Cache-Control: private, no-store` wherever a session or a sign-in is involved; 8 hours at most."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        has_session = settings.SESSION_COOKIE_NAME in request.COOKIES
        if has_session:
            self._end_old_session(request)
        response = self.get_response(request)
        # Only a page that is public, holds no form token and was asked for without a session may be kept.
        has_token = request.META.get("CSRF_COOKIE_NEEDS_UPDATE", False)
        if has_session or has_token or getattr(request, "is_private_page", False):
            response["Cache-Control"] = "private, no-store"
        return response

    def process_view(self, request: HttpRequest, view: Callable, args: tuple, kwargs: dict) -> None:
        request.is_private_page = getattr(view, "login_required", True)  # type: ignore[attr-defined]

    def _end_old_session(self, request: HttpRequest) -> None:
        if SESSION_KEY not in request.session:
            # Nobody is signed in: writing here would give a visitor with a stale cookie a new one.
            return
        started = request.session.setdefault("started_at", int(time.time()))
        if time.time() - started > settings.SESSION_MAX_AGE:
            logout(request)


class SecondFactorMiddleware:
    """An officer without a second factor is led to set one up before anything is shown (REQUIRE_MFA)."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable, args: tuple, kwargs: dict
    ) -> HttpResponse | None:
        if not settings.REQUIRE_MFA or not getattr(view, "login_required", True):
            return None
        if not request.user.is_authenticated:
            return None
        url_name = getattr(request.resolver_match, "url_name", None) or ""
        if url_name.startswith(_SECOND_FACTOR_URLS) or is_mfa_enabled(request.user):
            return None
        if not cast(User, request.user).has_office_rights:
            # An owner sees nobody's data but the own.
            return None
        return redirect("mfa_index")
