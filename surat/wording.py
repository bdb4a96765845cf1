"""Texts of letters: words in braces are filled in, whatever else they hold stays as it is."""

import re
from collections.abc import Mapping

_WARNING = frozenset({"koperasi", "tempat", "tahun_buku", "jatuh_tempo", "tenggat", "surat_sebelumnya"})
_APPLICANT = frozenset({"pejabat", "jabatan", "pemohon", "tahun"})
# What the portal can fill into each kind of letter.
WORDS: dict[str, frozenset[str]] = {
    "sp1-rat": _WARNING,
    "sp2-rat": _WARNING,
    "sp3-rat": _WARNING,
    "rekomendasi-merek": _APPLICANT | {"merek"},
    "keterangan-binaan": _APPLICANT,
    "undangan": frozenset({"acara", "penerima"}),
    "serah-terima": frozenset({"hari", "tanggal", "tempat", "fasilitasi", "pemohon"}),
}
_BRACED = re.compile(r"\{([^{}]*)\}")


def unknown_words(slug: str, text: str) -> list[str]:
    return sorted(set(_BRACED.findall(text)) - WORDS.get(slug, frozenset()))


def filled(text: str, values: Mapping[str, str]) -> str:
    return _BRACED.sub(lambda found: values.get(found[1], found[0]), text)


def paragraphs(text: str, values: Mapping[str, str]) -> list[str]:
    """A blank line begins a new one; single line ends are the typist's."""
    parts = re.split(r"\n\s*\n", filled(text, values))
    return [" ".join(part.split()) for part in parts if part.strip()]


def lines(text: str, values: Mapping[str, str]) -> list[str]:
    return [line.strip() for line in filled(text, values).splitlines() if line.strip()]
