"""A product's page: what a buyer sees, and what only a yes of the owner lets through."""

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from legalitas.choices import JenisSertifikat
from produk.models import Foto
from tests.factories import PemilikFactory, ProdukFactory, SertifikatFactory, UsahaFactory

pytestmark = pytest.mark.django_db


def open_page(client, produk):
    response = client.get(produk.get_absolute_url())
    assert response.status_code == 200
    return response


def order(client, produk):
    return client.post(reverse("pesanan:order", args=[produk.slug]), {"jumlah": "1"})


def of_owner(*consents, phone="+6281234567890", **values):
    pemilik = PemilikFactory(name="Sitti Aminah", phone=phone, consents=("katalog", *consents))
    return ProdukFactory(listed=True, usaha=UsahaFactory(listed=True, pemilik=pemilik, **values))


def test_name_price_unit_and_seller_are_shown(client):
    produk = ProdukFactory(listed=True, name="Abon Tuna", price=25_000, description="Dari laut Togean.")
    text = open_page(client, produk).text
    for part in ("Abon Tuna", "Rp25.000", "/ bungkus", produk.usaha.name, "Dari laut Togean.", "hari ini"):
        assert part in text


@pytest.mark.parametrize("change", ["product", "seller", "consent", "archive"])
def test_a_product_off_the_site_has_no_page(client, change):
    produk = ProdukFactory(listed=True)
    if change == "product":
        produk.published_at = produk.published_by = None
        produk.save()
    elif change == "seller":
        produk.usaha.published_at = produk.usaha.published_by = None
        produk.usaha.save()
    elif change == "consent":
        produk.usaha.pemilik.persetujuan_set.all().delete()
    else:
        produk.archived_at, produk.archived_by = timezone.now(), produk.verified_by
        produk.save()
    assert client.get(produk.get_absolute_url()).status_code == 404


def test_the_order_link_waits_for_the_owners_yes(client):
    text = open_page(client, of_owner()).text
    assert "Pesan lewat WhatsApp" not in text
    assert "81234567890" not in text


def test_with_the_owners_yes_the_order_link_reaches_the_owner(client):
    produk = of_owner("telepon")
    assert "Pesan lewat WhatsApp" in open_page(client, produk).text
    url = order(client, produk).context["whatsapp_url"]
    assert url.startswith("https://wa.me/6281234567890?text=")


def test_the_number_of_the_business_goes_before_the_owners(client):
    produk = of_owner("telepon", whatsapp="+6281111111111")
    assert "wa.me/6281111111111?" in order(client, produk).context["whatsapp_url"]


def test_a_withdrawn_yes_takes_the_link_away(client):
    produk = of_owner("telepon")
    consent = produk.usaha.pemilik.persetujuan_set.get(purpose="telepon")
    consent.withdrawn_at, consent.withdrawn_by = timezone.now(), produk.verified_by
    consent.save()
    assert "Pesan lewat WhatsApp" not in open_page(client, produk).text
    assert order(client, produk).context["whatsapp_url"] == ""


@pytest.mark.parametrize("consented", [False, True])
def test_a_cooperatives_number_waits_for_its_yes(client, consented):
    produk = ProdukFactory(listed=True, of_koperasi=True)
    koperasi = produk.koperasi
    koperasi.phone = "+6281234567890"
    if consented:
        koperasi.phone_consented_at, koperasi.phone_consented_by = timezone.now(), produk.verified_by
    koperasi.save()
    assert ("Pesan lewat WhatsApp" in open_page(client, produk).text) == consented
    assert bool(order(client, produk).context["whatsapp_url"]) == consented


def test_the_owners_name_is_not_on_a_products_page(client):
    assert "Sitti Aminah" not in open_page(client, of_owner("nama")).text


def test_a_mark_shows_with_number_and_date_of_checking(client):
    produk = ProdukFactory(listed=True)
    SertifikatFactory(
        verified=True, produk=[produk], usaha=produk.usaha, number_on_paper="ID72110001234567890125"
    )
    text = open_page(client, produk).text
    assert "Sertifikat halal" in text
    assert "ID72110001234567890125" in text
    assert "Diperiksa petugas" in text


@pytest.mark.parametrize("flaw", ["unverified", "expired", "archived", "other product", "land title"])
def test_a_certificate_that_does_not_hold_is_no_mark(client, flaw):
    produk = ProdukFactory(listed=True)
    values = {"verified": flaw != "unverified", "produk": [] if flaw == "other product" else [produk]}
    if flaw == "expired":
        values["valid_until"] = timezone.localdate() - datetime.timedelta(days=1)
    if flaw == "archived":
        values |= {"archived_at": timezone.now(), "archived_by": produk.verified_by}
    if flaw == "land title":
        values["jenis"] = JenisSertifikat.SHAT
    SertifikatFactory(usaha=produk.usaha, number_on_paper="ID72110001234567890125", **values)
    text = open_page(client, produk).text
    assert "Diperiksa petugas" not in text
    assert "ID72110001234567890125" not in text


def test_the_sellers_nib_is_a_mark_without_its_number(client):
    produk = of_owner(nib="9120001234567")
    SertifikatFactory(verified=True, usaha=produk.usaha, jenis=JenisSertifikat.NIB, number_on_paper="")
    text = open_page(client, produk).text
    assert "<strong>NIB</strong>" in text
    assert "9120001234567" not in text


def test_other_products_of_the_seller_are_offered(client):
    produk = ProdukFactory(listed=True)
    other = ProdukFactory(listed=True, usaha=produk.usaha)
    ProdukFactory(listed=True)
    ProdukFactory(usaha=produk.usaha)
    assert open_page(client, produk).context["more"] == [other]


def test_previews_have_an_absolute_address_and_picture(client, settings):
    settings.SITE_URL = "https://rumahusaha.contoh.id"
    produk = ProdukFactory(listed=True, slug="abon-tuna", name="Abon Tuna")
    text = open_page(client, produk).text
    assert '<link rel="canonical" href="https://rumahusaha.contoh.id/produk/abon-tuna/">' in text
    assert '<meta property="og:title" content="Abon Tuna">' in text
    assert '<meta property="og:image" content="https://rumahusaha.contoh.id/produk/abon-tuna/bagikan-' in text


def test_a_product_that_is_sold_out_says_so(client):
    assert "Sedang tidak tersedia" in open_page(client, ProdukFactory(listed=True, is_available=False)).text


@pytest.mark.parametrize("count", [1, 24])
@pytest.mark.parametrize("of_koperasi", [False, True])
def test_a_product_page_costs_at_most_five_statements(
    client, django_assert_max_num_queries, same_minute, count, of_koperasi
):
    produk = ProdukFactory(listed=True, of_koperasi=of_koperasi)
    beside = [ProdukFactory(listed=True, usaha=produk.usaha, koperasi=produk.koperasi) for _ in range(count)]
    for row in (produk, *beside):
        Foto.objects.bulk_create(
            Foto(produk=row, image=f"produk/{row.pk}-{number}.jpg", width=800, height=800)
            for number in range(3)
        )
        SertifikatFactory(verified=True, usaha=produk.usaha, koperasi=produk.koperasi, produk=[produk, row])
    with django_assert_max_num_queries(5):
        open_page(client, produk)
