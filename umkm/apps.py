from django.apps import AppConfig


class UmkmConfig(AppConfig):
    name = "umkm"
    verbose_name = "UMKM"
    sheet_kinds = ("umkm.sheets.UsahaSheet", "umkm.sheets.PemilikSheet")
    twin_kinds = ("umkm.twins.UsahaTwins", "umkm.twins.PemilikTwins")
    finders = ("umkm.finder.UsahaFinder",)
