"""What a row says: a paper, and by what its holder is to be found. Knows no database but regions."""

from dataclasses import dataclass, field
from typing import Any, ClassVar

from common.fields import blind_index
from legalitas.choices import NUMBER_ON_SUBJECT, JenisSertifikat
from legalitas.exports import HIDDEN
from legalitas.nomor import normalise_number
from produk.sheets.columns import KOPERASI
from produk.sheets.naming import NamedSeller
from spreadsheets.kind import Row
from umkm.sheets.places import find_place
from wilayah.match import Regions

_FIELDS = {
    "nomor_ketetapan": "nomor_ketetapan",
    "merek": "merek",
    "lembaga_penerbit": "penerbit",
    "tanggal_terbit": "issued_on",
    "berlaku_sampai": "valid_until",
    "komitmen_sampai": "commitment_due_on",
    "komitmen_dipenuhi": "commitment_met_on",
}


@dataclass
class Told(NamedSeller):
    """One row, blanks left out: a blank cell never empties what the office already knows."""

    noun: ClassVar[str] = "pemegang"

    jenis: str = ""
    # As stored for the kind. An export may have had to hide it: then the paper has one that is not told.
    number: str = ""
    hides_number: bool = False
    paper: dict[str, Any] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)

    @property
    def nib(self) -> str:
        return super().nib or (self.number if self.jenis == JenisSertifikat.NIB else "")

    @property
    def seller_kind(self) -> str:
        return super().seller_kind or (KOPERASI if self.jenis == JenisSertifikat.NIK_KOPERASI else "")

    @property
    def number_on_paper(self) -> str:
        return "" if self.jenis in NUMBER_ON_SUBJECT else self.number

    @property
    def products(self) -> str:
        return self.row.get("produk") or ""

    @property
    def label(self) -> str:
        """Without the number: a land title's is not for headings."""
        kind = JenisSertifikat(self.jenis).label if self.jenis else "Tanpa jenis"
        return f"{kind} ({self.seller or self.nib or 'tanpa nama pemegang'})"

    def key_of_new(self, holder: Any) -> str:
        """Rows that mean one paper of a holder that is not on record yet."""
        if not self.jenis or holder is None:
            return ""
        if self.number_on_paper:
            return blind_index(f"sertifikat|{self.jenis}|{self.number_on_paper}")[:32]
        told = [self.paper.get(name) for name in ("issued_on", "valid_until", "merek", "nomor_ketetapan")]
        return blind_index(f"sertifikat|{self.jenis}|{holder._meta.label}|{holder.pk}|{told}")[:32]


def tell(row: Row, regions: Regions, options: dict[str, Any]) -> Told:
    place = find_place(row, regions, "kec_pemegang", "kel_pemegang")
    told = Told(row, place.desa, place.kecamatan)
    told.jenis = row.get("jenis_sertifikat") or ""
    if not told.jenis and all(message.column != "jenis_sertifikat" for message in row.messages):
        told.jenis = options.get("jenis") or ""
        if not told.jenis:
            row.refuse(
                "Jenis sertifikat tidak diketahui.",
                "Isi kolomnya, atau pilih jenisnya pada langkah Kolom.",
                column="jenis_sertifikat",
            )
    raw = str(row.get("nomor_sertifikat") or "")
    told.hides_number = raw == HIDDEN
    told.number = "" if told.hides_number else normalise_number(told.jenis, raw)
    told.paper = {
        name: value for column, name in _FIELDS.items() if (value := row.get(column)) not in (None, "")
    }
    lines = (row.get("catatan_petugas") or "").splitlines()
    told.notes = [*row.notes, *(line for line in lines if line.strip() != HIDDEN)]
    return told
