"""A consent that its owner takes back: within a minute the number is gone from every page, feed and kept copy."""

import pytest
from django.test import Client
from django.urls import reverse

from produk.models import Produk
from tests.factories import ProdukFactory
from tests.house.people import owner_of
from umkm.actions import give_consent

pytestmark = pytest.mark.django_db
PHONE = "+6285241559077"
TRACES = (PHONE[1:], "085241559077", "0852-4155-9077")


@pytest.fixture
def produk() -> Produk:
    produk = ProdukFactory(
        listed=True, usaha__pemilik__phone=PHONE, usaha__pemilik__consents=("katalog",), name="Abon Uji"
    )
    give_consent(pemilik=produk.usaha.pemilik, purpose="telepon", channel="formulir", by=None)
    return produk


def places(produk):
    """Where a visitor may meet the business."""
    return [
        "/", "/produk/", "/usaha/", produk.get_absolute_url(), produk.usaha.get_absolute_url(),
        reverse("produk:newest"), reverse("produk:feed"), "/peta/", "/cari/saran/?q=abon",
        reverse("data_terbuka:csv", args=["usaha"]), reverse("data_terbuka:json", args=["usaha"]),
        reverse("data_terbuka:csv", args=["produk"]), reverse("data_terbuka:json", args=["produk"]),
    ]  # fmt: skip


def found(worker, produk):
    shown = []
    for place in places(produk):
        response = worker.get(place, follow=True)
        body = b"".join(response.streaming_content) if response.streaming else response.content
        shown += [place for trace in TRACES if trace.encode() in body]
    ordered = worker.post(reverse("pesanan:order", args=[produk.slug]), {"jumlah": "1"})
    return shown + ["the order"] * any(trace.encode() in ordered.content for trace in TRACES)


def test_a_number_is_gone_everywhere_within_a_minute(worker, produk, clock):
    owner = Client()
    owner.force_login(owner_of(produk.usaha.pemilik))
    before = found(worker, produk)
    assert produk.usaha.get_absolute_url() in before
    assert "the order" in before
    # Everything is kept by now.
    assert found(worker, produk) == before
    owner.post(reverse("akun:consents"), {"tujuan": "telepon", "setuju": "tidak"})
    clock["now"] += 60
    assert found(worker, produk) == []
