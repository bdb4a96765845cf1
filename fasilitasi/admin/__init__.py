from fasilitasi.admin.angkatan import AngkatanAdmin
from fasilitasi.admin.fasilitasi import FasilitasiAdmin
from fasilitasi.admin.rujukan import JenisFasilitasiAdmin, PembukaanBerkasAdmin, RekapAwalAdmin
from fasilitasi.admin.target import IndikatorAdmin

__all__ = [
    "AngkatanAdmin",
    "FasilitasiAdmin",
    "IndikatorAdmin",
    "JenisFasilitasiAdmin",
    "PembukaanBerkasAdmin",
    "RekapAwalAdmin",
]
