"""Certificates whose printed end date falls in a span; nothing without an end date is ever listed (domain 8)."""

from datetime import date, timedelta
from typing import Any

from common.templatetags.indonesia import samar_telepon, tanggal
from laporan.hari_ini import today
from laporan.period import Period
from laporan.report import NUMBER, Column, Orientation, Report, numbered
from laporan.reports.counting import narrow
from laporan.scope import Scope
from legalitas.choices import JenisSertifikat
from legalitas.models import Sertifikat
from spreadsheets.sheet import Kind

AHEAD = timedelta(days=365)
# Land numbers are never printed.
_UNLISTED = (JenisSertifikat.SHAT,)


def kinds() -> list[tuple[str, str]]:
    return [choice for choice in JenisSertifikat.choices if choice[0] not in _UNLISTED]


def build(period: Period, scope: Scope) -> Report:
    """From today a year ahead, or the period. A halal paper is to be checked again."""
    at = today()
    start = period.start or at
    end = period.end or start + AHEAD
    certificates = (
        narrow(Sertifikat.objects.ending_between(start, end), scope)
        .exclude(jenis__in=_UNLISTED)
        .select_related("usaha__pemilik", "usaha__desa__kecamatan", "koperasi__desa__kecamatan")
        .prefetch_related("produk")
        .order_by("valid_until", "id")
    )
    if scope.jenis:
        certificates = certificates.filter(jenis=scope.jenis)
    return Report(
        name=scope.file_name("sertifikat-berakhir", period),
        title="Daftar sertifikat akan berakhir",
        subtitles=(str(Period.between(start, end)), *scope.subtitles),
        columns=(
            NUMBER,
            Column("pemegang", "Usaha/koperasi", weight=2),
            Column("kecamatan", "Kecamatan"),
            Column("jenis", "Jenis"),
            Column("produk", "Produk", weight=2),
            Column("nomor", "Nomor", Kind.IDENTIFIER, weight=1.5),
            Column("berlaku", "Berlaku s.d.", Kind.DATE),
            Column("sisa", "Sisa hari", Kind.NUMBER),
            Column("telepon", "Telepon", Kind.IDENTIFIER),
            Column("keterangan", "Keterangan"),
        ),
        rows=lambda: numbered(_row(certificate, at) for certificate in certificates.iterator(chunk_size=500)),
        notes=(
            f"Sisa hari dihitung sejak {tanggal(at)}. Nomor telepon disamarkan; nomor lengkap ada pada data usaha.",
        ),
        orientation=Orientation.LANDSCAPE,
    )


def _row(certificate: Any, at: date) -> tuple:
    subject = certificate.subject
    phone = (subject.whatsapp or subject.pemilik.phone) if certificate.usaha else subject.phone
    return (
        subject.name,
        subject.desa.kecamatan.name if subject.desa else "",
        certificate.get_jenis_display(),
        ", ".join(produk.name for produk in certificate.produk.all()),
        certificate.number,
        certificate.valid_until,
        (certificate.valid_until - at).days,
        samar_telepon(phone),
        certificate.masa_berlaku(at).label,
    )
