"""An owner with an account, and registrations that wait for the office."""

import hashlib
from dataclasses import dataclass
from typing import Any

from django.utils import timezone

from accounts.models import User
from pendaftaran import langkah
from pendaftaran.models import Pendaftaran
from produk.models import Kategori
from rumah_usaha.demo.loading.accounts import OWNER
from umkm.models import Usaha
from umkm.naskah import VERSION
from wilayah.models import Desa


@dataclass(frozen=True)
class _Applicant:
    name: str
    phone: str
    nama_usaha: str
    bidang_usaha: str
    kegiatan_utama: str
    desa: str
    tujuan: tuple[str, ...]
    nama_produk: str = ""
    kategori: str = ""
    price: int | None = None
    satuan: str = ""
    reason: str = ""


_APPLICANTS = (
    _Applicant(
        "Marlina Talib", "+6281355019001", "Dapur Marlina", "makanan_minuman", "Membuat keripik pisang dan talas",
        "Ampana", ("katalog", "telepon"), "Keripik talas balado", "makanan", 18_000, "bungkus",
    ),
    _Applicant(
        "Arifin Sabola", "+6281355019002", "Perahu Wisata Arifin", "jasa", "Mengantar tamu berkeliling pulau", "",
        ("katalog", "nama", "telepon", "lokasi"),
    ),
    _Applicant(
        "Wahida Rombe", "+6281355019003", "Anyaman Wahida", "kerajinan", "Menganyam tikar pandan", "", ("katalog",),
        reason="Mohon tulis desa tempat usaha yang benar; desa ini bukan wilayah kabupaten kita.",
    ),
)  # fmt: skip


def load_owner_account(usaha: dict[str, Usaha]) -> User:
    """The owner of the first listed business signs in like everybody who was invited."""
    business = next(each for each in usaha.values() if each.published_at)
    user = User.objects.create_user(OWNER.username, "", OWNER.passphrase, name=business.pemilik.name)
    business.pemilik.account = user
    business.pemilik.save(update_fields=["account"])
    return user


def load_registrations(desa: dict[str, Desa], petugas: Any) -> int:
    places = sorted(desa.values(), key=lambda each: each.code)
    kategori = {each.slug: each for each in Kategori.objects.all()}
    year, now = timezone.localdate().year, timezone.now()
    for number, applicant in enumerate(_APPLICANTS, 1):
        place = next(
            (each for each in places if each.name == applicant.desa), places[number * 7 % len(places)]
        )
        Pendaftaran.objects.create(
            key_index=hashlib.sha256(applicant.phone.encode()).hexdigest(),
            nomor=f"DFT-{year}-{number:05d}",
            answered=list(langkah.ASKED),
            phone=applicant.phone,
            name=applicant.name,
            nama_usaha=applicant.nama_usaha,
            bidang_usaha=applicant.bidang_usaha,
            status_usaha="perseorangan",
            kegiatan_utama=applicant.kegiatan_utama,
            desa=place,
            nama_produk=applicant.nama_produk,
            kategori=kategori.get(applicant.kategori),
            price=applicant.price,
            satuan=applicant.satuan,
            tujuan=list(applicant.tujuan),
            text_version=VERSION,
            submitted_at=now,
            reason=applicant.reason,
            returned_at=now if applicant.reason else None,
            returned_by=petugas if applicant.reason else None,
        )
    return len(_APPLICANTS)
