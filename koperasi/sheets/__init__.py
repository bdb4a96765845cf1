"""Cooperatives and the figures of their book years from the office's sheets."""

from koperasi.sheets.koperasi import KoperasiSheet

__all__ = ["KoperasiSheet"]
