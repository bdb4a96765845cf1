"""How allauth behaves here: nobody signs up alone; the secret of a second factor is encrypted as a NIK KTP is."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.http import HttpRequest
from django.shortcuts import resolve_url

from common.encryption import decrypt, encrypt


class OfficeAccountAdapter(DefaultAccountAdapter):
    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        """The staff door for whoever has a place there, the recap for its officer, else the owners' door."""
        user: Any = request.user
        if user.is_staff:
            return resolve_url("office:index")
        is_reporting = user.petugasrekap_set.filter(is_active=True).exists()
        return resolve_url("belanja_asn:recap" if is_reporting else "akun:home")


class OfficeSecondFactorAdapter(DefaultMFAAdapter):
    def encrypt(self, text: str) -> str:
        return encrypt(text)

    def decrypt(self, encrypted_text: str) -> str:
        text, _ = decrypt(encrypted_text)
        return text

    def generate_authenticator_name(self, user: Any, type: Any) -> str:
        return f"Passkey {Authenticator.objects.filter(user_id=user.pk, type=type).count() + 1}"

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        """Bound to the host that people see; shown by their device under the portal's name."""
        return super().get_public_key_credential_rp_entity() | {"name": settings.SITE_NAME}
