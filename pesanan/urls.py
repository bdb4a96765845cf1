from django.urls import path

from pesanan import views

app_name = "pesanan"

urlpatterns = [
    path("produk/<slug:slug>/pesan/", views.order, name="order"),
    path("daftar-belanja/", views.basket, name="basket"),
    path("daftar-belanja/data/", views.goods, name="goods"),
    path("daftar-belanja/pesan/", views.order_many, name="order_many"),
]
