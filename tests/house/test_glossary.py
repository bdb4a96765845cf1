"""`docs/glosarium.md` holds every Indonesian name in the code once, and no name that is gone."""

import re

from django.db import models

from tests.house import english
from tests.house.repository import PACKAGES, ROOT, our_models, refuse, stored_fields

_ENTRY = re.compile(r"^\| `([^`]+)` \| ([^|]+) \|([^|]*)\|$", re.M)


def entries() -> list[str]:
    return [word.casefold() for word, _, _ in _ENTRY.findall((ROOT / "docs/glosarium.md").read_text())]


def fields() -> set[str]:
    return {field.name for model in our_models() for field in stored_fields(model)}


def classes() -> set[str]:
    choices = {
        cls.__name__ for cls in _descendants(models.Choices) if cls.__module__.split(".")[0] in PACKAGES
    }
    return choices | {model.__name__ for model in our_models(proxies=True)}


def _descendants(cls: type) -> list[type]:
    return [heir for child in cls.__subclasses__() for heir in (child, *_descendants(child))]


def indonesian() -> set[str]:
    names = (set(PACKAGES) - english.APPS) | (classes() - english.CLASSES) | (fields() - english.FIELDS)
    return {name.casefold() for name in names}


def test_every_indonesian_name_is_explained():
    refuse(sorted(indonesian() - set(entries())))


def test_the_glossary_explains_no_name_that_is_gone():
    refuse(sorted(set(entries()) - indonesian()))


def test_a_word_is_explained_once():
    words = entries()
    refuse(sorted({word for word in words if words.count(word) > 1}))


def test_the_list_of_english_names_holds_only_names_in_use():
    refuse(sorted(english.FIELDS - fields()))
    refuse(sorted(english.CLASSES - classes()))


def test_indonesian_words_are_not_mixed_with_their_translations():
    """One concept, one word: `nama` beside `name` would be two."""
    twice = {
        "nama": "name", "alamat": "address", "telepon": "phone", "harga": "price", "keterangan": "notes",
        "catatan": "notes", "deskripsi": "description", "lintang": "latitude", "bujur": "longitude",
        "tanggal": "..._on", "tautan": "slug", "surel": "email", "kode": "code", "kode_pos": "postal_code",
    }  # fmt: skip
    refuse(sorted(fields() & twice.keys()))
