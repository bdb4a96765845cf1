"""Purchases of civil servants from an OPD's own list."""

from belanja_asn.sheets.kind import BelanjaSheet

__all__ = ["BelanjaSheet"]
