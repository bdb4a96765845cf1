"""The house itself: who came to visit, and what stands on its shelf."""

from etalase.models.buku_tamu import BukuTamu
from etalase.models.penyelesaian import Penyelesaian, RincianPenyelesaian
from etalase.models.titipan import MutasiTitipan, Titipan

__all__ = ["BukuTamu", "MutasiTitipan", "Penyelesaian", "RincianPenyelesaian", "Titipan"]
