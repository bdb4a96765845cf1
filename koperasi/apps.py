from django.apps import AppConfig


class KoperasiConfig(AppConfig):
    name = "koperasi"
    verbose_name = "Koperasi"
    sheet_kinds = ("koperasi.sheets.KoperasiSheet",)
    twin_kinds = ("koperasi.twins.KoperasiTwins",)
    finders = ("koperasi.finder.KoperasiFinder",)
