"""The list of businesses as a visitor uses it."""

import pytest
from django.urls import reverse

from tests.factories import DesaFactory, KecamatanFactory, PemilikFactory, UsahaFactory

pytestmark = pytest.mark.django_db
URL = reverse("umkm:list")


def names(response):
    assert response.status_code == 200
    return [usaha.name for usaha in response.context["page"]]


@pytest.fixture
def businesses():
    togean = DesaFactory(kecamatan=KecamatanFactory(slug="uji-togean", name="Uji Togean"))
    return [
        UsahaFactory(listed=True, name="Dapur Mutiara", desa=togean),
        UsahaFactory(listed=True, name="Anyaman Ibu", bidang_usaha="kerajinan"),
        UsahaFactory(name="Belum Tayang"),
    ]


def test_only_listed_businesses_are_shown(client, businesses):
    assert names(client.get(URL)) == ["Anyaman Ibu", "Dapur Mutiara"]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({"q": "mutia"}, ["Dapur Mutiara"]),
        ({"q": "ibu anyaman"}, ["Anyaman Ibu"]),
        ({"kecamatan": "uji-togean"}, ["Dapur Mutiara"]),
        ({"bidang": "kerajinan"}, ["Anyaman Ibu"]),
        ({"bidang": "kerajinan", "kecamatan": "uji-togean"}, []),
        ({"bidang": "ngawur", "kecamatan": "ngawur", "hal": "ngawur"}, ["Anyaman Ibu", "Dapur Mutiara"]),
        ({"urut": "nama"}, ["Anyaman Ibu", "Dapur Mutiara"]),
        ({"q": "%"}, []),
        ({"q": "x" * 5000}, []),
    ],
)
def test_filters_combine_and_garbage_is_ignored(client, businesses, query, expected):
    assert names(client.get(URL, query)) == expected


def test_a_misspelt_name_finds_those_that_resemble_it(client, businesses):
    response = client.get(URL, {"q": "mutiarra"})
    assert names(response) == ["Dapur Mutiara"]
    assert "nama yang mirip" in response.text


def test_names_that_fit_are_not_mixed_with_those_that_resemble(client, businesses):
    UsahaFactory(listed=True, name="Mutiarra Jaya")
    assert names(client.get(URL, {"q": "mutiarra"})) == ["Mutiarra Jaya"]


def test_nothing_about_an_owner_stands_in_the_list(client):
    pemilik = PemilikFactory(
        name="Sitti Aminah", with_nik=True, phone="+6281234567890", consents=("katalog", "nama", "telepon")
    )
    UsahaFactory(listed=True, pemilik=pemilik)
    text = client.get(URL).text
    assert "Sitti" not in text
    assert "720999" not in text
    assert "81234567890" not in text


@pytest.mark.parametrize("consents", [("katalog",), ("katalog", "foto")])
def test_a_photo_waits_for_the_owners_yes(client, consents):
    UsahaFactory(listed=True, photo="usaha/x.jpg", pemilik=PemilikFactory(consents=consents))
    assert ("usaha/x.card" in client.get(URL).text) == ("foto" in consents)


@pytest.mark.parametrize("count", [1, 24, 30])
@pytest.mark.parametrize("query", [{}, {"q": "usaha uji"}, {"q": "uasha"}])
def test_a_list_costs_at_most_four_statements(client, django_assert_max_num_queries, count, query):
    client.get(URL)
    for _ in range(count):
        UsahaFactory(listed=True)
    with django_assert_max_num_queries(4):
        client.get(URL, query)
