"""A letter as plain data for the template: every text made printable."""

from typing import Any

from common.templatetags.indonesia import tanggal
from laporan.document import SIDE, letterhead_parts, signature_parts
from laporan.glyphs import printable
from laporan.imprint import Imprint
from laporan.layout import breakable
from laporan.pdf import Paper, typeset
from laporan.signature import Letterhead, SignatureBlock

_POINTS_PER_MM = 72 / 25.4
_TEXT, _TOP, _BOTTOM = 11.5, 18, 22
_LINE = 30  # em; a longer word may break anywhere


def render(
    content: dict[str, Any],
    *,
    title: str,
    nomor: str,
    letterhead: Letterhead,
    signature: SignatureBlock | None,
    place_and_date: str,
    paper: Paper,
    imprint: Imprint,
    at: Any,
) -> bytes:
    across, down = paper.size
    room = (across - 2 * SIDE) * _POINTS_PER_MM
    signed = signature and {**signature_parts(signature, room * 0.45 / _TEXT), "place_and_date": ""}
    data = {
        "paper": {"width": across, "height": down, "side": SIDE, "top": _TOP, "bottom": _BOTTOM},
        "author": letterhead.lines[-1],
        "title": printable(title),
        "letterhead": letterhead_parts(letterhead, room * 0.7),
        "place_and_date": printable(place_and_date),
        "facts": [
            {"label": label, "text": _words(text)}
            for label, text in (
                ("Nomor", nomor),
                ("Sifat", content["sifat"]),
                ("Lampiran", "-"),
                ("Hal", content["perihal"]),
            )
        ],
        "recipient": [_words(line) for line in content["recipient"]],
        "paragraphs": [_words(text) for text in content["paragraphs"]],
        "details": [[label, _words(text)] for label, text in content["details"]],
        "signature": signed,
        "imprint": imprint.as_data(),
    }
    return typeset(data, template="letter", timestamp=int(at.timestamp()), tagged=True)


def place_and_date_of(signature: SignatureBlock | None, place: str, day: Any) -> str:
    return signature.place_and_date if signature else f"{place}, {tanggal(day)}"


def _words(text: str) -> str:
    return breakable(printable(text), _LINE)
