"""The product's screens, as a clerk uses them."""

import datetime

import pytest
import time_machine

from produk.models import Produk
from tests.factories import (
    DesaFactory,
    KategoriFactory,
    KoperasiFactory,
    PemilikFactory,
    ProdukFactory,
    UsahaFactory,
)
from tests.kantor import filled, query_count, sign_in, url, words

pytestmark = pytest.mark.django_db
NOUN = "produk_produk"


def add(client, **changes):
    return client.post(url(NOUN, "add"), filled(client.get(url(NOUN, "add")), **changes))


def change(client, produk, **changes):
    address = url(NOUN, "change", produk.pk)
    return client.post(address, filled(client.get(address), **changes), follow=True)


def whole(**changes):
    return {
        "name": "Sambal Roa “Pedas” Bu Sitti",
        "kategori": KategoriFactory().pk,
        "price": "Rp 35.000",
        "satuan": "botol",
    } | changes


def bulk(client, action, *produk):
    data = {"action": action, "index": "0", "_selected_action": [each.pk for each in produk]}
    return client.post(url(NOUN, "changelist"), data, follow=True)


def test_a_clerk_registers_a_product_of_a_business(client):
    sign_in(client)
    usaha = UsahaFactory()
    assert add(client, **whole(usaha=usaha.pk)).status_code == 302
    produk = Produk.objects.get()
    assert (produk.usaha, produk.price, produk.state) == (usaha, 35_000, "menunggu")
    assert produk.slug == "sambal-roa-pedas-bu-sitti"


def test_a_clerk_registers_a_product_of_a_cooperative(client):
    sign_in(client)
    koperasi = KoperasiFactory()
    assert add(client, **whole(koperasi=koperasi.pk)).status_code == 302
    assert Produk.objects.get().seller == koperasi


def test_the_button_on_a_business_presets_the_seller(client):
    sign_in(client)
    usaha = UsahaFactory()
    page = client.get(url(NOUN, "add") + f"?usaha={usaha.pk}")
    assert filled(page)["usaha"] == str(usaha.pk)


@pytest.mark.parametrize("sellers", [0, 2])
def test_a_product_has_exactly_one_seller(client, sellers):
    sign_in(client)
    both = {"usaha": UsahaFactory().pk, "koperasi": KoperasiFactory().pk} if sellers else {}
    answer = add(client, **whole(**both))
    assert "Usaha: Pilih satu penjual: usaha atau koperasi, tidak keduanya." in words(answer)
    assert not Produk.objects.exists()


@pytest.mark.parametrize(
    ("typed", "kept"), [("35000", 35_000), ("35.000,00", 35_000), ("1,5 juta", 1_500_000)]
)
def test_a_price_is_read_as_people_write_it(client, typed, kept):
    sign_in(client)
    add(client, **whole(usaha=UsahaFactory().pk, price=typed))
    assert Produk.objects.get().price == kept


def test_a_draft_needs_no_price(client):
    sign_in(client)
    add(client, **whole(usaha=UsahaFactory().pk, price="", _draft="1"))
    assert Produk.objects.get().state == "draf"


def test_a_seller_outside_the_officers_kecamatan_is_refused_at_the_field(client):
    stranger = UsahaFactory()
    sign_in(client, kecamatan=[DesaFactory().kecamatan])
    answer = add(client, **whole(usaha=stranger.pk))
    assert "di luar wilayah tugas Anda" in words(answer)
    assert not Produk.objects.exists()


def test_a_product_outside_the_officers_kecamatan_is_not_found(client):
    produk = ProdukFactory()
    sign_in(client, kecamatan=[DesaFactory().kecamatan])
    assert client.get(url(NOUN, "change", produk.pk)).status_code == 404


# --- the price stays true ---------------------------------------------------------------------


@time_machine.travel("2026-11-24 12:00 +0800")
def test_confirming_prices_from_the_list_makes_them_fresh(client):
    sign_in(client)
    old = [ProdukFactory(refreshed_on=datetime.date(2026, 1, 5)) for _ in range(2)]
    page = bulk(client, "confirm_prices", *old)
    assert "2 produk dipastikan harganya hari ini." in words(page)
    assert {each.refreshed_on for each in Produk.objects.all()} == {datetime.date(2026, 11, 24)}


@time_machine.travel("2026-11-24 12:00 +0800")
def test_confirming_one_price_is_a_button(client):
    sign_in(client)
    produk = ProdukFactory(refreshed_on=datetime.date(2026, 1, 5))
    page = client.post(url(NOUN, "state", produk.pk), {"deed": "confirm_price"}, follow=True)
    produk.refresh_from_db()
    assert produk.refreshed_on == datetime.date(2026, 11, 24)
    assert "Pastikan harga masih benar" not in words(page)


@time_machine.travel("2026-11-24 12:00 +0800")
def test_a_changed_price_is_a_fresh_price(client):
    sign_in(client)
    produk = ProdukFactory(refreshed_on=datetime.date(2026, 1, 5))
    change(client, produk, price="40.000")
    produk.refresh_from_db()
    assert produk.refreshed_on == datetime.date(2026, 11, 24)


@time_machine.travel("2026-11-24 12:00 +0800")
def test_a_price_is_not_confirmed_tomorrow(client):
    sign_in(client)
    page = change(client, ProdukFactory(), refreshed_on="25-11-2026")
    assert "Diperbarui pada: Tanggal ini belum tiba." in words(page)


def test_a_reader_confirms_nothing(client):
    sign_in(client, "Pejabat")
    produk = ProdukFactory(refreshed_on=datetime.date(2026, 1, 5))
    assert client.post(url(NOUN, "state", produk.pk), {"deed": "confirm_price"}).status_code in (403, 404)
    produk.refresh_from_db()
    assert produk.refreshed_on == datetime.date(2026, 1, 5)


# --- on the site ---------------------------------------------------------------------------------


def test_a_verifier_publishes_many_at_once(client):
    sign_in(client, "Verifikator")
    waiting = [ProdukFactory() for _ in range(3)]
    page = bulk(client, "publish", *waiting)
    assert "3 produk ditayangkan." in words(page)
    assert Produk.objects.listed().count() == 3


def test_a_clerk_is_not_offered_to_publish(client):
    sign_in(client)
    produk = ProdukFactory()
    bulk(client, "publish", produk)
    produk.refresh_from_db()
    assert produk.published_at is None
    assert "Simpan dan tayangkan" not in client.get(url(NOUN, "change", produk.pk)).content.decode()


def test_publishing_says_what_the_seller_lacks(client):
    sign_in(client, "Verifikator")
    produk = ProdukFactory(usaha=UsahaFactory(name="Dapur Rica", pemilik=PemilikFactory(name="Sitti")))
    page = words(change(client, produk, _publish="1"))
    assert (
        "Belum tampil di situs karena penjualnya, Dapur Rica, belum tampil: belum diverifikasi, "
        "belum ditayangkan, persetujuan katalog dari pemilik (Sitti) belum dicatat." in page
    )


def test_publishing_many_names_those_that_do_not_show(client):
    sign_in(client, "Verifikator")
    shown = ProdukFactory(name="Kopi Tojo")
    hidden = ProdukFactory(name="Sambal Roa", usaha=UsahaFactory(name="Dapur Rica"))
    page = words(bulk(client, "publish", shown, hidden))
    assert "Sambal Roa: Belum tampil di situs" in page
    assert "Kopi Tojo: Belum tampil" not in page


def test_a_listed_product_raises_no_warning(client):
    sign_in(client)
    produk = ProdukFactory(listed=True)
    assert "Belum tampil di situs" not in words(client.get(url(NOUN, "change", produk.pk)))


# --- cost and nonsense --------------------------------------------------------------------------


def test_the_list_costs_the_same_for_one_row_and_for_many(client):
    sign_in(client)
    ProdukFactory()
    one = query_count(client, url(NOUN, "changelist"))
    for _ in range(4):
        ProdukFactory()
    ProdukFactory(of_koperasi=True)
    assert query_count(client, url(NOUN, "changelist")) == one


@pytest.mark.parametrize("query", ["?usaha=x", "?usaha=%00", "?usaha=99999999999999999999", "?koperasi=-1"])
def test_a_senseless_preset_is_no_error(client, query):
    sign_in(client)
    assert client.get(url(NOUN, "add") + query, follow=True).status_code == 200


def test_nonsense_in_the_form_is_answered_at_the_fields(client):
    sign_in(client)
    answer = add(
        client,
        name="x" * 201,
        usaha="9" * 30,
        koperasi="bukan kunci",
        price="banyak",
        satuan="pikul",
        kategori="-3",
    )
    assert answer.status_code == 200
    assert filled(answer)["price"] == "banyak"
    for label in ("Usaha", "Koperasi", "Kategori", "Harga", "Harga per"):
        assert f"{label}:" in words(answer).split("Ada yang perlu diperbaiki")[1].split("Penjual")[0]


@pytest.mark.parametrize("satuan", ["butir", "ekor", "karung", "meter", "jam"])
def test_what_this_district_sells_has_its_unit(client, satuan):
    sign_in(client)
    sent = {"name": "Kelapa Uji", "kategori": KategoriFactory().pk, "price": "5000", "satuan": satuan}
    assert add(client, usaha=UsahaFactory().pk, **sent).status_code == 302
    assert Produk.objects.get().satuan == satuan
