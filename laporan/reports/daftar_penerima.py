"""List of those who received facilitation: named, finished cases (domain 9.4)."""

from collections.abc import Iterator
from typing import Any

from django.db.models import Case, CharField, Sum, Value, When
from django.db.models.functions import Coalesce

from common.batches import batched
from fasilitasi.jumlah_nomor import BETWEEN
from fasilitasi.models import Fasilitasi
from laporan.period import Period
from laporan.report import Column, Orientation, Report, numbered
from laporan.reports import penerima
from laporan.reports.counting import finished, opening_notes, people_notes, result_notes
from laporan.scope import Scope
from legalitas.choices import JenisSertifikat
from spreadsheets.sheet import Kind

# Land numbers are personal data tied to wealth: the paper says only that a certificate exists.
HIDDEN_NUMBERS = (JenisSertifikat.SHAT,)
_AT_ONCE = 1000


def build(period: Period, scope: Scope) -> Report:
    cases = finished(period, scope).order_by("result_on", "id")
    return Report(
        name=scope.file_name("daftar-penerima", period),
        title="Daftar penerima fasilitasi",
        subtitles=(str(period), *scope.subtitles),
        columns=(
            *penerima.COLUMNS,
            Column("jenis", "Jenis fasilitasi", weight=1.5),
            Column("satuan", "Jumlah", Kind.NUMBER),
            Column("nomor", "Nomor sertifikat", Kind.IDENTIFIER, weight=1.5),
            Column("tanggal", "Tanggal hasil", Kind.DATE),
            Column("keterangan", "Keterangan", weight=1.5),
        ),
        rows=lambda: numbered(_rows(cases)),
        totals=(
            "JUMLAH",
            None,
            None,
            None,
            None,
            cases.aggregate(n=Sum("jumlah_unit"))["n"] or 0,
            None,
            None,
            None,
        ),
        notes=(
            "Daftar ini memuat fasilitasi selesai yang penerimanya tercatat dengan nama.",
            *people_notes(period, scope),
            *result_notes(period, scope),
            *opening_notes(period, scope),
        ),
        count_people=cases.count,
        orientation=Orientation.LANDSCAPE,
    )


def _rows(cases: Any) -> Iterator[tuple[Any, ...]]:
    """Values and not records: a year may hold a hundred thousand cases, and a record costs many times its row."""
    found = _values(cases).iterator(chunk_size=_AT_ONCE)
    for chunk in batched(found, _AT_ONCE):
        others = _other_numbers([pk for pk, *_ in chunk])
        for pk, name, owner, jenis_desa, desa, kecamatan, jenis, units, number, result_on, notes in chunk:
            place = penerima.address(jenis_desa, desa, kecamatan)
            if more := others.get(pk):
                number = BETWEEN.join(filter(None, (number, *more)))
            yield name, owner, place, jenis, units, number, result_on, notes


def _values(cases: Any) -> Any:
    """Of a business or of a cooperative, whichever the case is about."""
    return cases.values_list(
        "pk",
        _of_either("name"),
        Coalesce("usaha__pemilik__name", Value("")),
        _of_either("desa__jenis"),
        _of_either("desa__name"),
        _of_either("desa__kecamatan__name"),
        "jenis__name",
        "jumlah_unit",
        Case(
            When(sertifikat=None, then=Value("")),
            When(sertifikat__jenis__in=HIDDEN_NUMBERS, then=Value("")),
            When(sertifikat__jenis=JenisSertifikat.NIB, then=_of_either("nib")),
            When(
                sertifikat__jenis=JenisSertifikat.NIK_KOPERASI,
                then=Coalesce("koperasi__nik_koperasi", Value("")),
            ),
            default="sertifikat__number_on_paper",
            output_field=CharField(),
        ),
        "result_on",
        "notes",
    )


def _of_either(name: str) -> Any:
    return Coalesce(f"usaha__{name}", f"koperasi__{name}")


def _other_numbers(cases: list[int]) -> dict[int, list[str]]:
    """Of cases whose units have numbers of their own: those beside the first."""
    papers = Fasilitasi.sertifikat_lain.through.objects.filter(fasilitasi__in=cases)
    shown = papers.exclude(sertifikat__jenis__in=HIDDEN_NUMBERS).exclude(sertifikat__number_on_paper="")
    found: dict[int, list[str]] = {}
    for case, number in shown.order_by("sertifikat").values_list("fasilitasi", "sertifikat__number_on_paper"):
        found.setdefault(case, []).append(number)
    return found
