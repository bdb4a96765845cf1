"""An invitation: to businesses and cooperatives of the registers, and to whoever else is typed in."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from common.templatetags.indonesia import hari_tanggal
from kegiatan.models import Kegiatan
from koperasi.models import Koperasi
from surat.drafts import UNSIGNED, Draft, signer
from surat.models import JenisSurat
from surat.pemohon import address_of
from umkm.models import Usaha

UNDANGAN = "undangan"
# More than these do not fit beside the number and subject: they get a sheet of their own.
_MOST_ON_FIRST_PAGE = 5
_MANY = "Bapak/Ibu dalam daftar terlampir"
_NOBODY = "Pilih sedikitnya satu penerima, atau ketik namanya."


@dataclass(frozen=True)
class Acara:
    """What people are invited to."""

    name: str
    on: date
    pukul: str
    tempat: str
    agenda: str = ""


@dataclass(frozen=True)
class Undangan:
    acara: Acara
    usaha: Sequence[Usaha] = field(default_factory=tuple)
    koperasi: Sequence[Koperasi] = field(default_factory=tuple)
    others: Sequence[str] = field(default_factory=tuple)
    # The event of the agenda that it is about; none for other occasions.
    kegiatan: Kegiatan | None = None

    @property
    def recipients(self) -> list[tuple[str, str]]:
        """Name and place of each."""
        return [
            *((f"{usaha.pemilik.name} ({usaha.name})", address_of(usaha)) for usaha in self.usaha),
            *((f"Pengurus {koperasi.name}", address_of(koperasi)) for koperasi in self.koperasi),
            *((name, "") for name in self.others),
        ]

    @property
    def reach(self) -> list[str]:
        """Kecamatan of those on record; empty, for the whole district, where somebody else is invited too."""
        places = [*(usaha.desa for usaha in self.usaha), *(koperasi.desa for koperasi in self.koperasi)]
        if self.others or None in places:
            return []
        return sorted({desa.kecamatan.code for desa in places if desa})


def invitation_draft(undangan: Undangan) -> Draft:
    acara, recipients = undangan.acara, undangan.recipients
    is_many = len(recipients) > _MOST_ON_FIRST_PAGE
    names = [name for name, _ in recipients]
    if len(names) > 1 and not is_many:
        names = [f"{number}. {name}" for number, name in enumerate(names, start=1)]
    details = [
        ("Hari, tanggal", hari_tanggal(acara.on)),
        ("Pukul", acara.pukul),
        ("Tempat", acara.tempat),
        ("Acara", acara.name),
        ("Agenda", acara.agenda),
    ]
    obstacle = "" if recipients else _NOBODY
    return Draft(
        JenisSurat.objects.get(slug=UNDANGAN),
        None,
        {"acara": acara.name, "penerima": _MANY if is_many else "\n".join(names)},
        [(label, text) for label, text in details if text],
        obstacle=obstacle or ("" if signer() else UNSIGNED),
        attached=[[("Nama", name), ("Alamat", place)] for name, place in recipients] if is_many else [],
    )
