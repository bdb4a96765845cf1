from django.urls import path

from pendaftaran import langkah, views

app_name = "pendaftaran"

urlpatterns = [
    path("", views.begin, name="begin"),
    *(path(f"{step}/", views.step, {"name": step}, name=f"step_{step}") for step in langkah.ASKED),
    path("periksa/", views.check, name="check"),
    path("selesai/", views.receipt, name="receipt"),
    path("hapus-draf/", views.discard, name="discard"),
    path("lacak/", views.track, name="track"),
]
