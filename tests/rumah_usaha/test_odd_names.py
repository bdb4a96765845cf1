"""Names as people have them reach the public pages whole, and do no harm there."""

import pytest
from django.urls import reverse
from django.utils.html import escape

from tests.factories import KeanggotaanFactory, KoperasiFactory, ProdukFactory, UsahaFactory

pytestmark = pytest.mark.django_db

NAMES = [
    "Kue O'Brien d'Uji & <b>Anak</b>",
    "الحاج أحمد",
    "Kopi ☕ Nyiur 👩🏽‍🌾",
    "Sambal Roa Nyiur Melambai " * 7 + "Asli Togean.....",
    "A" * 200,
]


@pytest.mark.parametrize("name", NAMES, ids=["signs", "arabic", "emoji", "long", "unbroken"])
def test_a_name_stands_whole_on_every_public_page(client, name):
    assert len(name) <= 200
    usaha = UsahaFactory(name=name, listed=True)
    produk = ProdukFactory(name=name, usaha=usaha, listed=True)
    koperasi = KoperasiFactory(name=name, listed=True)
    KeanggotaanFactory(koperasi=koperasi, usaha=usaha)
    pages = [reverse("home"), reverse("produk:list"), reverse("umkm:list"), reverse("koperasi:list")]
    pages += [record.get_absolute_url() for record in (produk, usaha, koperasi)]
    for page in pages:
        answer = client.get(page)
        assert answer.status_code == 200
        text = answer.content.decode()
        assert escape(name) in text or page == reverse("home"), page
        assert "<b>Anak</b>" not in text


@pytest.mark.parametrize("name", NAMES[:3], ids=["signs", "arabic", "emoji"])
def test_a_name_is_found_by_itself(client, name):
    ProdukFactory(name=name, usaha=UsahaFactory(listed=True), listed=True)
    answer = client.get(reverse("produk:list"), {"q": name})
    assert escape(name) in answer.content.decode()
