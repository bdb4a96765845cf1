"""A consent that its owner takes back: within a minute the number is gone from every page, feed and kept copy."""

import io
from collections.abc import Iterator
from typing import Any

import pytest
from django.http import HttpResponseBase
from django.test import Client
from django.urls import reverse
from pypdf import PdfReader

from data_terbuka.sets import DATA_SETS
from produk.models import Produk
from rumah_usaha.access import ACCESS, VISITOR
from tests.factories import KecamatanFactory
from tests.house.people import owner_of
from tests.house.records import one_of_each
from tests.house.walk import named_addresses, url_of
from umkm.actions import give_consent
from umkm.models import Usaha

pytestmark = pytest.mark.django_db
PHONE = "+6285241559077"
TRACES = (PHONE[1:], "085241559077", "0852-4155-9077", "852-4155-9077", "852 4155 9077")


@pytest.fixture
def records(settings, tmp_path) -> dict:
    """A district whose only owner agreed to show the number."""
    settings.MEDIA_ROOT, settings.PRIVATE_ROOT = tmp_path / "media", tmp_path / "private"
    settings.OFFICE_WHATSAPP = ""
    records = one_of_each(KecamatanFactory())
    pemilik = records[Usaha].pemilik
    pemilik.phone = PHONE
    pemilik.save()
    give_consent(pemilik=pemilik, purpose="telepon", channel="formulir", by=None)
    return records


def places(records: dict) -> Iterator[tuple[str, str]]:
    """Every address that a visitor may open, by name, and what is asked of some of them."""
    produk, usaha = records[Produk], records[Usaha]
    asked = {
        "suggest": "q=produk",
        "produk:list": "q=produk",
        "umkm:list": "q=usaha",
        "map": "q=produk",
        "pesanan:goods": f"produk={produk.pk}",
        "belanja_asn:new": f"penjual={usaha.get_absolute_url()}",
    }
    for address in named_addresses():
        if address.name in ACCESS and VISITOR in ACCESS[address.name].get:
            url = url_of(address, records)
            yield address.name, url
            if address.name in asked:
                yield f"{address.name}, asked", f"{url}?{asked[address.name]}"
    for kind in ("csv", "json"):
        for dataset in DATA_SETS:
            yield f"{dataset} as {kind}", reverse(f"data_terbuka:{kind}", args=[dataset])


def sent(records: dict) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """What a visitor gets for a press of a button."""
    produk, usaha = records[Produk], records[Usaha]
    yield "order", reverse("pesanan:order", args=[produk.slug]), {"jumlah": "1"}
    yield "order of many", reverse("pesanan:order_many"), {"butir": [f"{produk.pk}:2"]}
    for noun, record in (("p", produk), ("u", usaha)):
        yield f"poster of {noun}", reverse("printed", args=[noun, record.slug]), {"bentuk": "poster"}


def told(response: HttpResponseBase) -> str:
    body = response.getvalue()
    if response.get("Content-Type") == "application/pdf":
        return " ".join(page.extract_text() for page in PdfReader(io.BytesIO(body)).pages)
    return body.decode(errors="replace")


def found(worker: Client, records: dict) -> set[str]:
    texts = {name: told(worker.get(url, follow=True)) for name, url in places(records)}
    texts |= {name: told(worker.post(url, body)) for name, url, body in sent(records)}
    return {name for name, text in texts.items() if any(trace in text for trace in TRACES)}


def test_a_number_is_gone_everywhere_within_a_minute(worker, records, clock):
    owner = Client()
    owner.force_login(owner_of(records[Usaha].pemilik))
    before = found(worker, records)
    assert {"umkm:detail", "order", "order of many"} <= before
    # Everything is kept by now.
    assert found(worker, records) == before
    owner.post(reverse("akun:consents"), {"tujuan": "telepon", "setuju": "tidak"})
    clock["now"] += 60
    assert found(worker, records) == set()
