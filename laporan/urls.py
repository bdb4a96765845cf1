from django.urls import path

from laporan import views

app_name = "laporan"

urlpatterns = [
    path("", views.index, name="index"),
    path("<slug:slug>/", views.report, name="report"),
]
