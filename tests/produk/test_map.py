"""The kecamatan of a list chosen on the district's map."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from common import memory
from produk.models import Kategori
from tests.factories import ProdukFactory, UsahaFactory
from tests.kantor import words
from wilayah.models import Desa, Kecamatan

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _counted_anew():
    memory.forget()
    yield
    memory.forget()


def links(response):
    return {place.name: place.url for place in response.context["map_paths"]}


def test_every_kecamatan_stands_in_the_list_and_on_the_map(client):
    response = client.get("/peta/")
    assert len(links(response)) == Kecamatan.objects.count() == 12
    page = response.content.decode()
    # The list can be reached by keyboard; the map repeats its links for those who point.
    assert page.count('class="place"') == page.count('tabindex="-1"><path') == 12
    assert all(place.d for place in response.context["map_paths"])


def test_a_place_keeps_the_other_filters(client):
    Kategori.objects.get_or_create(slug="makanan", defaults={"name": "Makanan"})
    url = links(client.get("/peta/?q=abon&kategori=makanan&kecamatan=togean"))["Ampana Kota"]
    assert url == "/produk/?q=abon&kategori=makanan&kecamatan=ampana-kota"


def test_counts_are_told_only_where_they_are_true_of_the_list(client):
    desa = Desa.objects.filter(kecamatan__slug="togean").first()
    ProdukFactory(usaha=UsahaFactory(desa=desa, listed=True), listed=True)
    assert "Togean 1 produk" in words(client.get("/peta/"))
    assert "1 produk" not in words(client.get("/peta/?q=abon"))


def test_the_chosen_kecamatan_is_marked(client):
    page = client.get("/peta/?kecamatan=togean").content.decode()
    assert (
        page.count('aria-current="true"') - client.get("/peta/").content.decode().count('aria-current="true"')
        == 1
    )


def test_the_map_asks_the_database_nothing_once_counted(client):
    client.get("/peta/?q=abon")
    with CaptureQueriesContext(connection) as queries:
        client.get("/peta/?q=abon")
    assert len(queries) == 0
