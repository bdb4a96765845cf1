"""Annual members' meetings of one book year: who met, who did not, which letter is due; by name and by kecamatan."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import OuterRef, Prefetch, Subquery

from koperasi import keaktifan, standing
from koperasi.kepatuhan import KepatuhanRat, rat_due_on, rat_status, warning_letter
from koperasi.kesiapan import KesiapanNik
from koperasi.models import Koperasi, RapatAnggota
from koperasi.ready import readiness_of_each
from laporan.drill import leading, report_page
from laporan.period import Period
from laporan.report import NUMBER, Column, Orientation, Report, numbered
from laporan.reports.counting import book_year, book_year_label, kecamatan_in, narrow
from laporan.scope import Scope
from spreadsheets.sheet import Kind, Value

_HELD = (KepatuhanRat.TEPAT_WAKTU, KepatuhanRat.TERLAMBAT)
_OWING, _INACTIVE = "wajib", "tidak_aktif"
# What the recap counts, in the order of its columns. All but the first are what the list may be narrowed to.
_KEYS = (
    _OWING, "tepat_waktu", "terlambat", "belum_jatuh_tempo", "belum", "sp1", "sp2", "sp3", _INACTIVE,
)  # fmt: skip
_DUES = (
    "Batas RAT koperasi primer 31 Maret dan sekunder 30 Juni sesudah tahun buku (Permenkop 19/2015). Surat peringatan "
    "menyusul tiap bulan sesudah batas itu: SP1, SP2, lalu SP3."
)


def standings() -> list[tuple[str, str]]:
    return [
        *KepatuhanRat.choices,
        *((f"sp{letter}", f"Jatuh tempo SP{letter}") for letter in standing.LETTERS),
        (_INACTIVE, keaktifan.WORDS[False]),
    ]


def build(period: Period, scope: Scope) -> Report:
    tahun_buku, at = book_year(period)
    cooperatives = (
        _owing(tahun_buku, at, scope)
        .with_place()
        .with_latest_rat(at=at)
        .prefetch_related(
            Prefetch(
                "rapatanggota_set", RapatAnggota.objects.filter(tahun_buku=tahun_buku), to_attr="of_book_year"
            )
        )
        .annotate(kesiapan_nik=readiness_of_each(at))
        .order_by("desa__kecamatan__code", "name", "id")
    )
    if scope.jenis.startswith("sp"):
        cooperatives = cooperatives.filter(standing.owing_letter(int(scope.jenis[2:]), tahun_buku, at))
    elif scope.jenis == _INACTIVE:
        cooperatives = cooperatives.exclude(standing.active(at))
    elif scope.jenis:
        cooperatives = cooperatives.filter(standing.in_status(KepatuhanRat(scope.jenis), tahun_buku, at))
    return Report(
        name=scope.file_name("rat", period),
        title="Pelaksanaan Rapat Anggota Tahunan (RAT)",
        subtitles=(book_year_label(period), *scope.subtitles),
        columns=(
            NUMBER,
            Column("nama", "Nama koperasi", weight=3),
            Column("kecamatan", "Kecamatan"),
            Column("bentuk", "Bentuk"),
            Column("batas", "Batas RAT", Kind.DATE),
            Column("tanggal", "Tanggal RAT", Kind.DATE),
            Column("hadir", "Hadir", Kind.NUMBER),
            Column("anggota", "Anggota", Kind.NUMBER),
            Column("keadaan", "Keadaan"),
            Column("surat", "Surat"),
            Column("terakhir", "RAT terakhir (tahun buku)", Kind.IDENTIFIER),
            Column("aktif", "Aktif/Tidak"),
            Column("sertifikat", "Sertifikat NIK"),
        ),
        rows=lambda: numbered(_row(koperasi, tahun_buku, at) for koperasi in cooperatives.iterator(500)),
        notes=(
            _DUES,
            "Koperasi yang didirikan sesudah tahun buku itu belum wajib RAT dan tidak termasuk.",
            "Aktif/tidak aktif menurut catatan petugas; bila kosong, menurut aturan RAT.",
            "Sertifikat NIK siap diajukan bila koperasi aktif, RAT dua tahun buku berturut-turut, dan datanya lengkap.",
        ),
        orientation=Orientation.LANDSCAPE,
    )


def build_kecamatan(period: Period, scope: Scope) -> Report:
    tahun_buku, at = book_year(period)
    cooperatives = _owing(tahun_buku, at, scope)
    if scope.jenis:
        cooperatives = cooperatives.filter(jenis=scope.jenis)
    found = _by_kecamatan(cooperatives, tahun_buku, at)
    places = [(each, found.get(each.pk, Counter())) for each in kecamatan_in(scope)]
    whole: Counter = sum((counts for _, counts in places), Counter())
    return Report(
        name=scope.file_name("rat-kecamatan", period),
        title="Rekapitulasi pelaksanaan RAT per kecamatan",
        subtitles=(book_year_label(period), *scope.subtitles),
        columns=(
            NUMBER,
            Column("kecamatan", "Kecamatan", weight=3),
            Column("wajib", "Wajib RAT", Kind.NUMBER),
            Column("tepat_waktu", "Tepat waktu", Kind.NUMBER, group="Sudah RAT"),
            Column("terlambat", "Terlambat", Kind.NUMBER, group="Sudah RAT"),
            Column("belum_jatuh_tempo", "Belum jatuh tempo", Kind.NUMBER, group="Belum RAT"),
            Column("belum", "Lewat batas", Kind.NUMBER, group="Belum RAT"),
            *(
                Column(f"sp{letter}", f"SP{letter}", Kind.NUMBER, group="Surat jatuh tempo")
                for letter in standing.LETTERS
            ),
            Column("tidak_aktif", "Tidak aktif", Kind.NUMBER),
            Column("persen", "Sudah RAT (%)", Kind.PERCENT),
        ),
        rows=lambda: numbered(
            (each.name, *_counts(counts, period, scope, each.code), _percent(counts))
            for each, counts in places
        ),
        totals=("JUMLAH", None, *_counts(whole, period, scope, scope.kecamatan), _percent(whole)),
        notes=(
            _DUES,
            "Sudah RAT (%) = (tepat waktu + terlambat) ÷ wajib RAT × 100 %. Sumber: data RAT di portal ini.",
        ),
        orientation=Orientation.LANDSCAPE,
    )


def _owing(tahun_buku: int, at: date, scope: Scope) -> Any:
    registered = narrow(Koperasi.objects.active().filter(is_draft=False), scope)
    return registered.exclude(tanggal_badan_hukum__gt=at).filter(standing.owing_rat(tahun_buku))


def _row(koperasi: Any, tahun_buku: int, at: date) -> tuple:
    rat = next(iter(koperasi.of_book_year), None)
    known = {"held_on": rat and rat.held_on, "is_primer": koperasi.is_primer, "on": at}
    status = rat_status(tahun_buku, **known)
    letter = warning_letter(tahun_buku, **known)
    return (
        koperasi.name,
        koperasi.desa.kecamatan.name if koperasi.desa else "",
        "Primer" if koperasi.is_primer else "Sekunder",
        rat_due_on(tahun_buku, is_primer=koperasi.is_primer),
        rat.held_on if rat and status in _HELD else None,
        rat and rat.hadir,
        rat and rat.jumlah_anggota,
        status.label,
        f"SP{letter}" if letter else "",
        str(koperasi.last_book_year or ""),
        keaktifan.WORDS[koperasi.is_aktif(koperasi.last_book_year, at=at)],
        KesiapanNik(koperasi.kesiapan_nik).label,
    )


def _by_kecamatan(cooperatives: Any, tahun_buku: int, at: date) -> dict[int, Counter]:
    """One pass over the rows, whatever their number; the database judges only what needs other tables."""
    held = RapatAnggota.objects.filter(koperasi=OuterRef("pk"), tahun_buku=tahun_buku)
    told = cooperatives.annotate(rat_held_on=Subquery(held.values("held_on")[:1]), aktif=standing.active(at))
    found: dict[int, Counter] = {}
    for koperasi in told.only("bentuk", "desa__kecamatan").select_related("desa").iterator(500):
        known = {"held_on": koperasi.rat_held_on, "is_primer": koperasi.is_primer, "on": at}
        letter = warning_letter(tahun_buku, **known)
        counts = found.setdefault(koperasi.desa.kecamatan_id, Counter())
        counts.update([_OWING, rat_status(tahun_buku, **known).value])
        counts.update([f"sp{letter}"] * bool(letter) + [_INACTIVE] * (not koperasi.aktif))
    return found


def _counts(found: Counter, period: Period, scope: Scope, kecamatan: str) -> Iterator[Value]:
    """Each leads to its names, unless it counts one kind of cooperative: the list of names knows all of them."""
    for key in _KEYS:
        jenis = "" if key == _OWING else key
        url = "" if scope.jenis else report_page("rat", period, kecamatan=kecamatan, jenis=jenis)
        yield leading(found[key], url)


def _percent(found: Counter) -> Decimal | None:
    """A share of nothing is no share."""
    owing, held = found[_OWING], sum(found[status.value] for status in _HELD)
    return (100 * Decimal(held) / owing).quantize(Decimal("0.01")) if owing else None
