"""The owners' door. Signing in and its second factor lie beside it, in `accounts`."""

from django.urls import path

from akun.views import fasilitasi, home, identitas, pengelola, pribadi, produk, undangan, usaha

app_name = "akun"

urlpatterns = [
    path("", home.home, name="home"),
    path("undangan/", undangan.claim, name="claim"),
    path("undangan/passkey/", undangan.claim_passkey, name="claim_passkey"),
    path("persetujuan/", usaha.consents, name="consents"),
    path("izin/", fasilitasi.papers, name="papers"),
    path("izin/<str:nomor>/", fasilitasi.case, name="case"),
    path("izin/<str:nomor>/berkas/<int:berkas>/", fasilitasi.bring, name="bring"),
    path("izin/<str:nomor>/diperbaiki/", fasilitasi.repaired, name="repaired"),
    path("usaha/<slug:slug>/minta-bantuan/", fasilitasi.ask, name="ask"),
    path("usaha/<slug:slug>/", home.business, name="business"),
    path("data-saya/", pribadi.my_data, name="my_data"),
    path("data-saya/<slug:bagian>/", pribadi.my_data_part, name="my_data_part"),
    path("usaha/<slug:slug>/data/", identitas.identity, name="identity"),
    path("usaha/<slug:slug>/pengelola/", pengelola.helpers, name="helpers"),
    path("usaha/<slug:slug>/pengelola/<int:pk>/akhiri/", pengelola.end, name="helper_end"),
    path("usaha/<slug:slug>/profil/", usaha.profile, name="profile"),
    path("usaha/<slug:slug>/produk/tambah/", produk.add, name="product_add"),
    path("usaha/<slug:slug>/produk/<int:pk>/", produk.change, name="product"),
    path("usaha/<slug:slug>/produk/<int:pk>/tersedia/", produk.availability, name="availability"),
    path("usaha/<slug:slug>/produk/<int:pk>/urutan/", produk.place, name="place"),
    path("usaha/<slug:slug>/produk/<int:pk>/foto/<int:foto>/", produk.photo, name="photo"),
]
