"""What hostile hands send to a form: texts, files and bodies that no browser would."""

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator
from typing import Any

from PIL import Image

from tests.house.forms import CHOICE, FILE, HIDDEN, TEXT, PageForm, Part, multipart

SCRIPT, QUOTE = "<script>b7209</script>", '"q7209='
TEXTS: dict[str, bytes] = {
    "nothing": b"",
    "only blanks": " \u00a0\u200b\t".encode(),
    "a NUL": b"Uji\x00 uji",
    "half a character": b"Uji \xed\xa0\x80\xff\xfe",
    "turned around": "Uji \u202egnp.exe\u2066\u200f".encode(),
    "markup": f"{QUOTE}'>{SCRIPT}{{{{7*7}}}}{{% debug %}}".encode(),
    "a new header": b"Uji\r\nSet-Cookie: uji=1\r\n\r\n",
    "too long": b"A" * 20_000,
    "negative": b"-1",
    "a number without end": b"9" * 400,
    "a number past the column": b"9223372036854775808",
    "a number with an exponent": b"1e309",
    "digits of another script": "\u0661\u0662\u00b2".encode(),
    "a day that is none": b"31-02-2026",
    "the year 0": b"01-01-0000",
    "the last year": b"31-12-9999",
    "code": b"' OR 1=1 --",
    "a path": b"../../etc/passwd",
}
# Each field gets these, and of the others some that its neighbours do not get.
WORST = ("a NUL", "half a character")
OF_TEXT, OF_CHOICE = ("markup",), ("a number past the column",)
_TURNS = 2


def _jpeg() -> bytes:
    output = io.BytesIO()
    Image.new("RGB", (64, 64), "green").save(output, "JPEG")
    return output.getvalue()


def _png_of(width: int, height: int) -> bytes:
    """Says that it is huge, and holds next to nothing."""
    body = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    found = b"\x89PNG\r\n\x1a\n"
    for name, content in ((b"IHDR", body), (b"IDAT", zlib.compress(bytes(64))), (b"IEND", b"")):
        found += (
            struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))
        )
    return found


def _zip_bomb() -> bytes:
    output = io.BytesIO()
    with zipfile.ZipFile(output, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", bytes(8_000_000))
    return output.getvalue()


JPEG = _jpeg()
SVG = f'<svg xmlns="http://www.w3.org/2000/svg">{SCRIPT}</svg>'.encode()
FILES: dict[str, tuple[str, bytes]] = {
    "an empty file": ("foto.jpg", b""),
    "half a picture": ("foto.jpg", JPEG[: len(JPEG) // 2]),
    "only the beginning": ("foto.png", b"\x89PNG\r\n\x1a\n"),
    "a picture of 400 megapixels": ("foto.png", _png_of(20_000, 20_000)),
    "a picture without height": ("foto.png", _png_of(1, 0)),
    "a drawing with a script": ("foto.svg", SVG),
    "a drawing under another name": ("foto.jpg", SVG),
    "a picture and a page": ("foto.jpg", JPEG + SCRIPT.encode()),
    "a picture and an archive": ("foto.jpg", JPEG + _zip_bomb()),
    "an archive that unpacks without end": ("berkas.pdf", _zip_bomb()),
    "a paper that is none": ("berkas.pdf", b"%PDF-1.7\n" + bytes(200)),
    "more than is taken": ("foto.jpg", JPEG + bytes(15 * 1024 * 1024)),
    "a name that leads away": ("../../../foto.jpg", JPEG),
    "a name without end": (f"{'a' * 5000}.jpg", JPEG),
    "a name of two kinds": ("foto.jpg.html", JPEG),
    "a name with a NUL": ("foto\x00.jpg", JPEG),
    "a name that is none": ("", JPEG),
}
# What passes the rules of a field of that name, so that the one bad field is what a form is judged by.
PLAUSIBLE = {
    "phone": "0812-3456-7890",
    "whatsapp": "0812-3456-7890",
    "told": "0812-3456-7890",
    "username": "081234567890",
    "password": "kata sandi uji yang panjang",
    "jumlah_tamu": "2",
    "jumlah_ikut": "0",
    "jumlah": "2",
    "nilai": "75.000",
    "price": "15.000",
    "barang": "2 keripik pisang",
    "nomor_nota": "17",
    "nik": "",
    "nib": "",
    "nip": "",
    "website": "",
    "merek": "",
}
Body = tuple[bytes, str]


def plain(form: PageForm, plausible: dict[str, Any]) -> dict[str, Part]:
    """The form as somebody who means well fills it in; files only where nothing else is asked."""
    asks_text = any(kind not in (FILE, HIDDEN) for kind in form.fields.values())
    parts: dict[str, Part] = {}
    for name, kind in form.fields.items():
        if kind == FILE:
            if not asks_text:
                file_name, content = plausible.get(name, ("foto.jpg", JPEG))
                parts[name] = (name, content, file_name)
            continue
        noun = name.rpartition("-")[2]
        is_spare_row = "-" in name and kind != HIDDEN and not name.startswith("baris-0-")
        if is_spare_row:
            value = ""
        elif noun in plausible:
            value = plausible[noun]
        else:
            value = form.values.get(name) or ("" if kind == CHOICE else "Uji")
        parts[name] = (name, value.encode(), None)
    return parts


def attacks(form: PageForm, plausible: dict[str, Any]) -> Iterator[tuple[str, Body]]:
    """One thing wrong at a time, the rest as it should be; then everything at once."""
    good = plain(form, plausible)
    names = [name for name in form.fields if not _is_further_row(name)]
    for number, name in enumerate(names):
        others = [part for other, part in good.items() if other != name]
        yield f"{name} is missing", multipart(others)
        if number % _TURNS == 0:
            yield f"{name} comes twice", multipart([*others, (name, b"1", None), (name, b"Uji", None)])
            yield f"{name} is a file", multipart([*others, (name, JPEG, "foto.jpg")])
        for what, (file_name, content) in FILES.items() if form.fields[name] == FILE else ():
            yield f"{name} is {what}", multipart([*others, (name, content, file_name)])
        for what in (*WORST, *((*OF_TEXT, *turns(number)) if form.fields[name] == TEXT else OF_CHOICE)):
            yield f"{name} is {what}", multipart([*others, (name, TEXTS[what], None)])
    for what in OF_TEXT:
        yield f"everything is {what}", multipart([(name, TEXTS[what], None) for name in names])
    yield "names that are lists", multipart([(f"{name}[]", value, None) for name, value, _ in good.values()])
    yield "an empty body", (b"", "application/x-www-form-urlencoded")


def turns(number: int) -> list[str]:
    others = [what for what in TEXTS if what not in (*WORST, *OF_TEXT)]
    return [others[(number * _TURNS + step) % len(others)] for step in range(_TURNS)]


def _is_further_row(name: str) -> bool:
    """Rows of a formset are alike: the first stands for all."""
    return name.split("-")[1:2] != ["0"] and name.count("-") == 2


def bodies(form: PageForm, plausible: dict[str, str]) -> Iterator[tuple[str, Body]]:
    """What Django reads before any form does: one page shows it as well as all of them."""
    body, content_type = multipart(plain(form, plausible).values())
    yield "nothing at all", (b"", content_type)
    yield "a body cut off", (body[: len(body) // 2], content_type)
    yield "a body without boundary", (body, "multipart/form-data")
    yield "a body with another boundary", (body, "multipart/form-data; boundary=lain")
    yield "a boundary of odd signs", (body, "multipart/form-data; boundary=\u00e9\x00")
    yield "JSON", (b'{"name": ["Uji", {"$ne": null}]}', "application/json")
    yield "bytes of no kind", (bytes(range(256)), "application/octet-stream")
    yield "text of an unknown charset", (body, "application/x-www-form-urlencoded; charset=tidak-ada")
    yield "percent signs that mean nothing", (b"name=%ZZ%&%00=%FF&=&&&;", "application/x-www-form-urlencoded")
    yield "too many fields", (b"&".join([b"a=1"] * 4000), "application/x-www-form-urlencoded")
    yield "too much text", (b"name=" + b"a" * 6_000_000, "application/x-www-form-urlencoded")
    yield "too many files", multipart([(f"berkas{n}", b"Uji", "uji.jpg") for n in range(30)])
