"""Owners: identity, contact, and what they allow to be shown."""

from typing import Any

from django.contrib import admin
from django.db.models import Count, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.http import HttpRequest
from django.urls import path, reverse
from django.utils.html import format_html, format_html_join

from common.admin import Duplicate, OfficeAdmin, StateFilter, masked_phone, state_badge
from common.admin.trail import Change, Entry, events_beneath
from common.templatetags.indonesia import tanggal
from duplicates.admin import Mergeable
from spreadsheets.export import Exporting
from umkm import duplicates
from umkm.admin import nik
from umkm.exports import PEMILIK
from umkm.forms import PURPOSES, PemilikForm
from umkm.inconsistencies import PEMILIK_CHECKS
from umkm.models import Pemilik, Persetujuan, Usaha
from wilayah.admin import KecamatanFilter


@admin.register(Pemilik)
class PemilikAdmin(Mergeable, Exporting, OfficeAdmin):
    form = PemilikForm
    layouts = (PEMILIK,)
    list_display = ["name", "masked_nik", masked_phone, "desa", "usaha_count", state_badge]
    inconsistencies = PEMILIK_CHECKS
    list_filter = [StateFilter, KecamatanFilter, "jenis_kelamin", "is_aparatur"]
    list_select_related = ["desa__kecamatan"]
    search_fields = ["name"]
    search_help_text = "Cari nama. Untuk NIK KTP gunakan tombol “Cari NIK”."
    empty_hint = "Catat pemilik dahulu, lalu tambahkan usahanya dari halaman pemilik."
    autocomplete_fields = ["desa"]
    choice_related = ["desa__kecamatan"]
    readonly_fields = ["usaha_list", "consents_given"]
    identity_fields = ["name", "nik", "phone", "desa", "tanggal_lahir"]
    personal_fields = [
        "nik",
        "phone",
        "email",
        "address",
        "rt",
        "rw",
        "tempat_lahir",
        "tanggal_lahir",
        "masked_nik",
    ]
    next_steps = [("Tambah usaha", "umkm.Usaha", "pemilik")]
    fieldsets = [
        (
            "Identitas sesuai KTP",
            {
                "fields": [
                    "nik",
                    "name",
                    "jenis_kelamin",
                    ("tempat_lahir", "tanggal_lahir"),
                    "pendidikan",
                    "is_aparatur",
                ]
            },
        ),
        ("Kontak", {"fields": ["phone", "email"]}),
        ("Alamat rumah", {"fields": ["desa", "address", ("rt", "rw")]}),
        (
            "Persetujuan pemilik",
            {
                "description": (
                    "Centang hanya yang disetujui pemilik. Tanpa persetujuan tidak ada data pribadi yang tampil di "
                    "situs. Menghapus centang berarti persetujuan ditarik, dan yang tampil karenanya segera hilang."
                ),
                "fields": [*PURPOSES, "saluran", "consents_given"],
            },
        ),
        ("Usaha", {"fields": ["usaha_list"]}),
        ("Catatan", {"fields": ["notes"]}),
    ]

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        """`active_usaha`, counted only for the rows that a page shows."""
        active = Usaha.objects.active().filter(pemilik=OuterRef("pk")).order_by().values("pemilik")
        counted = Subquery(active.annotate(count=Count("pk")).values("count"))
        return super().get_queryset(request).annotate(active_usaha=Coalesce(counted, 0))

    def choice_label(self, obj: Pemilik) -> str:
        told = [str(obj.desa) if obj.desa else "", f"NIK {obj.masked_nik}" if obj.nik else ""]
        return ", ".join([obj.name, *filter(None, told)])

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> list[Any]:
        """Boxes only for those who may record a yes; the businesses only once there can be any."""
        may_record = request.user.has_perm("umkm.add_persetujuan") and (
            obj is None or self.has_change_permission(request, obj)
        )
        hidden = set() if may_record else {*PURPOSES, "saluran"}
        if obj is None:
            hidden |= {"usaha_list", "consents_given"}
        kept = []
        for title, options in super().get_fieldsets(request, obj):
            names = [name for name in options["fields"] if isinstance(name, tuple) or name not in hidden]
            if names:
                kept.append((title, {**options, "fields": names}))
        return kept

    @admin.display(description="NIK KTP")
    def masked_nik(self, pemilik: Pemilik) -> str:
        return pemilik.masked_nik

    @admin.display(description="usaha", ordering="active_usaha")
    def usaha_count(self, pemilik: Any) -> int:
        return pemilik.active_usaha

    @admin.display(description="usaha yang tercatat")
    def usaha_list(self, pemilik: Pemilik) -> str:
        rows = [
            (reverse("admin:umkm_usaha_change", args=[usaha.pk]), usaha, state_badge(usaha))
            for usaha in pemilik.usaha_set.all()
        ]
        if not rows:
            return "Belum ada. Gunakan tombol “Tambah usaha” di atas."
        return format_html(
            '<ul class="office-links">{}</ul>', format_html_join("", '<li><a href="{}">{}</a> {}</li>', rows)
        )

    @admin.display(description="riwayat persetujuan")
    def consents_given(self, pemilik: Pemilik) -> str:
        rows = [(consent, _told(consent)) for consent in pemilik.persetujuan_set.all()]
        if not rows:
            return "Belum ada persetujuan yang dicatat."
        return format_html('<ul class="office-links">{}</ul>', format_html_join("", "<li>{}: {}</li>", rows))

    def possible_duplicates(
        self, request: HttpRequest, values: dict[str, Any], obj: Pemilik
    ) -> list[Duplicate]:
        return duplicates.of_pemilik(values, exclude=obj.pk)

    def after_save(self, request: HttpRequest, obj: Pemilik, form: Any, change: bool) -> None:
        form.record_consents(request.user)

    def history_of(self, request: HttpRequest, obj: Pemilik) -> list[Entry]:
        """Also who had the number opened, and why."""
        opened = [
            Entry(
                at=opening.opened_at,
                who=str(opening.opened_by),
                deed=f"{opening.get_number_kind_display()} dibuka lengkap",
                subject="",
                changes=[Change("Alasan", "", opening.reason)],
            )
            for opening in obj.pembukaannik_set.select_related("opened_by")
        ]
        return sorted([*super().history_of(request, obj), *opened], key=lambda entry: entry.at, reverse=True)

    def extra_history(self, obj: Pemilik) -> list[tuple[QuerySet | None, str]]:
        return [(events_beneath(obj, Persetujuan), "persetujuan")]

    def form_context(self, request: HttpRequest, obj: Any) -> dict[str, Any]:
        may_open = obj and obj.nik and request.user.has_perm("umkm.reveal_nik")
        return {"reveal_url": reverse("admin:umkm_pemilik_reveal", args=[obj.pk]) if may_open else ""}

    def office_context(self, request: HttpRequest, obj: Any, may_write: bool) -> dict[str, Any]:
        context = super().office_context(request, obj, may_write)
        if obj and not obj.archived_at and request.user.has_perm("akun.add_undangan"):
            label = "Tautan kata sandi baru" if obj.account_id else "Undang mengelola usahanya"
            url = reverse("invite_owner", args=[obj.pk])
            context["next_steps"].append({"label": label, "url": url})
        return context

    def get_urls(self) -> list[Any]:
        wrap = self.admin_site.admin_view
        return [
            path("cari-nik/", wrap(nik.search_view(self)), name="umkm_pemilik_nik"),
            path("<int:pk>/buka-nik/", wrap(nik.reveal_view(self, "nik")), name="umkm_pemilik_reveal"),
            *super().get_urls(),
        ]


def _told(consent: Persetujuan) -> str:
    given = (
        f"{tanggal(consent.given_on)}, {consent.get_channel_display().lower()}, naskah {consent.text_version}"
    )
    return f"{given}; ditarik {tanggal(consent.withdrawn_at)}" if consent.withdrawn_at else given
