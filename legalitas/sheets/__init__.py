"""Certificates from the office's sheets."""

from legalitas.sheets.kind import SertifikatSheet

__all__ = ["SertifikatSheet"]
