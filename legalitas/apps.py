from django.apps import AppConfig


class LegalitasConfig(AppConfig):
    name = "legalitas"
    verbose_name = "Legalitas"
    sheet_kinds = ("legalitas.sheets.SertifikatSheet",)
