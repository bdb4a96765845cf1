"""What a kind of sheet asks for, column by column; which header of a clerk's file means which of them."""

import functools
import itertools
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from common.spelling import is_misspelt
from common.text import fold


class Reads(StrEnum):
    """How a cell of the column is read. In brackets what the reading gives where it is not text."""

    TEXT = "text"
    LONG_TEXT = "long_text"
    IDENTIFIER = "identifier"
    NIK = "nik"
    PHONE = "phone"
    RUPIAH = "rupiah"  # int
    INTEGER = "integer"  # int
    DECIMAL = "decimal"  # Decimal
    DATE = "date"  # date
    YEAR = "year"  # int
    PERIOD = "period"  # [first day, last day]: of a day, of several, of a month or of a year
    SEX = "sex"  # "L" or "P"
    YES_NO = "yes_no"  # bool
    CHOICE = "choice"  # the stored value of the choice
    REGION = "region"  # a name as written; `wilayah.match` knows whose
    LIST = "list"  # list of texts


@dataclass(frozen=True)
class Column:
    name: str
    label: str
    kind: Reads = Reads.TEXT
    synonyms: tuple[str, ...] = ()
    is_required: bool = False
    is_secret: bool = False
    is_personal: bool = False
    example: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    width: float = 16
    help: str = ""
    # Other words for a choice: {"UMK": "iumk"}; compared without case and punctuation, "<" and ">" count.
    words: Mapping[str, str] = field(default_factory=dict, hash=False)
    # The rules of a number, from common.identifiers; those of a NIK and a phone are known.
    normalise: Callable[[str], str] | None = None
    validate: Callable[[str], None] | None = None
    warn: Callable[[str], list[str]] | None = None
    # A numeric cell with fewer digits has lost the zeros in front of it; they are put back, with a warning.
    digits: int = 0
    # Whether 0 is an answer. Unless told, it is one for counts and measures and means "none" for all else.
    is_zero_kept: bool | None = None
    # A value that cannot be used is left out with a warning, and the row still goes in.
    is_dropped_on_error: bool = False
    # Headers that mean this column only where no other claims them: "ALAMAT" beside "ALAMAT USAHA".
    fallbacks: tuple[str, ...] = ()
    # Written by the portal into its own lists: known when such a list comes back, and never taken over.
    is_told_only: bool = False
    # What the template offers to choose from where `choices` would be too narrow: names of places.
    offers: Callable[[], Sequence[str]] | None = None

    @functools.cached_property
    def known_choices(self) -> dict[str, str]:
        """Every way to write a choice → the value to store."""
        ways: dict[str, set[str]] = {}
        for value, label in self.choices:
            for way in (*label.split("/"), label, value):
                ways.setdefault(choice_key(way), set()).add(value)
        known = {way: values.pop() for way, values in ways.items() if len(values) == 1}
        known |= {choice_key(word): value for value, label in self.choices for word in (label, value)}
        return known | {choice_key(word): value for word, value in self.words.items()}


def choice_key(text: str) -> str:
    """Letters and digits alone; "<" and ">" are words."""
    return fold(text.replace("<", " kurang ").replace(">", " lebih ")).replace(" ", "")


# Between a group's label and the label below it, in headers of two lines.
GROUP_MARK = " – "
# The column that `template.write_refused` adds.
REASON = "Alasan"

# One word for each thing, however it is written over a column.
_WORDS = {
    "nomor": "no", "nomer": "no", "nmr": "no", "num": "no", "jml": "jumlah", "jmlh": "jumlah", "jlh": "jumlah",
    "banyaknya": "jumlah", "tgl": "tanggal", "tangal": "tanggal", "thn": "tahun", "th": "tahun",
    "tahunan": "tahun", "pertahun": "tahun", "setahun": "tahun", "bln": "bulan", "bulanan": "bulan",
    "perbulan": "bulan", "sebulan": "bulan", "kec": "kecamatan", "kel": "desa", "kelurahan": "desa",
    "ds": "desa", "kab": "kabupaten", "kota": "kabupaten", "prov": "provinsi", "prop": "provinsi",
    "propinsi": "provinsi", "pengusaha": "pemilik", "handphone": "hp", "ponsel": "hp", "seluler": "hp",
    "tlp": "telp", "telepon": "telp", "telpon": "telp", "telefon": "telp", "wa": "whatsapp",
    "omset": "omzet", "omzset": "omzet", "merk": "merek", "l": "laki", "lk": "laki", "pria": "laki",
    "p": "perempuan", "pr": "perempuan", "wanita": "perempuan", "tk": "tenaga kerja",
    "karyawan": "tenaga kerja", "pekerja": "tenaga kerja", "alamt": "alamat", "almt": "alamat", "nm": "nama",
    "jns": "jenis", "ket": "keterangan", "pendidkan": "pendidikan", "kodepos": "kode pos",
    "email": "surel", "latitude": "lintang", "longitude": "bujur",
}  # fmt: skip
# They say nothing, unless they say everything.
_FILLERS = frozenset(
    {"no", "jumlah", "per", "rp", "rupiah", "dalam", "orang", "org", "dan", "atau", "wajib", "isi"}
)
# What a group of columns is about does not make its columns another thing.
_PLAIN_GROUPS = frozenset(
    {"alamat", "data", "identitas", "informasi", "lokasi", "tempat", "profil", "domisili"}
)
_ROW_NUMBERS = frozenset({"no", "urut", "nourut", "nou", "#"})


@functools.lru_cache(maxsize=4096)
def header_key(header: str) -> str:
    """What two headers have in common that mean the same: "NO. HP/WA" and "nomor hp (WA)"."""
    words = [plain for word in fold(header).split() for plain in _WORDS.get(word, word).split()]
    telling = [word for word in words if word not in _FILLERS]
    return " ".join(word for word, _ in itertools.groupby(telling or words[:1]))


def is_bare(header: str) -> bool:
    """A column that carries nothing: row numbers, and the reasons that we wrote ourselves."""
    return not header.strip() or is_row_number(header) or fold(header) == fold(REASON)


def is_row_number(header: str) -> bool:
    return header_key(header) in _ROW_NUMBERS


def guess(headers: Sequence[str], columns: Sequence[Column]) -> dict[int, str]:
    """Place of a header → name of the column it means. One header at most for a column: the surest, then the first."""
    taken: dict[str, int] = {}
    for _, place, _, name in sorted(_claims(headers, columns)):
        if name not in taken and place not in taken.values():
            taken[name] = place
    return {place: name for name, place in sorted(taken.items(), key=lambda item: item[1])}


def rivals(headers: Sequence[str], columns: Sequence[Column]) -> dict[int, str]:
    """Headers that mean a column which another header already has: the clerk must be told."""
    guessed = guess(headers, columns)
    told: dict[int, str] = {}
    for _, place, _, name in sorted(_claims(headers, columns)):
        if place not in guessed:
            told.setdefault(place, name)
    return told


def recognised(headers: Sequence[str], columns: Sequence[Column]) -> int:
    """How many columns are named to the letter."""
    known = _known(columns)
    return len({known[key][0][1] for header in headers for key in _keys_of(header) if key in known})


# Key of a header → what claims it: (rank, position of the column, its name, the words), the best first.
_Known = dict[str, list[tuple[int, int, str, str]]]


def _known(columns: Sequence[Column]) -> _Known:
    known: _Known = {}
    for position, column in enumerate(columns):
        ranked = [(0, column.name), (1, column.label)]
        # A name outranks a synonym, so that one column's synonym never takes another column's name.
        ranked += [(2, words) for words in column.synonyms] + [(3, words) for words in column.fallbacks]
        for rank, words in ranked:
            known.setdefault(header_key(words), []).append((rank, position, column.name, fold(words)))
    return {key: sorted(claims) for key, claims in known.items()}


def _claims(headers: Sequence[str], columns: Sequence[Column]) -> Iterator[tuple[int, int, int, str]]:
    """(doubt, place of the header, position of the column, name of the column): the less doubt the better."""
    known = _known(columns)
    for place, header in enumerate(headers):
        if is_bare(header):
            continue
        keys = _keys_of(header)
        for doubt, key in enumerate(keys):
            claims = known.get(key, [])
            # "Nomor dan tanggal akta" is no "Tanggal akta", though its small words say nothing.
            exact = [claim for claim in claims if claim[-1] == fold(header)]
            for rank, position, name, words in exact or claims:
                # "Nomor sertifikat" rather than "Sertifikat", though both mean one thing.
                yield doubt * 10 + 2 * rank + (words != fold(header)), place, position, name
        for position, name in _meant_by_all_parts(header, known):
            yield 95, place, position, name
        for doubt, key in enumerate(keys):
            for words, claims in known.items():
                if key not in known and _resembles(key, words):
                    for rank, position, name, _ in claims:
                        yield 100 + doubt * 10 + 2 * rank, place, position, name


def _meant_by_all_parts(header: str, known: _Known) -> list[tuple[int, str]]:
    """ "No. KTP/NIK" means what both of its parts mean."""
    if "/" not in header or GROUP_MARK in header:
        return []
    parts = [known.get(header_key(part), []) for part in header.split("/")]
    meant = [{(position, name) for _, position, name, _ in claims} for claims in parts]
    return sorted(set.intersection(*meant))


def _keys_of(header: str) -> list[str]:
    """The header's meanings, the fullest first: a label under a group means less without its group."""
    keys = [header_key(header)]
    if GROUP_MARK in header:
        group, label = header.rsplit(GROUP_MARK, 1)
        about = [word for word in header_key(group).split() if word not in _PLAIN_GROUPS]
        keys += [header_key(f"{label} {group}"), header_key(f"{label} {' '.join(about)}")]
        # Without its group a letter means nothing.
        if len(header_key(label)) > 2 and fold(label) not in {"l", "p", "lk", "pr"}:
            keys.append(header_key(label))
    # "NIK (sesuai KTP)": what is added in brackets may be left out.
    keys.append(header_key(re.sub(r"\([^)]*\)", " ", header)))
    return list(dict.fromkeys(key for key in keys if key))


def _resembles(key: str, words: str) -> bool:
    """Word for word, with slips: "rt usaha" is not "rw usaha", but "prizinan usaha" is "perizinan usaha"."""
    if key.replace(" ", "") == words.replace(" ", ""):
        return True
    mine, theirs = key.split(), words.split()
    return len(mine) == len(theirs) and all(
        one == other or is_misspelt(one, other) for one, other in zip(mine, theirs, strict=True)
    )
