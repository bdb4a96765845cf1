"""What may be wrong with certificates though every rule of the database holds."""

from django.db.models import Exists, OuterRef, Q

from common.inconsistencies import Inconsistency, odd_rows
from legalitas.choices import NAMES_PRODUCTS
from legalitas.models import Sertifikat, SertifikatProduk
from legalitas.suspicions import suspicions


def _odd_number_or_date() -> Q:
    return odd_rows(Sertifikat.objects.active().select_related("usaha", "koperasi"), suspicions)


def _without_case() -> Q:
    # Cases stand a layer above; the relation leads there.
    return Q(verified_at__isnull=False, fasilitasi__isnull=True)


def _names_no_product() -> Q:
    named = SertifikatProduk.objects.filter(sertifikat=OuterRef("pk"))
    return Q(jenis__in=NAMES_PRODUCTS, verified_at__isnull=False) & ~Q(Exists(named))


SERTIFIKAT_CHECKS = (
    Inconsistency(
        "nomor-atau-tanggal",
        "Nomor atau tanggal janggal",
        "Buka sertifikatnya; alasannya tertulis di atas formulir. Cocokkan dengan kertasnya.",
        _odd_number_or_date,
        is_slow=True,
    ),
    Inconsistency(
        "tanpa-fasilitasi",
        "Sertifikat tanpa fasilitasi",
        "Bila diurus lewat dinas, catat fasilitasinya agar masuk laporan. Bila diurus sendiri, biarkan.",
        _without_case,
    ),
    Inconsistency(
        "tanpa-produk",
        "Sertifikat produk yang tidak menyebut produk",
        "Tandanya tidak tampil pada produk mana pun. Pilih produknya.",
        _names_no_product,
    ),
)
