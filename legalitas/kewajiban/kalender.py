"""The duties of a month as one list from the database: papers that end, promises, meetings (domain 8).

Every source gives the same columns, so that one statement sorts them by kecamatan, however many there are.
"""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Self

from django.db.models import (
    Case,
    CharField,
    DateField,
    Exists,
    F,
    Func,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Coalesce, NullIf
from django.utils import timezone

from common.identifiers import format_pirt
from common.templatetags.indonesia import angka
from koperasi.kepatuhan import rat_due_on
from koperasi.models import Koperasi, RapatAnggota
from legalitas.choices import JenisKewajiban, JenisSertifikat
from legalitas.kewajiban.aturan import NIK_MONTHS, RAT_MONTHS, Bulan, commitment_window
from legalitas.masa_berlaku import reminder_months
from legalitas.models import Pengingat, Sertifikat, SertifikatProduk

_ENDING: dict[JenisKewajiban, JenisSertifikat] = {
    JenisKewajiban.PIRT: JenisSertifikat.PIRT,
    JenisKewajiban.BPOM: JenisSertifikat.BPOM,
    JenisKewajiban.MEREK: JenisSertifikat.MEREK,
    JenisKewajiban.SNI: JenisSertifikat.SNI,
    JenisKewajiban.HALAL: JenisSertifikat.HALAL,
}
OF_PAPER = {
    **_ENDING,
    JenisKewajiban.KOMITMEN_PIRT: JenisSertifikat.PIRT,
    JenisKewajiban.NIK_KOPERASI: JenisSertifikat.NIK_KOPERASI,
}
_COLUMNS = (
    "duty", "record", "holder", "place_code", "place", "told", "due_on", "phone", "reminded_at", "reminded_by_name",
)  # fmt: skip


@dataclass(frozen=True)
class Kewajiban:
    """`pk` is the certificate's, or the cooperative's for an annual meeting. No `due_on`: no day is printed."""

    jenis: JenisKewajiban
    pk: int
    holder: str
    kecamatan_code: str
    kecamatan: str
    told: str  # the paper's number or the book year
    due_on: datetime.date | None
    phone: str
    reminded_at: datetime.datetime | None  # in this month
    reminded_by: str

    @classmethod
    def of(cls, row: tuple) -> Self:
        return cls(JenisKewajiban(row[0]), *row[1:])

    @property
    def shown(self) -> str:
        """The number as it is printed."""
        is_pirt = self.jenis in (JenisKewajiban.PIRT, JenisKewajiban.KOMITMEN_PIRT)
        return format_pirt(self.told) if is_pirt else self.told

    def left(self, on: datetime.date) -> str:
        """ "12 hari lagi", "lewat 3 hari"; empty without a day."""
        if self.due_on is None:
            return ""
        days = (self.due_on - on).days
        return (
            f"{angka(days)} hari lagi" if days > 0 else f"lewat {angka(-days)} hari" if days else "hari ini"
        )


def duties(
    bulan: Bulan, *, narrow: Any = lambda rows: rows, jenis: str = "", waiting: bool = False
) -> QuerySet:
    """Rows for `Kewajiban.of`, by kecamatan and day. `narrow` is given every set of records before it counts.

    `waiting`: only those of whom nobody was reminded in this month.
    """
    sources = [source for kind, source in _sources(bulan, narrow) if jenis in ("", kind)]
    rows = [
        (source.filter(reminded_at=None) if waiting else source).values_list(*_COLUMNS) for source in sources
    ]
    if not rows:
        return Sertifikat.objects.none().values_list("pk")
    first, *others = rows
    return first.union(*others, all=True).order_by(
        "place_code", F("due_on").asc(nulls_last=True), "holder", "record"
    )


def _sources(bulan: Bulan, narrow: Any) -> Iterator[tuple[JenisKewajiban, QuerySet]]:
    for duty, kind in _ENDING.items():
        papers = narrow(Sertifikat.objects.active()).filter(_ends_in(bulan, kind), jenis=kind)
        yield duty, _columns(papers.exclude(_renewed()), duty, bulan, due_on=F("valid_until"))
    promised = narrow(Sertifikat.objects.active()).filter(jenis=JenisSertifikat.PIRT, commitment_met_on=None)
    yield (
        JenisKewajiban.KOMITMEN_PIRT,
        _columns(
            promised.annotate(promised_on=_PROMISED).filter(promised_on__range=commitment_window(bulan)),
            JenisKewajiban.KOMITMEN_PIRT,
            bulan,
            due_on=F("promised_on"),
        ),
    )
    if bulan.month in NIK_MONTHS:
        papers = narrow(Sertifikat.objects.active()).filter(
            jenis=JenisSertifikat.NIK_KOPERASI, issued_on__year__lt=bulan.year
        )
        yield (
            JenisKewajiban.NIK_KOPERASI,
            _columns(papers.exclude(_issued_later()), JenisKewajiban.NIK_KOPERASI, bulan, due_on=_NO_DAY),
        )
    if bulan.month in RAT_MONTHS:
        yield JenisKewajiban.RAT, _meetings(bulan, narrow)


# --- papers -------------------------------------------------------------------------------------

_NO_DAY = Value(None, output_field=DateField())
# `aturan.commitment_due_on` in SQL; both end in a shorter month on its last day.
_PROMISED = Coalesce(
    "commitment_due_on",
    Func(F("issued_on"), template="(%(expressions)s + interval '6 months')::date", output_field=DateField()),
)


def _ends_in(bulan: Bulan, kind: str) -> Q:
    """A reminder falls in this month, or the end itself. Months are whole: a reminder keeps its day where it can."""
    condition = Q(valid_until__range=bulan.days)
    for months in reminder_months(kind):
        condition |= Q(valid_until__range=bulan.after(months).days)
    return condition


def _renewed() -> Q:
    """A newer paper of the kind took its place: of the same product, or of the same brand where none is named."""
    same = Sertifikat.objects.active().filter(
        jenis=OuterRef("jenis"), valid_until__gt=OuterRef("valid_until")
    )
    same = same.filter(Q(usaha=OuterRef("usaha")) | Q(koperasi=OuterRef("koperasi")))
    mine = SertifikatProduk.objects.filter(sertifikat=OuterRef(OuterRef("pk")))
    of_product = same.filter(produk__in=mine.values("produk"))
    names_none = ~Exists(SertifikatProduk.objects.filter(sertifikat=OuterRef("pk")))
    return Q(Exists(of_product)) | (
        Q(names_none) & Q(Exists(same.filter(merek__iexact=OuterRef("merek"), produk=None)))
    )


def _issued_later() -> Q:
    later = Sertifikat.objects.active().filter(
        jenis=JenisSertifikat.NIK_KOPERASI, koperasi=OuterRef("koperasi"), issued_on__gt=OuterRef("issued_on")
    )
    return Q(Exists(later))


def _columns(papers: QuerySet, duty: JenisKewajiban, bulan: Bulan, *, due_on: Any) -> QuerySet:
    reminders = Pengingat.objects.filter(sertifikat=OuterRef("pk"))
    return _told(
        papers,
        duty,
        bulan,
        reminders,
        holder=Coalesce("usaha__name", "koperasi__name"),
        place_code=Coalesce("usaha__desa__kecamatan__code", "koperasi__desa__kecamatan__code", Value("")),
        place=Coalesce("usaha__desa__kecamatan__name", "koperasi__desa__kecamatan__name", Value("")),
        told=F("koperasi__nik_koperasi") if duty == JenisKewajiban.NIK_KOPERASI else F("number_on_paper"),
        due_on=due_on,
        phone=Coalesce(
            NullIf("usaha__whatsapp", Value("")), "usaha__pemilik__phone", "koperasi__phone", Value("")
        ),
    )


# --- annual meetings ------------------------------------------------------------------------------


def _meetings(bulan: Bulan, narrow: Any) -> QuerySet:
    """Cooperatives without the meeting of the book year before; one founded since then has none to hold."""
    tahun_buku = bulan.year - 1
    held = RapatAnggota.objects.filter(koperasi=OuterRef("pk"), tahun_buku=tahun_buku, held_on__isnull=False)
    cooperatives = narrow(Koperasi.objects.active()).filter(is_draft=False)
    waiting = cooperatives.exclude(tanggal_badan_hukum__year__gte=bulan.year).exclude(Exists(held))
    due_on = Case(
        When(bentuk__startswith="sekunder", then=Value(rat_due_on(tahun_buku, is_primer=False))),
        default=Value(rat_due_on(tahun_buku, is_primer=True)),
        output_field=DateField(),
    )
    return _told(
        waiting,
        JenisKewajiban.RAT,
        bulan,
        Pengingat.objects.filter(koperasi=OuterRef("pk"), sertifikat=None),
        holder=F("name"),
        place_code=Coalesce("desa__kecamatan__code", Value("")),
        place=Coalesce("desa__kecamatan__name", Value("")),
        told=Value(f"Tahun buku {tahun_buku}", output_field=CharField()),
        due_on=due_on,
    )


def _told(rows: QuerySet, duty: JenisKewajiban, bulan: Bulan, reminders: Any, **columns: Any) -> QuerySet:
    """Rows with the columns of a duty; a `phone` that the records have themselves is taken as it is."""
    newest = reminders.filter(jenis=duty, reminded_at__gte=_moment(bulan)).order_by("-reminded_at", "-id")
    return rows.order_by().annotate(
        duty=Value(duty.value, output_field=CharField()),
        record=F("pk"),
        reminded_at=Subquery(newest.values("reminded_at")[:1]),
        reminded_by_name=Coalesce(Subquery(newest.values("reminded_by__name")[:1]), Value("")),
        **columns,
    )


def _moment(bulan: Bulan) -> datetime.datetime:
    return timezone.make_aware(datetime.datetime.combine(bulan.start, datetime.time.min))
