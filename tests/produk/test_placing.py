"""The order in which a seller's page shows its products: as the seller put them, what is new before all others."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.utils import timezone

from common.audit import events_of
from common.states import archive
from produk.actions import move
from produk.models import Produk
from tests.duplicates.kembar import merged, officer
from tests.factories import KoperasiFactory, ProdukFactory, UsahaFactory
from tests.kantor import sign_in, url

pytestmark = pytest.mark.django_db


@pytest.fixture
def usaha():
    return UsahaFactory(listed=True)


def goods(*names, **values):
    """Published one after the other, so that the last named is the newest."""
    return [ProdukFactory(name=name, listed=True, **values) for name in names]


def shown(client, seller, **query):
    """Names on the public page, from the first."""
    response = client.get(seller.get_absolute_url(), query)
    return [produk.name for produk in response.context["produk_list"]]


def test_without_a_word_of_the_seller_the_newest_stand_first(client, usaha):
    goods("Abon", "Bagea", "Cuka", usaha=usaha)
    assert shown(client, usaha) == ["Cuka", "Bagea", "Abon"]


@pytest.mark.parametrize("seller", ["usaha", "koperasi"])
def test_one_place_up_and_one_down(client, seller):
    record = {"usaha": UsahaFactory, "koperasi": KoperasiFactory}[seller](listed=True)
    none = {"koperasi": None} if seller == "usaha" else {"usaha": None}
    abon, _, cuka = goods("Abon", "Bagea", "Cuka", **{seller: record, **none})
    assert move(produk=abon, is_up=True) == 2
    assert shown(client, record) == ["Cuka", "Abon", "Bagea"]
    assert move(produk=cuka, is_up=False) == 2
    assert shown(client, record) == ["Abon", "Cuka", "Bagea"]


def test_a_product_that_comes_later_stands_before_all_that_were_put_in_order(client, usaha):
    abon, _ = goods("Abon", "Bagea", usaha=usaha)
    move(produk=abon, is_up=True)
    goods("Cuka", "Dodol", usaha=usaha)
    assert shown(client, usaha) == ["Dodol", "Cuka", "Abon", "Bagea"]


def test_a_product_that_is_not_shown_keeps_its_place_until_it_is(client, usaha):
    _, bagea, _ = goods("Abon", "Bagea", "Cuka", usaha=usaha)
    move(produk=bagea, is_up=True)
    bagea.refresh_from_db()
    bagea.published_at = bagea.published_by = None
    bagea.save()
    assert shown(client, usaha) == ["Cuka", "Abon"]
    bagea.published_at, bagea.published_by = timezone.now(), bagea.verified_by
    bagea.save()
    assert shown(client, usaha) == ["Bagea", "Cuka", "Abon"]


@pytest.mark.parametrize(("first", "words"), [(True, "paling depan"), (False, "paling belakang")])
def test_beyond_the_ends_is_no_place(usaha, first, words):
    abon, bagea = goods("Abon", "Bagea", usaha=usaha)
    with pytest.raises(ValidationError, match=words):
        move(produk=bagea if first else abon, is_up=first)


def test_an_archived_product_has_no_place(usaha):
    abon, _ = goods("Abon", "Bagea", usaha=usaha)
    archive(record=abon, by=officer())
    with pytest.raises(ValidationError, match="diarsipkan"):
        move(produk=abon, is_up=True)


def test_another_sellers_products_stay_where_they_are(client, usaha):
    (abon, _), other = goods("Abon", "Bagea", usaha=usaha), UsahaFactory(listed=True)
    goods("Cuka", "Dodol", usaha=other)
    move(produk=abon, is_up=True)
    assert shown(client, other) == ["Dodol", "Cuka"]
    assert not Produk.objects.filter(usaha=other).exclude(position=0).exists()


def test_a_move_changes_two_rows_and_nothing_that_feeds_tell(usaha):
    abon, bagea, _ = goods("Abon", "Bagea", "Cuka", usaha=usaha)
    move(produk=abon, is_up=True)
    before = dict(Produk.objects.values_list("pk", "updated_at"))
    count = events_of(Produk).count()
    move(produk=bagea, is_up=True)
    assert events_of(Produk).count() == count + 2
    assert dict(Produk.objects.values_list("pk", "updated_at")) == before


def test_a_moves_statements_do_not_grow_with_the_products(usaha, django_assert_max_num_queries):
    first, *_ = goods(*map(str, range(30)), usaha=usaha)
    with django_assert_max_num_queries(5):
        move(produk=first, is_up=True)


def test_products_of_a_merged_business_follow_and_can_be_put_in_order(client, usaha):
    other = UsahaFactory(listed=True)
    abon, bagea = goods("Abon", "Bagea", usaha=usaha)
    cuka, _ = goods("Cuka", "Dodol", usaha=other)
    move(produk=abon, is_up=True)
    move(produk=cuka, is_up=True)
    merged(usaha, other)
    assert sorted(shown(client, usaha)) == ["Abon", "Bagea", "Cuka", "Dodol"]
    while shown(client, usaha)[0] != "Bagea":
        move(produk=Produk.objects.get(pk=bagea.pk), is_up=True)
    assert sorted(Produk.objects.values_list("position", flat=True)) == [-4, -3, -2, -1]


# --- pages of a seller -----------------------------------------------------------------------------------


def test_the_pages_of_a_seller_go_on_in_that_order(client, usaha):
    rows = goods(*[f"Produk {number:02}" for number in range(30)], usaha=usaha)
    for _ in range(8):
        move(produk=rows[0], is_up=True)
    names = shown(client, usaha)
    following = client.get(usaha.get_absolute_url()).context["next_url"]
    rest = client.get(f"{usaha.get_absolute_url()}{following}").context["produk_list"]
    names += [produk.name for produk in rest]
    expected = [f"Produk {number:02}" for number in range(29, 0, -1)]
    expected.insert(21, "Produk 00")
    assert names == expected


def test_an_address_of_the_earlier_order_shows_the_first_page(client, usaha):
    goods("Abon", "Bagea", usaha=usaha)
    assert shown(client, usaha, hal="WyJuIiwiMjAyNi0xMS0yOCIsIjciXQ") == ["Bagea", "Abon"]


def test_beside_a_product_the_others_stand_in_that_order(client, usaha):
    abon, _, cuka = goods("Abon", "Bagea", "Cuka", usaha=usaha)
    move(produk=abon, is_up=True)
    more = client.get(cuka.get_absolute_url()).context["more"]
    assert [produk.name for produk in more] == ["Abon", "Bagea"]


# --- at the office ---------------------------------------------------------------------------------------


def test_an_officer_moves_a_product_from_its_form(client, usaha):
    sign_in(client)
    abon, _ = goods("Abon", "Bagea", usaha=usaha)
    address = url("produk_produk", "state", abon.pk)
    client.post(address, {"deed": "move_up"})
    assert shown(client, usaha) == ["Abon", "Bagea"]
    response = client.post(address, {"deed": "move_up"}, follow=True)
    assert "sudah paling depan" in response.text
    client.post(address, {"deed": "move_down"})
    assert shown(client, usaha) == ["Bagea", "Abon"]


def test_a_product_off_the_site_offers_no_such_button(client):
    sign_in(client)
    produk = ProdukFactory()
    assert "Naikkan di halaman penjual" not in client.get(url("produk_produk", "change", produk.pk)).text
    client.post(url("produk_produk", "state", produk.pk), {"deed": "move_up"})
    produk.refresh_from_db()
    assert produk.position == 0


# --- at the same moment ----------------------------------------------------------------------------------


@pytest.mark.django_db(transaction=True)
def test_presses_at_the_same_moment_leave_one_order():
    usaha = UsahaFactory(listed=True)
    last, *_ = goods(*"ABCDEF", usaha=usaha)

    def press(_):
        try:
            move(produk=last, is_up=True)
        finally:
            connection.close()

    with ThreadPoolExecutor(5) as pool:
        list(pool.map(press, range(5)))
    places = Produk.objects.filter(usaha=usaha).order_by("-position").values_list("name", "position")
    assert list(places) == list(zip("AFEDCB", range(-1, -7, -1), strict=True))
