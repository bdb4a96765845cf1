"""Names made comparable, to find people and businesses registered twice. Never shown, never stored."""

import re

from common.text import fold, fold_spelling

_TITLES_BEFORE = {
    "drs", "dra", "dr", "drg", "drh", "ir", "h", "hj", "kh", "k", "prof", "ust", "ustadz", "ustadzah", "tgk",
    "bapak", "bpk", "ibu", "sdr", "sdri", "tn", "tuan", "ny", "nyonya",
}  # fmt: skip
_TITLES_AFTER = {
    "se", "st", "sh", "si", "sip", "sos", "sp", "spd", "spdi", "sag", "ssi", "skm", "skom", "spi", "spt", "sst",
    "skep", "ns", "mm", "mh", "mt", "mp", "mpd", "msi", "mkes", "msc", "mba", "ma", "phd", "amd",
    "amdkeb", "amdkep",
}  # fmt: skip
_MUHAMMAD = {"moh", "muh", "muhamad", "mohamad", "mohammad", "mohamed", "muhammed", "md", "mhd"}
_LEGAL_FORMS = {
    "ud", "cv", "pt", "pd", "fa", "firma", "tbk", "persero", "perorangan", "perseorangan",
    "umkm", "ukm", "ikm", "kub",
}  # fmt: skip
_LEGAL_WORDS = [("usaha", "dagang"), ("perseroan", "terbatas"), ("kelompok", "usaha", "bersama")]
_DOT_INSIDE = re.compile(r"(?<=\w)\.(?=\w)")
_DOT_AFTER_PREFIX = re.compile(
    rf"\b({'|'.join(sorted(_TITLES_BEFORE | _LEGAL_FORMS))})\.(?=\w)", re.IGNORECASE
)


def comparable_pemilik(name: str) -> str:
    """A person's name without titles: "Hj. Aminah Djafar, S.Pd." and "aminah jafar" compare equal."""
    words = _words(name.split(",")[0] or name)
    while len(words) > 1 and words[0] in _TITLES_BEFORE:
        words.pop(0)
    while len(words) > 1 and words[-1] in _TITLES_AFTER:
        words.pop()
    return fold_spelling(" ".join("muhammad" if word in _MUHAMMAD else word for word in words))


def comparable_usaha(name: str) -> str:
    """A business's name without its legal form: "UD. Sinar Jaya" and "CV Sinar-Jaya" compare equal."""
    words = _words(name)
    for form in _LEGAL_WORDS:
        if tuple(words[: len(form)]) == form and len(words) > len(form):
            words = words[len(form) :]
    return fold_spelling(" ".join([word for word in words if word not in _LEGAL_FORMS] or words))


def _words(name: str) -> list[str]:
    """Folded words; "S.Pd." stays one of them, while "Hj.Aminah" and "UD.Sinar" become two."""
    return fold(_DOT_INSIDE.sub("", _DOT_AFTER_PREFIX.sub(r"\1 ", name))).split()
