"""The owners' door to the agenda, below /akun/kegiatan/."""

from django.urls import path

from kegiatan import owner_views

app_name = "kegiatan_owner"

urlpatterns = [
    path("", owner_views.mine, name="list"),
    path("<int:pk>/batal/", owner_views.leave, name="leave"),
    path("<slug:slug>/", owner_views.event, name="event"),
]
