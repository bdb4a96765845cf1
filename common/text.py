"""Plain text: tidying what people type, refusing characters nobody can see, folding for comparison."""

import re
import unicodedata

from django.core.exceptions import ValidationError

# Invisible spaces that str.strip() leaves alone; a "name" made of them alone must count as empty.
_ZERO_WIDTH = "\u200b\u2060\ufeff"
_EDGES = "".join(char for char in map(chr, range(0x3001)) if char.isspace()) + _ZERO_WIDTH
# Embeddings, overrides and isolates reorder what follows: a price or a name can be made to read backwards.
_BIDI = re.compile("[\u202a-\u202e\u2066-\u2069]")
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_LINE_BREAKS = re.compile("[\t\n\u2028\u2029]")
# The replacement character is what a broken sequence of bytes, a lone surrogate among them, was read as.
_BROKEN = re.compile("[\ud800-\udfff\ufffd]")
_NOT_WORD = re.compile(r"[\W_]+")
# Spellings before 1972 live on in names; y/i and doubled letters vary from paper to paper.
_OLD_SPELLING = (("oe", "u"), ("dj", "j"), ("tj", "c"), ("sj", "sy"), ("nj", "ny"), ("y", "i"))
_DOUBLED = re.compile(r"([a-z])\1+")


def tidy_line(value: str) -> str:
    """One line as stored: composed characters (NFC), nothing blank at either end."""
    if value.isascii() and value.isprintable():
        # Most text is so, and has nothing to compose and no blank but the space.
        return value.strip()
    return unicodedata.normalize("NFC", value).strip(_EDGES)


def tidy_text(value: str) -> str:
    """Several lines as stored: browsers send CR LF, the database keeps LF."""
    return tidy_line(value.replace("\r\n", "\n").replace("\r", "\n"))


def refuse_hidden_characters(value: str) -> None:
    """Raise for characters that are broken, invisible or reorder the text around them."""
    if value.isascii() and value.isprintable():
        return
    if _BROKEN.search(value):
        raise ValidationError(
            "Teks memuat karakter yang rusak. Hapus bagian itu lalu ketik ulang.", code="surrogate"
        )
    if _BIDI.search(value):
        raise ValidationError(
            "Teks memuat karakter pengubah arah tulisan yang dapat menyesatkan pembaca. "
            "Hapus bagian itu lalu ketik ulang.",
            code="bidi",
        )
    if _CONTROL.search(value):
        raise ValidationError(
            "Teks memuat karakter kendali yang tidak terlihat. Hapus bagian itu lalu ketik ulang.",
            code="control",
        )


def refuse_line_breaks(value: str) -> None:
    """Raise for more than one line, and for everything `refuse_hidden_characters` refuses."""
    refuse_hidden_characters(value)
    if _LINE_BREAKS.search(value):
        raise ValidationError(
            "Isian ini hanya satu baris. Ganti pergantian baris atau tab dengan spasi.", code="line_break"
        )


def unaccent(value: str) -> str:
    """Letters without their accents: "Kopi Tubruk Café" becomes "Kopi Tubruk Cafe"."""
    if value.isascii():
        return value
    decomposed = unicodedata.normalize("NFKD", value)
    return "".join(char for char in decomposed if not unicodedata.combining(char))


def fold(value: str) -> str:
    """Lower-case words without accents or punctuation, one space apart: for comparing, never for showing."""
    return _NOT_WORD.sub(" ", unaccent(value).lower()).strip()


def fold_spelling(value: str) -> str:
    """Fold, and write old spellings the new way, so that "Soekarno" meets "Sukarno"."""
    text = fold(value)
    for old, new in _OLD_SPELLING:
        text = text.replace(old, new)
    return _DOUBLED.sub(r"\1", text)
