"""Texts of letters: words in braces are filled in, whatever else they hold stays as it is."""

import re
from collections.abc import Mapping

WORDS = frozenset({"koperasi", "tahun_buku", "jatuh_tempo", "tenggat", "surat_sebelumnya"})
_BRACED = re.compile(r"\{([^{}]*)\}")


def unknown_words(text: str) -> list[str]:
    return sorted(set(_BRACED.findall(text)) - WORDS)


def filled(text: str, values: Mapping[str, str]) -> str:
    return _BRACED.sub(lambda found: values.get(found[1], found[0]), text)


def paragraphs(text: str, values: Mapping[str, str]) -> list[str]:
    """A blank line begins a new one; single line ends are the typist's."""
    parts = re.split(r"\n\s*\n", filled(text, values))
    return [" ".join(part.split()) for part in parts if part.strip()]
