"""Letterhead and signature block as values. Which one holds on which day is for the records to say."""

import datetime
from dataclasses import dataclass
from enum import StrEnum

from common.templatetags.indonesia import nip, tanggal


class Signing(StrEnum):
    RUANG = "ruang"  # room for pen and stamp
    TTE = "tte"  # electronic: a small square for its QR instead


@dataclass(frozen=True)
class Letterhead:
    """Kop surat. The last line is the office itself and stands out."""

    lines: tuple[str, ...]
    address_line: str = ""
    contact_line: str = ""
    logo: bytes | None = None  # PNG, JPEG, WebP or SVG; None prints our neutral mark


@dataclass(frozen=True)
class Signatory:
    name: str
    jabatan: tuple[str, ...]  # lines, as in ("KEPALA DINAS …", "KABUPATEN …,")
    heading: str = ""  # "Mengetahui,"
    prefix: str = ""  # "Plt.", "Plh.", "a.n."
    pangkat_golongan: str = ""
    nip: str = ""

    @property
    def lines_above(self) -> tuple[str, ...]:
        first, *rest = self.jabatan or ("",)
        return tuple(filter(None, (f"{self.prefix} {first}".strip(), *rest)))

    @property
    def lines_below(self) -> tuple[str, ...]:
        return tuple(filter(None, (self.pangkat_golongan, f"NIP. {nip(self.nip)}" if self.nip else "")))


@dataclass(frozen=True)
class SignatureBlock:
    place: str
    date: datetime.date
    signatories: tuple[
        Signatory, ...
    ]  # the maker; with two, the one who acknowledges comes first, at the left
    mode: Signing = Signing.RUANG
    qr_svg: str = ""  # an SVG image for the square of a TTE

    def __post_init__(self) -> None:
        if len(self.signatories) not in {1, 2}:
            raise ValueError("a signature block has one or two signatories")

    @property
    def place_and_date(self) -> str:
        return f"{self.place}, {tanggal(self.date)}"
