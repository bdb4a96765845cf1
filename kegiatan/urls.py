from django.urls import path

from kegiatan import arrival_views, views

app_name = "kegiatan"

urlpatterns = [
    path("", views.listing, name="list"),
    path("kalender.ics", views.feed, name="feed"),
    path("<slug:slug>/", views.detail, name="detail"),
    path("<slug:slug>/agenda.ics", views.one, name="calendar"),
    path("<slug:slug>/hadir/<slug:code>/", arrival_views.arrive, name="arrive"),
    path("<slug:slug>/bagikan-<slug:digest>.jpg", views.picture, name="picture"),
]
