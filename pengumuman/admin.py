"""Announcements at the office: to whom, for how long on top, who has read, and the text to send on."""

from typing import Any

from django import forms
from django.contrib import admin
from django.db.models import Count, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.http import HttpRequest
from django.utils.html import format_html

from common.admin import OfficeAdmin, OfficeForm, StateFilter, state_badge
from common.templatetags.indonesia import angka
from pengumuman.jangkauan import reach_of
from pengumuman.models import Pengumuman, Terbaca
from pengumuman.sharing import whatsapp_share, whatsapp_text
from umkm.choices import BidangUsaha
from wilayah.models import Kecamatan


class PengumumanForm(OfficeForm):
    bidang_usaha = forms.TypedMultipleChoiceField(
        label="Bidang usaha",
        choices=BidangUsaha.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Kosongkan untuk semua bidang.",
    )
    kecamatan = forms.ModelMultipleChoiceField(
        label="Kecamatan",
        queryset=Kecamatan.objects.all(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Kosongkan untuk seluruh kabupaten.",
    )


@admin.display(description="dituju")
def audience(pengumuman: Pengumuman) -> str:
    """In words short enough for a list."""
    labels = dict(BidangUsaha.choices)
    told = [
        *(str(labels.get(each, each)) for each in pengumuman.bidang_usaha),
        *(f"Kec. {each}" for each in pengumuman.kecamatan.all()),
        *(f"anggota {each}" for each in pengumuman.koperasi.all()),
    ]
    return ", ".join(told) or "semua pemilik usaha"


@admin.display(description="dibaca", ordering="readings")
def readings(pengumuman: Any) -> str:
    return f"{angka(pengumuman.readings)} akun"


@admin.register(Pengumuman)
class PengumumanAdmin(OfficeAdmin):
    form = PengumumanForm
    list_display = ["title", audience, "is_public", state_badge, readings]
    list_filter = [StateFilter, "is_public"]
    search_fields = ["title", "body"]
    autocomplete_fields = ["koperasi"]
    readonly_fields = ["reach", "message"]
    slug_source = "title"
    fieldsets = [
        ("Isi", {"fields": ["title", "body"]}),
        (
            "Untuk siapa",
            {
                "fields": ["bidang_usaha", "kecamatan", "koperasi", "reach"],
                "description": "Yang diisi berlaku bersama: bidang Kerajinan dan Kecamatan Togean berarti perajin di "
                "Togean saja. Beberapa pilihan pada satu isian berarti salah satunya.",
            },
        ),
        ("Tayang", {"fields": ["is_public", "pinned_until"]}),
        ("Kirim lewat WhatsApp", {"fields": ["message"]}),
    ]
    empty_hint = (
        "Tulis pengumuman pertama: ia muncul di situs, di akun pemilik, dan siap dikirim lewat WhatsApp."
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        # A subquery of its own: grouped rows cannot be counted by the filters beside the list.
        counted = Terbaca.objects.filter(pengumuman=OuterRef("pk")).order_by().values("pengumuman")
        count = Subquery(counted.annotate(count=Count("pk")).values("count"))
        rows = super().get_queryset(request).annotate(readings=Coalesce(count, 0))
        return rows.prefetch_related("kecamatan", "koperasi")

    @admin.display(description="jangkauan")
    def reach(self, pengumuman: Pengumuman) -> str:
        return (
            str(reach_of(pengumuman)) if pengumuman.pk else "Terhitung sesudah disimpan, juga sebagai draf."
        )

    @admin.display(description="pesan siap kirim")
    def message(self, pengumuman: Pengumuman) -> str:
        if not pengumuman.pk:
            return "Tersedia sesudah disimpan."
        return format_html(
            '<textarea class="office-copy" rows="10" readonly aria-label="Pesan siap kirim">{}</textarea> '
            '<a class="button" href="{}" target="_blank" rel="noopener">Buka di WhatsApp</a>',
            whatsapp_text(pengumuman),
            whatsapp_share(pengumuman),
        )
