from django.urls import path

from koperasi import views

app_name = "koperasi"

urlpatterns = [
    path("", views.listing, name="list"),
    path("<slug:slug>/", views.detail, name="detail"),
    path("<slug:slug>/bagikan-<slug:digest>.jpg", views.picture, name="picture"),
]
