from django.apps import AppConfig


class ProdukConfig(AppConfig):
    name = "produk"
    verbose_name = "Produk"
    sheet_kinds = ("produk.sheets.ProdukSheet",)
    twin_kinds = ("produk.twins.ProdukTwins",)
    finders = ("produk.finder.ProdukFinder",)
