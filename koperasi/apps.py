from django.apps import AppConfig


class KoperasiConfig(AppConfig):
    name = "koperasi"
    verbose_name = "Koperasi"
