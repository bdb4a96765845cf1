from django.urls import path

from laporan import views
from laporan.prints.views import labels

app_name = "laporan"

urlpatterns = [
    path("", views.index, name="index"),
    path("label-rak/", labels, name="labels"),
    path("<slug:slug>/", views.report, name="report"),
]
