"""Owners alone: the list of owners that goes out, and lists of people whose businesses are not known yet."""

from umkm.sheets.pemilik.kind import PemilikSheet

__all__ = ["PemilikSheet"]
