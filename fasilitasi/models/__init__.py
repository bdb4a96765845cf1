from fasilitasi.models.angkatan import Angkatan
from fasilitasi.models.berkas import BerkasFasilitasi, PembukaanBerkas
from fasilitasi.models.fasilitasi import (
    YEAR,
    Fasilitasi,
    FasilitasiProduk,
    FasilitasiQuerySet,
    FasilitasiSertifikat,
    JenisFasilitasi,
    LangkahFasilitasi,
)
from fasilitasi.models.rekap_awal import RekapAwal
from fasilitasi.models.rincian import BerkasJenis, TahapJenis
from fasilitasi.models.target import Indikator, IndikatorJenis, Target

__all__ = [
    "YEAR",
    "Angkatan",
    "BerkasFasilitasi",
    "BerkasJenis",
    "Fasilitasi",
    "FasilitasiProduk",
    "FasilitasiQuerySet",
    "FasilitasiSertifikat",
    "Indikator",
    "IndikatorJenis",
    "JenisFasilitasi",
    "LangkahFasilitasi",
    "PembukaanBerkas",
    "RekapAwal",
    "TahapJenis",
    "Target",
]
