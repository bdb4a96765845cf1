from django.urls import include, path

from belanja_asn.views import office, officer, owner, public, taking

app_name = "belanja_asn"

_PUBLIC = [
    path("", public.index, name="index"),
    path("catat/", public.new, name="new"),
    path("bukti/", public.track, name="track"),
]
_ACCOUNT = [
    path("belanja/", owner.purchases, name="purchases"),
    path("belanja/<int:pk>/", owner.decide, name="decide"),
    path("belanja/<int:pk>/nota/", owner.nota, name="nota"),
    path("rekap-belanja/", officer.recap, name="recap"),
    path("rekap-belanja/<slug:slug>/tambah/", officer.rows, name="rows"),
    path("rekap-belanja/<slug:slug>/<str:bulan>/", officer.month, name="month"),
    path("rekap-belanja/<slug:slug>/<str:bulan>/unduh/", taking.take, name="take"),
]
_OFFICE = [
    path("pengingat/", office.reminders, name="reminders"),
    path("<int:pk>/nota/", office.office_nota, name="office_nota"),
]
# Three doors: everybody, people with an account, the office.
urlpatterns = [
    path("1-asn-1-produk/", include(_PUBLIC)),
    path("akun/", include(_ACCOUNT)),
    path("kantor/belanja-asn/", include(_OFFICE)),
]
