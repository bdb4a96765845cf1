from django.apps import AppConfig


class ProdukConfig(AppConfig):
    name = "produk"
    verbose_name = "Produk"
