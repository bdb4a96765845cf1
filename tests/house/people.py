"""One person of every kind, each with a session and, where they have an account, a second factor."""

from typing import Any

from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP
from django.db.models import Model
from django.test import Client

from accounts.models import User
from belanja_asn.models import Opd
from rumah_usaha.access import HELPER, OTHER_OWNER, OWNER, RECAP_OFFICER, SUPERUSER, VISITOR, WITHOUT_ROLE
from tests.belanja import PetugasRekapFactory
from tests.factories import UsahaFactory, UserFactory
from umkm.models import Pemilik, Pengelola, Usaha

SECRET = "JBSWY3DPEHPK3PXP"
DISABLED = "Akun nonaktif"
# Kinds of account that the table does not name: they are the others, one thing changed.
WITHOUT_SECOND_FACTOR = "tanpa faktor kedua"
_WITHOUT_ROLE = {WITHOUT_ROLE, RECAP_OFFICER}


def account(kind: str, *, second_factor: bool = True, **extra) -> User:
    if kind == SUPERUSER:
        user = UserFactory(is_superuser=True, is_staff=True, **extra)
    elif kind in _WITHOUT_ROLE:
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


def owner_of(pemilik: Pemilik) -> User:
    """The owner's own account, as owners have it: a password, no role, no second factor."""
    pemilik.account = UserFactory()
    pemilik.save()
    return pemilik.account


def helper_of(usaha: Usaha) -> User:
    """Let in by the owner."""
    helper = UserFactory()
    Pengelola.objects.create(usaha=usaha, user=helper, given_by=UserFactory())
    return helper


def client_of(kind: str, records: dict[type[Model], Any]) -> Client:
    """A person of this kind at the door; `records` are the district's, which the owner among them looks after."""
    if kind == VISITOR:
        return Client(raise_request_exception=False)
    if kind == OWNER:
        return signed_in(owner_of(records[Pemilik]))
    if kind == HELPER:
        return signed_in(helper_of(records[Usaha]))
    if kind == OTHER_OWNER:
        return signed_in(owner_of(UsahaFactory(listed=True).pemilik))
    if kind == RECAP_OFFICER:
        user = account(kind)
        PetugasRekapFactory(opd=records[Opd], account=user)
        return signed_in(user)
    if kind == DISABLED:
        user = account(SUPERUSER)
        client = signed_in(user)
        User.objects.filter(pk=user.pk).update(is_active=False)
        return client
    if kind.endswith(WITHOUT_SECOND_FACTOR):
        return signed_in(account(kind.removesuffix(WITHOUT_SECOND_FACTOR).strip(), second_factor=False))
    return signed_in(account(kind))
