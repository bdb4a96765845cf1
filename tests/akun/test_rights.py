"""Changes of verified data wait for the office; owners read what is held of them, and let helpers in and out."""

import re

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from accounts.roles import PETUGAS, VERIFIKATOR
from akun import actions
from akun.models import PermintaanData, Usulan
from tests.factories import DesaFactory, PemilikFactory, ProdukFactory, UsahaFactory, UserFactory
from tests.house.people import owner_of
from umkm.models import PembukaanNik, Pengelola

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _nothing_remembered():
    cache.clear()


@pytest.fixture
def usaha():
    return UsahaFactory(listed=True, name="Dapur Lama", pemilik__phone="+6281234567890")


@pytest.fixture
def owner(client, usaha):
    client.force_login(owner_of(usaha.pemilik))
    return client


@pytest.fixture
def desk():
    desk = Client()
    desk.force_login(UserFactory(role=VERIFIKATOR))
    return desk


def url(name, *args):
    return reverse(f"akun:{name}", args=args)


def identity(usaha, **data):
    return {
        "name": usaha.name,
        "bidang_usaha": usaha.bidang_usaha,
        "status_usaha": usaha.status_usaha,
        "nib": usaha.nib,
        "desa": usaha.desa_id,
        "address": usaha.address,
        **data,
    }


def propose(owner, usaha, **data):
    return owner.post(url("identity", usaha.slug), identity(usaha, **data))


def deed(desk, record, name):
    meta = record._meta
    page = reverse(f"admin:{meta.app_label}_{meta.model_name}_state", args=[record.pk])
    return desk.post(page, {"deed": name}, follow=True)


# --- proposals -------------------------------------------------------------------------------------------


def test_a_change_of_verified_data_waits_and_shows_old_and_new(owner, usaha, desk):
    propose(owner, usaha, name="Dapur Baru")
    usaha.refresh_from_db()
    assert usaha.name == "Dapur Lama"
    usulan = Usulan.objects.get()
    page = reverse("admin:akun_usulan_change", args=[usulan.pk])
    for text in (owner.get(url("identity", usaha.slug)).text, desk.get(page).text):
        assert "<del>Dapur Lama</del> → <ins>Dapur Baru</ins>" in text


def test_what_is_not_verified_is_changed_at_once(client):
    usaha = UsahaFactory()
    client.force_login(owner_of(usaha.pemilik))
    propose(client, usaha, name="Nama Baru")
    usaha.refresh_from_db()
    assert usaha.name == "Nama Baru"
    assert not Usulan.objects.exists()


def test_an_accepted_change_counts(owner, usaha, desk):
    desa = DesaFactory()
    propose(owner, usaha, name="Dapur Baru", desa=desa.pk)
    deed(desk, Usulan.objects.get(), "accept")
    usaha.refresh_from_db()
    assert (usaha.name, usaha.desa) == ("Dapur Baru", desa)


def test_a_refusal_says_why(owner, usaha, desk):
    propose(owner, usaha, nib="1234567890123")
    usulan = Usulan.objects.get()
    assert "Tulis dan simpan dahulu" in deed(desk, usulan, "refuse").text
    Usulan.objects.update(notes="NIB itu milik orang lain.")
    deed(desk, usulan, "refuse")
    usaha.refresh_from_db()
    assert usaha.nib == ""
    assert "NIB itu milik orang lain." in owner.get(url("identity", usaha.slug)).text


def test_a_proposal_is_decided_once(owner, usaha, desk):
    propose(owner, usaha, name="Dapur Baru")
    usulan = Usulan.objects.get()
    deed(desk, usulan, "accept")
    assert "tidak lagi berlaku" in deed(desk, usulan, "accept").text


def test_a_record_changed_since_is_not_written_over(owner, usaha, desk):
    propose(owner, usaha, name="Dapur Baru")
    type(usaha).objects.update(name="Dapur Petugas")
    assert "sudah berubah sejak diusulkan" in deed(desk, Usulan.objects.get(), "accept").text
    usaha.refresh_from_db()
    assert usaha.name == "Dapur Petugas"


def test_a_later_proposal_takes_the_place_of_a_waiting_one(owner, usaha):
    propose(owner, usaha, name="Dapur Satu")
    propose(owner, usaha, name="Dapur Dua")
    assert Usulan.objects.get().values == {"name": ["Dapur Lama", "Dapur Dua"]}
    propose(owner, usaha)
    assert not Usulan.objects.exists()


def test_only_who_verifies_decides(owner, usaha):
    propose(owner, usaha, name="Dapur Baru")
    clerk = Client()
    clerk.force_login(UserFactory(role=PETUGAS))
    deed(clerk, Usulan.objects.get(), "accept")
    assert Usulan.objects.get().decided_at is None


def test_a_verified_products_name_waits_and_its_price_does_not(owner, usaha, desk):
    produk = ProdukFactory(listed=True, usaha=usaha, name="Abon Lama")
    data = {"name": "Abon Baru", "kategori": produk.kategori_id, "price": "30000", "satuan": "bungkus"}
    owner.post(url("product", usaha.slug, produk.pk), data)
    produk.refresh_from_db()
    assert (produk.name, produk.price) == ("Abon Lama", 30_000)
    deed(desk, Usulan.objects.get(produk=produk), "accept")
    produk.refresh_from_db()
    assert produk.name == "Abon Baru"


# --- the own data ------------------------------------------------------------------------------------------


def test_an_owner_reads_everything_and_no_number_in_full(client):
    pemilik = PemilikFactory(nik="7209990101900001", tempat_lahir="Ampana", email="sitti@contoh.id")
    usaha = UsahaFactory(pemilik=pemilik, npwp="7209990101900002", notes="Catatan petugas")
    PembukaanNik.objects.create(
        pemilik=pemilik, reason="Mencocokkan KTP", opened_by=UserFactory(name="Nuraini")
    )
    client.force_login(owner_of(pemilik))
    text = client.get(url("my_data")).text
    for told in (
        "Ampana",
        "sitti@contoh.id",
        usaha.name,
        "Catatan petugas",
        "Nuraini: Mencocokkan KTP",
        "0001",
    ):
        assert told in text
    for secret in ("7209990101900001", "7209990101900002"):
        assert secret not in text


def test_a_request_reaches_the_office_once_and_is_answered(owner, usaha, desk):
    data = {"jenis": "penghapusan", "description": "Hapus alamat rumah saya.", "once": "a"}
    for _ in range(2):
        owner.post(url("my_data"), data)
    permintaan = PermintaanData.objects.get()
    PermintaanData.objects.update(notes="Alamat rumah sudah dihapus.")
    deed(desk, permintaan, "finish")
    permintaan.refresh_from_db()
    assert permintaan.finished_at
    assert "Alamat rumah sudah dihapus." in owner.get(url("my_data")).text


@pytest.mark.parametrize(
    ("jenis", "asked"),
    [
        ("perbaikan", "Memperbaiki data yang keliru"),
        ("penghapusan", "Menghapus data saya atau mengakhiri pemrosesannya"),
    ],
)
def test_each_kind_of_request_goes_from_the_owner_to_the_desk_and_back(owner, usaha, desk, jenis, asked):
    owner.post(url("my_data"), {"jenis": jenis, "description": "Alamat saya keliru.", "once": "a"})
    permintaan = PermintaanData.objects.get()
    queue = reverse("admin:akun_permintaandata_changelist") + "?keadaan=menunggu"
    page = reverse("admin:akun_permintaandata_change", args=[permintaan.pk])
    assert page in desk.get(queue).text
    for told in (asked, "Alamat saya keliru.", usaha.pemilik.name):
        assert told in desk.get(page).text
    assert "Tulis dan simpan dahulu jawaban" in deed(desk, permintaan, "finish").text
    shown = desk.get(page).context["adminform"].form.initial
    desk.post(page, {**{name: value or "" for name, value in shown.items()}, "notes": "Sudah kami perbaiki."})
    deed(desk, permintaan, "finish")
    assert page not in desk.get(queue).text
    text = owner.get(url("my_data")).text
    for told in (asked, "Alamat saya keliru.", "Sudah kami perbaiki."):
        assert told in text
    assert "tidak lagi berlaku" in deed(desk, permintaan, "finish").text


@pytest.mark.parametrize("data", [{"jenis": "pamer"}, {"jenis": "perbaikan", "description": ""}, {}])
def test_a_request_that_says_nothing_is_not_stored_and_keeps_what_was_typed(owner, data):
    response = owner.post(url("my_data"), {"description": "Alamat", **data})
    assert response.status_code == 200
    assert response.context["form"].errors
    assert not PermintaanData.objects.exists()


def test_a_helper_has_no_data_to_read(client, usaha):
    owner_of(usaha.pemilik)
    helper = UserFactory()
    Pengelola.objects.create(usaha=usaha, user=helper, given_by=usaha.pemilik.account)
    client.force_login(helper)
    assert client.get(url("my_data")).status_code == 404


# --- helpers -----------------------------------------------------------------------------------------------


def test_an_owner_lets_a_helper_in_and_out(owner, usaha, desk):
    text = owner.post(url("helpers", usaha.slug)).text
    token = re.search(r"kunci=([\w-]{43})", text)[1]
    helper = Client()
    body = {"username": "0813-1111-2222", "name": "Anak Pemilik", "password": "kelapa muda di tepi pantai"}
    helper.post(url("claim"), body, query_params={"kunci": token})
    assert "Menunggu petugas" in owner.get(url("helpers", usaha.slug)).text
    deed(desk, Pengelola.objects.get(), "allow")
    helper.post(reverse("account_login"), {"login": body["username"], "password": body["password"]})
    assert helper.get(url("business", usaha.slug)).status_code == 200
    assert "Anak Pemilik" in owner.get(url("helpers", usaha.slug)).text
    owner.post(url("helper_end", usaha.slug, Pengelola.objects.get().pk))
    assert helper.get(url("business", usaha.slug)).status_code == 403


def test_a_helper_invites_nobody(client, usaha):
    owner_of(usaha.pemilik)
    helper = UserFactory()
    Pengelola.objects.create(usaha=usaha, user=helper, given_by=usaha.pemilik.account)
    client.force_login(helper)
    assert client.post(url("helpers", usaha.slug)).status_code == 404


def test_another_owners_helpers_and_data_are_not_reached(owner, usaha):
    other = UsahaFactory()
    theirs = Pengelola.objects.create(usaha=other, user=UserFactory(), given_by=UserFactory())
    for address in (
        url("identity", other.slug),
        url("helpers", other.slug),
        url("helper_end", other.slug, theirs.pk),
        url("helper_end", usaha.slug, theirs.pk),
    ):
        assert owner.post(address, identity(other, name="Diubah")).status_code == 404, address
    theirs.refresh_from_db()
    assert theirs.ended_at is None
    assert not Usulan.objects.exists()


def test_a_link_of_the_own_business_hands_over_no_other(owner, usaha):
    other = UsahaFactory(pemilik=usaha.pemilik)
    undangan = actions.find(actions.invite_helper(usaha=usaha, by=usaha.pemilik.account))
    helper = UserFactory()
    actions.accept(undangan=undangan, user=helper)
    assert list(type(other).objects.looked_after_by(helper)) == [usaha]
