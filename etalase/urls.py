"""The house's own pages: at the public site, at the counter, and in the owner's account."""

from django.urls import path

from etalase import owner_views
from etalase.views import counter, guests, settlements, shelf

app_name = "etalase"

urlpatterns = [
    path("etalase/", shelf.shelf, name="shelf"),
    path("buku-tamu/", guests.guest, name="guest"),
    path("buku-tamu/terima-kasih/", guests.thanks, name="thanks"),
    path("akun/etalase/", owner_views.mine, name="mine"),
    path("kantor/rak/", counter.counter, name="counter"),
    path("kantor/rak/masuk/", counter.choose, name="choose"),
    path("kantor/rak/masuk/<int:pk>/", counter.bring, name="bring"),
    path("kantor/rak/titipan/<int:pk>/", counter.move, name="move"),
    path("kantor/rak/kartu/<int:pk>/", counter.card, name="card"),
    path("kantor/rak/koreksi/<int:pk>/", counter.correct, name="correct"),
    path("kantor/rak/penyelesaian/", settlements.settlements, name="settlements"),
    path("kantor/rak/penyelesaian/<slug:noun>/<int:pk>/baru/", settlements.draw_up, name="draw_up"),
    path("kantor/rak/penyelesaian/<int:pk>/", settlements.settlement, name="settlement"),
    path("kantor/rak/penyelesaian/<int:pk>/bayar/", settlements.paid, name="paid"),
    path("kantor/rak/penyelesaian/<int:pk>/batal/", settlements.dropped, name="dropped"),
]
