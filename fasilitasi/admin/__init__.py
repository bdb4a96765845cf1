from fasilitasi.admin.fasilitasi import FasilitasiAdmin
from fasilitasi.admin.rujukan import JenisFasilitasiAdmin, RekapAwalAdmin

__all__ = ["FasilitasiAdmin", "JenisFasilitasiAdmin", "RekapAwalAdmin"]
