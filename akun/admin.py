"""What owners send to the office: proposed changes, old beside new, and requests about their own data."""

from typing import Any

from django.contrib import admin
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html, format_html_join

from akun import actions
from akun.beda import differences
from akun.models import PermintaanData, Usulan
from common.admin import ConditionFilter
from common.admin.deeds import AdminWithDeeds, Deed
from common.templatetags.indonesia import tanggal_pendek
from umkm.models import Pengelola
from wilayah.admin import KecamatanFilter

_BADGES = {
    "menunggu": ("badge-waiting", "Menunggu"),
    "diterima": ("badge-published", "Diterima"),
    "ditolak": ("badge-archived", "Ditolak"),
}


class UsulanFilter(ConditionFilter):
    title = "keadaan"
    parameter_name = "keadaan"
    everything = "Semua"
    _conditions = {
        "menunggu": Q(decided_at=None),
        "diterima": Q(decided_at__isnull=False, is_accepted=True),
        "ditolak": Q(decided_at__isnull=False, is_accepted=False),
    }

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [(name, label) for name, (_, label) in _BADGES.items()]

    def condition(self, value: str) -> Q:
        return self._conditions[value]


class PermintaanFilter(UsulanFilter):
    _conditions = {"menunggu": Q(finished_at=None), "selesai": Q(finished_at__isnull=False)}

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("menunggu", "Menunggu"), ("selesai", "Selesai")]


class PengelolaFilter(UsulanFilter):
    _conditions = {
        "menunggu": Q(ended_at=None, is_waiting=True),
        "berlaku": Q(ended_at=None, is_waiting=False),
        "berakhir": Q(ended_at__isnull=False),
    }

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [(name, name.capitalize()) for name in self._conditions]


@admin.display(description="keadaan")
def progress_badge(usulan: Usulan) -> str:
    return format_html('<span class="badge {}">{}</span>', *_BADGES[usulan.progress])


@admin.display(description="diterima kantor", ordering="created_at")
def sent(record: Any) -> str:
    return tanggal_pendek(record.created_at)


@admin.display(description="tentang")
def subject(usulan: Usulan) -> str:
    return str(usulan.subject)


class FromOwners(AdminWithDeeds):
    def has_add_permission(self, request: HttpRequest) -> bool:
        """Only owners bring one in."""
        return False


@admin.register(Usulan)
class UsulanAdmin(FromOwners):
    list_display = [subject, progress_badge, sent]
    list_filter = [UsulanFilter, KecamatanFilter]
    search_fields = ["usaha__name", "produk__name"]
    readonly_fields = ["subject_link", "changes", "proposed_by"]
    personal_fields = ["changes"]
    fieldsets = [
        ("Usulan pemilik", {"fields": ["subject_link", "changes", "proposed_by"]}),
        ("Jawaban", {"fields": ["notes"]}),
    ]
    empty_hint = "Perubahan yang diusulkan pemilik pada data terverifikasi muncul di sini."

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        rows: Any = super().get_queryset(request)
        return rows.with_subject()

    def own_deeds(self, request: HttpRequest, obj: Usulan) -> list[Deed]:
        if obj.decided_at:
            return []
        return [
            Deed(
                "accept",
                "Terima perubahan",
                "Perubahan diterima dan langsung berlaku.",
                lambda usulan, by: actions.accept_proposal(usulan=usulan, by=by),
            ),
            Deed(
                "refuse",
                "Tolak perubahan",
                "Usulan ditolak. Pemilik membaca jawaban Anda di akunnya.",
                lambda usulan, by: actions.refuse_proposal(usulan=usulan, by=by),
            ),
        ]

    @admin.display(description="tentang")
    def subject_link(self, usulan: Usulan) -> str:
        meta = usulan.subject._meta
        url = reverse(f"admin:{meta.app_label}_{meta.model_name}_change", args=[usulan.subject.pk])
        return format_html('<a href="{}">{}</a>', url, usulan.subject)

    @admin.display(description="lama → baru")
    def changes(self, usulan: Usulan) -> str:
        lines = [(each.label, each.old, each.new) for each in differences(usulan)]
        return format_html(
            '<ul class="office-links">{}</ul>',
            format_html_join("", "<li>{}: <del>{}</del> → <ins>{}</ins></li>", lines),
        )


@admin.register(PermintaanData)
class PermintaanDataAdmin(FromOwners):
    list_display = ["pemilik", "jenis", sent, "finished_at"]
    list_filter = [PermintaanFilter, "jenis"]
    list_select_related = ["pemilik"]
    search_fields = ["pemilik__name"]
    readonly_fields = ["owner_link", "jenis", "description"]
    personal_fields = ["pemilik", "owner_link", "description"]
    fieldsets = [
        ("Permintaan pemilik", {"fields": ["owner_link", "jenis", "description"]}),
        ("Jawaban", {"fields": ["notes"]}),
    ]
    empty_hint = "Permintaan dari halaman “Data saya” pemilik muncul di sini."

    def own_deeds(self, request: HttpRequest, obj: PermintaanData) -> list[Deed]:
        if obj.finished_at:
            return []
        return [
            Deed(
                "finish",
                "Tandai selesai",
                "Permintaan ini selesai.",
                lambda permintaan, by: actions.finish_request(permintaan=permintaan, by=by),
            )
        ]

    @admin.display(description="pemilik")
    def owner_link(self, permintaan: PermintaanData) -> str:
        url = reverse("admin:umkm_pemilik_change", args=[permintaan.pemilik_id])
        return format_html('<a href="{}">{}</a>', url, permintaan.pemilik)


@admin.register(Pengelola)
class PengelolaAdmin(FromOwners):
    """Whom owners let in. Only an account that a link made waits for the office."""

    list_display = ["person", "usaha", "badge", "given_at"]
    list_filter = [PengelolaFilter, KecamatanFilter]
    list_select_related = ["user", "usaha"]
    ordering = ["-given_at", "-id"]
    search_fields = ["user__name", "user__username", "usaha__name"]
    readonly_fields = ["person", "username", "usaha", "invited_by", "given_at", "badge", "ended_at"]
    fieldsets = [
        ("Orang yang membantu", {"fields": ["person", "username", "usaha", "invited_by", "given_at"]}),
        ("Keadaan", {"fields": ["badge", "ended_at"]}),
    ]
    empty_hint = "Orang yang diundang pemilik untuk ikut mengelola usahanya muncul di sini."

    def own_deeds(self, request: HttpRequest, obj: Pengelola) -> list[Deed]:
        if obj.ended_at or not obj.is_waiting:
            return []
        return [
            Deed(
                "allow",
                "Setujui akun",
                "Disetujui. Orangnya sekarang dapat masuk.",
                lambda pengelola, by: actions.allow_helper(pengelola=pengelola, by=by),
            ),
            Deed(
                "refuse",
                "Tolak akun",
                "Ditolak. Akunnya tidak dibuka.",
                lambda pengelola, by: actions.refuse_helper(pengelola=pengelola, by=by),
            ),
        ]

    def render_change_form(self, request: HttpRequest, context: Any, *args: Any, **kwargs: Any) -> Any:
        """Nothing here is typed: what there is to do has buttons of its own."""
        return super().render_change_form(request, {**context, "show_save": False}, *args, **kwargs)

    @admin.display(description="nama", ordering="user__name")
    def person(self, pengelola: Pengelola) -> str:
        return str(pengelola.user)

    @admin.display(description="keadaan")
    def badge(self, pengelola: Pengelola) -> str:
        if pengelola.ended_at:
            told = ("badge-archived", "Berakhir")
        else:
            told = ("badge-waiting", "Menunggu") if pengelola.is_waiting else ("badge-published", "Berlaku")
        return format_html('<span class="badge {}">{}</span>', *told)

    @admin.display(description="diundang oleh")
    def invited_by(self, pengelola: Pengelola) -> str:
        return str(pengelola.given_by)

    @admin.display(description="nama pengguna")
    def username(self, pengelola: Pengelola) -> str:
        return str(pengelola.user.username)
