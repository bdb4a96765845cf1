"""One duty of one record, whatever the month: for the page that is called from."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db.models import QuerySet
from django.utils import timezone

from koperasi.kepatuhan import rat_due_on
from koperasi.models import Koperasi
from legalitas.choices import JenisKewajiban
from legalitas.kewajiban.aturan import commitment_due_on
from legalitas.kewajiban.halal import must_be_halal
from legalitas.kewajiban.kalender import OF_PAPER, Kewajiban
from legalitas.models import Pengingat, Sertifikat
from umkm.models import Usaha


@dataclass(frozen=True)
class Call:
    duty: Kewajiban
    record: Sertifikat | Koperasi | Usaha

    def reminders(self) -> QuerySet[Pengingat]:
        """All that were noted of this duty, the newest first."""
        name = str(self.record._meta.model_name)
        found = Pengingat.objects.filter(jenis=self.duty.jenis, **{name: self.record})
        return found.select_related("reminded_by")


def call_about(jenis: str, pk: int, *, user: Any) -> Call | None:
    """None where there is no such record in the officer's reach."""
    if jenis == JenisKewajiban.RAT:
        cooperatives = Koperasi.objects.active().in_scope_of(user).filter(is_draft=False).with_place()
        return _of_meeting(cooperatives.filter(pk=pk).first())
    if jenis == JenisKewajiban.WAJIB_HALAL:
        businesses = must_be_halal().in_scope_of(user).with_place().with_owner()
        return _of_business(businesses.filter(pk=pk).first())
    if jenis not in OF_PAPER:
        return None
    kind = JenisKewajiban(jenis)
    papers = Sertifikat.objects.active().in_scope_of(user).filter(jenis=OF_PAPER[kind])
    return _of_paper(kind, papers.with_subject().select_related("usaha__pemilik").filter(pk=pk).first())


def _of_paper(kind: JenisKewajiban, paper: Sertifikat | None) -> Call | None:
    if paper is None:
        return None
    due_on = paper.valid_until
    if kind == JenisKewajiban.KOMITMEN_PIRT:
        due_on = commitment_due_on(paper.issued_on, paper.commitment_due_on)
    elif kind == JenisKewajiban.NIK_KOPERASI:
        due_on = None
    phone = paper.koperasi.phone if paper.koperasi else _phone(paper.usaha)
    return Call(_duty(kind, paper.pk, paper.subject, paper.number, due_on, phone), paper)


def _of_meeting(koperasi: Koperasi | None) -> Call | None:
    if koperasi is None:
        return None
    tahun_buku = timezone.localdate().year - 1
    due_on = rat_due_on(tahun_buku, is_primer=koperasi.is_primer)
    told = f"Tahun buku {tahun_buku}"
    return Call(_duty(JenisKewajiban.RAT, koperasi.pk, koperasi, told, due_on, koperasi.phone), koperasi)


def _of_business(usaha: Usaha | None) -> Call | None:
    if usaha is None:
        return None
    duty = _duty(JenisKewajiban.WAJIB_HALAL, usaha.pk, usaha, "", settings.HALAL_DUTY_ON, _phone(usaha))
    return Call(duty, usaha)


def _phone(usaha: Any) -> str:
    return usaha.whatsapp or usaha.pemilik.phone


def _duty(kind: JenisKewajiban, pk: int, holder: Any, told: str, due_on: Any, phone: str) -> Kewajiban:
    place = holder.desa.kecamatan if holder.desa else None
    return Kewajiban(
        jenis=kind,
        pk=pk,
        holder=holder.name,
        kecamatan_code=place.code if place else "",
        kecamatan=place.name if place else "",
        told=told,
        due_on=due_on,
        phone=phone,
        reminded_at=None,
        reminded_by="",
    )
