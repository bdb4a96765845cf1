"""Counting that several reports share, so that a recap and its list cannot differ."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Sum
from django.db.models.functions import Coalesce
from django.utils import timezone

from common.templatetags.indonesia import angka, rupiah, tanggal
from fasilitasi.choices import Isian, SatuanHitung
from fasilitasi.models import Fasilitasi, FasilitasiQuerySet, JenisFasilitasi, NilaiHasil, RekapAwal
from laporan.hari_ini import today
from laporan.period import Period
from laporan.scope import Scope
from wilayah.models import Kecamatan

# Behind a sum of people's money; of fewer one could be told from the rest.
FEWEST_PEOPLE = 5


def narrow(queryset: Any, scope: Scope) -> Any:
    """Rows of the chosen kecamatan, or of those an officer is kept to."""
    codes = scope.codes
    return queryset.in_kecamatan(*Kecamatan.objects.filter(code__in=codes)) if codes else queryset


def reach(user: Any) -> tuple[str, ...]:
    """The kecamatan an officer is kept to, by code."""
    return tuple(kecamatan.code for kecamatan in user.scope)


def years_on_record(*, ahead: int = 0) -> range:
    """From the first year on record to the current one, or as far `ahead` as a report looks, newest first."""
    this_year = timezone.localdate().year
    first = RekapAwal.objects.order_by("tahun").values_list("tahun", flat=True).first() or this_year
    oldest = Fasilitasi.objects.order_by("applied_on").values_list("applied_on__year", flat=True).first()
    return range(this_year + ahead, min(first, oldest or first) - 1, -1)


def kecamatan_in(scope: Scope) -> QuerySet[Kecamatan]:
    return Kecamatan.objects.filter(code__in=scope.codes) if scope.codes else Kecamatan.objects.all()


def finished(period: Period, scope: Scope) -> Any:
    """Finished cases with a name, in the year of their result."""
    cases = narrow(Fasilitasi.objects.finished(), scope).filter(within("result_on", period))
    return cases.filter(jenis__slug__in=scope.kinds) if scope.kinds else cases


def count_by_place(period: Period, scope: Scope) -> Counter[tuple[int | None, int]]:
    """Units of finished cases by (kecamatan's id, kind's id): where their business or cooperative is."""
    rows = finished(period, scope).order_by().annotate(place=Coalesce(*FasilitasiQuerySet.KECAMATAN_LOOKUPS))
    counted: Counter[tuple[int | None, int]] = Counter()
    for place, jenis, count in rows.values_list("place", "jenis").annotate(Sum("jumlah_unit")):
        counted[place, jenis] += count
    return counted


def nameless_by_place(period: Period, scope: Scope) -> Counter[tuple[int | None, int]]:
    """The same of totals without names; None where only the whole district is known."""
    counted: Counter[tuple[int | None, int]] = Counter()
    for total in opening_totals(period, scope):
        counted[total.kecamatan_id, total.jenis_id] += total.jumlah
    return counted


def opening_totals(period: Period, scope: Scope) -> Any:
    """Totals without names whose whole year lies in the period: a year's total has no quarters."""
    totals = _opening_totals(scope).filter(**period.whole_years)
    return totals.filter(kecamatan__code__in=scope.codes) if scope.codes else totals


def opening_totals_left_out(period: Period, scope: Scope) -> Any:
    """Those that touch the period but are known only for a longer time or a wider place: nobody can say how much."""
    totals = _opening_totals(scope)
    if period.start:
        totals = totals.filter(tahun__gte=period.start.year)
    if period.end:
        totals = totals.filter(tahun__lte=period.end.year)
    if scope.codes:
        totals = totals.filter(Q(kecamatan=None) | Q(kecamatan__code__in=scope.codes))
    return totals.exclude(pk__in=opening_totals(period, scope).values("pk"))


def _opening_totals(scope: Scope) -> Any:
    totals = RekapAwal.objects.select_related("jenis", "kecamatan")
    return totals.filter(jenis__slug__in=scope.kinds) if scope.kinds else totals


def kinds(scope: Scope) -> QuerySet[JenisFasilitasi]:
    # Asked kind by kind, each by its index: a join would pass over every case on record.
    cases, totals = (model.objects.filter(jenis=OuterRef("pk")) for model in (Fasilitasi, RekapAwal))
    used = JenisFasilitasi.objects.filter(Q(is_active=True) | Exists(cases) | Exists(totals))
    return used.filter(slug__in=scope.kinds) if scope.kinds else used


def people_notes(period: Period, scope: Scope) -> tuple[str, ...]:
    """Of kinds counted in plots also how many people they belong to: one owner may have several."""
    plots = finished(period, scope).filter(jenis__satuan=SatuanHitung.BIDANG).order_by("jenis__position")
    counts = plots.values_list("jenis__name").annotate(
        Sum("jumlah_unit"), Count("usaha__pemilik", distinct=True), Count("koperasi", distinct=True)
    )
    return tuple(
        f"{name}: {angka(units)} bidang milik {angka(people)} orang"
        + (f" dan {angka(koperasi)} koperasi." if koperasi else ".")
        for name, units, people, koperasi in counts
    )


def result_notes(period: Period, scope: Scope) -> tuple[str, ...]:
    """What finished cases brought beside papers: sums of money, and how often each verdict was given.

    A sum of few people's money would tell what one of them got (UU 27/2022; domain 10).
    """
    values = NilaiHasil.objects.filter(
        isian__isian__in=(Isian.RUPIAH, Isian.PILIHAN), fasilitasi__in=finished(period, scope).order_by()
    )
    told = values.order_by("isian__jenis__position", "isian__position", "isian", "text").values_list(
        "isian__jenis__name", "isian__name", "isian__isian", "isian__is_personal", "text"
    )
    notes: dict[str, list[str]] = {}
    for jenis, name, isian, is_personal, text, count, total in told.annotate(Count("pk"), Sum("number")):
        if isian == Isian.PILIHAN:
            told_as = f"{text} {angka(count)}"
        elif is_personal and count < FEWEST_PEOPLE:
            told_as = f"tidak dijumlahkan, karena menyangkut kurang dari {FEWEST_PEOPLE} penerima"
        else:
            told_as = f"{rupiah(total)} dari {angka(count)} fasilitasi"
        notes.setdefault(f"{jenis}, {name.lower()}", []).append(told_as)
    return tuple(f"{name}: {', '.join(texts)}." for name, texts in notes.items())


def registered_by(queryset: Any, period: Period) -> Any:
    """Records that the office had by the end of the period."""
    last = as_of(period)
    return queryset.filter(created_at__date__lte=last) if last < timezone.localdate() else queryset


def as_of(period: Period) -> date:
    """The day a state is looked at: the end of the period, but never a day that has not come."""
    return min(period.end, today()) if period.end else today()


def state_label(period: Period) -> str:
    """The subtitle of a report that shows how things stand, not what happened."""
    return f"Keadaan s.d. {tanggal(as_of(period))}"


def book_year(period: Period) -> tuple[int, date]:
    """The book year shown, and the day that its meetings and the cooperatives' standing are looked at.

    A whole year is a book year; any other period ends on a day, which knows the book year before its own.
    """
    if period.start and period == Period.year(period.start.year):
        last_day = date(period.start.year + 1, 12, 31)
        return period.start.year, min(last_day, today())
    at = as_of(period)
    return at.year - 1, at


def book_year_label(period: Period) -> str:
    tahun_buku, at = book_year(period)
    return f"Tahun buku {tahun_buku}, keadaan s.d. {tanggal(at)}"


def opening_notes(period: Period, scope: Scope) -> tuple[str, ...]:
    """One note per source: which figures come from it, and which of its figures this report cannot hold."""
    counted, left_out = opening_totals(period, scope), opening_totals_left_out(period, scope)
    return (
        *(
            f"Rekap awal, jumlah tanpa nama penerima: {texts}. Sumber: {source}."
            for source, texts in _by_source(counted)
        ),
        *dict.fromkeys(f"{total.jenis}: {total.notes}" for total in _in_order(counted) if total.notes),
        *(
            "Tidak termasuk rekap awal yang hanya diketahui untuk setahun penuh atau seluruh kabupaten: "
            f"{texts}. Sumber: {source}."
            for source, texts in _by_source(left_out)
        ),
    )


def _by_source(totals: Any) -> Iterator[tuple[str, str]]:
    by_source: dict[str, list[str]] = {}
    for total in _in_order(totals):
        place = f" di Kecamatan {total.kecamatan}" if total.kecamatan else ""
        text = f"{total.jenis} {total.tahun}{place}: {angka(total.jumlah)}"
        by_source.setdefault(total.source, []).append(text)
    return ((source, "; ".join(texts)) for source, texts in by_source.items())


def _in_order(totals: Any) -> Any:
    return totals.order_by("tahun", "jenis__position")


def within(field: str, period: Period) -> Q:
    condition = Q()
    if period.start:
        condition &= Q(**{f"{field}__gte": period.start})
    if period.end:
        condition &= Q(**{f"{field}__lte": period.end})
    return condition
