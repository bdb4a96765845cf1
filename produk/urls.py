from django.urls import path

from produk import feeds, merchant, views

app_name = "produk"

urlpatterns = [
    path("", views.listing, name="list"),
    path("terbaru.atom", feeds.newest, name="newest"),
    path("umpan.xml", merchant.catalogue, name="feed"),
    path("<slug:slug>/", views.detail, name="detail"),
    path("<slug:slug>/bagikan-<slug:digest>.jpg", views.picture, name="picture"),
]
