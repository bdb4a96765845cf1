from django.apps import AppConfig


class PengumumanConfig(AppConfig):
    name = "pengumuman"
    verbose_name = "Pengumuman"
