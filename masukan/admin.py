"""Visitors' remarks at the office: what is about which record, who looks into it, and what came of it."""

from typing import Any

from django.contrib import admin
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html

from common.admin import ConditionFilter
from common.admin.deeds import AdminWithDeeds, Deed
from common.templatetags.indonesia import tanggal_pendek, tanggal_waktu
from masukan.actions import finish, reopen, start
from masukan.models import Masukan
from wilayah.admin import KecamatanFilter

_BADGES = {
    "baru": ("badge-waiting", "Baru"),
    "diproses": ("badge-verified", "Diproses"),
    "selesai": ("badge-published", "Selesai"),
    "arsip": ("badge-archived", "Arsip"),
}
_ACTIVE = Q(archived_at=None)


class ProgressFilter(ConditionFilter):
    title = "penanganan"
    parameter_name = "penanganan"
    everything = "Semua kecuali arsip"
    _conditions = {
        "terbuka": _ACTIVE & Q(finished_at=None),
        "baru": _ACTIVE & Q(started_at=None, finished_at=None),
        "diproses": _ACTIVE & Q(started_at__isnull=False, finished_at=None),
        "selesai": _ACTIVE & Q(finished_at__isnull=False),
        "arsip": ~_ACTIVE,
    }

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("terbuka", "Belum selesai"), *((name, label) for name, (_, label) in _BADGES.items())]

    def condition(self, value: str) -> Q:
        return self._conditions[value]

    def unfiltered(self) -> Q:
        return _ACTIVE


@admin.display(description="penanganan")
def progress_badge(masukan: Masukan) -> str:
    kind, label = _BADGES["arsip" if masukan.archived_at else masukan.progress]
    return format_html('<span class="badge {}">{}</span>', kind, label)


@admin.display(description="tentang")
def about(masukan: Masukan) -> str:
    return str(masukan.subject or "situs ini")


@admin.display(description="diterima", ordering="created_at")
def received(masukan: Masukan) -> str:
    return tanggal_pendek(masukan.created_at)


@admin.register(Masukan)
class MasukanAdmin(AdminWithDeeds):
    list_display = ["jenis", about, progress_badge, received]
    list_filter = [ProgressFilter, "jenis", KecamatanFilter]
    search_fields = ["description", "produk__name", "usaha__name", "koperasi__name"]
    readonly_fields = ["about_link", "jenis", "description", "contact", "handling"]
    personal_fields = ["contact"]
    fieldsets = [
        ("Laporan pengunjung", {"fields": ["about_link", "jenis", "description", "contact"]}),
        ("Penanganan", {"fields": ["handling", "notes"]}),
    ]
    empty_hint = "Laporan dari tautan “Laporkan” di halaman produk, usaha, dan koperasi muncul di sini."

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Only visitors bring one in."""
        return False

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        rows: Any = super().get_queryset(request)
        return rows.with_subject()

    def own_deeds(self, request: HttpRequest, obj: Masukan) -> list[Deed]:
        finishing = Deed(
            "finish",
            "Tandai selesai",
            "Masukan ini selesai.",
            lambda masukan, by: finish(masukan=masukan, by=by),
        )
        if obj.progress == "selesai":
            words = "Masukan ini dibuka kembali."
            return [Deed("reopen", "Buka kembali", words, lambda masukan, by: reopen(masukan=masukan, by=by))]
        if obj.progress == "diproses":
            return [finishing]
        words = "Anda menangani masukan ini."
        starting = Deed("start", "Mulai tangani", words, lambda masukan, by: start(masukan=masukan, by=by))
        return [starting, finishing]

    @admin.display(description="tentang")
    def about_link(self, masukan: Masukan) -> str:
        subject = masukan.subject
        if subject is None:
            return "Situs ini, bukan satu halaman tertentu"
        meta = subject._meta
        return format_html(
            '{} <a href="{}">{}</a> · <a href="{}">lihat di situs</a>',
            str(meta.verbose_name).capitalize(),
            reverse(f"admin:{meta.app_label}_{meta.model_name}_change", args=[subject.pk]),
            subject,
            subject.get_absolute_url(),
        )

    @admin.display(description="keadaan")
    def handling(self, masukan: Masukan) -> str:
        told = [f"Diterima {tanggal_waktu(masukan.created_at)}"]
        if masukan.started_at:
            told.append(f"ditangani {masukan.started_by} sejak {tanggal_waktu(masukan.started_at)}")
        if masukan.finished_at:
            told.append(f"selesai {tanggal_waktu(masukan.finished_at)} oleh {masukan.finished_by}")
        return "; ".join(told)
