from django.urls import path

from pengumuman import owner_views, views

app_name = "pengumuman"

urlpatterns = [
    path("pengumuman/", views.listing, name="list"),
    path("pengumuman/terbaru.atom", views.newest, name="newest"),
    path("pengumuman/<slug:slug>/", views.detail, name="detail"),
    path("akun/pengumuman/", owner_views.mine, name="mine"),
    path("akun/pengumuman/<slug:slug>/", owner_views.opened, name="opened"),
]
