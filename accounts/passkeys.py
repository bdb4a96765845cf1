"""Passkeys: the lock of a telephone or computer as the way in, in one step.

Every key kept here can sign in by itself, so it is always one that the device finds without a name and opens only
to fingerprint, face or PIN: possession and a second proof together (docs/keputusan/0026).
"""

import struct
from typing import Any

from allauth.mfa.models import Authenticator
from allauth.mfa.webauthn.forms import (
    AuthenticateWebAuthnForm,
    EditWebAuthnForm,
    LoginWebAuthnForm,
    ReauthenticateWebAuthnForm,
    SignupWebAuthnForm,
)
from allauth.mfa.webauthn.internal import auth
from django.core.exceptions import ValidationError

from accounts.models import User
from common.formfields import PlainCharFormField
from common.keys import new_keys

UNREADABLE = "Passkey ini tidak dapat dibaca. Coba sekali lagi."
UNKNOWN = (
    "Passkey ini tidak dikenal atau sudah dihapus. Masuk dengan kata sandi, atau mintalah tautan baru kepada "
    "petugas."
)
# What reading a made-up answer of a device may end in.
_GARBLED = (AttributeError, LookupError, TypeError, ValueError, struct.error)


def _name_field(*, required: bool) -> PlainCharFormField:
    return PlainCharFormField(
        label="Nama passkey",
        max_length=60,
        required=required,
        help_text="Agar Anda tahu perangkat mana, misalnya “HP saya”.",
    )


class PasskeyForm(SignupWebAuthnForm):
    name = _name_field(required=False)

    def clean(self) -> dict[str, Any]:
        try:
            return super().clean()
        except _GARBLED:
            raise ValidationError(UNREADABLE) from None


class NameForm(EditWebAuthnForm):
    name = _name_field(required=True)


class _Proof(AuthenticateWebAuthnForm):
    def clean_credential(self) -> Authenticator:
        try:
            return super().clean_credential()
        except _GARBLED:
            raise ValidationError(UNREADABLE) from None


class SecondProofForm(_Proof):
    """After a password."""


class SignInByPasskeyForm(_Proof, LoginWebAuthnForm):
    pass


class ConfirmForm(_Proof, ReauthenticateWebAuthnForm):
    pass


def options_for(user: User, *, replaces_all: bool = False) -> dict[str, Any]:
    """What the device is asked; kept in the session until it answers. A device that holds one already makes none."""
    options = auth.begin_registration(user, passwordless=True)
    if replaces_all:
        options["publicKey"]["excludeCredentials"] = []
    return options


def keep(*, user: User, name: str, credential: dict[str, Any]) -> None:
    auth.WebAuthn.add(user, name, credential)


def number_of_next_account() -> int:
    """Devices keep a passkey under the account's number, and make it before there is an account."""
    (number,) = new_keys(User, 1)
    return number


def is_last_way_in(authenticator: Authenticator) -> bool:
    """Without it nobody could sign in to this account any more."""
    user = User.objects.select_for_update().get(pk=authenticator.user_id)
    others = Authenticator.objects.filter(user=user, type=Authenticator.Type.WEBAUTHN)
    return not user.has_usable_password() and not others.exclude(pk=authenticator.pk).exists()
