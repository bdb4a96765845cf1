"""A letter as plain data for the template: every text made printable."""

from typing import Any

from common.templatetags.indonesia import angka, tanggal
from laporan.document import SIDE, letterhead_parts, signature_parts
from laporan.glyphs import printable
from laporan.imprint import Imprint
from laporan.layout import breakable
from laporan.pdf import Paper, typeset
from laporan.signature import Letterhead, SignatureBlock

_POINTS_PER_MM = 72 / 25.4
_TEXT, _TOP, _BOTTOM = 11.5, 18, 22
_ATTACHED = "1 (satu) daftar"
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
    picture: bytes | None = None,
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
                ("Lampiran", _ATTACHED if content["attached"] else "-"),
                ("Hal", content["perihal"]),
            )
        ],
        "recipient": [_words(line) for line in content["recipient"]],
        "paragraphs": [_words(text) for text in content["paragraphs"]],
        "details": _details(content["details"]),
        "parties": [{"name": name, "lines": _details(told)} for name, told in content["parties"].items()],
        "goods": [
            {
                "name": _words(each["name"]),
                "count": _words(f"{angka(each['jumlah'])} {each['satuan']}"),
                "notes": _words(each["notes"]),
            }
            for each in content["goods"]
        ],
        "attached": [[_words(text) for _, text in told] for told in content["attached"]],
        "attached_heads": [label for label, _ in content["attached"][0]] if content["attached"] else [],
        "picture": None if picture is None else list(picture),
        "signature": signed,
        "imprint": imprint.as_data(),
    }
    template = "deed" if content["parties"] else "letter"
    return typeset(data, template=template, timestamp=int(at.timestamp()), tagged=True)


def place_and_date_of(signature: SignatureBlock | None, place: str, day: Any) -> str:
    return signature.place_and_date if signature else f"{place}, {tanggal(day)}"


def _details(told: list[list[str]]) -> list[list[str]]:
    return [[label, _words(text)] for label, text in told]


def _words(text: str) -> str:
    return breakable(printable(text), _LINE)
