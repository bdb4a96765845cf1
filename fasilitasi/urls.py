from django.urls import path

from fasilitasi import views

app_name = "fasilitasi"

urlpatterns = [path("", views.track, name="track")]
