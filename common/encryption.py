"""Encryption of single values, and the keyed hash that finds an encrypted value again."""

import functools
import hmac

from cryptography.fernet import Fernet, InvalidToken
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured


class DecryptionError(RuntimeError):
    """A stored value fits none of the keys: a key is missing, or the value was tampered with."""


def encrypt(value: str) -> str:
    """Token of a value under the first key. Two tokens of one value differ."""
    return _fernets(tuple(settings.FIELD_ENCRYPTION_KEYS))[0].encrypt(value.encode()).decode()


def decrypt(token: str) -> tuple[str, bool]:
    """Value of a token, and whether it was made under the first key: others are to be written anew."""
    for position, fernet in enumerate(_fernets(tuple(settings.FIELD_ENCRYPTION_KEYS))):
        try:
            return fernet.decrypt(token).decode(), position == 0
        except InvalidToken:
            continue
    raise DecryptionError(
        "A stored value fits none of FIELD_ENCRYPTION_KEYS. Put the key it was written with back."
    )


def seal(content: bytes) -> bytes:
    """A piece of a file under the first key: one line of ASCII, so that pieces can follow each other."""
    return _fernets(tuple(settings.FIELD_ENCRYPTION_KEYS))[0].encrypt(content)


def unseal(token: bytes) -> bytes:
    for fernet in _fernets(tuple(settings.FIELD_ENCRYPTION_KEYS)):
        try:
            return fernet.decrypt(token)
        except InvalidToken:
            continue
    raise DecryptionError(
        "A stored file fits none of FIELD_ENCRYPTION_KEYS. Put the key it was written with back."
    )


def blind_index(value: str) -> str:
    """Keyed hash of a normalised value: equal values meet, and nobody without the key can guess them."""
    if not value:
        return ""
    key = settings.BLIND_INDEX_KEY
    if not key:
        raise ImproperlyConfigured("BLIND_INDEX_KEY is empty.")
    return hmac.digest(key.encode(), value.encode(), "sha256").hex()


@functools.lru_cache(maxsize=4)
def _fernets(keys: tuple[str, ...]) -> list[Fernet]:
    try:
        fernets = [Fernet(key) for key in keys if key]
    except ValueError as error:
        raise ImproperlyConfigured("FIELD_ENCRYPTION_KEYS must hold Fernet keys.") from error
    if not fernets:
        raise ImproperlyConfigured("FIELD_ENCRYPTION_KEYS is empty.")
    return fernets
