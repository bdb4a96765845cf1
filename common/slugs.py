"""Page addresses made from names, unique: a random tail follows where a name repeats."""

import secrets
from collections.abc import Sequence
from typing import Any

from django.utils.text import slugify

LONGEST = 200


def unique_slug(model: Any, name: str) -> str:
    """`name` as a slug; a short random tail is added where the plain one is taken or empty."""
    plain = slugify(name)[:LONGEST].strip("-")
    if plain and not model.objects.filter(slug=plain).exists():
        return plain
    return f"{plain or 'tanpa-nama'}-{secrets.token_hex(3)}"


def give_slugs(records: Sequence[Any]) -> None:
    """The same for many unsaved records of one model at once: the plain slug to the first that asks for it."""
    plain = {id(record): slugify(record.name)[:LONGEST].strip("-") for record in records}
    taken = {""}
    if records:
        known = type(records[0])._base_manager.filter(slug__in=plain.values())
        taken |= set(known.values_list("slug", flat=True))
    for record in records:
        slug = plain[id(record)]
        record.slug = slug if slug not in taken else f"{slug or 'tanpa-nama'}-{secrets.token_hex(3)}"
        taken.add(record.slug)
