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
from fasilitasi.models.isian import COLUMN_OF, IsianHasil, NilaiHasil
from fasilitasi.models.rekap_awal import RekapAwal
from fasilitasi.models.rincian import BerkasJenis, TahapJenis
from fasilitasi.models.target import Indikator, IndikatorJenis, Target

__all__ = [
    "COLUMN_OF",
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
    "IsianHasil",
    "JenisFasilitasi",
    "LangkahFasilitasi",
    "NilaiHasil",
    "PembukaanBerkas",
    "RekapAwal",
    "TahapJenis",
    "Target",
]
