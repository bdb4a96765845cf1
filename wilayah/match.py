"""Which kecamatan and desa are meant by names as people write them on lists."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from common.spelling import distance
from common.text import fold, fold_spelling
from wilayah.models import Desa, Kecamatan

_PREFIXES = frozenset(
    {"desa", "ds", "dsa", "kel", "kelurahan", "klurahan", "kec", "kecamatan", "kcamatan", "kampung"}
)
_KELURAHAN = re.compile(r"(?:kel|kelurahan|klurahan)\b(?! *desa)")
_DOUBLED = re.compile(r"([a-z])\1+")
_MOST_SUGGESTED = 3
# Spellings kept in mind: a long list has a few thousand at most.
_MOST_KNOWN = 5000


@dataclass(frozen=True)
class Problem:
    level: str  # "error" or "warning"
    text: str
    advice: str


@dataclass(frozen=True)
class Match:
    desa: Desa | None = None
    kecamatan: Kecamatan | None = None
    problems: tuple[Problem, ...] = ()


def place_key(name: str) -> str:
    """The same for "Desa Una-Una", "UNAUNA" and "Ds. Oena Oena"."""
    return _DOUBLED.sub(r"\1", "".join(_without_prefix(fold_spelling(name).split())))


def _without_prefix(words: list[str]) -> list[str]:
    while len(words) > 1 and words[0] in _FOLDED_PREFIXES:
        words = words[1:]
    return words


_FOLDED_PREFIXES = _PREFIXES | {fold_spelling(word) for word in _PREFIXES}


class Regions:
    """All regions, loaded once; then every row is matched without the database."""

    def __init__(self) -> None:
        every = list(Desa.objects.select_related("kecamatan").order_by("code"))
        self._kecamatan: dict[str, Kecamatan] = {
            place_key(each.name): each for each in Kecamatan.objects.order_by("code")
        }
        self._desa: dict[str, list[Desa]] = defaultdict(list)
        for desa in every:
            self._desa[place_key(desa.name)].append(desa)
        self._codes = {_digits(desa.code): desa for desa in every}
        self._inside: dict[int, dict[str, list[Desa]]] = defaultdict(lambda: defaultdict(list))
        for key, namesakes in self._desa.items():
            for desa in namesakes:
                self._inside[desa.kecamatan_id][key].append(desa)
        self._known: dict[tuple[str, str, int | None], Match] = {}

    def find(self, kecamatan: str, desa: str, *, within: Kecamatan | None = None) -> Match:
        """`within` is what the sheet's title says, for rows that name no kecamatan."""
        asked = (kecamatan, desa, within.pk if within else None)
        if asked not in self._known:
            if len(self._known) >= _MOST_KNOWN:
                self._known.clear()
            # Lists repeat their few villages thousands of times.
            self._known[asked] = self._find(kecamatan.strip(), desa.strip(), within)
        return self._known[asked]

    def kecamatan_in(self, texts: Iterable[str]) -> Kecamatan | None:
        """The kecamatan that titles and the sheet's name tell; None where they tell none or several."""
        found = {each.pk: each for text in texts if (each := self._told_in(text))}
        return next(iter(found.values())) if len(found) == 1 else None

    def _told_in(self, text: str) -> Kecamatan | None:
        if whole := self._kecamatan.get(place_key(text)):
            return whole
        words = fold(text).split()
        for at, word in enumerate(words):
            if word in {"kec", "kecamatan"}:
                for end in range(len(words), at + 1, -1):
                    if found := self._kecamatan.get(place_key(" ".join(words[at + 1 : end]))):
                        return found
        return None

    def _find(self, kecamatan: str, desa: str, within: Kecamatan | None) -> Match:
        if coded := self._codes.get(_digits(desa)):
            return Match(coded, coded.kecamatan)
        if not kecamatan and ("," in desa or "(" in desa) and place_key(desa) not in self._desa:
            # "Bailo (Ampana Kota)", "Bailo, Kec. Ampana Kota"
            desa, kecamatan = (part.strip(" ()") for part in re.split(r"[,(]", desa, maxsplit=1))
        known, doubts = self._kecamatan_named(kecamatan)
        known = known or (None if kecamatan else within)
        if not desa:
            return Match(None, known, doubts)
        return self._desa_named(desa, kecamatan, known, doubts)

    def _kecamatan_named(self, name: str) -> tuple[Kecamatan | None, tuple[Problem, ...]]:
        if not name:
            return None, ()
        key = place_key(name)
        if known := self._kecamatan.get(key):
            return known, ()
        near = _nearest(key, self._kecamatan)
        if len(near) == 1:
            found = self._kecamatan[near[0]]
            return found, (_warning(f"Kecamatan “{name}” dibaca sebagai {found.name}."),)
        return None, (
            Problem(
                "error",
                f"Kecamatan “{name}” tidak dikenal di kabupaten ini.",
                f"Tulis salah satu: {', '.join(each.name for each in self._kecamatan.values())}.",
            ),
        )

    def _desa_named(
        self, name: str, kecamatan: str, known: Kecamatan | None, doubts: tuple[Problem, ...]
    ) -> Match:
        key = place_key(name)
        inside = self._inside[known.pk] if known else {}
        if found := _one(inside.get(key, []), name):
            return Match(found, known, doubts)
        namesakes = self._desa.get(key, [])
        if not kecamatan and (found := _one(namesakes, name)):
            # The name is unique; what the title says counts less.
            return Match(found, found.kecamatan)
        if found := _one(namesakes, name):
            text = f"Desa/kelurahan {found.name} ada di Kecamatan {found.kecamatan.name}, bukan {kecamatan}."
            return Match(found, found.kecamatan, (_warning(text),))
        if namesakes:
            return Match(None, known, (*_warnings(doubts), _ambiguous(name, namesakes)))
        return self._misspelt(name, key, known, doubts)

    def _misspelt(self, name: str, key: str, known: Kecamatan | None, doubts: tuple[Problem, ...]) -> Match:
        near = _nearest(key, self._inside[known.pk]) if known else []
        if not near:
            # The village is unknown where it is said to lie: only without that a slip elsewhere may be meant.
            near = [] if known else _nearest(key, self._desa)
        meant = [desa for each in near for desa in (self._inside[known.pk] if known else self._desa)[each]]
        if len(meant) == 1:
            text = f"Desa/kelurahan “{name}” dibaca sebagai {meant[0].name}, Kec. {meant[0].kecamatan.name}."
            return Match(meant[0], meant[0].kecamatan, (*_warnings(doubts), _warning(text)))
        if meant:
            return Match(None, known, (*_warnings(doubts), _ambiguous(name, meant)))
        where = f"Kecamatan {known.name}" if known else "kabupaten ini"
        return Match(
            None,
            known,
            (
                *doubts,
                Problem(
                    "error", f"Desa/kelurahan “{name}” tidak ditemukan di {where}.", self._advice(key, known)
                ),
            ),
        )

    def _advice(self, key: str, known: Kecamatan | None) -> str:
        names = {each: self._desa[each][0].name for each in self._desa}
        if known:
            names = {each: desa[0].name for each, desa in self._inside[known.pk].items()}
        far = max(2, len(key) // 3)
        ranked = sorted((distance(key, each, most=far), name) for each, name in names.items())
        near = [name for slips, name in ranked if slips <= far][:_MOST_SUGGESTED]
        if near:
            return f"Mungkin maksudnya {' atau '.join(near)}. Perbaiki nama desanya."
        return "Periksa nama desa dan kecamatannya."


def _digits(code: str) -> str:
    digits = re.sub(r"[.\s]", "", code.removesuffix(".0"))
    return digits if re.fullmatch("[0-9]{10}", digits) else ""


def _nearest(key: str, names: Iterable[str]) -> list[str]:
    """Names within a slip or two, the nearest alone; several where they are equally near."""
    most = 0 if len(key) < 4 else 1 if len(key) < 8 else 2
    slips = {name: distance(key, name, most=most) for name in names}
    least = min(slips.values(), default=most + 1)
    return [name for name, count in slips.items() if count == least] if least <= most else []


def _one(namesakes: Sequence[Desa], name: str) -> Desa | None:
    """The only one, or the one so written ("Bonebae I" is not "Bonebae II"), or the only kelurahan where "Kel." is."""
    if len(namesakes) > 1:
        written = _bare(name)
        namesakes = [desa for desa in namesakes if _bare(desa.name) == written] or namesakes
    if len(namesakes) > 1:
        wanted = Desa.Jenis.KELURAHAN if _KELURAHAN.match(fold(name)) else Desa.Jenis.DESA
        namesakes = [desa for desa in namesakes if desa.jenis == wanted]
    return namesakes[0] if len(namesakes) == 1 else None


def _bare(name: str) -> list[str]:
    words = fold(name).split()
    while len(words) > 1 and words[0] in _PREFIXES:
        words.pop(0)
    return words


def _warning(text: str) -> Problem:
    return Problem("warning", text, "Pastikan ini yang dimaksud.")


def _warnings(problems: Sequence[Problem]) -> tuple[Problem, ...]:
    return tuple(each for each in problems if each.level == "warning")


def _ambiguous(name: str, meant: Sequence[Desa]) -> Problem:
    choices = "; ".join(f"{desa.name} (Kec. {desa.kecamatan.name})" for desa in meant[:_MOST_SUGGESTED])
    return Problem(
        "error",
        f"Desa/kelurahan “{name}” dapat berarti beberapa: {choices}.",
        "Tulis nama desa dan kecamatannya.",
    )
