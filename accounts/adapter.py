"""How allauth behaves here: nobody signs up alone; the secret of a second factor is encrypted as a NIK KTP is."""

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from django.http import HttpRequest

from common.encryption import decrypt, encrypt


class OfficeAccountAdapter(DefaultAccountAdapter):
    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False


class OfficeSecondFactorAdapter(DefaultMFAAdapter):
    def encrypt(self, text: str) -> str:
        return encrypt(text)

    def decrypt(self, encrypted_text: str) -> str:
        text, _ = decrypt(encrypted_text)
        return text
