from django.urls import path

from pesanan import views

app_name = "pesanan"

urlpatterns = [
    path("produk/<slug:slug>/pesan/", views.order, name="order"),
]
