"""Staff screens of cooperatives."""

from koperasi.admin.koperasi import KoperasiAdmin

__all__ = ["KoperasiAdmin"]
