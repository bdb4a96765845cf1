"""What is the same for everything that is verified and published: its times, its officers, its page's address."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from django.utils.text import slugify

from accounts.models import User
from rumah_usaha.demo.loading.times import capped, moment


@dataclass
class Slugs:
    """Addresses of one model; a repeated name is numbered, so that every start gives the same addresses."""

    taken: set[str] = field(default_factory=set)

    def take(self, name: str) -> str:
        plain = slug = slugify(name)[:200].strip("-")
        number = 2
        while slug in self.taken:
            slug, number = f"{plain}-{number}", number + 1
        self.taken.add(slug)
        return slug


def stamps(
    key: str, state: str, created_on: date, published_on: date | None, verified_on: date | None, by: User
) -> dict[str, Any]:
    """The columns that say how far a record has come: arsip, draf, menunggu, terverifikasi or tayang."""
    columns: dict[str, Any] = {"created_at": moment(created_on, key), "is_draft": state == "draf"}
    columns["updated_at"] = columns["created_at"]
    if state in ("terverifikasi", "tayang"):
        columns |= _stamp("verified", verified_on or created_on, key, 1, by)
    if state == "tayang":
        columns |= _stamp("published", published_on or created_on, key, 2, by)
    if state == "arsip":
        columns |= _stamp("archived", capped(created_on + timedelta(days=60)), key, 1, by)
    return columns


def _stamp(name: str, day: date, key: str, later: int, by: User) -> dict[str, Any]:
    at = moment(day, key, later=later)
    return {f"{name}_at": at, f"{name}_by": by, "updated_at": at}
