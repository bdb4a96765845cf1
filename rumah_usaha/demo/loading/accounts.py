"""One account for each role, with passphrases that are printed at every start."""

from dataclasses import dataclass

from django.contrib.auth.models import Group

from accounts.models import User
from accounts.roles import ADMIN, PEJABAT, PETUGAS, VERIFIKATOR


@dataclass(frozen=True)
class Login:
    role: str
    username: str
    passphrase: str
    name: str


# Known to everybody who reads this: `manage.py demo` refuses to run in production.
LOGINS = (
    Login(PETUGAS, "petugas", "perahu pagi ke pulau", "Nuraini Lapoto"),
    Login(VERIFIKATOR, "verifikator", "periksa dua kali saja", "Takdir Mawengi"),
    Login(PEJABAT, "pejabat", "laporan rapi tiap bulan", "Hasni Tolare"),
    Login(ADMIN, "admin", "kunci semua pintu rumah", "Fikran Bungalo"),
)

# A business owner signs in by telephone number and has no role.
OWNER = Login("Pemilik", "+6281355019000", "kelapa muda di tepi pantai", "")


def has_accounts() -> bool:
    """They are written together with the district, so they tell whether it is there."""
    usernames = [login.username for login in LOGINS]
    return User.objects.filter(username__in=usernames).count() == len(LOGINS)


def create_accounts() -> dict[str, User]:
    """The accounts by role."""
    made = {}
    for login in LOGINS:
        user = User.objects.create_user(
            login.username,
            f"{login.username}@contoh.id",
            login.passphrase,
            name=login.name,
            is_staff=True,
        )
        user.groups.add(Group.objects.get(name=login.role))
        made[login.role] = user
    return made
