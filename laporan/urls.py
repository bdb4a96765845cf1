from django.urls import path

from laporan import views
from laporan.dasbor.views import buku_saku, dashboard
from laporan.prints.attendance import attendance
from laporan.prints.receipt import receipt
from laporan.prints.views import labels
from laporan.rak import views as rak
from laporan.terbit import previews, usulan
from laporan.terbit import views as terbit

app_name = "laporan"

urlpatterns = [
    path("", views.index, name="index"),
    path("label-rak/", labels, name="labels"),
    path("daftar-hadir/<int:pk>/", attendance, name="attendance"),
    path("tanda-terima/<int:pk>/", receipt, name="receipt"),
    path("kartu-stok/<int:pk>/", rak.stock_card, name="stock_card"),
    path("penyelesaian/<int:pk>/", rak.settlement, name="settlement"),
    path("poster-buku-tamu/", rak.guest_poster, name="guest_poster"),
    path("terbit/", terbit.issued, name="issued"),
    path("terbit/<slug:code>/", terbit.issue, name="issue"),
    path("terbit/<slug:code>/perbaikan/", previews.correction, name="correction"),
    path("terbit/<slug:code>/perbaikan/setujui/", previews.approve_correction, name="approve_correction"),
    path("terbit/<slug:code>/perbaikan/ajukan/", usulan.ask_correction, name="ask_correction"),
    path("menunggu/", usulan.waiting, name="waiting"),
    path("usulan/<int:pk>/tutup/", usulan.put_aside, name="put_aside"),
    path("persetujuan/<int:pk>/terbitkan/", previews.publish_approved, name="publish"),
    path("dasbor/", dashboard, name="dashboard"),
    path("buku-saku/", buku_saku, name="buku_saku"),
    path("<slug:slug>/", views.report, name="report"),
    path("<slug:slug>/terbitan/", previews.preview, name="preview"),
    path("<slug:slug>/terbitan/ajukan/", usulan.ask, name="ask"),
    path("<slug:slug>/terbitan/setujui/", previews.approve_report, name="approve"),
]
