"""What sets an issued paper apart from a print: its number, its code, and where to check both."""

import secrets
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.urls import reverse

from common import qr
from common.sharing import absolute
from common.templatetags.indonesia import tanggal, waktu
from laporan.glyphs import printable
from laporan.models import DokumenTerbit

# Typed from paper by people: nothing that looks like something else (0 O, 1 I L, U V), and no vowel but A and E.
_ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
_LENGTH = 10


def new_code() -> str:
    """Says nothing about the paper, and nobody guesses one: 30 letters, ten of them."""
    return "".join(secrets.choice(_ALPHABET) for _ in range(_LENGTH))


def read_code(typed: str) -> str:
    """The code that was meant: spaces, hyphens and small letters do not matter; empty where it can be none."""
    code = "".join(character for character in typed.upper() if character.isalnum())
    return code if len(code) == _LENGTH and set(code) <= set(_ALPHABET) else ""


@dataclass(frozen=True)
class Imprint:
    """Lines under the title, the foot of every page, and the box at the end with the way to check the paper."""

    lines: tuple[str, ...]
    footer: str
    qr_svg: str = ""
    check: tuple[str, ...] = ()
    is_draft: bool = False

    def as_data(self) -> dict[str, Any]:
        return {
            "lines": [printable(line) for line in self.lines],
            "footer": printable(self.footer),
            "qr": self.qr_svg,
            "check": [printable(line) for line in self.check],
            "draft": "RANCANGAN" if self.is_draft else "",
        }


def draft_imprint() -> Imprint:
    return Imprint(
        lines=("Nomor: diberikan saat terbit",),
        footer="Rancangan, belum diterbitkan",
        is_draft=True,
    )


def imprint_of(dokumen: DokumenTerbit) -> Imprint:
    address = absolute(reverse("verified", args=[dokumen.code]))
    issued = f"Diterbitkan {tanggal(dokumen.issued_at)}, {waktu(dokumen.issued_at)}"
    lines = [f"Nomor: {dokumen.nomor}"]
    if dokumen.replaces:
        lines.append(f"Perbaikan atas {dokumen.replaces.nomor}: {dokumen.reason}")
    return Imprint(
        lines=tuple(lines),
        footer=f"{dokumen.nomor} · kode {dokumen.spaced_code} · {issued}",
        qr_svg=qr.svg(address),
        check=(
            "Keaslian dokumen ini dapat diperiksa siapa saja: pindai kode di samping, atau buka",
            absolute(reverse("verification")).removeprefix("https://"),
            f"dan ketik kode {dokumen.spaced_code}. Dokumen ini terdaftar pada {settings.OFFICE_NAME}.",
        ),
    )
