"""The owners' door. Signing in and its second factor lie beside it, in `accounts`."""

from django.urls import path

from akun import views

app_name = "akun"

urlpatterns = [path("", views.home, name="home")]
