from django.urls import path

from legalitas import views

app_name = "legalitas"

urlpatterns = [path("sertifikat/<int:pk>/pindaian/", views.scan, name="scan")]
