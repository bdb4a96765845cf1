from django.urls import path

from laporan import views
from laporan.dasbor.views import buku_saku, dashboard
from laporan.prints.views import labels

app_name = "laporan"

urlpatterns = [
    path("", views.index, name="index"),
    path("label-rak/", labels, name="labels"),
    path("dasbor/", dashboard, name="dashboard"),
    path("buku-saku/", buku_saku, name="buku_saku"),
    path("<slug:slug>/", views.report, name="report"),
]
