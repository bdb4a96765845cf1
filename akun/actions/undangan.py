"""One-time links: made by the office or by an owner, used once by whoever they were given to."""

import datetime
import hashlib
import secrets
from typing import Any

from allauth.mfa.models import Authenticator
from django.contrib.auth import password_validation
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from accounts import passkeys
from accounts.actions import end_sessions
from accounts.models import User
from akun.models import Undangan
from umkm.models import Pemilik, Pengelola, Usaha

OWNERS_LINK_LASTS = datetime.timedelta(days=7)
HELPERS_LINK_LASTS = datetime.timedelta(days=3)
OVER = "Tautan ini sudah dipakai atau sudah lewat waktunya. Mintalah tautan baru."
TAKEN = "Nama pengguna ini sudah dipakai orang lain. Pilih yang lain."


def _index(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


@transaction.atomic
def invite(*, pemilik: Pemilik, by: Any) -> str:
    """The token of an owner's new link, for a first account or a lost password; earlier links end with it."""
    refuse_officer(pemilik.account)
    return _new_link(Q(pemilik=pemilik), {"pemilik": pemilik}, OWNERS_LINK_LASTS, by)


@transaction.atomic
def invite_helper(*, usaha: Usaha, by: Any) -> str:
    return _new_link(Q(usaha=usaha), {"usaha": usaha}, HELPERS_LINK_LASTS, by)


def _new_link(same: Q, about: dict[str, Any], lasts: datetime.timedelta, by: Any) -> str:
    now = timezone.now()
    Undangan.objects.usable().filter(same).update(expires_at=now)
    token = secrets.token_urlsafe(32)
    Undangan.objects.create(token_index=_index(token), given_by=by, expires_at=now + lasts, **about)
    return token


def refuse_officer(user: User | None) -> None:
    """An officer's account has rights over everybody's data: no link of an owner's resets it."""
    if user is not None and user.has_office_rights:
        raise ValidationError("Akun ini juga akun petugas. Kata sandinya diganti oleh admin kantor.")


def find(token: str) -> Undangan | None:
    """The link that was opened, as long as it can be used. Opening it uses nothing: chat programs look ahead."""
    rows = Undangan.objects.usable().select_related("pemilik__account", "usaha__pemilik", "given_by")
    return rows.filter(token_index=_index(token)).first()


@transaction.atomic
def claim(*, undangan: Undangan, username: str, password: str, name: str = "") -> User:
    """The account behind the link, new or with a new password. Of two who press at once, one is told it is over."""
    undangan, user = _behind(undangan, username, name)
    try:
        password_validation.validate_password(password, user)
    except ValidationError as error:
        raise ValidationError({"password": error.messages}) from None
    user.set_password(password)
    user.save()
    _hand_over(undangan, user)
    return user


def prepare_passkey(*, undangan: Undangan, username: str) -> int:
    """The number of the account that a device is to make a passkey for. Writes nothing and uses nothing: whoever
    turns back before the passkey is there opens the same link again."""
    account = undangan.pemilik.account if undangan.pemilik else None
    if account is not None:
        refuse_officer(account)
        return account.pk
    _refuse_taken(username)
    return passkeys.number_of_next_account()


@transaction.atomic
def claim_with_passkey(
    *,
    undangan: Undangan,
    account: int,
    username: str,
    label: str,
    credential: dict[str, Any],
    name: str = "",
) -> User:
    """The same with a passkey that was made for this account's number; a password that was lost opens no more."""
    undangan, user = _behind(undangan, username, name)
    is_new = user.pk is None
    if not is_new and user.pk != account:
        raise ValidationError(OVER)
    user.pk = account
    user.set_unusable_password()
    user.save(force_insert=is_new)
    passkeys.keep(user=user, name=label, credential=credential)
    _hand_over(undangan, user)
    return user


def _behind(undangan: Undangan, username: str, name: str) -> tuple[Undangan, User]:
    """The link, locked, and its account: a new one, or the old one with every way in taken off."""
    undangan = _lock(undangan)
    pemilik = undangan.pemilik
    user = pemilik.account if pemilik else None
    if user is None:
        _refuse_taken(username)
        # A helper's new account opens with the office's yes (`akun.actions.pribadi.allow_helper`).
        is_open = pemilik is not None
        return undangan, User(username=username, name=pemilik.name if pemilik else name, is_active=is_open)
    refuse_officer(user)
    end_sessions(user=user)
    # Whoever lost the telephone lost what was on it.
    Authenticator.objects.filter(user=user).delete()
    user.is_active = True
    return undangan, user


def _refuse_taken(username: str) -> None:
    if User.objects.filter(username__iexact=username).exists():
        raise ValidationError({"username": TAKEN})


@transaction.atomic
def accept(*, undangan: Undangan, user: User) -> Undangan:
    """By somebody who has an account already, to look after one more business."""
    undangan = _lock(undangan)
    if undangan.usaha is None:
        raise ValidationError(OVER)
    _hand_over(undangan, user)
    return undangan


def _hand_over(undangan: Undangan, user: User) -> None:
    if undangan.pemilik:
        undangan.pemilik.account = user
        undangan.pemilik.save(update_fields=["account", "updated_at"])
    elif undangan.usaha:
        Pengelola.objects.get_or_create(
            usaha=undangan.usaha,
            user=user,
            ended_at=None,
            defaults={"given_by": undangan.given_by, "is_waiting": not user.is_active},
        )
    undangan.used_at, undangan.used_by = timezone.now(), user
    undangan.save(update_fields=["used_at", "used_by"])


def _lock(undangan: Undangan) -> Undangan:
    locked = Undangan.objects.select_for_update(of=("self",)).get(pk=undangan.pk)
    if not locked.is_usable:
        raise ValidationError(OVER)
    return locked
