"""Every stored field, sorted once: may the public see it, only staff, or is it about a person (UU 27/2022)?

public    may stand on a public page as soon as its record is listed
staff     working data of the office: screens and reports behind sign-in
personal  about a person or a person's money: masked in lists, never public, exported only with a reason

A personal field in CONSENT may become public once its owner's yes to that purpose is on record.
`tests/house/test_privacy.py` fails on a field that is missing here.
"""

from django.db.models import Field

from rumah_usaha.privacy.desks import DESKS
from rumah_usaha.privacy.kinds import PERSONAL, PUBLIC, STAFF, Sorted
from rumah_usaha.privacy.registers import REGISTERS

__all__ = ["CONSENT", "FIELDS", "PERSONAL", "PUBLIC", "STAFF", "Sorted", "kind_of"]

FIELDS: dict[str, Sorted] = REGISTERS | DESKS

CONSENT: dict[str, str] = {
    "umkm.Pemilik.name": "nama",
    "umkm.Pemilik.phone": "telepon",
    "umkm.Usaha.whatsapp": "telepon",
    "umkm.Usaha.photo": "foto",
    "umkm.Usaha.address": "lokasi",
    "umkm.Usaha.latitude": "lokasi",
    "umkm.Usaha.longitude": "lokasi",
}


def kind_of(field: Field) -> str:
    """PUBLIC, STAFF or PERSONAL. A row of the audit trail is staff's, its copied columns as in the original."""
    if field.name.startswith("pgh_"):
        return STAFF
    model = field.model
    fields = FIELDS[getattr(model, "pgh_tracked_model", model)._meta.label]
    for kind in (PUBLIC, STAFF, PERSONAL):
        if field.name in fields[kind]:
            return kind
    raise LookupError(f"{field} is sorted nowhere in rumah_usaha/privacy/.")
