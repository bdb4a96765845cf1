from django.urls import path

from laporan import views
from laporan.prints.receipt import receipt
from laporan.prints.views import labels

app_name = "laporan"

urlpatterns = [
    path("", views.index, name="index"),
    path("label-rak/", labels, name="labels"),
    path("tanda-terima/<int:pk>/", receipt, name="receipt"),
    path("<slug:slug>/", views.report, name="report"),
]
