"""Page addresses made from names, unique: a random tail follows where a name repeats."""

import secrets
from typing import Any

from django.utils.text import slugify

LONGEST = 200


def unique_slug(model: Any, name: str) -> str:
    """`name` as a slug; a short random tail is added where the plain one is taken or empty."""
    plain = slugify(name)[:LONGEST].strip("-")
    if plain and not model.objects.filter(slug=plain).exists():
        return plain
    return f"{plain or 'tanpa-nama'}-{secrets.token_hex(3)}"
