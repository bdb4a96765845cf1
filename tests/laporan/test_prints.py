"""Posters, cards and labels: what is printed, for whom, and how often."""

import io
import re

import pytest
import time_machine
from django.core.cache import cache
from django.urls import reverse
from pypdf import PdfReader

from produk.models import Foto
from tests.factories import (
    DesaFactory,
    KoperasiFactory,
    PemilikFactory,
    ProdukFactory,
    SertifikatFactory,
    UsahaFactory,
)
from tests.journeys.district import photo
from tests.kantor import sign_in, url, words
from umkm import actions

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _calm(settings, tmp_path):
    """Nobody has printed anything yet."""
    settings.MEDIA_ROOT = tmp_path
    cache.clear()


def ask(client, letter, record, bentuk="poster"):
    return client.post(f"/{letter}/{record.slug}/cetak/", {"bentuk": bentuk})


def read(response):
    assert response.status_code == 200
    assert response["Content-Type"] == "application/pdf"
    return PdfReader(io.BytesIO(response.content))


def text(pdf):
    return " ".join(" ".join(page.extract_text() for page in pdf.pages).split())


def pictures(pdf):
    """Photos; a code is drawn and not photographed."""
    return sum(len(page.images) for page in pdf.pages)


# --- a product -------------------------------------------------------------------------------------


@pytest.mark.parametrize("bentuk", ["poster", "kartu"])
def test_a_product_is_printed_with_price_seller_and_place(client, bentuk):
    produk = ProdukFactory(listed=True, name="Abon Tuna", price=1_250_000, slug="abon-tuna")
    response = ask(client, "p", produk, bentuk)
    pdf = read(response)
    assert f'filename="{bentuk}-abon-tuna.pdf"' in response["Content-Disposition"]
    assert len(pdf.pages) == 1
    for part in ("Abon Tuna", "Rp1.250.000", "per bungkus", produk.usaha.name, produk.usaha.desa.name):
        assert part in text(pdf)


@pytest.mark.parametrize("is_verified", [True, False])
def test_halal_is_printed_only_where_it_was_checked(client, is_verified):
    produk = ProdukFactory(listed=True)
    SertifikatFactory(usaha=produk.usaha, produk=[produk], verified=is_verified)
    assert ("Halal" in text(read(ask(client, "p", produk)))) == is_verified


@pytest.mark.parametrize("bentuk", ["poster", "kartu"])
def test_a_photo_is_printed_and_a_lost_one_stops_nothing(client, bentuk):
    produk = ProdukFactory(listed=True)
    assert pictures(read(ask(client, "p", produk, bentuk))) == 0
    Foto.objects.create(produk=produk, image=photo())
    assert pictures(read(ask(client, "p", produk, bentuk))) > 0
    Foto.objects.update(image="produk/hilang.jpg")
    assert pictures(read(ask(client, "p", produk, bentuk))) == 0


@pytest.mark.parametrize("name", ["A" * 200, "Abon Ikan Tuna " * 13, "🐟 #set page(fill: red) $x$ \\ *"])
@pytest.mark.parametrize("bentuk", ["poster", "kartu"])
def test_any_name_stays_on_its_page(client, name, bentuk):
    produk = ProdukFactory(listed=True, name=name.strip(), usaha__name=name.strip())
    assert len(read(ask(client, "p", produk, bentuk)).pages) == 1


# --- a seller --------------------------------------------------------------------------------------


def test_a_business_is_printed_with_what_it_sells(client):
    usaha = UsahaFactory(listed=True, name="Dapur Sitti", kegiatan_utama="Abon dan sambal ikan")
    ProdukFactory(listed=True, usaha=usaha, name="Sambal Roa", price=40_000)
    ProdukFactory(usaha=usaha, name="Belum Tayang")
    found = text(read(ask(client, "u", usaha)))
    for part in ("Dapur Sitti", "Abon dan sambal ikan", "Sambal Roa", "Rp40.000"):
        assert part in found
    assert "Belum Tayang" not in found


def test_a_cooperative_has_its_poster(client):
    koperasi = KoperasiFactory(listed=True, name="Koperasi Nelayan")
    assert "Koperasi Nelayan" in text(read(ask(client, "k", koperasi)))


def test_a_poster_shows_of_an_owner_what_the_owner_agreed_to(client):
    pemilik = PemilikFactory(name="Sitti Aminah", phone="+6281234567890", consents=("katalog",))
    usaha = UsahaFactory(listed=True, pemilik=pemilik, photo=photo(), address="Jalan Pelabuhan 3")
    pdf = read(ask(client, "u", usaha))
    assert pictures(pdf) == 0
    assert not re.search("Aminah|Pelabuhan|4567", text(pdf))
    actions.give_consent(pemilik=pemilik, purpose="foto", channel="formulir", by=None)
    assert pictures(read(ask(client, "u", usaha))) > 0


# --- how often -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("letter", "make"), [("u", UsahaFactory), ("k", KoperasiFactory), ("p", ProdukFactory)]
)
def test_what_is_not_on_the_site_is_not_printed(client, letter, make):
    assert ask(client, letter, make()).status_code == 404


def test_reading_the_address_makes_nothing(client, monkeypatch):
    monkeypatch.setattr("laporan.prints.views.make", None)
    produk = ProdukFactory(listed=True)
    for response in (client.get(f"/p/{produk.slug}/cetak/"), ask(client, "p", produk, "spanduk")):
        assert response["Location"] == produk.get_absolute_url()


@pytest.mark.parametrize("bound", ["_MOST_A_MINUTE", "_MOST_OF_ALL"])
def test_a_server_is_not_burnt_with_posters(client, monkeypatch, bound):
    monkeypatch.setattr(f"laporan.prints.views.{bound}", 2)
    monkeypatch.setattr("laporan.prints.views.make", lambda *args, **kwargs: b"%PDF")
    produk = ProdukFactory(listed=True)
    with time_machine.travel("2026-11-28", tick=False):
        answers = [ask(client, "p", produk) for _ in range(3)]
    assert [answer.status_code for answer in answers] == [200, 200, 429]
    assert answers[-1]["Retry-After"] == "60"


# --- labels ----------------------------------------------------------------------------------------


def labels(client, *products):
    return client.get(reverse("laporan:labels"), {"produk": ",".join(str(produk.pk) for produk in products)})


@pytest.mark.parametrize(("count", "sheets"), [(1, 1), (24, 1), (40, 2)])
def test_labels_fill_sheets_of_twenty_four(client, count, sheets):
    sign_in(client)
    usaha = UsahaFactory(listed=True)
    products = ProdukFactory.create_batch(count, listed=True, usaha=usaha, price=35_000)
    pdf = read(labels(client, *products))
    assert len(pdf.pages) == sheets
    assert text(pdf).count("Rp35.000") == count


def test_labels_cost_the_same_statements_for_one_and_for_twenty(
    client, monkeypatch, django_assert_max_num_queries, same_minute
):
    monkeypatch.setattr("laporan.prints.views.make", lambda *args, **kwargs: b"%PDF")
    sign_in(client)
    products = ProdukFactory.create_batch(20)
    labels(client, products[0])
    with django_assert_max_num_queries(14):
        labels(client, *products)


def test_an_officer_picks_products_in_the_list(client):
    sign_in(client)
    produk = ProdukFactory(listed=True, name="Abon Tuna")
    data = {"action": "print_labels", "index": "0", "_selected_action": [produk.pk]}
    response = client.post(url("produk_produk", "changelist"), data, follow=True)
    assert "Abon Tuna" in text(read(response))


def test_labels_of_another_kecamatan_are_not_printed(client):
    sign_in(client, kecamatan=[DesaFactory().kecamatan])
    response = client.get(reverse("laporan:labels"), {"produk": ProdukFactory().pk}, follow=True)
    assert "Tidak ada label" in words(response)


@pytest.mark.parametrize("asked", ["", "x", "1,,2;drop", "9" * 40, "-1", "²"])
def test_nonsense_prints_nothing(client, asked):
    sign_in(client)
    assert client.get(reverse("laporan:labels"), {"produk": asked}).status_code == 302


def test_a_product_off_the_site_gets_a_label_without_a_code(client, monkeypatch):
    made = []
    monkeypatch.setattr(
        "laporan.prints.views.make", lambda name, offers, **kwargs: made.extend(offers) or b"%PDF"
    )
    sign_in(client)
    labels(client, ProdukFactory(name="A"), ProdukFactory(name="B", listed=True))
    assert [bool(offer["qr"]) for offer in made] == [False, True]
