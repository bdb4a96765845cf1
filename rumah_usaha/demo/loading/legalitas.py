"""Certificates, most of them verified, and the products they name."""

from django.utils import timezone

from accounts.models import User
from koperasi.models import Koperasi
from legalitas.models import Sertifikat
from produk.models import Produk
from rumah_usaha.demo.certificates import certificates
from rumah_usaha.demo.loading.times import capped, moment
from rumah_usaha.demo.records import Certificate
from umkm.models import Usaha


def load_certificates(
    usaha: dict[str, Usaha], koperasi: dict[str, Koperasi], produk: dict[str, Produk], verifikator: User
) -> dict[str, Sertifikat]:
    """Certificates by key."""
    made = {
        entry.key: _certificate(entry, usaha.get(entry.subject) or koperasi[entry.subject], verifikator)
        for entry in certificates()
    }
    Sertifikat.objects.bulk_create(made.values())
    through = Sertifikat.produk.through
    through.objects.bulk_create(
        through(sertifikat=made[entry.key], produk=produk[key])
        for entry in certificates()
        for key in entry.produk
    )
    return made


def _certificate(entry: Certificate, subject: Usaha | Koperasi, verifikator: User) -> Sertifikat:
    known_on = max(timezone.localdate(subject.created_at), entry.issued_on)
    recorded = moment(min(capped(known_on), entry.verified_on or known_on), entry.key)
    verified = moment(entry.verified_on, entry.key, later=1) if entry.verified_on else None
    return Sertifikat(
        usaha=subject if isinstance(subject, Usaha) else None,
        koperasi=subject if isinstance(subject, Koperasi) else None,
        jenis=entry.jenis,
        number_on_paper=entry.number_on_paper,
        nomor_ketetapan=entry.nomor_ketetapan,
        merek=entry.merek,
        penerbit=entry.penerbit,
        issued_on=entry.issued_on,
        valid_until=entry.valid_until,
        created_at=recorded,
        updated_at=verified or recorded,
        verified_at=verified,
        verified_by=verifikator if verified else None,
    )
