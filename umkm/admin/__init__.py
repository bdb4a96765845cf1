"""Staff screens of owners, businesses and their reference data."""

from umkm.admin.pemilik import PemilikAdmin
from umkm.admin.rujukan import BatasSkalaAdmin, KbliAdmin, PembukaanNikAdmin
from umkm.admin.usaha import UsahaAdmin

__all__ = ["BatasSkalaAdmin", "KbliAdmin", "PembukaanNikAdmin", "PemilikAdmin", "UsahaAdmin"]
