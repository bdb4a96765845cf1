from fasilitasi.admin.angkatan import AngkatanAdmin
from fasilitasi.admin.fasilitasi import FasilitasiAdmin
from fasilitasi.admin.rujukan import JenisFasilitasiAdmin, PembukaanBerkasAdmin, RekapAwalAdmin

__all__ = [
    "AngkatanAdmin",
    "FasilitasiAdmin",
    "JenisFasilitasiAdmin",
    "PembukaanBerkasAdmin",
    "RekapAwalAdmin",
]
