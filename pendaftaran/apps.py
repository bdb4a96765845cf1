from django.apps import AppConfig


class PendaftaranConfig(AppConfig):
    name = "pendaftaran"
    verbose_name = "Pendaftaran"
