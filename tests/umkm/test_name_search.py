"""Businesses found by name: by an index, in every order, on every page."""

import json

import pytest
from django.db import connection
from django.urls import reverse

from common.listing import NEWEST
from common.name_sounds import named_like
from tests.factories import UsahaFactory
from umkm.models import Usaha

pytestmark = pytest.mark.django_db
URL = reverse("umkm:list")


def nodes(plan):
    yield plan
    for child in plan.get("Plans", []):
        yield from nodes(child)


@pytest.mark.parametrize("forgiving", [False, True])
@pytest.mark.parametrize("text", ["warung lukman", "warng lukmn", "war"])
def test_a_name_is_looked_up_in_its_index(forgiving, text):
    UsahaFactory(listed=True, name="Warung Lukman")
    with connection.cursor() as sql:
        # A test's few rows would always be read whole, in some order or other.
        sql.execute("SET LOCAL enable_seqscan = off")
        sql.execute("DROP INDEX umkm_usaha_newest_listed, umkm_usaha_by_name_listed")
    rows = named_like(Usaha.objects.listed(), text, forgiving=forgiving).order_by(*NEWEST)[:25]
    (explained,) = json.loads(rows.explain(format="json"))
    used = {node.get("Index Name") for node in nodes(explained["Plan"])}
    assert "umkm_usaha_name_sounds" in used


@pytest.mark.parametrize("order", ["nama", "terbaru"])
def test_found_names_are_one_list_without_gap_or_repetition(client, order):
    for number in range(50):
        UsahaFactory(listed=True, name=f"Warung {number:02}")
    response, seen = client.get(URL, {"q": "warung", "urut": order}), []
    while True:
        seen += [usaha.name for usaha in response.context["page"]]
        if not response.context["next_url"]:
            break
        response = client.get(URL + response.context["next_url"])
    expected = [f"Warung {number:02}" for number in range(50)]
    assert seen == (expected if order == "nama" else expected[::-1])
    back = client.get(URL + response.context["previous_url"])
    assert [usaha.name for usaha in back.context["page"]] == seen[24:48]


def test_a_new_name_is_found_at_once_and_the_old_one_no_more(client):
    usaha = UsahaFactory(listed=True, name="Warung Lukman")
    Usaha.objects.filter(pk=usaha.pk).update(name="Dapur Mutiara")
    found = [
        [row.name for row in client.get(URL, {"q": text}).context["page"]] for text in ("mutiarra", "lukman")
    ]
    assert found == [["Dapur Mutiara"], []]
