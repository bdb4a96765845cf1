from django.apps import AppConfig


class MasukanConfig(AppConfig):
    name = "masukan"
    verbose_name = "Masukan"
