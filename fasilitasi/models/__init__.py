from fasilitasi.models.fasilitasi import (
    YEAR,
    Fasilitasi,
    FasilitasiProduk,
    FasilitasiQuerySet,
    JenisFasilitasi,
    LangkahFasilitasi,
    RekapAwal,
)
from fasilitasi.models.target import Indikator, IndikatorJenis, Target

__all__ = [
    "YEAR",
    "Fasilitasi",
    "FasilitasiProduk",
    "FasilitasiQuerySet",
    "Indikator",
    "IndikatorJenis",
    "JenisFasilitasi",
    "LangkahFasilitasi",
    "RekapAwal",
    "Target",
]
