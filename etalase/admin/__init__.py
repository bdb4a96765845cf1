from etalase.admin.buku_tamu import BukuTamuAdmin
from etalase.admin.titipan import MutasiTitipanAdmin

__all__ = ["BukuTamuAdmin", "MutasiTitipanAdmin"]
