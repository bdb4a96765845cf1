"""What a desa has done for its Koperasi Merah Putih; the list of all desa is a page of its own."""

from typing import Any

from django import forms
from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.html import format_html

from common.admin import OfficeAdmin, OfficeForm
from koperasi.choices import JenisGerai, Kelompok
from koperasi.models import Kdmp, Koperasi
from wilayah.admin import KecamatanFilter


class KdmpForm(OfficeForm):
    gerai = forms.TypedMultipleChoiceField(
        label="Gerai yang sudah buka",
        choices=JenisGerai.choices,
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )


@admin.register(Kdmp)
class KdmpAdmin(OfficeAdmin):
    form = KdmpForm
    list_display = ["desa", "musdesus_on", "nomor_akta", "bank"]
    list_filter = [KecamatanFilter]
    list_select_related = ["desa__kecamatan"]
    search_fields = ["desa__name", "desa__kecamatan__name", "nomor_akta"]
    autocomplete_fields = ["desa"]
    readonly_fields = ["cooperative"]
    fieldsets = [
        ("Pembentukan", {"fields": ["desa", "musdesus_on", ("nomor_akta", "tanggal_akta")]}),
        ("Koperasinya", {"fields": ["cooperative"]}),
        ("Berjalannya", {"fields": ["bank", ("anggota_l", "anggota_p"), "gerai", "notes"]}),
    ]
    empty_hint = "Mulai dari halaman KDMP per desa: setiap desa punya tombol “Isi”."

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return super().get_queryset(request).select_related("desa__kecamatan")

    @admin.display(description="koperasi yang terdaftar")
    def cooperative(self, kdmp: Kdmp) -> str:
        """Found by desa, so that nothing has to be tied by hand."""
        if not kdmp.desa_id:
            return "Dicari dari desanya setelah disimpan."
        found = (
            Koperasi.objects.active().filter(kelompok=Kelompok.KDMP, desa=kdmp.desa_id).order_by("pk").first()
        )
        if found is None:
            return (
                "Belum ada. Daftarkan koperasinya dengan kelompok “Koperasi Desa/Kelurahan Merah Putih”; badan hukum, "
                "NIK Koperasi, NIB, NPWP, dan RAT lalu terbaca dari sana."
            )
        address = reverse("admin:koperasi_koperasi_change", args=[found.pk])
        return format_html('<a href="{}">{}</a>', address, found)

    # --- back to the list of all desa, where the next one waits ----------------------------------

    def response_add(
        self, request: HttpRequest, obj: Kdmp, post_url_continue: str | None = None
    ) -> HttpResponse:
        return self._to_list(request, obj, super().response_add(request, obj, post_url_continue))

    def response_change(self, request: HttpRequest, obj: Kdmp) -> HttpResponse:
        return self._to_list(request, obj, super().response_change(request, obj))

    def _to_list(self, request: HttpRequest, obj: Kdmp, usual: Any) -> HttpResponse:
        if "_addanother" in request.POST:
            return usual
        return HttpResponseRedirect(
            f"{reverse('kdmp')}?kecamatan={obj.desa.kecamatan.slug}#desa-{obj.desa.code}"
        )
