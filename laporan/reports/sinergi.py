"""What cooperatives do for businesses: by cooperative and by kecamatan, both from the same figures."""

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any

from django.db.models import Count, Exists, OuterRef

from koperasi.choices import BentukKerjaSama, JenisKoperasi
from koperasi.models import Keanggotaan, KerjaSama, Koperasi
from koperasi.sinergi import SMALLEST_GROUP, Amount, Synergy, counted, synergy
from laporan.drill import leading, report_page
from laporan.period import Period
from laporan.report import NUMBER, Column, Orientation, Report, numbered
from laporan.reports.counting import as_of, kecamatan_in, narrow, registered_by, state_label
from laporan.scope import Scope
from spreadsheets.sheet import Kind, Value

PARTNERS = "bermitra"
_LABELS = {
    BentukKerjaSama.MEMBELI: "Dibeli hasilnya",
    BentukKerjaSama.MENJUALKAN: "Dijualkan hasilnya",
    BentukKerjaSama.MEMINJAMI: "Dipinjami modal",
    BentukKerjaSama.MEMASOK: "Dipasok bahan/alat",
}
_FIGURES = (
    Column("anggota", "Usaha anggota", Kind.NUMBER),
    *(
        Column(bentuk.value, _LABELS[bentuk], Kind.NUMBER, group="Usaha yang bekerja sama")
        for bentuk in BentukKerjaSama
    ),
    Column("mitra", "Seluruhnya", Kind.NUMBER, group="Usaha yang bekerja sama"),
    Column("per_tahun", "Per tahun", Kind.NUMBER, group="Nilai kerja sama (Rp)"),
    Column("sekali", "Satu kali", Kind.NUMBER, group="Nilai kerja sama (Rp)"),
)
_NOTES = (
    (
        "Kerja sama dan keanggotaan yang berjalan pada hari itu. Satu usaha dihitung sekali dalam setiap kolom; "
        "usaha yang bekerja sama dengan dua koperasi dihitung pada keduanya."
    ),
    (
        f"Nilai tidak ditampilkan (-) bila hanya menyangkut kurang dari {SMALLEST_GROUP} usaha, karena menjadi "
        "data keuangan pemiliknya (UU 27/2022 Pasal 4)."
    ),
)


def kinds() -> list[tuple[str, str]]:
    return [*JenisKoperasi.choices, (PARTNERS, "Semua yang bekerja sama dengan usaha")]


def build(period: Period, scope: Scope) -> Report:
    cooperatives = _cooperatives(period, scope).with_place().order_by("desa__kecamatan__code", "name", "id")
    found = _by_koperasi(period, scope)
    rows = [
        (koperasi.name, koperasi.desa.kecamatan.name, found.get(koperasi.pk, Synergy()))
        for koperasi in cooperatives
    ]
    by_place: dict[str, list[Synergy]] = {}
    for _, kecamatan, figures in rows:
        by_place.setdefault(kecamatan, []).append(figures)
    return Report(
        name=scope.file_name("sinergi-koperasi", period),
        title="Sinergi koperasi dan UMKM",
        subtitles=(state_label(period), *scope.subtitles),
        columns=(
            NUMBER,
            Column("koperasi", "Koperasi", weight=3),
            Column("kecamatan", "Kecamatan"),
            *_FIGURES,
        ),
        rows=lambda: numbered((name, kecamatan, *_cells(figures)) for name, kecamatan, figures in rows),
        totals=("JUMLAH", None, None, *_sums(by_place.values())),
        notes=_NOTES,
        orientation=Orientation.LANDSCAPE,
    )


def build_kecamatan(period: Period, scope: Scope) -> Report:
    found = _by_koperasi(period, scope)
    members: dict[int, list[Synergy]] = {}
    for pk, kecamatan in _cooperatives(period, scope).order_by().values_list("pk", "desa__kecamatan"):
        members.setdefault(kecamatan, []).append(found.get(pk, Synergy()))
    places = [(kecamatan, members.get(kecamatan.pk, [])) for kecamatan in kecamatan_in(scope)]
    return Report(
        name=scope.file_name("sinergi-kecamatan", period),
        title="Rekapitulasi sinergi koperasi dan UMKM per kecamatan",
        subtitles=(state_label(period), *scope.subtitles),
        columns=(
            NUMBER,
            Column("kecamatan", "Kecamatan", weight=3),
            Column("koperasi", "Jumlah", Kind.NUMBER, group="Koperasi"),
            Column("bermitra", "Bekerja sama dengan usaha", Kind.NUMBER, group="Koperasi"),
            *_FIGURES,
        ),
        rows=lambda: numbered(
            (kecamatan.name, *_counts([each], period, scope, kecamatan.code)) for kecamatan, each in places
        ),
        totals=("JUMLAH", None, *_counts([each for _, each in places], period, scope, scope.kecamatan)),
        notes=_NOTES,
        orientation=Orientation.LANDSCAPE,
    )


def _counts(places: list[list[Synergy]], period: Period, scope: Scope, kecamatan: str) -> Iterator[Value]:
    """Each leads to the list whose rows or total it is."""
    url = report_page("sinergi-koperasi", period, kecamatan=kecamatan, jenis=scope.jenis)
    partners = report_page("sinergi-koperasi", period, kecamatan=kecamatan, jenis=PARTNERS)
    rows = list(chain.from_iterable(places))
    yield leading(len(rows), url)
    # The list is narrowed by one choice: of a kind of cooperative it cannot ask for the partners alone.
    yield leading(sum(bool(figures.mitra) for figures in rows), "" if scope.jenis else partners)
    yield from (leading(figure, url) for figure in _sums(places))


def _cooperatives(period: Period, scope: Scope) -> Any:
    found = registered_by(narrow(Koperasi.objects.active().filter(is_draft=False), scope), period)
    if scope.jenis == PARTNERS:
        dealings = KerjaSama.objects.current(at=as_of(period)).filter(usaha__archived_at=None)
        return found.filter(Exists(dealings.filter(koperasi=OuterRef("pk"))))
    return found.filter(jenis=scope.jenis) if scope.jenis else found


def _by_koperasi(period: Period, scope: Scope) -> dict[int, Synergy]:
    """Figures of those that have any, by key."""
    mine = {"koperasi__in": _cooperatives(period, scope).order_by().values("pk"), "usaha__archived_at": None}
    at = as_of(period)
    members = dict(
        Keanggotaan.objects.current(at=at)
        .filter(**mine)
        .order_by()
        .values_list("koperasi")
        .annotate(Count("usaha", distinct=True))
    )
    dealings = {row["koperasi"]: row for row in counted(KerjaSama.objects.current(at=at).filter(**mine))}
    return {
        pk: synergy(dealings.get(pk), anggota=members.get(pk, 0)) for pk in members.keys() | dealings.keys()
    }


def _cells(figures: Synergy) -> tuple[Any, ...]:
    amounts = (figures.per_tahun, figures.sekali)
    return (
        figures.anggota,
        *figures.bentuk,
        figures.mitra,
        *(amount.rupiah if amount.may_be_told else None for amount in amounts),
    )


def _sums(places: Iterable[list[Synergy]]) -> tuple[Any, ...]:
    """Of cooperatives by kecamatan."""
    places = list(places)
    *counts, _, _ = _cells(sum(chain.from_iterable(places), Synergy()))
    return (
        *counts,
        _sum([[figures.per_tahun for figures in each] for each in places]),
        _sum([[figures.sekali for figures in each] for each in places]),
    )


def _sum(places: list[list[Amount]]) -> int | None:
    """Not told either where a subtraction would reveal what a row keeps back, here or in the recap by kecamatan."""
    kept_back = [_kept_back(amounts) for amounts in places]
    if not _kept_back(kept_back).may_be_told:
        return None
    return sum(amount.rupiah for amount in chain.from_iterable(places))


def _kept_back(amounts: list[Amount]) -> Amount:
    return sum((amount for amount in amounts if not amount.may_be_told), Amount())
