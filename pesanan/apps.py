from django.apps import AppConfig


class PesananConfig(AppConfig):
    name = "pesanan"
    verbose_name = "Pesanan"
