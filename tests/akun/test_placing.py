"""Owners put their products in the order in which their page shows them, with two buttons beside each."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from produk.models import Produk
from tests.factories import ProdukFactory, UsahaFactory, UserFactory
from tests.house.people import owner_of
from umkm.models import Pengelola

pytestmark = pytest.mark.django_db


@pytest.fixture
def usaha():
    usaha = UsahaFactory(listed=True)
    for name in ("Abon", "Bagea", "Cuka"):
        ProdukFactory(name=name, usaha=usaha, listed=True)
    return usaha


@pytest.fixture
def owner(client, usaha):
    client.force_login(owner_of(usaha.pemilik))
    return client


def press(client, name, to):
    produk = Produk.objects.get(name=name)
    address = reverse("akun:place", args=[produk.usaha.slug, produk.pk])
    return client.post(address, {"ke": to}, follow=True)


def listed(client, usaha):
    return [row.name for row in client.get(page(usaha)).context["produk_list"]]


def page(usaha):
    return reverse("akun:business", args=[usaha.slug])


def test_the_list_and_the_public_page_show_the_same_order(owner, usaha):
    press(owner, "Abon", "naik")
    press(owner, "Cuka", "turun")
    shown = Client().get(usaha.get_absolute_url()).context["produk_list"]
    assert listed(owner, usaha) == [row.name for row in shown] == ["Abon", "Cuka", "Bagea"]


def test_the_answer_tells_the_new_place_and_leads_back_to_the_product(owner, usaha):
    response = press(owner, "Abon", "naik")
    assert "Abon kini di urutan ke-2." in response.text
    produk = Produk.objects.get(name="Abon")
    assert response.redirect_chain == [(f"{page(usaha)}#produk-{produk.pk}", 302)]
    assert f'id="produk-{produk.pk}"' in response.text


def test_buttons_say_which_product_they_move_and_are_left_out_where_there_is_no_place(owner, usaha):
    found = re.findall(
        r'name="ke" value="(\w+)"><span[^>]*>.</span> \w+<span class="sr">([^<]*)',
        owner.get(page(usaha)).text,
    )
    assert found == [
        ("turun", " satu tempat: Cuka"),
        ("naik", " satu tempat: Bagea"),
        ("turun", " satu tempat: Bagea"),
        ("naik", " satu tempat: Abon"),
    ]


def test_a_press_on_an_old_page_is_answered_kindly(owner, usaha):
    assert "Cuka sudah paling depan." in press(owner, "Cuka", "naik").text
    assert "Abon sudah paling belakang." in press(owner, "Abon", "turun").text


def test_a_single_product_has_no_buttons(client):
    produk = ProdukFactory(listed=True)
    client.force_login(owner_of(produk.usaha.pemilik))
    assert 'name="ke"' not in client.get(page(produk.usaha)).text


def test_what_waits_for_the_office_stands_first_and_can_be_placed(owner, usaha):
    ProdukFactory(name="Dodol", usaha=usaha)
    assert listed(owner, usaha) == ["Dodol", "Cuka", "Bagea", "Abon"]
    press(owner, "Dodol", "turun")
    assert listed(owner, usaha) == ["Cuka", "Dodol", "Bagea", "Abon"]


def test_a_helper_of_the_owner_places_products_too(client, usaha):
    helper = UserFactory()
    Pengelola.objects.create(usaha=usaha, user=helper, given_by=owner_of(usaha.pemilik))
    client.force_login(helper)
    press(client, "Abon", "naik")
    assert listed(client, usaha) == ["Cuka", "Abon", "Bagea"]


def test_another_owner_does_not_find_the_product(usaha):
    stranger = Client()
    stranger.force_login(owner_of(UsahaFactory().pemilik))
    assert press(stranger, "Abon", "naik").status_code == 404
    assert not Produk.objects.exclude(position=0).exists()


def test_an_address_that_is_only_opened_moves_nothing(owner, usaha):
    produk = Produk.objects.get(name="Abon")
    assert owner.get(reverse("akun:place", args=[usaha.slug, produk.pk])).status_code == 405
