"""Owners and businesses from the office's sheets."""

from umkm.sheets.pemilik import PemilikSheet
from umkm.sheets.usaha import UsahaSheet

__all__ = ["PemilikSheet", "UsahaSheet"]
