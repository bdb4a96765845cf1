from django.urls import path

from surat import asking, certificate_views, views

app_name = "surat"

urlpatterns = [
    path("", views.register, name="list"),
    path("peringatan/", views.warnings, name="warnings"),
    path("peringatan/<int:pk>/", views.warning, name="warning"),
    path("merek/<int:pk>/", views.brand, name="brand"),
    path("keterangan/<int:pk>/", views.statement, name="statement"),
    path("undangan/", asking.invitation, name="invitation"),
    path("serah-terima/<int:pk>/", asking.handover, name="handover"),
    path("sertifikat/<int:pk>/", certificate_views.certificates, name="certificates"),
    path("sertifikat/berkas/<slug:code>/", certificate_views.certificate, name="certificate"),
    path("<slug:code>/", views.file, name="file"),
]
