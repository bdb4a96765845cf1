"""XML that is written while it is sent: feeds and sitemaps of any length."""

import re
from collections.abc import Iterable

from django.http import StreamingHttpResponse
from django.utils.html import escape

# What XML 1.0 cannot hold, not even escaped.
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'


def xml_text(text: str) -> str:
    """The text without characters that would break the whole document, not yet escaped."""
    return _FORBIDDEN.sub("", text)


def element(name: str, text: str) -> str:
    """Nothing where there is no text."""
    return f"<{name}>{escape(xml_text(text))}</{name}>" if text else ""


def xml_response(parts: Iterable[str]) -> StreamingHttpResponse:
    """`parts` are read as they are sent, so that memory stays flat."""
    return StreamingHttpResponse(_whole(parts), content_type="application/xml; charset=utf-8")


def _whole(parts: Iterable[str]) -> Iterable[str]:
    yield _HEAD
    yield from parts
