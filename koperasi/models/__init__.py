from koperasi.models.kerja_sama import KerjaSama
from koperasi.models.koperasi import Keanggotaan, Koperasi, Pengurus
from koperasi.models.rapat_anggota import RapatAnggota

__all__ = ["Keanggotaan", "KerjaSama", "Koperasi", "Pengurus", "RapatAnggota"]
