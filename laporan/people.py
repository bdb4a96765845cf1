"""Whose letterhead and whose signatures hold on a day."""

from collections.abc import Iterator
from datetime import date

from django.conf import settings

from common.templatetags.indonesia import tanggal
from laporan.models import Kop, Pejabat, Peran
from laporan.pdf import Paper
from laporan.signature import Letterhead, Signatory, SignatureBlock, Signing

_SIGNS: dict[str, str] = {Peran.KEPALA_DINAS: "kepala dinas", Peran.KEPALA_BIDANG: "kepala bidang"}


def letterhead(at: date) -> Letterhead:
    """The kop surat in force on `at`; a portal without one prints the office's name from its settings."""
    kop = _kop(at)
    if kop is None:
        return Letterhead((f"PEMERINTAH {settings.DISTRICT_NAME}".upper(), settings.OFFICE_NAME.upper()))
    return Letterhead(
        lines=(kop.line_1, kop.line_2),
        address_line=kop.address,
        contact_line=kop.contact,
        logo=_content(kop),
    )


def paper(at: date) -> Paper:
    kop = _kop(at)
    return Paper(kop.paper) if kop else Paper.F4


def signature(at: date, *, both: bool, mode: Signing) -> SignatureBlock | None:
    """The head of the office; with `both` also the head of the division, who made the report, at the right."""
    signatories = tuple(_signatories(at, both=both))
    if not signatories:
        return None
    kop = _kop(at)
    return SignatureBlock(
        place=kop.place if kop else settings.CAPITAL, date=at, signatories=signatories, mode=mode
    )


def unsigned(at: date, *, both: bool) -> str:
    """What the printed report will lack, said before it is printed; empty where everybody asked for is on record."""
    asked = [role for role in _SIGNS if both or role == Peran.KEPALA_DINAS]
    present = set(Pejabat.objects.valid(at=at).values_list("peran", flat=True))
    missing = " dan ".join(_SIGNS[role] for role in asked if role not in present)
    if not missing:
        return ""
    left = next((_SIGNS[role] for role in asked if role in present), "")
    printed = f"hanya memuat tanda tangan {left}" if left else "dicetak tanpa penanda tangan"
    return f"Tidak ada {missing} yang tercatat menjabat pada {tanggal(at)}, jadi PDF {printed}."


def _signatories(at: date, *, both: bool) -> Iterator[Signatory]:
    head = Pejabat.objects.valid(at=at).filter(peran=Peran.KEPALA_DINAS).first()
    maker = Pejabat.objects.valid(at=at).filter(peran=Peran.KEPALA_BIDANG).first() if both else None
    if head:
        yield _signatory(head, heading="Mengetahui," if maker else "")
    if maker:
        yield _signatory(maker)


def _signatory(pejabat: Pejabat, heading: str = "") -> Signatory:
    return Signatory(
        name=pejabat.name,
        jabatan=(pejabat.jabatan.upper(), f"{settings.DISTRICT_NAME.upper()},"),
        heading=heading,
        prefix=pejabat.sebutan,
        pangkat_golongan=pejabat.pangkat,
        nip=pejabat.nip,
    )


def _kop(at: date) -> Kop | None:
    return Kop.objects.valid(at=at).first()


def _content(kop: Kop) -> bytes | None:
    if not kop.logo:
        return None
    with kop.logo.open("rb") as file:
        return file.read()
