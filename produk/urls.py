from django.urls import path

from produk import views

app_name = "produk"

urlpatterns = [
    path("", views.listing, name="list"),
    path("<slug:slug>/", views.detail, name="detail"),
    path("<slug:slug>/bagikan-<slug:digest>.jpg", views.picture, name="picture"),
]
