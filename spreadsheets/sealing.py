"""Keeping what a clerk uploaded: files sealed, numbers of people as tokens, digits masked where people read."""

import datetime
import hashlib
import io
import re
import uuid
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any, BinaryIO

from django.core.files.base import File

from common.encryption import encrypt, seal, unseal
from common.fields import opened as opened_token

_PIECE = 1024 * 1024
# Fifteen digits and more, however they are grouped: a NIK KTP, a NPWP, or a number nobody need see whole.
_LONG_NUMBER = re.compile(r"\d(?:[ .'\-]?\d){14,}")
_FEWEST_DIGITS = 15
_LONG = 10 ** (_FEWEST_DIGITS - 1)
_ANY_NUMBER = re.compile(r"\d(?:[ .'\-]?\d){4,}")
_SHOWN, _DOT = 4, "•"


# --- files ------------------------------------------------------------------------------------


class Sealed(File):
    """A file as it is stored: sealed piece by piece while it is written, so that no copy of it fills the memory."""

    def __init__(self, plain: File) -> None:
        name = uuid.uuid4().hex
        super().__init__(plain.file, name=f"{name[:2]}/{name}")
        self.plain = plain

    def chunks(self, chunk_size: int | None = None) -> Iterator[bytes]:
        for piece in self.plain.chunks(_PIECE):
            yield seal(piece) + b"\n"


def fingerprint(file: File) -> str:
    """The hash by which the same file is known again."""
    digest = hashlib.sha256()
    for piece in file.chunks(_PIECE):
        digest.update(piece)
    return digest.hexdigest()


def opened(file: Any) -> BinaryIO:
    """In memory: the plain file never touches the disk."""
    with file.open("rb") as stored:
        return io.BytesIO(b"".join(unseal(line.rstrip(b"\n")) for line in stored))


# --- values of a row --------------------------------------------------------------------------


def packed(value: Any, *, is_secret: bool = False) -> Any:
    """A value as JSON may hold it; secrets, and whatever is as long as one, as a token."""
    # Most values are words or amounts: they are told apart first.
    if type(value) is str:
        is_long = is_secret or (len(value) >= _FEWEST_DIGITS and _LONG_NUMBER.search(value))
        return {"s": encrypt(value)} if is_long else value
    if type(value) is int and not is_secret and -_LONG < value < _LONG:
        return value
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
