from umkm.models.pemilik import Pemilik, Persetujuan
from umkm.models.rujukan import BatasSkala, Kbli
from umkm.models.usaha import DataTahunan, Usaha

__all__ = ["BatasSkala", "DataTahunan", "Kbli", "Pemilik", "Persetujuan", "Usaha"]
