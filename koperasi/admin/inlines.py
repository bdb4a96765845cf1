"""What stands beneath a cooperative: people in office, annual meetings, member businesses, dealings with businesses."""

from django.db.models import QuerySet
from django.http import HttpRequest

from common.admin import OfficeStackedInline
from koperasi.models import Keanggotaan, KerjaSama, PemeriksaanKesehatan, Pengurus, RapatAnggota


class PengurusInline(OfficeStackedInline):
    model = Pengurus
    personal_fields = ("phone",)
    fields = [("jabatan", "name"), "phone", ("started_on", "ended_on")]


class RapatAnggotaInline(OfficeStackedInline):
    model = RapatAnggota
    ordering = ["-tahun_buku"]
    fieldsets = [
        (
            None,
            {"fields": [("tahun_buku", "held_on"), ("anggota_l", "anggota_p"), ("hadir", "calon_anggota")]},
        ),
        (
            "Keuangan, pengelola, dan catatan",
            {
                "classes": ["collapse"],
                "fields": [
                    ("modal_sendiri", "modal_luar"),
                    "aset",
                    ("volume_usaha", "shu"),
                    ("manajer", "karyawan"),
                    "notes",
                ],
            },
        ),
    ]


class PemeriksaanKesehatanInline(OfficeStackedInline):
    model = PemeriksaanKesehatan
    fields = [("tahun", "examined_on"), ("skor", "hasil_dinyatakan"), "examiner", "notes"]


class KeanggotaanInline(OfficeStackedInline):
    model = Keanggotaan
    autocomplete_fields = ["usaha"]
    fields = ["usaha", "peran", ("started_on", "ended_on")]

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return super().get_queryset(request).select_related("usaha", "koperasi")


class KerjaSamaInline(OfficeStackedInline):
    model = KerjaSama
    autocomplete_fields = ["usaha"]
    # What a person's business earns or owes is that person's own matter (UU 27/2022 Pasal 4).
    personal_fields = ("nilai", "sifat_nilai")
    fields = ["usaha", ("bentuk", "barang"), ("nilai", "sifat_nilai"), ("started_on", "ended_on"), "notes"]

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return super().get_queryset(request).select_related("usaha", "koperasi")
