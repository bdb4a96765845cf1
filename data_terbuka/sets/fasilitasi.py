"""Facilitation counted by kind, year and kecamatan, the same records as `laporan` counts."""

from dataclasses import dataclass
from functools import lru_cache

from django.db.models import Count, F, Sum
from django.db.models.functions import Coalesce

from data_terbuka.columns import Column, Type
from data_terbuka.data_set import CountSet, Row
from fasilitasi.choices import UntukSiapa
from fasilitasi.models import Fasilitasi, JenisFasilitasi, RekapAwal
from koperasi.models import Koperasi
from legalitas.choices import PUBLIC_MARKS
from umkm.models import Usaha
from wilayah.models import Kecamatan

# Fewer cases than this could point to a person.
FEWEST = 5
_WHOLE_DISTRICT = "kabupaten"
_CASES = "Catatan fasilitasi kantor"


@dataclass
class _Cell:
    named: int = 0
    opening: int = 0
    source: str = ""
    source_url: str = ""


@lru_cache(maxsize=1)
def _kept(version: str) -> tuple[Row, ...]:
    return _counted()


def _rows(version: str | None) -> tuple[Row, ...]:
    return _kept(version) if version else _counted()


def _counted() -> tuple[Row, ...]:
    kinds = JenisFasilitasi.objects.in_bulk()
    kecamatan = Kecamatan.objects.in_bulk()
    cells: dict[tuple[int, int, int | None], _Cell] = {}
    for kind, year, place, cases, units in _finished():
        shown = place if cases >= FEWEST or _tells_nothing_new(kinds[kind]) else None
        cells.setdefault((year, kind, shown), _Cell()).named += units
    for total in RekapAwal.objects.all():
        cell = cells.setdefault((total.tahun, total.jenis_id, total.kecamatan_id), _Cell())
        cell.opening, cell.source, cell.source_url = total.jumlah, total.source, total.source_url
    rows = (
        _row(year, kinds[kind], kecamatan[place] if place else None, cell)
        for (year, kind, place), cell in cells.items()
    )
    return tuple(sorted(rows, key=lambda row: str(row[0])))


def _finished() -> list[tuple[int, int, int | None, int, int]]:
    place = Coalesce(F("usaha__desa__kecamatan"), F("koperasi__desa__kecamatan"))
    cases = Fasilitasi.objects.finished().order_by().annotate(place=place)
    return list(
        cases.values_list("jenis_id", "result_on__year", "place").annotate(Count("pk"), Sum("jumlah_unit"))
    )


def _tells_nothing_new(jenis: JenisFasilitasi) -> bool:
    """A cooperative is no person, and a halal mark stands on the product; a loan or a land title is private wealth."""
    return jenis.untuk == UntukSiapa.KOPERASI or jenis.sertifikat in PUBLIC_MARKS


def _row(year: int, jenis: JenisFasilitasi, kecamatan: Kecamatan | None, cell: _Cell) -> Row:
    return (
        f"{year}-{jenis.slug}-{kecamatan.code if kecamatan else _WHOLE_DISTRICT}",
        year,
        jenis.slug,
        jenis.name,
        jenis.satuan,
        kecamatan.code if kecamatan else None,
        kecamatan.name if kecamatan else None,
        cell.named,
        cell.opening,
        cell.source or None,
        cell.source_url or None,
    )


FASILITASI = CountSet(
    slug="fasilitasi",
    title="Fasilitasi per tahun",
    summary="Berapa banyak fasilitasi yang selesai, menurut jenis, tahun hasil, dan kecamatan.",
    row_meaning="Satu baris adalah satu jenis fasilitasi dalam satu tahun di satu kecamatan.",
    keywords=("fasilitasi", "sertifikat halal", "P-IRT", "sertipikat tanah", "statistik"),
    model=Fasilitasi,
    rows=_rows,
    made_of=(Fasilitasi, RekapAwal, JenisFasilitasi, Usaha, Koperasi),
    columns=(
        Column(
            "kode",
            Type.STRING,
            "Pengenal baris: tahun, kode jenis, dan kode kecamatan atau “kabupaten”.",
            "2025-halal-72.09.10",
            "Dibuat portal",
            ("jenis__slug",),
        ),
        Column(
            "tahun",
            Type.YEAR,
            "Tahun hasil (tanggal terbit), bukan tahun anggaran.",
            "2025",
            _CASES,
            ("result_on",),
            is_count=True,
        ),
        Column(
            "kode_jenis", Type.STRING, "Kode jenis fasilitasi.", "halal", "Dibuat portal", ("jenis__slug",)
        ),
        Column("jenis", Type.STRING, "Nama jenis fasilitasi.", "Sertifikat halal", _CASES, ("jenis__name",)),
        Column("satuan", Type.STRING, "Apa yang dihitung.", "usaha", _CASES, ("jenis__satuan",)),
        Column(
            "kode_kecamatan",
            Type.STRING,
            "Kode kecamatan; kosong bila hanya diketahui se-kabupaten atau digabung (lihat catatan).",
            "72.09.10",
            "Kode wilayah administrasi Kementerian Dalam Negeri",
            ("usaha__desa__kecamatan__code", "koperasi__desa__kecamatan__code"),
            is_required=False,
        ),
        Column(
            "kecamatan",
            Type.STRING,
            "Nama kecamatan; kosong bila kodenya kosong.",
            "Ratolindo",
            "Kode wilayah administrasi Kementerian Dalam Negeri",
            ("usaha__desa__kecamatan__name", "koperasi__desa__kecamatan__name"),
            is_required=False,
        ),
        Column(
            "jumlah_tercatat",
            Type.INTEGER,
            "Jumlah satuan dari fasilitasi yang tercatat satu per satu.",
            "12",
            _CASES,
            ("jumlah_unit",),
            is_count=True,
        ),
        Column(
            "jumlah_rekap_awal",
            Type.INTEGER,
            "Jumlah dari tahun yang hanya diketahui jumlahnya, tanpa catatan satu per satu. "
            "Tidak termasuk dalam “jumlah_tercatat”; jumlah seluruhnya adalah keduanya ditambahkan.",
            "5",
            "Rekap awal, dengan sumbernya",
            ("jenis__rekapawal__jumlah",),
        ),
        Column(
            "sumber_rekap_awal",
            Type.STRING,
            "Sumber jumlah rekap awal.",
            "RRI, 6 Juli 2022",
            "Rekap awal",
            ("jenis__rekapawal__source",),
            is_required=False,
        ),
        Column(
            "alamat_sumber_rekap_awal",
            Type.ADDRESS,
            "Alamat sumber itu.",
            "https://contoh.go.id/berita",
            "Rekap awal",
            ("jenis__rekapawal__source_url",),
            is_required=False,
        ),
    ),
    remarks=(
        "Satuan setiap jenis berbeda (usaha, produk, bidang tanah): jumlah antarjenis tidak berarti apa-apa.",
        (
            "Untuk jenis yang menyangkut kekayaan atau pribadi seseorang, misalnya sertipikat tanah, KUR, dan "
            f"pelatihan, kecamatan dengan kurang dari {FEWEST} fasilitasi digabung ke baris tanpa kecamatan. "
            "Jumlah kabupaten tetap utuh."
        ),
    ),
)
