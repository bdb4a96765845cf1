from fasilitasi.admin.fasilitasi import FasilitasiAdmin
from fasilitasi.admin.rujukan import JenisFasilitasiAdmin, RekapAwalAdmin
from fasilitasi.admin.target import IndikatorAdmin

__all__ = ["FasilitasiAdmin", "IndikatorAdmin", "JenisFasilitasiAdmin", "RekapAwalAdmin"]
