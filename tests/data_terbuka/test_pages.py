"""`/data/` as people read it, what programs read about it, and who may read the files."""

import json
import re

import pytest
from django.urls import reverse

from data_terbuka.sets import DATA_SETS
from tests.factories import KoperasiFactory, UsahaFactory

pytestmark = pytest.mark.django_db
INDEX = reverse("data_terbuka:index")


def text(client, url):
    response = client.get(url)
    assert response.status_code == 200
    return response.content.decode()


def test_the_page_lists_every_set_with_its_files_and_its_dictionary(client):
    page = text(client, INDEX)
    for slug, data_set in DATA_SETS.items():
        assert data_set.summary in page
        assert f"{len(data_set.columns)} kolom" in page
        for address in (f"/data/v1/{slug}.csv", f"/data/v1/{slug}.json", f"/data/kamus/{slug}/"):
            assert f'href="{address}"' in page


@pytest.mark.parametrize(
    "said",
    [
        "CC BY 4.0",
        "https://creativecommons.org/licenses/by/4.0/deed.id",
        "Diunduh",
        "keadaan terakhir",
        "koma",
    ],
)
def test_the_page_says_licence_citation_freshness_and_shape(client, said):
    assert said in text(client, INDEX)


def test_the_page_tells_how_many_rows_there_are(client):
    UsahaFactory.create_batch(3, listed=True)
    assert "3 baris · 14 kolom" in text(client, INDEX)


def test_the_page_counts_no_further_than_a_thousand(client, monkeypatch):
    monkeypatch.setattr("data_terbuka.data_set.MOST_COUNTED", 2)
    monkeypatch.setattr("data_terbuka.views.MOST_COUNTED", 2)
    UsahaFactory.create_batch(4, listed=True)
    assert "lebih dari 2 baris" in text(client, INDEX)


def test_the_page_asks_little_of_the_database(client, django_assert_max_num_queries):
    with django_assert_max_num_queries(10):
        client.get(INDEX)
    with django_assert_max_num_queries(0):
        client.get(INDEX)


def test_every_page_of_the_site_leads_there(client):
    assert f'href="{INDEX}"' in text(client, "/")


@pytest.mark.parametrize("slug", DATA_SETS)
def test_a_dictionary_explains_every_column(client, slug):
    page = text(client, reverse("data_terbuka:dictionary", args=[slug]))
    data_set = DATA_SETS[slug]
    assert re.findall(r'<th scope="row"><code>(\w+)</code>', page) == data_set.names
    assert "makanan_minuman" in page or slug != "usaha"


@pytest.mark.parametrize("slug", DATA_SETS)
def test_a_dictionary_tells_search_engines_of_its_files(client, slug):
    page = text(client, reverse("data_terbuka:dictionary", args=[slug]))
    (found,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page, re.S)
    dataset = json.loads(found)["@graph"][0]
    # What search engines for data ask for: a name, and 50 to 5000 letters about it.
    assert dataset["@type"] == "Dataset"
    assert dataset["name"]
    assert 50 <= len(dataset["description"]) <= 5000
    for file in dataset["distribution"]:
        assert client.get(file["contentUrl"]).status_code == 200


def test_the_catalogue_leads_to_every_file(client):
    catalogue = json.loads(text(client, "/data/v1/katalog.json"))
    assert catalogue["@type"] == "dcat:Catalog"
    files = [
        address["@id"]
        for each in catalogue["dcat:dataset"]
        for distribution in each["dcat:distribution"]
        if (address := distribution.get("dcat:downloadURL") or distribution["dcat:accessURL"])
    ]
    assert len(files) == 2 * len(DATA_SETS)
    for file in files:
        assert client.get(file).status_code == 200
    licences = {each["dct:license"]["@id"] for each in catalogue["dcat:dataset"]}
    assert licences == {"https://creativecommons.org/licenses/by/4.0/"}


def test_the_catalogue_names_a_contact_where_the_office_has_one(client, settings):
    assert "mailto:" not in text(client, "/data/v1/katalog.json")
    settings.OFFICE_EMAIL = "dinas@contoh.go.id"
    assert "mailto:dinas@contoh.go.id" in text(client, "/data/v1/katalog.json")


@pytest.mark.parametrize("slug", DATA_SETS)
def test_a_schema_fits_its_rows(client, slug):
    """By the rules of the Table Schema: types, required, enum, unique."""
    UsahaFactory(listed=True)
    KoperasiFactory(listed=True)
    schema = json.loads(text(client, f"/data/v1/{slug}.skema.json"))
    rows = client.get(f"/data/v1/{slug}.json").json()["baris"]
    assert [field["name"] for field in schema["fields"]] == DATA_SETS[slug].names
    assert schema["primaryKey"] == ["kode"]
    types = {"string": str, "date": str, "integer": int, "year": int, "boolean": bool}
    for field in schema["fields"]:
        assert field["type"] in types
        limits = field.get("constraints", {})
        for value in (row[field["name"]] for row in rows):
            assert value is not None or not limits.get("required")
            assert value is None or isinstance(value, types[field["type"]])
            assert value is None or value in limits.get("enum", [value])


FILES = ["katalog.json", "usaha.skema.json", "usaha.csv", "usaha.json", "usaha.json?hal=x"]


@pytest.mark.parametrize("file", FILES)
def test_any_site_may_read_the_files(client, file):
    response = client.get(f"/data/v1/{file}")
    assert response["Access-Control-Allow-Origin"] == "*"
    assert response["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert response["Cache-Control"] == "public, no-cache"
    assert not response.cookies


@pytest.mark.parametrize("page", ["/data/", "/data/kamus/usaha/", "/usaha/", "/usaha/?format=csv"])
def test_no_other_page_is_open_to_other_sites(client, page):
    response = client.get(page)
    assert not response.has_header("Access-Control-Allow-Origin")
    assert response["Cross-Origin-Resource-Policy"] == "same-origin"


@pytest.mark.parametrize("file", FILES)
def test_nobody_writes_to_them(client, file):
    assert client.post(f"/data/v1/{file}").status_code == 405
