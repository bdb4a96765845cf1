"""Food and drink businesses that are under the halal duty and have no certificate (PP 42/2024 Pasal 160)."""

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from django.conf import settings

from common.templatetags.indonesia import samar_telepon, tanggal
from laporan.period import Period
from laporan.report import NUMBER, Column, Report, Row, numbered
from laporan.reports.counting import as_of, narrow, registered_by, state_label
from laporan.scope import Scope
from legalitas.kewajiban.halal import without_halal
from spreadsheets.sheet import Kind, Section


def build(period: Period, scope: Scope) -> Report:
    """Businesses registered by the end of the period; whether they have a certificate is asked as of its day."""
    businesses = registered_by(narrow(without_halal(at=as_of(period)), scope), period)
    if scope.jenis:
        businesses = businesses.filter(bidang_usaha=scope.jenis)
    rows = businesses.with_place().with_owner().order_by("desa__kecamatan__code", "name", "id")
    return Report(
        name=scope.file_name("belum-halal", period),
        title="Usaha makanan dan minuman belum bersertifikat halal",
        subtitles=(state_label(period), *scope.subtitles),
        columns=(
            NUMBER,
            Column("usaha", "Nama usaha", weight=2),
            Column("pemilik", "Pemilik", weight=1.5),
            Column("desa", "Desa/kelurahan", weight=1.5),
            Column("bidang", "Bidang usaha"),
            Column("nib", "NIB", Kind.IDENTIFIER),
            Column("telepon", "Telepon", Kind.IDENTIFIER),
        ),
        rows=lambda: numbered(_rows(rows)),
        notes=(
            f"Wajib bersertifikat halal sejak {tanggal(settings.HALAL_DUTY_ON)} (PP 42/2024 Pasal 160).",
            "Termasuk usaha bidang lain yang menjual makanan, minuman, atau bahannya. Nomor telepon disamarkan.",
        ),
        count_people=businesses.count,
    )


def _rows(businesses: Any) -> Iterator[Row]:
    found = businesses.iterator(chunk_size=500)
    for place, there in groupby(found, key=lambda usaha: usaha.desa.kecamatan.name):
        yield Section(f"Kecamatan {place}")
        for usaha in there:
            yield (
                usaha.name,
                usaha.pemilik.name,
                usaha.desa.name,
                usaha.get_bidang_usaha_display(),
                usaha.nib,
                samar_telepon(usaha.whatsapp or usaha.pemilik.phone),
            )
