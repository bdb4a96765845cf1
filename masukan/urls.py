from django.urls import path

from masukan import views

app_name = "masukan"

urlpatterns = [
    path("", views.new, name="new"),
    path("terima-kasih/", views.thanks, name="thanks"),
]
