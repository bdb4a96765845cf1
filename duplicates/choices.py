"""Why two records may be one, and how sure that is (domain rule 11.6)."""

from django.db import models


class Rank(models.IntegerChoices):
    WEAK = 1, "Lemah"
    MEDIUM = 2, "Sedang"
    STRONG = 3, "Kuat"


class Reason(models.TextChoices):
    """Never a number of a person: these words stand in lists."""

    OWNER_AND_NAME = "pemilik-nama", "NIK KTP pemilik sama dan nama usaha mirip"
    NIB_AND_KBLI = "nib-kbli", "NIB dan KBLI sama"
    NIB_AND_ADDRESS = "nib-alamat", "NIB dan alamat sama"
    DEED = "badan-hukum", "nomor badan hukum sama"
    NIB = "nib", "NIB sama"
    PHONE = "telepon", "nomor HP/WhatsApp sama"
    SAME_NAME = "nama-desa", "nama sama di desa yang sama"
    NAME_AND_BIRTH = "nama-lahir", "nama mirip dan tanggal lahir sama"
    MERAH_PUTIH = "merah-putih", "Koperasi Merah Putih lain di desa yang sama"
    SAME_PRODUCT = "produk-sama", "nama produk sama dari penjual yang sama"
    SIMILAR_IN_DESA = "mirip-desa", "nama mirip di desa yang sama"
    SIMILAR_IN_KECAMATAN = "mirip-kecamatan", "nama mirip di kecamatan yang sama"
    SIMILAR_PRODUCT = "produk-mirip", "nama produk mirip dari penjual yang sama"


_STRONG = {Reason.OWNER_AND_NAME, Reason.NIB_AND_KBLI, Reason.NIB_AND_ADDRESS, Reason.DEED}
_WEAK = {Reason.SIMILAR_IN_DESA, Reason.SIMILAR_IN_KECAMATAN, Reason.SIMILAR_PRODUCT}


def rank_of(reason: str) -> Rank:
    if reason in _STRONG:
        return Rank.STRONG
    return Rank.WEAK if reason in _WEAK else Rank.MEDIUM
