from laporan.models.signing import Kop, PaperSize, Pejabat, Peran, Sebutan
from laporan.models.terbit import DokumenTerbit, LaporanTerbit, PersetujuanTerbit
from laporan.models.usulan import UsulanTerbit

__all__ = [
    "DokumenTerbit",
    "Kop",
    "LaporanTerbit",
    "PaperSize",
    "Pejabat",
    "Peran",
    "PersetujuanTerbit",
    "Sebutan",
    "UsulanTerbit",
]
