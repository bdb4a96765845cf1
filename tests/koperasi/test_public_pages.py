"""Cooperatives as a visitor sees them."""

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.factories import (
    KeanggotaanFactory,
    KoperasiFactory,
    ProdukFactory,
    RapatAnggotaFactory,
    SertifikatFactory,
    UsahaFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db
URL = reverse("koperasi:list")


def names(response):
    assert response.status_code == 200
    return [koperasi.name for koperasi in response.context["page"]]


def open_page(client, koperasi):
    response = client.get(koperasi.get_absolute_url())
    assert response.status_code == 200
    return response


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({}, ["Bahari", "Cempaka"]),
        ({"q": "baha"}, ["Bahari"]),
        ({"q": "cempakka"}, ["Cempaka"]),
        ({"jenis": "jasa"}, ["Cempaka"]),
        ({"jenis": "ngawur", "kecamatan": "ngawur", "urut": "ngawur"}, ["Bahari", "Cempaka"]),
        ({"urut": "terbaru"}, ["Cempaka", "Bahari"]),
    ],
)
def test_listed_cooperatives_can_be_found_and_filtered(client, query, expected):
    KoperasiFactory(listed=True, name="Bahari")
    KoperasiFactory(listed=True, name="Cempaka", jenis="jasa")
    KoperasiFactory(name="Belum Tayang")
    assert names(client.get(URL, query)) == expected


def test_legal_number_and_last_meeting_are_shown(client):
    koperasi = KoperasiFactory(listed=True, nomor_badan_hukum="AHU-0001234.AH.01.26.TAHUN 2018")
    RapatAnggotaFactory(koperasi=koperasi, tahun_buku=2024)
    RapatAnggotaFactory(koperasi=koperasi, tahun_buku=2025, held_on=None)
    text = open_page(client, koperasi).text
    assert "AHU-0001234.AH.01.26.TAHUN 2018" in text
    assert "Tahun buku 2024" in text


def test_figures_of_the_meeting_stay_inside(client):
    koperasi = KoperasiFactory(listed=True, notes="catatan rahasia")
    RapatAnggotaFactory(koperasi=koperasi, shu=987_654_321, notes="hasil rahasia")
    text = open_page(client, koperasi).text
    for secret in ("987", "rahasia"):
        assert secret not in text


@pytest.mark.parametrize("consented", [False, True])
def test_the_number_waits_for_a_yes(client, consented):
    stamp = {"phone_consented_at": timezone.now(), "phone_consented_by": UserFactory()} if consented else {}
    koperasi = KoperasiFactory(listed=True, phone="+6281234567890", **stamp)
    assert ("81234567890" in open_page(client, koperasi).text) == consented


def test_an_unlisted_cooperative_has_no_page(client):
    assert client.get(KoperasiFactory().get_absolute_url()).status_code == 404


def test_listed_member_businesses_are_shown_once(client):
    koperasi, usaha = KoperasiFactory(listed=True), UsahaFactory(listed=True)
    for peran in ("anggota", "pemasok"):
        KeanggotaanFactory(koperasi=koperasi, usaha=usaha, peran=peran)
    KeanggotaanFactory(koperasi=koperasi, usaha=UsahaFactory())
    KeanggotaanFactory(koperasi=koperasi, usaha=UsahaFactory(listed=True), ended_on="2020-01-01")
    assert open_page(client, koperasi).context["usaha_list"] == [usaha]


def test_members_and_products_come_page_by_page(client):
    koperasi = KoperasiFactory(listed=True)
    for _ in range(25):
        KeanggotaanFactory(koperasi=koperasi, usaha=UsahaFactory(listed=True))
        ProdukFactory(listed=True, usaha=None, koperasi=koperasi)
    first = open_page(client, koperasi)
    path = koperasi.get_absolute_url()
    assert len(client.get(path + first.context["next_url"]).context["produk_list"]) == 1
    assert len(client.get(path + first.context["usaha_pager"]["next_url"]).context["usaha_list"]) == 1


@pytest.mark.parametrize("count", [1, 24])
def test_a_cooperatives_page_costs_at_most_five_statements(
    client, django_assert_max_num_queries, same_minute, count
):
    koperasi = KoperasiFactory(listed=True)
    SertifikatFactory(verified=True, usaha=None, koperasi=koperasi, jenis="nib", number_on_paper="")
    for year in range(count):
        RapatAnggotaFactory(koperasi=koperasi, tahun_buku=2025 - year)
        KeanggotaanFactory(koperasi=koperasi, usaha=UsahaFactory(listed=True))
        ProdukFactory(listed=True, usaha=None, koperasi=koperasi)
    with django_assert_max_num_queries(5):
        open_page(client, koperasi)
