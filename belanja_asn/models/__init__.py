"""1 ASN 1 Produk: offices and their numbers, the rules of a period, purchases, monthly reports."""

from belanja_asn.models.aturan import AturanBelanja
from belanja_asn.models.belanja import Belanja, BelanjaQuerySet, ItemBelanja
from belanja_asn.models.laporan_opd import LaporanOpd
from belanja_asn.models.opd import JumlahAsn, Opd, PetugasRekap

__all__ = [
    "AturanBelanja",
    "Belanja",
    "BelanjaQuerySet",
    "ItemBelanja",
    "JumlahAsn",
    "LaporanOpd",
    "Opd",
    "PetugasRekap",
]
