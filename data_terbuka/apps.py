from django.apps import AppConfig


class DataTerbukaConfig(AppConfig):
    name = "data_terbuka"
    verbose_name = "Data terbuka"
