from django.urls import path

from spreadsheets import views

app_name = "spreadsheets"

urlpatterns = [
    path("", views.index, name="list"),
    path("baru/", views.new, name="new"),
    path("templat/<slug:kind>/", views.template, name="template"),
    path("<int:pk>/", views.detail, name="detail"),
    path("<int:pk>/lembar/", views.sheets, name="sheets"),
    path("<int:pk>/kolom/", views.columns, name="columns"),
    path("<int:pk>/keputusan/", views.decide, name="decide"),
    path("<int:pk>/simpan/", views.save, name="save"),
    path("<int:pk>/batal/", views.cancel, name="cancel"),
    path("<int:pk>/lanjutkan/", views.resume, name="resume"),
    path("<int:pk>/urungkan/", views.undo, name="undo"),
    path("<int:pk>/ditolak/", views.refused, name="refused"),
]
