"""Pages of the owners' door and of what owners send to the office, for `test_pages.py`."""

from django.conf import settings
from django.http import HttpResponse
from django.urls import reverse

from akun.actions import invite, invite_helper
from akun.models import PermintaanData, Usulan
from akun.pesan import link_of
from common.receipts import code_of
from fasilitasi.choices import KeadaanBerkas, Status
from pendaftaran import kunci
from pendaftaran.actions import index_of
from tests.factories import (
    BerkasFasilitasiFactory,
    FasilitasiFactory,
    JenisFasilitasiFactory,
    UsahaFactory,
    UserFactory,
)
from tests.pendaftar import PendaftaranFactory

KEY, SENT = "draf uji", "terkirim"

PUBLIC = {
    "registration": "/daftar/",
    "tracking of registrations": "/daftar/lacak/",
    "registration sent back": "registration sent back",
    "step of a registration": "/daftar/usaha/",
    "answers of a registration": "/daftar/periksa/",
    "own step of a registration": "/daftar/pemilik/",
    "goods of a registration": "/daftar/produk/",
    "consents of a registration": "/daftar/persetujuan/",
    "registration sent": "/daftar/selesai/",
    "claim of a business": "claim",
    "link of a helper": "link of a helper",
    "link that is over": "/akun/undangan/?kunci=lewat",
}
REFUSED = {"registration refused": ("/daftar/", "Mulai mendaftar")}
# What a press of a button leads to.
PRESSED = {
    "passkey of a claim": ("claim", "Pakai sidik jari/kunci layar HP (passkey)"),
    "link of an owner": ("invitation of another", "Buat tautan"),
    "link for a helper": ("own helpers", "Buat tautan undangan"),
}
OFFICE = {
    "registrations": "/kantor/pendaftaran/pendaftaran/",
    "registration at the office": "registration at the office",
    "proposal at the office": "proposal at the office",
    "request about data": "request about data",
    "invitation": "invitation",
    "link of a helper at the own account": "link of a helper",
    "own businesses": "/akun/",
    "own consents": "/akun/persetujuan/",
    "own papers": "/akun/izin/",
    "own data": "/akun/data-saya/",
    "own data part": "/akun/data-saya/usaha/",
    "own events": "/akun/kegiatan/",
    "own goods on the shelf": "/akun/etalase/",
    "announcements to me": "/akun/pengumuman/",
    **{
        name: name
        for name in (
            "own business", "own profile", "own identity", "own new product", "own product", "own helpers",
            "own request of help", "own case", "own event", "announcement to me",
        )
    },
}  # fmt: skip


def fill(usaha, produk, officer):
    """{name: address} of the pages that belong to one record."""
    waiting = PendaftaranFactory(name=usaha.pemilik.name, nama_usaha=usaha.name, desa=usaha.desa)
    back = PendaftaranFactory(
        returned_at=waiting.submitted_at, returned_by=officer, reason="Nama desa keliru."
    )
    usulan = Usulan.objects.create(
        usaha=usaha,
        values={"name": [usaha.name, "Nama Baru"], "desa": [usaha.desa_id, None]},
        proposed_by=officer,
    )
    asked = PermintaanData.objects.create(
        pemilik=usaha.pemilik, jenis="perbaikan", description="Alamat saya keliru."
    )
    PendaftaranFactory(as_draft=True, key_index=index_of(KEY), desa=usaha.desa)
    PendaftaranFactory(key_index=index_of(SENT), desa=usaha.desa)
    unclaimed, other = UsahaFactory.create_batch(2, desa=usaha.desa)
    return {
        "claim": _path(invite(pemilik=unclaimed.pemilik, by=officer)),
        "link of a helper": _path(invite_helper(usaha=unclaimed, by=officer)),
        "invitation of another": reverse("invite_owner", args=[other.pemilik_id]),
        "registration sent back": f"/daftar/lacak/?nomor={back.nomor}&kode={code_of(back.nomor)}",
        "registration at the office": reverse("admin:pendaftaran_pendaftaran_change", args=[waiting.pk]),
        "proposal at the office": reverse("admin:akun_usulan_change", args=[usulan.pk]),
        "request about data": reverse("admin:akun_permintaandata_change", args=[asked.pk]),
        "invitation": reverse("invite_owner", args=[usaha.pemilik_id]),
        "own business": reverse("akun:business", args=[usaha.slug]),
        "own profile": reverse("akun:profile", args=[usaha.slug]),
        "own identity": reverse("akun:identity", args=[usaha.slug]),
        "own new product": reverse("akun:product_add", args=[usaha.slug]),
        "own product": reverse("akun:product", args=[usaha.slug, produk.pk]),
        "own helpers": reverse("akun:helpers", args=[usaha.slug]),
        "own request of help": reverse("akun:ask", args=[usaha.slug]),
        "own case": reverse("akun:case", args=[_case_to_mend(usaha, officer).nomor]),
    }


def _path(token):
    return link_of(token).partition(settings.SITE_URL)[2]


def held_by_applicant(key=KEY):
    """{name: value} of what the browser of somebody who is registering keeps."""
    response = HttpResponse()
    kunci.hand_over(response, key)
    return {name: cookie.value for name, cookie in response.cookies.items()}


def _case_to_mend(usaha, officer):
    jenis = JenisFasilitasiFactory(documents="KTP\nFoto produk")
    case = FasilitasiFactory(usaha=usaha, jenis=jenis, status=Status.PERLU_PERBAIKAN)
    BerkasFasilitasiFactory(
        fasilitasi=case,
        berkas=jenis.berkasjenis_set.first(),
        keadaan=KeadaanBerkas.PERLU_PERBAIKAN,
        notes="Fotonya buram.",
        checked_at=case.created_at,
        checked_by=officer,
    )
    return case


def officer_who_owns(usaha):
    """One session opens both doors: an admin who has a business, too."""
    admin = UserFactory(role="Admin")
    usaha.pemilik.account = admin
    usaha.pemilik.save()
    return admin
