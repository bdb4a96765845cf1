from django.apps import AppConfig


class LegalitasConfig(AppConfig):
    name = "legalitas"
    verbose_name = "Legalitas"
