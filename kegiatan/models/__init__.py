from kegiatan.models.kegiatan import LONGEST_DAYS, Kegiatan, KegiatanQuerySet
from kegiatan.models.materi import Materi
from kegiatan.models.peserta import Kehadiran, Peserta, PesertaQuerySet

__all__ = [
    "LONGEST_DAYS",
    "Kegiatan",
    "KegiatanQuerySet",
    "Kehadiran",
    "Materi",
    "Peserta",
    "PesertaQuerySet",
]
