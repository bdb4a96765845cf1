"""The access table: every URL name, and who may open it by reading (GET) and by writing (POST).

Whoever is not named is refused: a visitor or a disabled account is led to sign in, anybody else gets 403 or 404.
A method without people is refused to all. Where a second factor is required, an account without one opens only
the public pages and those marked `before_second_factor`. Rows outside an officer's kecamatan answer 404.

`tests/house/test_access.py` walks the URLconf, fails on a name that is missing here, and requests every cell.
"""

from django.contrib.admin import AdminSite

from rumah_usaha.access.doors import (
    HELPER,
    NOBODY,
    OTHER_OWNER,
    OWNER,
    RECAP_OFFICER,
    SUPERUSER,
    VISITOR,
    WITHOUT_ROLE,
    Door,
    holders,
)
from rumah_usaha.access.office import OFFICE
from rumah_usaha.access.outside import OUTSIDE
from spreadsheets.export import Exporting

__all__ = [
    "ACCESS",
    "HELPER",
    "OTHER_OWNER",
    "OWNER",
    "RECAP_OFFICER",
    "SUPERUSER",
    "VISITOR",
    "WITHOUT_ROLE",
    "Door",
    "office_doors",
]

ACCESS: dict[str, Door] = OUTSIDE | OFFICE

# Pages that every noun has at the staff door: verbs that open them by GET and by POST.
OFFICE_PAGES: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "changelist": (("view", "change"), ("view", "change")),
    "add": (("add",), ("add",)),
    "change": (("view", "change"), ("change",)),
    "history": (("view", "change"), ("view", "change")),
    # Records are archived, never deleted.
    "delete": ((), ()),
    # Verify, publish, archive: by POST only.
    "state": ((), ("change",)),
}
# Trails of opened numbers and of downloads are read, never written by hand.
READ_ONLY = frozenset(
    {
        "umkm_pembukaannik",
        "fasilitasi_pembukaanberkas",
        "accounts_unduhandatapribadi",
        # Written at the counter, where stock is looked at.
        "etalase_mutasititipan",
    }
)
# Visitors or the portal itself bring them in; the office works on them.
FROM_OUTSIDE = frozenset(
    {
        "masukan_masukan",
        "pendaftaran_pendaftaran",
        "akun_usulan",
        "umkm_pengelola",
        "akun_permintaandata",
        "surat_jenissurat",
        "belanja_asn_belanja",
    }
)


def office_doors(site: AdminSite) -> dict[str, Door]:
    """The staff door's pages by noun, from the permissions that roles hold."""
    doors: dict[str, Door] = {}
    for model, office in site._registry.items():
        app, noun = model._meta.app_label, model._meta.model_name
        has_states = any(field.name == "archived_at" for field in model._meta.fields)
        for page, verbs in OFFICE_PAGES.items():
            reading, writing = (_office_holders(app, str(noun), each) for each in verbs)
            if page == "state" and not has_states:
                writing = NOBODY
            doors[f"{site.name}:{app}_{noun}_{page}"] = Door(get=reading, post=writing)
        if isinstance(office, Exporting):
            doors[f"{site.name}:{app}_{noun}_export"] = _export_door(office, app, str(noun))
    return doors


def _export_door(office: Exporting, app: str, noun: str) -> Door:
    """Whoever sees the list takes it along by GET; personal data goes by POST, with a reason."""
    readers = _office_holders(app, noun, ("view", "change"))
    takers = readers & holders("umkm.view_personal_data") if office.personal_layouts else NOBODY
    return Door(get=readers, post=takers)


def _office_holders(app: str, noun: str, verbs: tuple[str, ...]) -> frozenset[str]:
    if f"{app}_{noun}" in READ_ONLY:
        verbs = tuple(verb for verb in verbs if verb == "view")
    if f"{app}_{noun}" in FROM_OUTSIDE:
        verbs = tuple(verb for verb in verbs if verb != "add")
    return holders(*(f"{app}.{verb}_{noun}" for verb in verbs)) if verbs else NOBODY
