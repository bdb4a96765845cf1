"""The demo's accounts, one per role. They exist in the demo only; `demo` refuses to run in production."""

from dataclasses import dataclass

from accounts.roles import ADMIN, PEJABAT, PETUGAS, VERIFIKATOR


@dataclass(frozen=True)
class Login:
    username: str
    name: str
    password: str


LOGINS: dict[str, Login] = {
    PETUGAS: Login("petugas", "Rahma Petugas", "demo petugas rumah usaha"),
    VERIFIKATOR: Login("verifikator", "Salim Verifikator", "demo verifikator rumah usaha"),
    PEJABAT: Login("pejabat", "Hj. Nurlina Pejabat, S.E.", "demo pejabat rumah usaha"),
    ADMIN: Login("admin", "Admin Kantor", "demo admin rumah usaha"),
}
