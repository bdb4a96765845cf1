from django.urls import path

from legalitas import views
from legalitas.kewajiban.views import calendar, call

app_name = "legalitas"

urlpatterns = [
    path("sertifikat/<int:pk>/pindaian/", views.scan, name="scan"),
    path("kewajiban/", calendar, name="calendar"),
    path("kewajiban/<slug:jenis>/<int:pk>/", call, name="call"),
]
