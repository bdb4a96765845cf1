"""Keeping what a clerk uploaded: files sealed, numbers of people as tokens, digits masked where people read."""

import datetime
import hashlib
import io
import re
import uuid
from collections.abc import Iterable
from decimal import Decimal
from typing import Any, BinaryIO

from django.core.files.base import ContentFile, File

from common.encryption import encrypt, seal, unseal
from common.fields import opened as opened_token

_PIECE = 1024 * 1024
# Fifteen digits and more, however they are grouped: a NIK KTP, a NPWP, or a number nobody need see whole.
_LONG_NUMBER = re.compile(r"\d(?:[ .'\-]?\d){14,}")
_ANY_NUMBER = re.compile(r"\d(?:[ .'\-]?\d){4,}")
_SHOWN, _DOT = 4, "•"


# --- files ------------------------------------------------------------------------------------


def sealed(file: File) -> tuple[ContentFile, str]:
    """The file as it is stored, and the hash by which the same file is known again."""
    digest, pieces = hashlib.sha256(), []
    for piece in file.chunks(_PIECE):
        digest.update(piece)
        pieces.append(seal(piece))
    name = uuid.uuid4().hex
    return ContentFile(b"\n".join(pieces), name=f"{name[:2]}/{name}"), digest.hexdigest()


def opened(file: Any) -> BinaryIO:
    """In memory: the plain file never touches the disk."""
    with file.open("rb") as stored:
        return io.BytesIO(b"".join(unseal(line.rstrip(b"\n")) for line in stored))


# --- values of a row --------------------------------------------------------------------------


def packed(value: Any, *, is_secret: bool = False) -> Any:
    """A value as JSON may hold it; secrets, and whatever is as long as one, as a token."""
    if isinstance(value, datetime.datetime | datetime.date | datetime.time):
        return {"d": value.isoformat()}
    if isinstance(value, datetime.timedelta):
        return str(value)
    if isinstance(value, Decimal):
        return {"n": str(value)}
    if isinstance(value, list | tuple):
        return [packed(each, is_secret=is_secret) for each in value]
    if value is None or isinstance(value, bool):
        return value
    text = plain(value)
    return {"s": encrypt(text)} if is_secret or _LONG_NUMBER.search(text) else value


def plain(value: Any) -> str:
    """A float of Excel's without its trailing ".0", so that its digits are seen as one number."""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def unpacked(value: Any) -> Any:
    if isinstance(value, list):
        return [unpacked(each) for each in value]
    if not isinstance(value, dict):
        return value
    if "s" in value:
        return opened_token(value["s"])
    if "n" in value:
        return Decimal(value["n"])
    text = value["d"]
    return datetime.datetime.fromisoformat(text) if "T" in text else datetime.date.fromisoformat(text)


def packed_row(values: dict[str, Any], secrets: Iterable[str]) -> dict[str, Any]:
    hidden = set(secrets)
    return {
        name: packed(value, is_secret=name in hidden)
        for name, value in values.items()
        if value not in (None, "")
    }


def unpacked_row(values: dict[str, Any]) -> dict[str, Any]:
    return {name: unpacked(value) for name, value in values.items()}


# --- what people read -------------------------------------------------------------------------


def masked(value: Any, *, is_secret: bool = False) -> str:
    """Text with long numbers reduced to their last four digits; of a secret every number."""
    pattern = _ANY_NUMBER if is_secret else _LONG_NUMBER
    return pattern.sub(_mask, plain(value))


def _mask(found: re.Match[str]) -> str:
    digits = re.sub(r"\D", "", found[0])
    shown = digits[-_SHOWN:] if len(digits) >= 2 * _SHOWN else ""
    return _DOT * (len(digits) - len(shown)) + shown
