"""Who there is, and what a row of the table says."""

from dataclasses import dataclass

from accounts.roles import ADMIN, PEJABAT, PETUGAS, ROLES, VERIFIKATOR

VISITOR, WITHOUT_ROLE, SUPERUSER = "Pengunjung", "Tanpa peran", "Superuser"
# Owners have accounts without a role; what opens to whom is decided by whose record it is.
OWNER, OTHER_OWNER, RECAP_OFFICER = "Pemilik usaha", "Pemilik lain", "Petugas rekap"
# Whom the owner lets look after the business.
HELPER = "Orang yang membantu"

NOBODY: frozenset[str] = frozenset()
STAFF = frozenset({PETUGAS, VERIFIKATOR, PEJABAT, ADMIN, SUPERUSER})
OWNERS = frozenset({OWNER, OTHER_OWNER})
KEEPERS = OWNERS | {HELPER}
SIGNED_IN = STAFF | KEEPERS | {WITHOUT_ROLE, RECAP_OFFICER}
EVERYBODY = SIGNED_IN | {VISITOR}


@dataclass(frozen=True)
class Door:
    get: frozenset[str] = NOBODY
    post: frozenset[str] = NOBODY
    before_second_factor: bool = False


def holders(*permissions: str) -> frozenset[str]:
    """Roles that hold one of the permissions, as `accounts/roles.py` hands them out; a superuser holds all."""
    return frozenset({SUPERUSER, *(role for role, held in ROLES.items() if held & set(permissions))})


def both(people: frozenset[str]) -> Door:
    return Door(get=people, post=people)


# Of whose record it is: another owner does not find it.
THE_OWNER = frozenset({OWNER})
THE_KEEPERS = frozenset({OWNER, HELPER})
PUBLIC = Door(get=EVERYBODY)
OWN_ACCOUNT = Door(get=SIGNED_IN, post=SIGNED_IN, before_second_factor=True)
REVEAL = both(holders("umkm.reveal_nik"))
REPORTS = Door(get=holders("laporan.view_laporan"))
IMPORTERS = holders("spreadsheets.add_import")
ALL_IMPORTS = holders("spreadsheets.view_all_imports")
MERGERS = holders(
    "umkm.change_usaha", "umkm.change_pemilik", "koperasi.change_koperasi", "produk.change_produk"
)
DOCUMENTS = holders("fasilitasi.change_fasilitasi") & holders("umkm.view_personal_data")
