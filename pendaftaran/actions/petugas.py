"""The office's decisions: registered anew or into what is there already, sent back with a reason, or refused."""

from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.db import transaction
from django.utils import timezone

from common.slugs import unique_slug
from common.uploads import delete_on_commit
from pendaftaran.choices import HasilPendaftaran
from pendaftaran.models import Pendaftaran
from produk.actions import add_photos
from produk.models import Produk
from umkm.actions import give_consent
from umkm.choices import SaluranPersetujuan
from umkm.models import Pemilik, Usaha

_OF_PEMILIK = {
    "name": "name",
    "nik": "nik",
    "jenis_kelamin": "jenis_kelamin",
    "phone": "phone",
    "desa": "desa",
}
_OF_USAHA = {
    "name": "nama_usaha",
    "bidang_usaha": "bidang_usaha",
    "status_usaha": "status_usaha",
    "kegiatan_utama": "kegiatan_utama",
    "nib": "nib",
    "desa": "desa",
    "address": "address",
}


@transaction.atomic
def accept(
    *, pendaftaran: Pendaftaran, by: Any, pemilik: Pemilik | None = None, usaha: Usaha | None = None
) -> Pendaftaran:
    """As a new owner and business, as another business of `pemilik`, or into `usaha`.

    What the office holds already is completed where it was empty and never written over. Nothing is published:
    a business is shown once it is verified, as every other.
    """
    asked = _lock_waiting(pendaftaran)
    is_merged = usaha is not None
    if usaha is not None:
        usaha = Usaha.objects.select_for_update(of=("self",)).select_related("pemilik").get(pk=usaha.pk)
        pemilik = usaha.pemilik
    pemilik = _completed(pemilik or Pemilik(), asked, _OF_PEMILIK)
    usaha = usaha or Usaha(pemilik=pemilik, slug=unique_slug(Usaha, asked.nama_usaha))
    if asked.phone not in (pemilik.phone, usaha.whatsapp) and not usaha.whatsapp:
        usaha.whatsapp = asked.phone
    usaha = _completed(usaha, asked, _OF_USAHA)
    for purpose in asked.tujuan:
        give_consent(
            pemilik=pemilik,
            purpose=purpose,
            channel=SaluranPersetujuan.DARING,
            by=by,
            text_version=asked.text_version,
        )
    if asked.nama_produk:
        _add_product(asked, usaha)
    asked.pemilik, asked.usaha = pemilik, usaha
    return _decide(asked, HasilPendaftaran.DIGABUNG if is_merged else HasilPendaftaran.DITERIMA, by)


def _completed(record: Any, asked: Pendaftaran, columns: dict[str, str]) -> Any:
    for name, source in columns.items():
        if not getattr(record, name):
            setattr(record, name, getattr(asked, source))
    record.full_clean()
    record.save()
    return record


def _add_product(asked: Pendaftaran, usaha: Usaha) -> None:
    """Whole, or a draft that somebody completes."""
    is_draft = not (asked.kategori and asked.price is not None and asked.satuan)
    produk = Produk(
        usaha=usaha,
        name=asked.nama_produk,
        slug=unique_slug(Produk, asked.nama_produk),
        kategori=asked.kategori,
        price=asked.price,
        satuan=asked.satuan,
        is_draft=is_draft,
    )
    produk.full_clean()
    produk.save()
    if asked.photo:
        with asked.photo.open() as file:
            # Checked and re-encoded when it was uploaded.
            add_photos(produk=produk, photos=[ContentFile(file.read(), name=_public_name(asked))])


def _public_name(asked: Pendaftaran) -> str:
    """`pendaftaran/ab/abc.jpg` keeps its random part."""
    return str(asked.photo.name).removeprefix("pendaftaran/")


@transaction.atomic
def send_back(*, pendaftaran: Pendaftaran, reason: str, by: Any) -> Pendaftaran:
    """To the applicant, who reads why and may mend it."""
    asked = _lock_waiting(pendaftaran)
    asked.reason = reason
    asked.returned_at, asked.returned_by = timezone.now(), by
    asked.save()
    return asked


@transaction.atomic
def refuse(*, pendaftaran: Pendaftaran, by: Any) -> Pendaftaran:
    """Spam, or somebody else's business."""
    return _decide(_lock_waiting(pendaftaran), HasilPendaftaran.DITOLAK, by)


def _decide(asked: Pendaftaran, hasil: str, by: Any) -> Pendaftaran:
    asked.hasil = hasil
    asked.decided_at, asked.decided_by = timezone.now(), by
    delete_on_commit(asked.photo.storage, asked.photo.name)
    asked.photo = ""
    asked.save()
    return asked


def _lock_waiting(pendaftaran: Pendaftaran) -> Pendaftaran:
    asked = Pendaftaran.objects.select_for_update(of=("self",)).get(pk=pendaftaran.pk)
    if asked.progress != "menunggu":
        raise ValidationError("Pendaftaran ini sudah ditangani petugas lain.")
    return asked
