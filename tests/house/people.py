"""One person of every kind, each with a session and, where they have an account, a second factor."""

from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP
from django.test import Client

from accounts.models import User
from rumah_usaha.access import SUPERUSER, VISITOR, WITHOUT_ROLE
from tests.factories import UserFactory

SECRET = "JBSWY3DPEHPK3PXP"
DISABLED = "Akun nonaktif"
# Kinds of account that the table does not name: they are the others, one thing changed.
WITHOUT_SECOND_FACTOR = "tanpa faktor kedua"


def account(kind: str, *, second_factor: bool = True, **extra) -> User:
    if kind == SUPERUSER:
        user = UserFactory(is_superuser=True, is_staff=True, **extra)
    elif kind == WITHOUT_ROLE:
        user = UserFactory(**extra)
    else:
        user = UserFactory(role=kind, **extra)
    if second_factor:
        add_second_factor(user)
    return user


def add_second_factor(user: User) -> None:
    TOTP.activate(user, SECRET)
    RecoveryCodes.activate(user)


def signed_in(user: User) -> Client:
    client = Client(raise_request_exception=False)
    client.force_login(user)
    return client


def client_of(kind: str) -> Client:
    if kind == VISITOR:
        return Client(raise_request_exception=False)
    if kind == DISABLED:
        user = account(SUPERUSER)
        client = signed_in(user)
        User.objects.filter(pk=user.pk).update(is_active=False)
        return client
    if kind.endswith(WITHOUT_SECOND_FACTOR):
        return signed_in(account(kind.removesuffix(WITHOUT_SECOND_FACTOR).strip(), second_factor=False))
    return signed_in(account(kind))
