"""allauth's pages of passkeys, where ours go another way."""

from typing import Any

from allauth.account.decorators import reauthentication_required
from allauth.account.internal.templatekit import get_entrance_context_data
from allauth.account.mixins import NextRedirectMixin
from allauth.account.views import PasswordSetView
from allauth.mfa.webauthn.internal import auth, flows
from allauth.mfa.webauthn.views import AddWebAuthnView, LoginWebAuthnView, RemoveWebAuthnView
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.db import transaction
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.utils.decorators import method_decorator

from accounts import passkeys
from accounts.sign_in import SignInForm


@method_decorator(login_not_required, name="dispatch")
class SignInByPasskey(NextRedirectMixin, LoginWebAuthnView):
    """Read by the script of the sign-in page, and sent by it."""

    template_name = "account/login.html"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return JsonResponse({"request_options": auth.begin_authentication(user=None)})

    def form_invalid(self, form: Any) -> HttpResponse:
        """The sign-in page again, with the way back to where one wanted to go."""
        messages.error(self.request, passkeys.UNKNOWN)
        context = self.get_context_data(form=SignInForm(request=self.request))
        return self.render_to_response({**context, **get_entrance_context_data(self.request)})


class AddPasskey(AddWebAuthnView):
    form_class = passkeys.PasskeyForm

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        # allauth leaves it to the script whether a key can open the door by itself; here each one can.
        return context | {"js_data": {"creation_options": passkeys.options_for(self.request.user)}}

    def form_valid(self, form: Any) -> HttpResponse:
        user: Any = self.request.user
        if user.has_usable_password():
            return super().form_valid(form)
        # Spare codes stand in for a lost key after a password: without a password they open nothing.
        flows.signup_authenticator(
            self.request, user, form.cleaned_data["name"], form.cleaned_data["credential"]
        )
        return redirect("mfa_list_webauthn")


class RemovePasskey(RemoveWebAuthnView):
    @transaction.atomic
    def form_valid(self, form: Any) -> HttpResponse:
        if passkeys.is_last_way_in(self.get_object()):
            messages.warning(
                self.request,
                "Ini satu-satunya cara Anda masuk. Buat kata sandi atau tambahkan passkey lain dahulu.",
            )
            return redirect("mfa_list_webauthn")
        return super().form_valid(form)


@method_decorator(reauthentication_required(app="allauth.mfa"), name="dispatch")
class SetPassword(PasswordSetView):
    """For whoever came in by passkey alone; asked for it once more, as before every change of how one signs in."""
