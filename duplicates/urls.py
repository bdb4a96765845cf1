from django.urls import path

from duplicates import views

app_name = "duplicates"

urlpatterns = [
    path("", views.worklist, name="list"),
    path("cari/", views.sweep, name="sweep"),
    path("bukan/", views.apart, name="apart"),
    path("bukan/<int:pk>/tarik/", views.take_back, name="take_back"),
    path("gabungan/", views.merges, name="merges"),
    path("gabungan/<int:pk>/", views.merge, name="merge"),
    path("gabungan/<int:pk>/urungkan/", views.undo, name="undo"),
    path("<slug:noun>/<int:first>/<int:second>/", views.compare, name="compare"),
    path("<slug:noun>/<int:first>/<int:second>/bukan/", views.tell_apart, name="tell_apart"),
]
