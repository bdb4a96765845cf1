"""What the office may already hold of a registration, and as what it can be registered."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from common.admin.duplicates import Duplicate
from pendaftaran.models import Pendaftaran
from umkm import duplicates
from umkm.models import Pemilik, Usaha

ANEW = "baru"
_MOST_OWNED = 10


@dataclass(frozen=True)
class Pilihan:
    """One way to register it: `value` is what the form sends."""

    value: str
    label: str
    pemilik: Pemilik | None = None
    usaha: Usaha | None = None


def alike(asked: Pendaftaran) -> list[Duplicate]:
    """Owners first, then businesses, each with the reason."""
    return [
        *duplicates.of_pemilik(asked.values_of_pemilik()),
        *duplicates.of_usaha(asked.values_of_usaha()),
    ]


def choices(found: Iterable[Duplicate]) -> list[Pilihan]:
    """Anew, or into a record among `found` that this officer may reach; an owner's businesses are offered too."""
    reached = [each.record for each in found if each.is_reachable]
    owners: dict[Any, Pemilik] = {row.pk: row for row in reached if isinstance(row, Pemilik)}
    businesses: dict[Any, Usaha] = {row.pk: row for row in reached if isinstance(row, Usaha)}
    owned = Usaha.objects.active().filter(pemilik__in=owners).select_related("pemilik")
    for usaha in owned.order_by("pk")[:_MOST_OWNED]:
        businesses.setdefault(usaha.pk, usaha)
    offered = [Pilihan(ANEW, "Pemilik baru dengan usaha baru")]
    offered += [
        Pilihan(f"pemilik-{row.pk}", f"Usaha baru milik {row}", pemilik=row)
        for row in owners.values()
        if not row.archived_at
    ]
    offered += [
        Pilihan(f"usaha-{row.pk}", f"Gabungkan ke usaha {row} milik {row.pemilik}", usaha=row)
        for row in businesses.values()
        if not row.archived_at
    ]
    return offered


def others_of_phone(asked: Pendaftaran) -> Any:
    """Other registrations with this number: often one person who pressed twice on two telephones."""
    if not asked.phone:
        return Pendaftaran.objects.none()
    return Pendaftaran.objects.submitted().filter(phone=asked.phone).exclude(pk=asked.pk)[:5]
