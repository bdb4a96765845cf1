from umkm.models.data_tahunan import DataTahunan
from umkm.models.pemilik import PembukaanNik, Pemilik, Persetujuan
from umkm.models.pengelola import Pengelola
from umkm.models.rujukan import BatasSkala, Kbli
from umkm.models.usaha import Usaha

__all__ = [
    "BatasSkala",
    "DataTahunan",
    "Kbli",
    "PembukaanNik",
    "Pemilik",
    "Pengelola",
    "Persetujuan",
    "Usaha",
]
