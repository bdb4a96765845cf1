"""What an owner keeps by phone: profile, products, consents. Of another owner's nothing, by any id, in any form."""

import datetime
import io

import pytest
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from PIL import Image

from pesanan.models import KlikPesan, KunjunganHalaman
from produk.models import Foto, Produk
from tests.factories import KategoriFactory, PemilikFactory, ProdukFactory, UsahaFactory, UserFactory
from tests.house.people import owner_of
from umkm.models import Pengelola, Persetujuan, Usaha

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _nothing_remembered():
    cache.clear()


@pytest.fixture
def usaha():
    return UsahaFactory(listed=True, name="Dapur Uji")


@pytest.fixture
def owner(client, usaha):
    client.force_login(owner_of(usaha.pemilik))
    return client


def url(name, *args):
    return reverse(f"akun:{name}", args=args)


def photo(color="teal"):
    buffer = io.BytesIO()
    Image.new("RGB", (800, 600), color).save(buffer, "JPEG")
    return SimpleUploadedFile("foto.jpg", buffer.getvalue(), "image/jpeg")


def product(**data):
    return {
        "name": "Abon Tuna",
        "kategori": KategoriFactory().pk,
        "price": "Rp 25.000",
        "satuan": "bungkus",
        "is_available": "on",
        **data,
    }


# --- the profile ---------------------------------------------------------------------------------------


def test_an_owner_changes_the_profile_at_once(owner, usaha):
    data = {"jam_buka": "Setiap hari, 08.00–17.00", "description": "Abon rumahan.", "photo": photo()}
    assert owner.post(url("profile", usaha.slug), data)["Location"] == url("business", usaha.slug)
    usaha.refresh_from_db()
    assert usaha.description == "Abon rumahan."
    assert usaha.photo
    assert "08.00–17.00" in Client().get(usaha.get_absolute_url()).text


def test_a_profile_saved_without_a_new_photo_keeps_the_old_one(owner, usaha):
    owner.post(url("profile", usaha.slug), {"photo": photo()})
    before = Usaha.objects.get(pk=usaha.pk).photo.name
    owner.post(url("profile", usaha.slug), {"description": "Baru."})
    assert Usaha.objects.get(pk=usaha.pk).photo.name == before


@pytest.mark.parametrize("content", [b"<svg onload=alert(1)>", b"%PDF-1.7", b"", b"\xff\xd8\xff"])
def test_a_hostile_photo_is_refused_kindly(owner, usaha, content):
    response = owner.post(url("profile", usaha.slug), {"photo": SimpleUploadedFile("x.jpg", content)})
    assert response.status_code == 200
    assert "photo" in response.context["form"].errors


def test_what_the_office_vouches_for_is_not_written_by_a_form_made_up(owner, usaha):
    owner.post(url("profile", usaha.slug), {"name": "Nama Lain", "is_listed": "", "pemilik": "1", "nib": "1"})
    usaha.refresh_from_db()
    assert (usaha.name, usaha.nib, usaha.is_listed) == ("Dapur Uji", "", True)


# --- products ------------------------------------------------------------------------------------------


def test_an_owner_adds_a_product_with_a_photo(owner, usaha):
    answer = owner.post(url("product_add", usaha.slug), product(new_photo=photo(), once="a"))
    assert answer["Location"] == url("business", usaha.slug)
    produk = Produk.objects.get()
    assert (produk.usaha, produk.price, produk.is_listed) == (usaha, 25_000, False)
    assert produk.foto_set.count() == 1
    assert "Menunggu petugas" in owner.get(url("business", usaha.slug)).text


def test_a_product_sent_twice_is_stored_once(owner, usaha):
    data = product(once="a")
    for _ in range(2):
        assert owner.post(url("product_add", usaha.slug), data).status_code == 302
    assert Produk.objects.count() == 1


@pytest.mark.parametrize("data", [{"name": ""}, {"price": "-5"}, {"satuan": "ton"}, {"name": "\u202e"}])
def test_what_cannot_be_a_product_is_asked_again(owner, usaha, data):
    assert owner.post(url("product_add", usaha.slug), product(**data)).context["form"].errors
    assert not Produk.objects.exists()


def test_a_new_price_is_fresh_and_seen_at_once(owner, usaha):
    produk = ProdukFactory(listed=True, usaha=usaha, refreshed_on=datetime.date(2025, 1, 1))
    owner.post(url("product", usaha.slug, produk.pk), product(name=produk.name, price="30000"))
    produk.refresh_from_db()
    assert produk.price == 30_000
    assert produk.refreshed_on > datetime.date(2025, 1, 1)
    assert "Rp30.000" in Client().get(produk.get_absolute_url()).text


def test_sold_out_is_one_press(owner, usaha):
    produk = ProdukFactory(usaha=usaha)
    owner.post(url("availability", usaha.slug, produk.pk), {"tersedia": "tidak"})
    produk.refresh_from_db()
    assert not produk.is_available


def test_the_photo_of_lists_is_chosen(owner, usaha):
    produk = ProdukFactory(usaha=usaha)
    for color in ("teal", "navy"):
        owner.post(url("product", usaha.slug, produk.pk), product(new_photo=photo(color)))
    first, second = produk.foto_set.all()
    owner.post(url("photo", usaha.slug, produk.pk, second.pk), {"lakukan": "utama"})
    assert list(produk.foto_set.all()) == [second, first]


def test_a_photo_is_dropped_with_its_file(owner, usaha, django_capture_on_commit_callbacks):
    produk = ProdukFactory(usaha=usaha)
    owner.post(url("product", usaha.slug, produk.pk), product(new_photo=photo()))
    foto = produk.foto_set.get()
    with django_capture_on_commit_callbacks(execute=True):
        owner.post(url("photo", usaha.slug, produk.pk, foto.pk), {"lakukan": "hapus"})
    assert not Foto.objects.exists()
    assert not foto.image.storage.exists(foto.image.name)


# --- consents --------------------------------------------------------------------------------------------


def test_a_switch_counts_at_once_both_ways(owner, usaha):
    owner.post(url("consents"), {"tujuan": "nama", "setuju": "ya"})
    said = Persetujuan.objects.active().get(purpose="nama")
    assert (said.channel, said.text_version, said.recorded_by) == (
        "daring", "2026-11", usaha.pemilik.account,
    )  # fmt: skip
    assert usaha.pemilik.name in Client().get(usaha.get_absolute_url()).text
    owner.post(url("consents"), {"tujuan": "nama", "setuju": "tidak"})
    assert usaha.pemilik.name not in Client().get(usaha.get_absolute_url()).text


def test_without_the_yes_to_the_catalogue_the_page_is_gone(owner, usaha):
    produk = ProdukFactory(listed=True, usaha=usaha)
    owner.post(url("consents"), {"tujuan": "katalog", "setuju": "tidak"})
    for page in (usaha.get_absolute_url(), produk.get_absolute_url()):
        assert Client().get(page).status_code == 404
    assert "belum menyetujui" in owner.get(url("home")).text


def test_a_second_yes_changes_nothing(owner):
    for _ in range(2):
        owner.post(url("consents"), {"tujuan": "foto", "setuju": "ya"})
    assert Persetujuan.objects.filter(purpose="foto").count() == 1


@pytest.mark.parametrize("purpose", ["", "apa", "nama\x00"])
def test_a_purpose_that_is_none_is_not_found(owner, purpose):
    assert owner.post(url("consents"), {"tujuan": purpose, "setuju": "ya"}).status_code == 404


# --- what is told ----------------------------------------------------------------------------------------


def test_the_front_page_tells_how_often_was_ordered(owner, usaha):
    produk = ProdukFactory(usaha=usaha)
    today = datetime.date.today()
    KlikPesan.objects.create(produk=produk, clicked_on=today, jumlah=7)
    KlikPesan.objects.create(produk=produk, clicked_on=today - datetime.timedelta(days=40), jumlah=90)
    assert "ditekan 7 kali" in owner.get(url("home")).text


def looked_at(jumlah, days_ago=0, **page):
    on = timezone.localdate() - datetime.timedelta(days=days_ago)
    KunjunganHalaman.objects.create(viewed_on=on, jumlah=jumlah, **page)


def test_the_front_page_tells_how_often_page_and_products_were_looked_at(owner, usaha):
    for produk in ProdukFactory.create_batch(2, usaha=usaha):
        looked_at(4, produk=produk)
    looked_at(5, usaha=usaha)
    looked_at(6, days_ago=29, usaha=usaha)
    looked_at(90, days_ago=30, usaha=usaha)
    looked_at(7, usaha=UsahaFactory())
    assert "halaman usaha dilihat 11 kali, halaman produknya 8 kali" in owner.get(url("home")).text


def test_each_product_tells_its_views_beside_its_orders(owner, usaha):
    produk = ProdukFactory(usaha=usaha)
    looked_at(12, produk=produk)
    looked_at(2, usaha=usaha)
    KlikPesan.objects.create(produk=produk, clicked_on=timezone.localdate(), jumlah=3)
    text = owner.get(url("business", usaha.slug)).text
    assert "dilihat 12× · dipesan 3× dalam 30 hari" in text
    assert "dilihat 2 kali dalam 30 hari terakhir" in text


@pytest.mark.parametrize("name", ["home", "business"])
def test_statements_do_not_grow_with_rows(owner, usaha, django_assert_max_num_queries, same_minute, name):
    args = [usaha.slug] if name == "business" else []
    ProdukFactory.create_batch(6, usaha=usaha)
    UsahaFactory.create_batch(5, pemilik=usaha.pemilik)
    with django_assert_max_num_queries(10):
        owner.get(url(name, *args))


# --- nobody else's -----------------------------------------------------------------------------------------


def doors(usaha, produk, foto):
    """Every page that leads to one business, with a body that would change something."""
    return [
        (url("business", usaha.slug), None),
        (url("profile", usaha.slug), {"description": "Diubah orang lain."}),
        (url("product_add", usaha.slug), product(once="x")),
        (url("product", usaha.slug, produk.pk), product(name="Diubah orang lain.")),
        (url("availability", usaha.slug, produk.pk), {"tersedia": "tidak"}),
        (url("photo", usaha.slug, produk.pk, foto.pk), {"lakukan": "hapus"}),
        (url("place", usaha.slug, produk.pk), {"ke": "naik"}),
    ]


def test_another_owners_business_is_not_found(owner):
    other = ProdukFactory(listed=True)
    foto = Foto.objects.create(produk=other, image="produk/uji.jpg", width=600, height=600)
    for address, body in doors(other.usaha, other, foto):
        answer = owner.get(address) if body is None else owner.post(address, body)
        assert answer.status_code == 404, address
    other.refresh_from_db()
    assert (other.is_available, other.foto_set.count()) == (True, 1)
    assert not Produk.objects.filter(name__contains="Diubah").exists()


def test_another_owners_product_is_not_reached_through_the_own_business(owner, usaha):
    other = ProdukFactory(listed=True)
    foto = Foto.objects.create(produk=other, image="produk/uji.jpg", width=600, height=600)
    mine = ProdukFactory(usaha=usaha)
    addresses = [
        (url("product", usaha.slug, other.pk), product()),
        (url("availability", usaha.slug, other.pk), {"tersedia": "tidak"}),
        (url("place", usaha.slug, other.pk), {"ke": "naik"}),
        (url("photo", usaha.slug, other.pk, foto.pk), {"lakukan": "hapus"}),
        (url("photo", usaha.slug, mine.pk, foto.pk), {"lakukan": "hapus"}),
    ]
    for address, body in addresses:
        assert owner.post(address, body).status_code == 404, address
    assert Foto.objects.filter(pk=foto.pk).exists()


def test_a_helper_keeps_products_and_consents_to_nothing(client, usaha):
    owner_of(usaha.pemilik)
    helper = UserFactory()
    access = Pengelola.objects.create(usaha=usaha, user=helper, given_by=usaha.pemilik.account)
    client.force_login(helper)
    assert client.post(url("product_add", usaha.slug), product(once="h")).status_code == 302
    assert client.post(url("consents"), {"tujuan": "nama", "setuju": "ya"}).status_code == 404
    access.ended_at, access.ended_by = access.given_at, usaha.pemilik.account
    access.save()
    assert client.get(url("business", usaha.slug)).status_code == 403


def test_a_visitor_is_led_to_sign_in(client, usaha):
    for name in ("home", "consents"):
        assert client.get(url(name))["Location"].startswith("/akun/masuk/")


def test_an_owner_without_business_has_no_door(client):
    client.force_login(owner_of(PemilikFactory()))
    assert client.get(url("home")).status_code == 403
