from django.urls import path

from koperasi.models import Koperasi
from pesanan import views
from produk.models import Produk
from umkm.models import Usaha

app_name = "pesanan"

urlpatterns = [
    path("produk/<slug:slug>/pesan/", views.order, name="order"),
    path("produk/<slug:slug>/dilihat/", views.viewed, {"model": Produk}, name="produk_viewed"),
    path("usaha/<slug:slug>/dilihat/", views.viewed, {"model": Usaha}, name="usaha_viewed"),
    path("koperasi/<slug:slug>/dilihat/", views.viewed, {"model": Koperasi}, name="koperasi_viewed"),
    path("daftar-belanja/", views.basket, name="basket"),
    path("daftar-belanja/data/", views.goods, name="goods"),
    path("daftar-belanja/pesan/", views.order_many, name="order_many"),
]
