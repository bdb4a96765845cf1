"""The project as an application, and the staff door in place of Django's stock admin."""

from django.apps import AppConfig
from django.contrib.admin import apps as admin_apps


class RumahUsahaConfig(AppConfig):
    name = "rumah_usaha"
    verbose_name = "Rumah Usaha"
    default = True


class StaffDoorConfig(admin_apps.AdminConfig):
    default_site = "rumah_usaha.admin_site.StaffDoor"
    default = False
