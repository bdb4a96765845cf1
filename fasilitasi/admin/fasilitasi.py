"""Cases at the counter: opened with a number, moved by dated steps, finished with a certificate."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.forms import ModelForm
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html, format_html_join

from common.admin import StateFilter
from common.admin.fields import without
from common.admin.trail import events_beneath
from common.templatetags.indonesia import tanggal_pendek
from fasilitasi import actions
from fasilitasi.admin.corrections import CorrectionPages
from fasilitasi.admin.documents import DocumentPages
from fasilitasi.admin.filters import BatchFilter, LateFilter, QueueFilter, StatusFilter, YearFilter
from fasilitasi.admin.steps import stages_of
from fasilitasi.berkas import checklist
from fasilitasi.choices import Status
from fasilitasi.duplicates import doubts
from fasilitasi.exports import FASILITASI
from fasilitasi.forms import FasilitasiForm, MoveForm, moves_by_hand, stages_by_hand
from fasilitasi.inconsistencies import FASILITASI_CHECKS
from fasilitasi.keterlambatan import days_late, due_on
from fasilitasi.langkah import EXITS, MOVES
from fasilitasi.models import (
    BerkasFasilitasi,
    Fasilitasi,
    FasilitasiProduk,
    FasilitasiSertifikat,
    LangkahFasilitasi,
    NilaiHasil,
)
from legalitas.choices import JenisSertifikat
from spreadsheets.export import Exporting
from wilayah.admin import KecamatanFilter

_TONES: dict[str, str] = {Status.TERBIT: "tayang", Status.DITOLAK: "arsip", Status.DIBATALKAN: "arsip"}


@admin.display(description="pemohon", ordering="usaha__name")
def applicant(case: Fasilitasi) -> str:
    return str(case.subject)


@admin.display(description="status", ordering="status")
def status_badge(case: Fasilitasi) -> str:
    tone = _TONES.get(case.status, "menunggu")
    return format_html('<span class="badge badge-{}">{}</span>', tone, case.status_label)


@admin.display(description="jumlah", ordering="jumlah_unit")
def units(case: Fasilitasi) -> str:
    return f"{case.jumlah_unit} {case.jenis.get_satuan_display().lower()}"


@admin.display(description="diajukan", ordering="applied_on")
def applied(case: Fasilitasi) -> str:
    return tanggal_pendek(case.applied_on)


@admin.display(description="hasil", ordering="result_on")
def result(case: Fasilitasi) -> str:
    if case.result_on:
        return tanggal_pendek(case.result_on)
    late = lateness(case)
    return f"terlambat {late} hari" if late else ""


def lateness(case: Fasilitasi) -> int:
    return days_late(
        applied_on=case.applied_on,
        usual_days=case.jenis.usual_days,
        is_open=case.is_open,
        on=timezone.localdate(),
    )


@admin.register(Fasilitasi)
class FasilitasiAdmin(Exporting, CorrectionPages, DocumentPages):
    form = FasilitasiForm
    layouts = (FASILITASI,)
    change_form_template = "admin/fasilitasi/fasilitasi/change_form.html"
    list_display = ["nomor", "jenis", applicant, units, status_badge, applied, result]
    inconsistencies = FASILITASI_CHECKS
    list_filter = [
        QueueFilter,
        StatusFilter,
        "jenis",
        YearFilter,
        LateFilter,
        KecamatanFilter,
        BatchFilter,
        StateFilter,
    ]
    search_fields = ["nomor", "usaha__name", "usaha__pemilik__name", "koperasi__name", "merek"]
    autocomplete_fields = ["usaha", "koperasi"]
    readonly_fields = ["nomor", "status", "result_on", "certificate", "alasan_ulang", "budget_year"]
    personal_fields = ["pendamping"]
    empty_hint = "Buka fasilitasi pertama dengan tombol “Tambah fasilitasi”."
    fieldsets = [
        ("Hasil", {"fields": [("nomor", "status"), ("result_on", "certificate"), "alasan_ulang"]}),
        (
            "Permohonan",
            {
                "fields": ["jenis", "usaha", "koperasi", ("applied_on", "jumlah_unit"), "merek", "angkatan"],
                "description": "Pemohon: isi salah satu, usaha atau koperasi.",
            },
        ),
        ("Produk", {"fields": ["produk"]}),
        ("Pembiayaan", {"fields": [("tahun_anggaran", "sumber_dana"), "biaya"]}),
        ("Pelaksana", {"fields": ["petugas", "pendamping", "lembaga_penerbit"]}),
        ("Keterangan", {"fields": ["notes"]}),
    ]

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        cases: Any = super().get_queryset(request)
        return cases.with_subject()

    # --- what is shown --------------------------------------------------------------------------

    def get_fieldsets(self, request: HttpRequest, obj: Fasilitasi | None = None) -> list[Any]:
        fieldsets = super().get_fieldsets(request, obj)
        if obj is None:
            return [each for each in fieldsets if each[0] != "Hasil"]
        if not obj.alasan_ulang:
            fieldsets = [
                (title, {**each, "fields": without(each["fields"], {"alasan_ulang"})})
                for title, each in fieldsets
            ]
        if obj.is_open and self.has_change_permission(request, obj):
            return fieldsets
        return [(title, {**each, "fields": _with_plain_year(each["fields"])}) for title, each in fieldsets]

    def get_readonly_fields(self, request: HttpRequest, obj: Fasilitasi | None = None) -> list[str]:
        """A closed case stands as it was closed; only remarks are added."""
        fixed = list(super().get_readonly_fields(request, obj))
        if obj is None or obj.is_open:
            return fixed
        named = [name for _, options in self.fieldsets for name in _flat(options["fields"])]
        return [*fixed, *(name for name in named if name != "notes" and name not in fixed)]

    @admin.display(description="sertifikat")
    def certificate(self, case: Fasilitasi) -> str:
        links = (
            (reverse("admin:legalitas_sertifikat_change", args=[paper.pk]), paper) for paper in case.papers
        )
        return format_html_join(", ", '<a href="{}">{}</a>', links) or "–"

    @admin.display(description="tahun anggaran")
    def budget_year(self, case: Fasilitasi) -> str:
        """A year is a name, not a quantity: no dot after the thousands."""
        return str(case.tahun_anggaran or "–")

    def office_context(self, request: HttpRequest, obj: Any, may_write: bool) -> dict[str, Any]:
        context = super().office_context(request, obj, may_write)
        letter = _LETTERS.get(obj.jenis.sertifikat) if obj and not obj.archived_at else None
        if letter and request.user.has_perm("surat.issue_surat"):
            label, name = letter
            context["next_steps"].append({"label": label, "url": reverse(name, args=[obj.pk])})
        return context

    def form_context(self, request: HttpRequest, obj: Fasilitasi | None) -> dict[str, Any]:
        if obj is None:
            return {}
        may_write = self.has_change_permission(request, obj)
        stages = stages_of(obj)
        moves, reachable = moves_by_hand(obj.status), stages_by_hand(obj, stages)
        items = checklist(obj)
        return {
            "steps": obj.langkahfasilitasi_set.select_related("recorded_by", "tahap"),
            "stages": [
                {"stage": stage, "is_here": stage == obj.tahap_now, "may_reach": stage in reachable}
                for stage in stages
            ],
            "documents": items,
            "missing": sum(item.is_missing for item in items),
            "may_open_documents": may_write and self.may_open_documents(request),
            "may_print_receipt": may_write,
            "moves": [move for move in moves if move not in EXITS],
            "exits": [move for move in moves if move in EXITS],
            "move_form": MoveForm(moves=moves, auto_id="id_langkah_%s")
            if may_write and (moves or reachable)
            else None,
            "may_finish": may_write and Status.TERBIT in _next(obj) and self.may_finish(request),
            "may_correct": may_write and bool(obj.result_on) and self.may_finish(request),
            "results": self.results_of(request, obj),
            "due_on": due_on(obj.applied_on, obj.jenis.usual_days) if obj.is_open else None,
            "late": lateness(obj),
        }

    def results_of(self, request: HttpRequest, obj: Fasilitasi) -> list[NilaiHasil]:
        """What came of it beside a paper; a person's money only to those who may see it."""
        may_see = self.may_see_personal_data(request)
        values = obj.nilaihasil_set.select_related("isian")
        return [each for each in values if may_see or not each.isian.is_personal]

    def suspicions_of(self, obj: Fasilitasi) -> list[str]:
        year = (obj.result_on or timezone.localdate()).year
        return [*super().suspicions_of(obj), *doubts(obj, year)]

    def extra_history(self, obj: Fasilitasi) -> list[tuple[QuerySet, str]]:
        beneath = [
            (events_beneath(obj, LangkahFasilitasi), "langkah"),
            (events_beneath(obj, FasilitasiProduk), "produk"),
            (events_beneath(obj, FasilitasiSertifikat), "sertifikat"),
            (events_beneath(obj, BerkasFasilitasi), "berkas"),
        ]
        return [(events, label) for events, label in beneath if events is not None]

    # --- writing -----------------------------------------------------------------------------------

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        return {"petugas": request.user.pk, **super().get_changeform_initial_data(request)}

    def write(self, request: HttpRequest, obj: Fasilitasi, form: ModelForm, change: bool) -> None:
        if change:
            obj.save()
        else:
            actions.open_case(fasilitasi=obj, by=request.user)

    def restore_record(self, record: Fasilitasi, by: Any) -> Fasilitasi:
        return actions.restore(fasilitasi=record, by=by)

    def after_save(self, request: HttpRequest, obj: Fasilitasi, form: ModelForm, change: bool) -> None:
        if change and "applied_on" in form.changed_data:
            actions.redate_opening(fasilitasi=obj)


# The letter that a case leads to, by the certificate that it ends with; without one it may hand over goods.
_LETTERS = {
    JenisSertifikat.MEREK.value: ("Rekomendasi merek", "surat:brand"),
    "": ("Berita acara serah terima", "surat:handover"),
}


def _next(case: Fasilitasi) -> tuple[Status, ...]:
    return MOVES[case.status]


def _with_plain_year(names: Any) -> list[Any]:
    if "tahun_anggaran" not in _flat(names):
        return list(names)
    return ["budget_year", "sumber_dana", *without(names, {"tahun_anggaran", "sumber_dana"})]


def _flat(names: Any) -> list[str]:
    return [each for name in names for each in (name if isinstance(name, (list, tuple)) else [name])]
