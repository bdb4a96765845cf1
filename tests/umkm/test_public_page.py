"""A business's page: each thing about a person waits for that person's yes to exactly that."""

import pytest

from legalitas.choices import JenisSertifikat
from produk.models import Foto
from tests.factories import (
    KeanggotaanFactory,
    KoperasiFactory,
    PemilikFactory,
    ProdukFactory,
    SertifikatFactory,
    UsahaFactory,
)

pytestmark = pytest.mark.django_db
SHOWN = {
    "nama": "Sitti Aminah",
    "telepon": "wa.me/6281234567890",
    "lokasi": "Jalan Pelabuhan 3",
    "foto": "usaha/x.page",
}


def business(*consents, **values):
    pemilik = PemilikFactory(
        name="Sitti Aminah", phone="+6281234567890", with_nik=True, consents=("katalog", *consents)
    )
    place = {"address": "Jalan Pelabuhan 3", "latitude": "-0.87000", "longitude": "121.58000"}
    return UsahaFactory(listed=True, pemilik=pemilik, photo="usaha/x.jpg", **place, **values)


def open_page(client, usaha):
    response = client.get(usaha.get_absolute_url())
    assert response.status_code == 200
    return response


@pytest.mark.parametrize("purpose", SHOWN)
def test_a_yes_shows_what_it_is_about_and_nothing_else(client, purpose):
    text = open_page(client, business(purpose)).text
    assert {word for word, sign in SHOWN.items() if sign in text} == {purpose}


def test_without_further_consent_nothing_about_the_owner_is_shown(client):
    text = open_page(client, business(whatsapp="+6281111111111")).text
    for sign in (*SHOWN.values(), "-0.87", "720999", "81234567890", "81111111111"):
        assert sign not in text


def test_the_point_on_the_map_comes_with_the_place(client):
    assert "query=-0.87000,121.58000" in open_page(client, business("lokasi")).text


def test_staff_columns_stay_inside(client):
    text = open_page(
        client, business(notes="catatan rahasia", nib="9120001234567", npwp="01234567891234")
    ).text
    for secret in ("catatan rahasia", "9120001234567", "01234567891234"):
        assert secret not in text


def test_an_unlisted_business_has_no_page(client):
    assert client.get(UsahaFactory().get_absolute_url()).status_code == 404


def test_its_listed_products_are_shown(client):
    produk = ProdukFactory(listed=True)
    ProdukFactory(usaha=produk.usaha, name="Belum Tayang")
    assert open_page(client, produk.usaha).context["produk_list"] == [produk]


def test_products_come_page_by_page(client):
    usaha = UsahaFactory(listed=True)
    for _ in range(25):
        ProdukFactory(listed=True, usaha=usaha)
    first = open_page(client, usaha)
    second = client.get(usaha.get_absolute_url() + first.context["next_url"])
    assert (len(first.context["produk_list"]), len(second.context["produk_list"])) == (24, 1)
    assert client.get(usaha.get_absolute_url(), {"hal": "rusak"}).status_code == 200


def test_its_listed_cooperatives_are_named_once(client):
    usaha, koperasi = UsahaFactory(listed=True), KoperasiFactory(listed=True)
    for peran in ("anggota", "pemasok"):
        KeanggotaanFactory(usaha=usaha, koperasi=koperasi, peran=peran)
    KeanggotaanFactory(usaha=usaha, koperasi=KoperasiFactory())
    KeanggotaanFactory(usaha=usaha, koperasi=KoperasiFactory(listed=True), ended_on="2020-01-01")
    assert open_page(client, usaha).context["koperasi_list"] == [koperasi]


def test_only_marks_of_the_whole_business_are_shown(client):
    produk = ProdukFactory(listed=True)
    usaha = produk.usaha
    SertifikatFactory(verified=True, usaha=usaha, jenis=JenisSertifikat.NIB, number_on_paper="")
    SertifikatFactory(verified=True, usaha=usaha, jenis=JenisSertifikat.HALAL, produk=[produk])
    SertifikatFactory(verified=True, usaha=usaha, jenis=JenisSertifikat.SHAT)
    assert [mark.jenis for mark in open_page(client, usaha).context["marks"]] == ["nib"]


@pytest.mark.parametrize("count", [1, 24])
def test_a_sellers_page_costs_at_most_five_statements(
    client, django_assert_max_num_queries, same_minute, count
):
    usaha = business("telepon", "nama", "foto", "lokasi")
    SertifikatFactory(verified=True, usaha=usaha, jenis=JenisSertifikat.NIB, number_on_paper="")
    for _ in range(count):
        KeanggotaanFactory(usaha=usaha, koperasi=KoperasiFactory(listed=True))
        produk = ProdukFactory(listed=True, usaha=usaha)
        Foto.objects.bulk_create([Foto(produk=produk, image=f"produk/{produk.pk}.jpg", width=8, height=8)])
    with django_assert_max_num_queries(5):
        open_page(client, usaha)
