"""Cooperatives at the counter: deed and numbers, people in office, annual meetings, member businesses."""

from itertools import zip_longest
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import ValidationError
from django.db.models import OuterRef, QuerySet, Subquery
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.html import format_html, format_html_join

from common.admin import Duplicate, OfficeForm, StateFilter, state_badge
from common.admin.deeds import AdminWithDeeds, Deed
from common.daily import views_in_words
from common.templatetags.indonesia import angka, tanggal
from duplicates.admin import Mergeable
from koperasi import actions, keaktifan, sinergi
from koperasi.admin.filters import ActivityFilter, RatFilter, ReadinessFilter
from koperasi.admin.inlines import (
    KeanggotaanInline,
    KerjaSamaInline,
    PemeriksaanKesehatanInline,
    PengurusInline,
    RapatAnggotaInline,
)
from koperasi.duplicates import of_koperasi
from koperasi.exports import KOPERASI
from koperasi.inconsistencies import KOPERASI_CHECKS
from koperasi.kesiapan import Condition, readiness
from koperasi.kewajaran import members_doubt
from koperasi.letters import MOST_WARNINGS, warning_url, warnings_url
from koperasi.models import Koperasi, RapatAnggota
from koperasi.ready import conditions_of
from spreadsheets.export import Exporting
from umkm.admin.surat import Inviting
from wilayah.admin import KecamatanFilter

_MARKS = {True: "Sudah:", False: "Belum:"}
_ACTIVE_CHOICES = [("", "Ikuti aturan RAT"), ("True", "Aktif"), ("False", "Tidak aktif")]


class KoperasiForm(OfficeForm):
    is_active_declared = forms.TypedChoiceField(
        label="Aktif menurut petugas",
        choices=_ACTIVE_CHOICES,
        coerce=lambda value: value == "True",
        empty_value=None,
        required=False,
        help_text="Isi hanya bila kenyataannya berbeda dari aturan RAT.",
    )

    def clean_nik_koperasi(self) -> str:
        """The constraint would refuse it too, but not say whose number it is."""
        number = self.cleaned_data["nik_koperasi"]
        twin = Koperasi.objects.filter(nik_koperasi=number).exclude(pk=self.instance.pk).first()
        if number and twin:
            raise ValidationError(f"NIK Koperasi ini sudah tercatat pada {twin}. Periksa sertifikatnya.")
        return number


@admin.display(description="keaktifan")
def activity(koperasi: Any) -> str:
    """By the officer's word or by rule; needs `last_book_year`."""
    return keaktifan.WORDS[koperasi.is_aktif(koperasi.last_book_year)]


@admin.display(description="RAT terakhir", ordering="last_book_year")
def last_rat(koperasi: Any) -> str:
    return f"tahun buku {koperasi.last_book_year}" if koperasi.last_book_year else "belum ada"


@admin.register(Koperasi)
class KoperasiAdmin(Mergeable, Exporting, Inviting, AdminWithDeeds):
    form = KoperasiForm
    layouts = (KOPERASI,)
    list_display = ["name", "jenis", "desa", "nik_koperasi", activity, last_rat, state_badge]
    inconsistencies = KOPERASI_CHECKS
    list_filter = [
        StateFilter,
        KecamatanFilter,
        RatFilter,
        ActivityFilter,
        ReadinessFilter,
        "jenis",
        "kelompok",
    ]
    list_select_related = ["desa__kecamatan"]
    search_fields = ["name", "nik_koperasi", "nomor_badan_hukum", "nib"]
    autocomplete_fields = ["desa"]
    readonly_fields = [
        "activity_by_rule",
        "health",
        "nik_readiness",
        "page_views",
        "phone_consent",
        "synergy",
    ]
    personal_fields = ["phone", "email", "phone_consent"]
    choice_related = ["desa__kecamatan"]
    slug_source = "name"
    identity_fields = ["name", "desa", "kelompok", "nik_koperasi", "nomor_badan_hukum"]
    inlines = [
        PengurusInline,
        RapatAnggotaInline,
        PemeriksaanKesehatanInline,
        KeanggotaanInline,
        KerjaSamaInline,
    ]
    actions = ["invite", "warn_about_rat"]
    next_steps = [
        ("Tambah produk", "produk.Produk", "koperasi"),
        ("Tambah sertifikat", "legalitas.Sertifikat", "koperasi"),
        ("Ajukan fasilitasi", "fasilitasi.Fasilitasi", "koperasi"),
    ]
    fieldsets = [
        ("Identitas", {"fields": ["name", ("jenis", "bentuk"), ("pola", "kelompok"), "sektor"]}),
        (
            "Badan hukum dan nomor",
            {"fields": [("nomor_badan_hukum", "tanggal_badan_hukum"), "nik_koperasi", ("nib", "npwp")]},
        ),
        ("Alamat dan kontak", {"fields": ["desa", "address", "phone", "phone_consent", "email"]}),
        ("Keaktifan dan kesehatan", {"fields": ["activity_by_rule", "is_active_declared", "health"]}),
        ("Kesiapan sertifikat NIK Koperasi", {"fields": ["nik_readiness"]}),
        ("Sinergi dengan usaha", {"fields": ["synergy"]}),
        ("Halaman koperasi di situs", {"fields": ["description", "photo", "page_views"]}),
        ("Catatan", {"fields": ["notes"]}),
    ]
    empty_hint = "Daftarkan koperasi pertama dengan tombol “Tambah koperasi”."

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        # A subquery and not `with_latest_rat()`: facets count over this queryset, which a GROUP BY forbids.
        held = RapatAnggota.objects.filter(koperasi=OuterRef("pk"), held_on__isnull=False)
        newest = Subquery(held.order_by("-tahun_buku").values("tahun_buku")[:1])
        return super().get_queryset(request).annotate(last_book_year=newest)

    def choice_label(self, obj: Koperasi) -> str:
        """Every desa has its KUD and its Merah Putih: the name alone does not tell them apart."""
        return f"{obj}, {obj.desa}" if obj.desa else str(obj)

    @admin.display(description="menurut aturan RAT")
    def activity_by_rule(self, koperasi: Koperasi) -> str:
        if not koperasi.pk:
            return "Dihitung dari RAT setelah disimpan."
        return keaktifan.reason_by_rule(**_standing(koperasi))

    @admin.display(description="hasil pemeriksaan kesehatan")
    def health(self, koperasi: Koperasi) -> str:
        newest = koperasi.pemeriksaankesehatan_set.first() if koperasi.pk else None
        if newest is None:
            return "Belum pernah diperiksa."
        return f"Tahun {newest.tahun}: {newest.hasil.label.lower()} (skor {angka(newest.skor)})."

    @admin.display(description="syaratnya")
    def nik_readiness(self, koperasi: Koperasi) -> str:
        if not koperasi.pk:
            return "Diperiksa setelah disimpan."
        found = conditions_of(koperasi, timezone.localdate())
        lines = format_html_join("", "<li>{} {}</li>", ((_MARKS[each.is_met], _told(each)) for each in found))
        return format_html("{}. <ul>{}</ul>", readiness(found).label, lines)

    @admin.display(description="kerja sama yang berjalan")
    def synergy(self, koperasi: Koperasi) -> str:
        if not koperasi.pk:
            return "Dirangkum dari usaha anggota dan kerja sama setelah disimpan."
        return sinergi.in_words(sinergi.of_koperasi(koperasi))

    @admin.display(description="dilihat")
    def page_views(self, koperasi: Koperasi) -> str:
        return views_in_words(koperasi)

    @admin.display(description="izin menampilkan nomor")
    def phone_consent(self, koperasi: Koperasi) -> str:
        if not koperasi.phone_consented_at:
            return (
                "Belum ada. Nomor ini biasanya milik ketua, jadi baru tampil di situs setelah ketua setuju "
                "dan tombol “Catat izin nomor” ditekan."
            )
        since = tanggal(timezone.localdate(koperasi.phone_consented_at))
        return format_html("Boleh ditampilkan sejak {}, dicatat oleh {}.", since, koperasi.phone_consented_by)

    # --- warnings about the annual meeting --------------------------------------------------------

    @admin.action(description="Surat peringatan RAT", permissions=["letter"])
    def warn_about_rat(self, request: HttpRequest, queryset: QuerySet) -> HttpResponse | None:
        keys = list(queryset.values_list("pk", flat=True)[: MOST_WARNINGS + 1])
        if len(keys) > MOST_WARNINGS:
            self.message_user(request, f"Paling banyak {MOST_WARNINGS} koperasi sekaligus.", messages.WARNING)
            return None
        return redirect(warnings_url(keys))

    def office_context(self, request: HttpRequest, obj: Any, may_write: bool) -> dict[str, Any]:
        context = super().office_context(request, obj, may_write)
        if obj and not obj.archived_at and self.has_letter_permission(request):
            context["next_steps"].append({"label": "Peringatan RAT", "url": warning_url(obj.pk)})
        return context

    def own_deeds(self, request: HttpRequest, obj: Koperasi) -> list[Deed]:
        if not self.may_see_personal_data(request):
            return []
        if obj.phone_consented_at:
            return [
                Deed(
                    "withdraw_phone",
                    "Tarik izin nomor",
                    "Izin ditarik. Nomor tidak lagi tampil di situs.",
                    lambda koperasi, by: actions.withdraw_phone(koperasi=koperasi, by=by),
                )
            ]
        if obj.phone:
            return [
                Deed(
                    "consent_phone",
                    "Catat izin nomor",
                    "Izin dicatat. Nomor menjadi tautan WhatsApp di halaman koperasi.",
                    lambda koperasi, by: actions.consent_phone(koperasi=koperasi, by=by),
                )
            ]
        return []

    def prepare(self, request: HttpRequest, obj: Koperasi, form: forms.ModelForm, change: bool) -> None:
        if "phone" in form.changed_data and obj.phone_consented_at:
            # The yes was given for the old number.
            obj.phone_consented_at = obj.phone_consented_by = None
            self.message_user(
                request,
                "Nomor berubah, jadi izin menampilkannya ditarik. Catat izin untuk nomor yang baru.",
                messages.WARNING,
            )

    def possible_duplicates(
        self, request: HttpRequest, values: dict[str, Any], obj: Koperasi
    ) -> list[Duplicate]:
        return of_koperasi(values, exclude=obj.pk)

    def suspicions_of(self, obj: Koperasi) -> list[str]:
        found = super().suspicions_of(obj)
        standing = _standing(obj)
        if odd := keaktifan.disagreement(declared=obj.is_active_declared, **standing):
            found.append(odd)
        meetings = list(obj.rapatanggota_set.order_by("-tahun_buku"))
        if meetings and (doubt := members_doubt(anggota=meetings[0].jumlah_anggota, is_primer=obj.is_primer)):
            found.append(doubt)
        for rat, before in zip_longest(meetings, meetings[1:]):
            found += [f"RAT tahun buku {rat.tahun_buku}: {each}" for each in rat.suspicions(before=before)]
        for examination in obj.pemeriksaankesehatan_set.all():
            found += [f"Kesehatan {examination.tahun}: {each}" for each in examination.suspicions()]
        return found


def _told(condition: Condition) -> str:
    return f"{condition.label} ({condition.advice})" if condition.advice else condition.label


def _standing(koperasi: Koperasi) -> dict[str, Any]:
    held = koperasi.rapatanggota_set.filter(held_on__isnull=False)
    return {
        "last_book_year": held.order_by("-tahun_buku").values_list("tahun_buku", flat=True).first(),
        "founded_on": koperasi.tanggal_badan_hukum,
        "on": timezone.localdate(),
    }
