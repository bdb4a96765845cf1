from django.apps import AppConfig


class FasilitasiConfig(AppConfig):
    name = "fasilitasi"
    verbose_name = "Fasilitasi"
    sheet_kinds = (
        "fasilitasi.sheets.PenerimaSheet",
        "fasilitasi.sheets.PelatihanSheet",
        "fasilitasi.sheets.HasilSheet",
    )
