"""Kinds of letters: their numbers and texts, kept by the admin role."""

from django.contrib import admin
from django.http import HttpRequest

from common.admin import OfficeAdmin
from surat.models import JenisSurat


@admin.register(JenisSurat)
class JenisSuratAdmin(OfficeAdmin):
    list_display = ["name", "klasifikasi", "singkatan", "sifat"]
    search_fields = ["name"]
    fieldsets = [
        ("Surat", {"fields": ["name", "perihal", "sifat"]}),
        ("Nomor", {"fields": [("klasifikasi", "singkatan")]}),
        ("Isi", {"fields": ["kepada", "body"]}),
    ]
    empty_hint = "Jenis surat dimuat bersama data rujukan: manage.py load_reference."

    def has_add_permission(self, request: HttpRequest) -> bool:
        """A kind belongs to a deed of the portal; a new one comes with it."""
        return False
