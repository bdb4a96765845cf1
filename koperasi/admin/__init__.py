"""Staff screens of cooperatives."""

from koperasi.admin.kdmp import KdmpAdmin
from koperasi.admin.koperasi import KoperasiAdmin

__all__ = ["KdmpAdmin", "KoperasiAdmin"]
