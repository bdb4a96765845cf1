"""The staff door: Django's admin with our own front page."""

from allauth.account.decorators import secure_admin_login
from django.contrib import admin


class StaffDoor(admin.AdminSite):
    site_header = "Kantor Rumah Usaha"
    site_title = "Kantor"
    index_title = "Meja kerja"
    final_catch_all_view = False

    login = secure_admin_login(admin.AdminSite.login)
