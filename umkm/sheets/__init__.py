"""Owners and businesses from the office's sheets."""

from umkm.sheets.usaha import UsahaSheet

__all__ = ["UsahaSheet"]
