"""List of those who received facilitation: named, finished cases (domain 9.4)."""

from django.db.models import Sum

from fasilitasi.jumlah_nomor import BETWEEN
from fasilitasi.models import Fasilitasi
from laporan.period import Period
from laporan.report import NUMBER, Column, Orientation, Report, numbered
from laporan.reports.counting import finished, opening_notes, people_notes, result_notes
from laporan.scope import Scope
from spreadsheets.sheet import Kind

# Land numbers are personal data tied to wealth: the paper says only that a certificate exists.
HIDDEN_NUMBERS = ("shat",)


def build(period: Period, scope: Scope) -> Report:
    cases = (
        finished(period, scope).with_subject().prefetch_related("sertifikat_lain").order_by("result_on", "id")
    )
    return Report(
        name=scope.file_name("daftar-penerima", period),
        title="Daftar penerima fasilitasi",
        subtitles=(str(period), *scope.subtitles),
        columns=(
            NUMBER,
            Column("nama", "Nama usaha/koperasi", weight=2),
            Column("pemilik", "Pemilik", weight=1.5),
            Column("alamat", "Desa/Kel., Kecamatan", weight=2),
            Column("jenis", "Jenis fasilitasi", weight=1.5),
            Column("satuan", "Jumlah", Kind.NUMBER),
            Column("nomor", "Nomor sertifikat", Kind.IDENTIFIER, weight=1.5),
            Column("tanggal", "Tanggal hasil", Kind.DATE),
            Column("keterangan", "Keterangan", weight=1.5),
        ),
        rows=lambda: numbered(map(_row, cases.iterator(chunk_size=1000))),
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


def _row(case: Fasilitasi) -> tuple:
    subject = case.subject
    return (
        subject.name,
        case.usaha.pemilik.name if case.usaha else "",
        f"{subject.desa.get_jenis_display()} {subject.desa.name}, {subject.desa.kecamatan.name}"
        if subject.desa
        else "",
        case.jenis.name,
        case.jumlah_unit,
        _number(case),
        case.result_on,
        case.notes,
    )


def _number(case: Fasilitasi) -> str:
    if not case.sertifikat or case.sertifikat.jenis in HIDDEN_NUMBERS:
        return ""
    return BETWEEN.join(number for paper in case.papers if (number := paper.number))
