"""The front page of the staff door: what waits, what this month brought, and what a clerk adds most often."""

import datetime
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import CharField, Count, Q, QuerySet, Value
from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from akun.models import PermintaanData, Usulan
from belanja_asn.models import Belanja
from common.admin.filters import created_by
from fasilitasi.antrean import mine, queue
from fasilitasi.keterlambatan import late_condition
from fasilitasi.models import Fasilitasi
from koperasi.models import Koperasi
from laporan.models import PersetujuanTerbit, UsulanTerbit
from legalitas.choices import JenisSertifikat
from legalitas.models import Sertifikat
from masukan.models import Masukan
from pendaftaran.models import Pendaftaran
from produk.models import Produk
from umkm.models import Pengelola, Usaha

ENDING_WITHIN = datetime.timedelta(days=90)


@dataclass(frozen=True)
class Line:
    """A number that leads to the rows it counts."""

    label: str
    count: int
    url: str
    is_urgent: bool = False


@dataclass(frozen=True)
class Dashboard:
    waiting: list[Line]
    figures: list[Line]
    quick: list[tuple[str, str]]
    month: datetime.date


@dataclass(frozen=True)
class _Question:
    """One counted set of rows; asked only of those who may see that noun."""

    label: str
    model: type[Any]
    rows: Callable[[Any], QuerySet]
    query: str
    is_urgent: bool = False
    permission: str = "view"
    # Among `rows`, which are the same for all questions of a noun that have one: those are counted by one statement.
    where: Q | None = None


_QUICK = (
    ("Catat pemilik", "umkm.pemilik"),
    ("Catat usaha", "umkm.usaha"),
    ("Catat produk", "produk.produk"),
    ("Catat sertifikat", "legalitas.sertifikat"),
    ("Buka fasilitasi", "fasilitasi.fasilitasi"),
    ("Catat koperasi", "koperasi.koperasi"),
)


def build(user: User) -> Dashboard:
    """Everything on the page for this officer: a fixed number of counts, within their kecamatan."""
    today = timezone.localdate()
    return Dashboard(
        waiting=[line for line in (*_reports(user), *_answers(user, _waiting(user, today))) if line.count],
        figures=list(_answers(user, _figures(today))),
        quick=[
            (label, reverse(f"admin:{noun.replace('.', '_')}_add"))
            for label, noun in _QUICK
            if user.has_perm(noun.replace(".", ".add_"))
        ],
        month=today,
    )


def _reports(user: User) -> Iterator[Line]:
    """Papers on their way to a number, for whoever takes the next step."""
    url = reverse("laporan:waiting")
    if user.has_perm("laporan.approve_laporan"):
        asked = UsulanTerbit.objects.open().in_scope_of(user).count()
        yield Line("Laporan menunggu persetujuan Anda", asked, url, is_urgent=True)
    if user.has_perm("laporan.issue_laporan"):
        approved = PersetujuanTerbit.objects.waiting().in_scope_of(user).order_by().count()
        yield Line("Laporan disetujui, belum terbit", approved, url)


def _answers(user: User, questions: list[_Question]) -> Iterator[Line]:
    allowed = [question for question in questions if user.has_perm(_permission(question))]
    counts = _counted_together(user, [question for question in allowed if question.where is not None])
    counts |= _counted(user, [question for question in allowed if question.where is None])
    for question in allowed:
        meta, count = question.model._meta, counts.get(question.label, 0)
        url = reverse(f"admin:{meta.app_label}_{meta.model_name}_changelist")
        yield Line(question.label, count, f"{url}?{question.query}", question.is_urgent)


def _permission(question: _Question) -> str:
    meta = question.model._meta
    return f"{meta.app_label}.{question.permission}_{meta.model_name}"


def _counted(user: User, questions: list[_Question]) -> dict[str, int]:
    """Of nouns that have nothing in common, still by one statement; a question without rows is left out."""
    parts = [
        question.model._base_manager.filter(
            pk__in=question.rows(question.model.objects.in_scope_of(user)).order_by().values("pk")
        )
        .order_by()
        .values(label=Value(question.label, output_field=CharField()))
        .annotate(count=Count("pk"))
        .values_list("label", "count")
        for question in questions
    ]
    return dict(parts[0].union(*parts[1:], all=True)) if parts else {}


def _counted_together(user: User, questions: list[_Question]) -> dict[str, int]:
    if not questions:
        return {}
    first = questions[0]
    rows = first.rows(first.model.objects.in_scope_of(user)).order_by()
    counts = {f"n{index}": Count("pk", filter=each.where) for index, each in enumerate(questions)}
    found = rows.aggregate(**counts)
    return {each.label: found[f"n{index}"] for index, each in enumerate(questions)}


def _waiting(user: User, today: datetime.date) -> list[_Question]:
    def drafts(rows: Any) -> QuerySet:
        return rows.drafts().filter(created_by(rows.model, user))

    def ending(rows: Any) -> QuerySet:
        # A halal certificate outlives the date printed on it.
        return rows.ending_between(today, today + ENDING_WITHIN).exclude(jenis=JenisSertifikat.HALAL)

    return [
        _Question("Usaha menunggu verifikasi", Usaha, _waits, "keadaan=menunggu", permission="verify"),
        _Question("Koperasi menunggu verifikasi", Koperasi, _waits, "keadaan=menunggu", permission="verify"),
        _Question("Produk menunggu verifikasi", Produk, _waits, "keadaan=menunggu", permission="publish"),
        _Question(
            "Sertifikat menunggu verifikasi", Sertifikat, _waits, "keadaan=menunggu", permission="verify"
        ),
        *_cases(user, today),
        _Question("Sertifikat berakhir dalam 90 hari", Sertifikat, ending, "berlaku=90-hari", is_urgent=True),
        _Question(
            "Pendaftaran usaha menunggu",
            Pendaftaran,
            _waits,
            "keadaan=menunggu",
            is_urgent=True,
            permission="change",
        ),
        _Question(
            "Akun pembantu menunggu persetujuan",
            Pengelola,
            _waits,
            "keadaan=menunggu",
            is_urgent=True,
            permission="change",
        ),
        _Question("Usulan perubahan pemilik", Usulan, _waits, "keadaan=menunggu", permission="change"),
        _Question(
            "Permintaan data pribadi",
            PermintaanData,
            _waits,
            "keadaan=menunggu",
            is_urgent=True,
            permission="change",
        ),
        _Question(
            "Masukan pengunjung belum selesai",
            Masukan,
            lambda rows: rows.open(),
            "penanganan=terbuka",
            is_urgent=True,
            permission="change",
        ),
        _Question(
            "Belanja ASN menunggu konfirmasi", Belanja, _waits, "keadaan=menunggu", permission="change"
        ),
        _Question("Draf usaha saya", Usaha, drafts, "keadaan=draf-saya", permission="add"),
        _Question("Draf koperasi saya", Koperasi, drafts, "keadaan=draf-saya", permission="add"),
        _Question("Draf produk saya", Produk, drafts, "keadaan=draf-saya", permission="add"),
    ]


def _cases(user: User, today: datetime.date) -> list[_Question]:
    """Open cases, by who has to do something."""

    def opened(label: str, where: Q, query: str, **options: Any) -> _Question:
        return _Question(label, Fasilitasi, lambda rows: rows.open(), query, where=where, **options)

    return [
        opened("Fasilitasi melewati waktu", late_condition(today), "terlambat=ya", is_urgent=True),
        opened("Fasilitasi tugas saya", mine(user.pk), "antrean=saya", permission="change"),
        opened("Fasilitasi menunggu kantor", queue("kantor"), "antrean=kantor"),
        opened("Fasilitasi menunggu pemohon", queue("pemohon"), "antrean=pemohon"),
        opened("Fasilitasi berjalan", Q(), "status=berjalan"),
    ]


def _figures(today: datetime.date) -> list[_Question]:
    first = today.replace(day=1)
    start = timezone.make_aware(datetime.datetime.combine(first, datetime.time.min))
    return [
        _Question("usaha baru", Usaha, lambda rows: rows.active().filter(created_at__gte=start), ""),
        _Question("produk tayang", Produk, lambda rows: rows.active().filter(published_at__gte=start), ""),
        _Question(
            "fasilitasi selesai", Fasilitasi, lambda rows: rows.finished().filter(result_on__gte=first), ""
        ),
    ]


def _waits(rows: Any) -> QuerySet:
    return rows.waiting()
