from umkm.models.pemilik import PembukaanNik, Pemilik, Persetujuan
from umkm.models.rujukan import BatasSkala, Kbli
from umkm.models.usaha import DataTahunan, Usaha

__all__ = ["BatasSkala", "DataTahunan", "Kbli", "PembukaanNik", "Pemilik", "Persetujuan", "Usaha"]
