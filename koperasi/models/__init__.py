from koperasi.models.kdmp import Kdmp
from koperasi.models.kerja_sama import KerjaSama
from koperasi.models.koperasi import Keanggotaan, Koperasi, Pengurus
from koperasi.models.pemeriksaan_kesehatan import PemeriksaanKesehatan
from koperasi.models.rapat_anggota import RapatAnggota

__all__ = ["Kdmp", "Keanggotaan", "KerjaSama", "Koperasi", "PemeriksaanKesehatan", "Pengurus", "RapatAnggota"]
