"""The picture beside a shared link: drawn when it is first asked for, then kept until what it shows has changed.

Its address holds a digest of all that it shows, for chat programs keep a picture as long as its address. An address of
before leads to the picture of now, so nobody is shown a price or a photo that was taken back.
"""

import logging
from typing import Any

from django.core.files.base import ContentFile
from django.core.files.storage import Storage
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse

from common.images import ShareCard, draw_share
from common.storage import private_storage

logger = logging.getLogger(__name__)

_FOLDER = "bagikan"
_FOR_EVER = "public, max-age=31536000, immutable"
_FOR_NOW = "public, max-age=60"
_JPEG_END = b"\xff\xd9"


def picture_path(record: Any, card: ShareCard) -> str:
    return reverse(f"{record._meta.app_label}:picture", args=[record.slug, card.digest])


def picture_response(record: Any, card: ShareCard, digest: str) -> HttpResponse:
    """The picture of `record`, which the caller has found to be listed."""
    if digest != card.digest:
        response: HttpResponse = HttpResponseRedirect(picture_path(record, card))
        response["Cache-Control"] = _FOR_NOW
        return response
    # Below no public address: only here is it known whether a picture still holds.
    storage, folder = private_storage(), _folder(record)
    name, lasting = f"{folder}/{card.digest}.jpg", _FOR_EVER
    content = _kept(storage, name)
    if not content:
        picture = draw_share(card)
        content = picture.content
        if picture.is_whole:
            _keep(storage, folder, name, content)
        else:
            lasting = _FOR_NOW
    response = HttpResponse(content, content_type="image/jpeg")
    response["Cache-Control"] = lasting
    # Made to be shown elsewhere.
    response["Cross-Origin-Resource-Policy"] = "cross-origin"
    return response


def _folder(record: Any) -> str:
    """One for each record, a thousand in each above it."""
    return f"{_FOLDER}/{record._meta.model_name}/{record.pk // 1000}/{record.pk}"


def _kept(storage: Storage, name: str) -> bytes:
    """Empty where there is none, or only a part: another request may still be writing it."""
    try:
        with storage.open(name) as file:
            content: bytes = file.read()
    except OSError:
        return b""
    return content if content.endswith(_JPEG_END) else b""


def _keep(storage: Storage, folder: str, name: str, content: bytes) -> None:
    """The one file of its record; on a full disk there is none, and the next visitor's is drawn again."""
    try:
        _clear(storage, folder)
        saved = storage.save(name, ContentFile(content))
        if saved != name:
            # Somebody drew the same picture meanwhile.
            storage.delete(saved)
    except OSError:
        logger.warning("A picture of a link was drawn and could not be kept.", exc_info=True)
        _clear(storage, folder)


def _clear(storage: Storage, folder: str) -> None:
    try:
        for name in storage.listdir(folder)[1]:
            storage.delete(f"{folder}/{name}")
    except FileNotFoundError:
        pass
