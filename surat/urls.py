from django.urls import path

from surat import views

app_name = "surat"

urlpatterns = [
    path("", views.register, name="list"),
    path("peringatan/", views.warnings, name="warnings"),
    path("peringatan/<int:pk>/", views.warning, name="warning"),
    path("<slug:code>/", views.file, name="file"),
]
