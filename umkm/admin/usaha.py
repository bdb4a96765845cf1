"""Businesses: the unit of registration, with a year's figures each."""

from collections import Counter
from typing import Any

from django.contrib import admin
from django.forms import ModelForm
from django.http import HttpRequest
from django.urls import path, reverse
from django.utils.html import format_html, format_html_join

from common.admin import Duplicate, OfficeStackedInline, StateFilter, state_badge
from common.daily import views_in_words
from common.templatetags.indonesia import angka, rupiah
from duplicates.admin import Mergeable
from spreadsheets.export import Exporting
from umkm import actions, duplicates
from umkm.admin import nik
from umkm.admin.surat import Inviting
from umkm.exports import USAHA
from umkm.inconsistencies import USAHA_CHECKS
from umkm.models import DataTahunan, Usaha
from umkm.sidt import SIDT
from wilayah.admin import KecamatanFilter


class DataTahunanInline(OfficeStackedInline):
    model = DataTahunan
    personal_fields = ("modal_usaha", "penjualan_tahunan", "skala_modal", "skala_penjualan")
    fieldsets = [
        (
            None,
            {
                "fields": [
                    "tahun",
                    ("modal_usaha", "skala_modal"),
                    ("penjualan_tahunan", "skala_penjualan"),
                    ("tenaga_kerja_l", "tenaga_kerja_p"),
                    "source",
                ]
            },
        )
    ]


@admin.register(Usaha)
class UsahaAdmin(Mergeable, Exporting, Inviting):
    layouts = (USAHA, SIDT)
    list_display = ["name", "pemilik", "desa", "bidang_usaha", "size_class", state_badge]
    inconsistencies = USAHA_CHECKS
    list_filter = [
        StateFilter,
        KecamatanFilter,
        "bidang_usaha",
        "skala_terhitung",
        ("nib", admin.EmptyFieldListFilter),
        "status_usaha",
    ]
    list_select_related = ["pemilik", "desa__kecamatan"]
    actions = ["invite"]
    search_fields = ["name", "pemilik__name", "=nib"]
    search_help_text = "Cari nama usaha, nama pemilik, atau NIB lengkap."
    empty_hint = "Catat usaha dari halaman pemiliknya, atau gunakan tombol tambah di atas."
    autocomplete_fields = ["pemilik", "desa", "kbli"]
    choice_related = ["pemilik", "desa__kecamatan"]
    readonly_fields = ["computed_class", "cooperatives", "cooperatives_amounts", "page_views"]
    identity_fields = ["name", "pemilik", "nib", "whatsapp", "desa"]
    personal_fields = [
        "npwp", "whatsapp", "address", "rt", "rw", "latitude", "longitude", "cooperatives_amounts",
    ]  # fmt: skip
    slug_source = "name"
    inlines = [DataTahunanInline]
    next_steps = [
        ("Tambah produk", "produk.Produk", "usaha"),
        ("Tambah sertifikat", "legalitas.Sertifikat", "usaha"),
        ("Buka fasilitasi", "fasilitasi.Fasilitasi", "usaha"),
    ]
    fieldsets = [
        ("Pemilik dan nama usaha", {"fields": ["pemilik", "name"]}),
        (
            "Bentuk dan bidang",
            {
                "fields": [
                    "status_usaha",
                    "bidang_usaha",
                    "kegiatan_utama",
                    "kbli",
                    "tahun_mulai",
                    "is_perikanan",
                ]
            },
        ),
        ("Nomor usaha", {"fields": [("nib", "nib_issued_on"), "npwp"]}),
        ("Tempat usaha", {"fields": ["desa", "address", ("rt", "rw"), ("latitude", "longitude")]}),
        ("Skala usaha", {"fields": ["skala_dinyatakan", "computed_class"]}),
        ("Sinergi dengan koperasi", {"fields": ["cooperatives", "cooperatives_amounts"]}),
        (
            "Untuk halaman usaha di situs",
            {"fields": ["description", "photo", "jam_buka", "whatsapp", "page_views"]},
        ),
        ("Catatan", {"fields": ["notes"]}),
    ]

    def choice_label(self, obj: Usaha) -> str:
        told = [f"milik {obj.pemilik}", str(obj.desa) if obj.desa else "", obj.nib and f"NIB {obj.nib}"]
        return ", ".join([obj.name, *filter(None, told)])

    @admin.display(description="skala", ordering="skala_terhitung")
    def size_class(self, usaha: Usaha) -> str:
        return usaha.get_skala_dinyatakan_display() or usaha.get_skala_terhitung_display()

    @admin.display(description="hasil hitung")
    def computed_class(self, usaha: Usaha) -> str:
        if not usaha.skala_terhitung:
            return "Belum dapat dihitung. Isi angka atau kelompok pada data tahunan di bawah."
        basis = usaha.get_skala_dasar_display().lower()
        return f"{usaha.get_skala_terhitung_display()}, dasar: {basis} (PP 7/2021 Pasal 35)"

    @admin.display(description="keanggotaan dan kerja sama")
    def cooperatives(self, usaha: Usaha) -> str:
        """Cooperatives are a layer above, so they are reached from the business only."""
        if not usaha.pk:
            return "Dicatat di halaman koperasi."
        members = [
            (row.koperasi, row.get_peran_display())
            for row in usaha.keanggotaan_set.current().select_related("koperasi")
        ]
        dealings = [
            (row.koperasi, f"{row.get_bentuk_display()}{row.barang and f' ({row.barang})'}")
            for row in usaha.kerjasama_set.current().select_related("koperasi")
        ]
        lines = [
            (reverse("admin:koperasi_koperasi_change", args=[koperasi.pk]), koperasi, told)
            for koperasi, told in (*members, *dealings)
        ]
        if not lines:
            return "Belum ada. Dicatat di halaman koperasi."
        return format_html("<ul>{}</ul>", format_html_join("", '<li><a href="{}">{}</a>: {}</li>', lines))

    @admin.display(description="nilai kerja sama yang berjalan")
    def cooperatives_amounts(self, usaha: Usaha) -> str:
        if not usaha.pk:
            return ""
        dealings = usaha.kerjasama_set.current().exclude(nilai=None).select_related("koperasi")
        told, sums = [], Counter[str]()
        for row in dealings:
            told.append(f"{row.koperasi}: {rupiah(row.nilai)} {row.get_sifat_nilai_display().lower()}")
            sums[row.get_sifat_nilai_display().lower()] += row.nilai or 0
        if len(told) > 1:
            # What comes back every year and what came once are never added up.
            whole = ", ".join(f"{rupiah(amount)} {sifat}" for sifat, amount in sums.items())
            told.append(f"jumlah dari {angka(len({row.koperasi_id for row in dealings}))} koperasi: {whole}")
        return "; ".join(told) or "Belum diisi."

    @admin.display(description="dilihat")
    def page_views(self, usaha: Usaha) -> str:
        return views_in_words(usaha)

    def publish_record(self, record: Usaha, by: Any) -> Usaha:
        return actions.publish(usaha=record, by=by)

    def possible_duplicates(
        self, request: HttpRequest, values: dict[str, Any], obj: Usaha
    ) -> list[Duplicate]:
        return duplicates.of_usaha(values, exclude=obj.pk)

    def after_save(self, request: HttpRequest, obj: Usaha, form: ModelForm, change: bool) -> None:
        actions.compute_skala(usaha=obj)

    def office_context(self, request: HttpRequest, obj: Any, may_write: bool) -> dict[str, Any]:
        context = super().office_context(request, obj, may_write)
        if obj and not obj.archived_at and self.has_letter_permission(request):
            url = reverse("surat:statement", args=[obj.pk])
            context["next_steps"].append({"label": "Surat keterangan binaan", "url": url})
        return context

    def form_context(self, request: HttpRequest, obj: Any) -> dict[str, Any]:
        may_open = obj and obj.npwp and request.user.has_perm("umkm.reveal_nik")
        return {"reveal_url": reverse("admin:umkm_usaha_reveal", args=[obj.pk]) if may_open else ""}

    def get_urls(self) -> list[Any]:
        reveal = self.admin_site.admin_view(nik.reveal_view(self, "npwp"))
        return [path("<int:pk>/buka-npwp/", reveal, name="umkm_usaha_reveal"), *super().get_urls()]
