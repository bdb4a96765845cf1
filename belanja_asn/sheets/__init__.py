"""Purchases of civil servants from an OPD's own list."""

from belanja_asn.sheets.kind import BelanjaSheet
from belanja_asn.sheets.opd import LEMBAR, BelanjaOpdSheet

__all__ = ["LEMBAR", "BelanjaOpdSheet", "BelanjaSheet"]
