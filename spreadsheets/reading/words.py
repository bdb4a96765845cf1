"""Words in cells: names, addresses, lists, and answers to choose from."""

import datetime
import re

from common.spelling import is_misspelt
from common.text import fold, refuse_hidden_characters, tidy_line, tidy_text
from spreadsheets.columns import Column, choice_key
from spreadsheets.reading.amounts import kind_of
from spreadsheets.reading.book import Cell
from spreadsheets.reading.problem import CellError, Problem, Reading, quoted, warning

# Ways to write that there is nothing to write.
NOTHING = frozenset(
    f"{no} {have}".strip()
    for no in ("belum", "tidak", "tdk", "tak", "blm", "ga", "gak", "nggak")
    for have in ("", "ada", "punya", "memiliki", "mempunyai", "tahu", "diketahui", "diisi", "terdaftar", "ada data")
) | {
    "nihil", "kosong", "null", "none", "nan", "n a", "na", "ta", "x", "xx", "xxx", "tba", "no data",
    "proses", "dalam proses", "masih proses", "sedang proses", "belum dibuat",
}  # fmt: skip
_LINE_BREAKS = re.compile(r"\s*[\r\n\t\u2028\u2029]+\s*")
_BLANKS = re.compile(r"[ \u00a0\u2000-\u200a\u202f\u3000]+")
# "NIB, PIRT", lines, and "1. Pemasaran 2. Kemasan"
_ITEMS = re.compile(r"[,;\n•]|(?<!\S)\d{1,2}[.)](?=\s*[A-Za-z])")

_SEX = {
    word: sex
    for sex, words in {
        "L": ("l", "lk", "laki", "laki laki", "lakilaki", "laki2", "pria", "cowok", "male", "m", "1"),
        "P": ("p", "pr", "perempuan", "wanita", "w", "cewek", "female", "f", "2"),
    }.items()
    for word in words
}
_YES = frozenset(
    {"ya", "y", "iya", "yes", "true", "benar", "betul", "ada", "punya", "sudah", "v", "1", "aktif"}
)
_NO = frozenset(
    {
        "tidak", "t", "tdk", "no", "n", "false", "salah", "tidak ada", "tdk ada", "belum", "blm", "belum ada",
        "blm ada", "0", "bukan", "tidak aktif", "nihil", "tidak punya", "belum punya",
    }
)  # fmt: skip
TICKS = frozenset("√✓✔☑")


def read_text(cell: Cell, column: Column) -> Reading:
    if isinstance(cell, str) and cell.isascii() and cell.isprintable() and "  " not in cell:
        return cell, []
    text, problems = as_text(cell)
    if not (text.isascii() and text.isprintable()):
        text = _LINE_BREAKS.sub(lambda match: _break(match, text), text)
        refuse_hidden_characters(text)
    return _BLANKS.sub(" ", tidy_line(text)) or None, problems


def _break(match: re.Match[str], text: str) -> str:
    """Lines of one cell become parts of one line."""
    return " " if text[: match.start()].endswith((",", ";", ":", "-", "/", "(")) else ", "


def read_long_text(cell: Cell, column: Column) -> Reading:
    text, problems = as_text(cell)
    refuse_hidden_characters(text)
    return tidy_text(text) or None, problems


def as_text(cell: Cell) -> tuple[str, list[Problem]]:
    if isinstance(cell, str):
        return cell, []
    if isinstance(cell, bool):
        return ("Ya" if cell else "Tidak"), []
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else repr(cell).replace(".", ","), []
    if isinstance(cell, int):
        return str(cell), []
    text = f"{cell:%d-%m-%Y}" if isinstance(cell, datetime.date) else str(cell)
    advice = "Jika bukan itu yang dimaksud, ubah format selnya menjadi teks, lalu ketik ulang."
    return text, [warning(f"Excel menyimpan isi sel ini sebagai {kind_of(cell)}: {text}.", advice)]


def read_list(cell: Cell, column: Column) -> Reading:
    text, problems = as_text(cell)
    items = [_BLANKS.sub(" ", tidy_line(item)).strip(" .-") for item in _ITEMS.split(text)]
    kept = [item for item in dict.fromkeys(items) if item and fold(item) not in NOTHING]
    refuse_hidden_characters(" ".join(kept))
    return kept or None, problems


def read_choice(cell: Cell, column: Column) -> Reading:
    text, _ = as_text(cell)
    known, key = column.known_choices, choice_key(text)
    if key in known:
        return known[key], []
    # "Perseorangan (belum ada legalitas)"
    if (plain := choice_key(re.sub(r"\([^)]*\)", " ", text))) in known:
        return known[plain], []
    parts = [choice_key(part) for part in re.split(r"[,;/\n]", text) if part.strip()]
    meant = {known[part] for part in parts if part in known}
    if len(meant) == 1 and all(part in known for part in parts):
        return meant.pop(), []
    near = {value for word, value in known.items() if is_misspelt(key, word)}
    label = dict(column.choices)
    if len(near) == 1:
        value = near.pop()
        return value, [
            warning(f"{quoted(text)} dibaca sebagai {label[value]}.", "Pastikan ini yang dimaksud.")
        ]
    offered = ", ".join(label.values())
    if len(meant) > 1:
        raise CellError(f"{quoted(text)} memuat beberapa pilihan.", f"Sisakan satu: {offered}.")
    raise CellError(f"{quoted(text)} tidak dikenal.", f"Tulis salah satu: {offered}.")


def read_sex(cell: Cell, column: Column) -> Reading:
    text, _ = as_text(cell)
    words = fold(text)
    sex = _SEX.get(words)
    if sex is None:
        near = {value for word, value in _SEX.items() if is_misspelt(words.replace(" ", ""), word)}
        if len(near) != 1:
            raise CellError(f"{quoted(text)} bukan jenis kelamin.", "Tulis L atau P.")
        sex = near.pop()
    return sex, []


def read_yes_no(cell: Cell, column: Column) -> Reading:
    if isinstance(cell, bool):
        return cell, []
    text, _ = as_text(cell)
    words = fold(text)
    if words in _YES or (text and TICKS.issuperset(text)):
        return True, []
    if words in _NO:
        return False, []
    raise CellError(f"{quoted(text)} bukan jawaban ya atau tidak.", "Tulis Ya atau Tidak.")
