"""What may be wrong with owners and businesses though every rule of the database holds."""

import datetime

from django.db.models import Exists, F, OuterRef, Q
from django.utils import timezone

from common.inconsistencies import Inconsistency, odd_rows
from umkm.models import Pemilik, Persetujuan, Usaha

YOUNGEST, OLDEST = 15, 100  # Years of age.
# Some 55 km: farther than any desa lies from the middle of its kecamatan.
_FAR_IN_DEGREES = 0.5


def _nik_against_record() -> Q:
    owners = Pemilik.objects.active().exclude(nik_index="").only("nik", "jenis_kelamin", "tanggal_lahir")
    return odd_rows(owners, lambda owner: owner.nik_suspicions())


def _odd_age() -> Q:
    today = timezone.localdate()
    youngest, oldest = (today - datetime.timedelta(days=365.25 * years) for years in (YOUNGEST, OLDEST))
    return Q(tanggal_lahir__gt=youngest) | Q(tanggal_lahir__lt=oldest)


def _without_business() -> Q:
    return ~Q(Exists(Usaha.objects.active().filter(pemilik=OuterRef("pk"))))


def _class_differs() -> Q:
    return ~Q(skala_dinyatakan="") & ~Q(skala_terhitung="") & ~Q(skala_dinyatakan=F("skala_terhitung"))


def _published_without_consent() -> Q:
    consents = Persetujuan.objects.active().filter(pemilik=OuterRef("pemilik"), purpose="katalog")
    return Q(published_at__isnull=False) & ~Q(Exists(consents))


def _nib_of_another_owner() -> Q:
    others = Usaha.objects.active().filter(nib=OuterRef("nib")).exclude(pemilik=OuterRef("pemilik"))
    return ~Q(nib="") & Q(Exists(others))


def _point_far_away() -> Q:
    middle = "desa__kecamatan__"
    near = Q(
        latitude__range=(F(f"{middle}latitude") - _FAR_IN_DEGREES, F(f"{middle}latitude") + _FAR_IN_DEGREES),
        longitude__range=(
            F(f"{middle}longitude") - _FAR_IN_DEGREES,
            F(f"{middle}longitude") + _FAR_IN_DEGREES,
        ),
    )
    return Q(latitude__isnull=False, desa__kecamatan__latitude__isnull=False) & ~near


def _begins_in_the_future() -> Q:
    return Q(tahun_mulai__gt=timezone.localdate().year)


PEMILIK_CHECKS = (
    Inconsistency(
        "nik-tidak-cocok",
        "NIK KTP tidak cocok dengan jenis kelamin atau tanggal lahir",
        "Cocokkan dengan KTP. Tanggal lahir perempuan di dalam NIK ditambah 40.",
        _nik_against_record,
        is_slow=True,
    ),
    Inconsistency(
        "umur-janggal",
        f"Umur kurang dari {YOUNGEST} atau lebih dari {OLDEST} tahun",
        "Periksa tanggal lahirnya, terutama tahunnya.",
        _odd_age,
    ),
    Inconsistency(
        "tanpa-usaha",
        "Pemilik tanpa usaha",
        "Tambahkan usahanya, atau arsipkan bila tercatat dua kali.",
        _without_business,
    ),
)
USAHA_CHECKS = (
    Inconsistency(
        "skala-berbeda",
        "Skala yang dinyatakan berbeda dari hasil hitung",
        "Periksa modal dan hasil penjualan setahun, lalu tanyakan kepada pemiliknya.",
        _class_differs,
    ),
    Inconsistency(
        "tayang-tanpa-persetujuan",
        "Ditayangkan tanpa persetujuan pemilik",
        "Tidak tampil di situs. Catat persetujuan di halaman pemilik, atau turunkan dari situs.",
        _published_without_consent,
    ),
    Inconsistency(
        "nib-pemilik-lain",
        "NIB dipakai usaha milik orang lain",
        "Satu NIB hanya milik satu orang. Cocokkan dengan lembar NIB kedua usaha.",
        _nib_of_another_owner,
    ),
    Inconsistency(
        "titik-jauh",
        "Titik peta jauh dari kecamatannya",
        "Lintang dan bujur mungkin tertukar, atau desanya keliru.",
        _point_far_away,
    ),
    Inconsistency(
        "mulai-di-masa-depan",
        "Tahun mulai usaha di masa depan",
        "Periksa tahun mulai usahanya.",
        _begins_in_the_future,
    ),
)
