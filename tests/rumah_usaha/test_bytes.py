"""What a page weighs before its first paint, on the phone of a visitor who pays for every megabyte."""

import io
import itertools
import re
import uuid

import brotli
import pytest
from django.contrib.staticfiles import finders
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from common.images import rendition_name
from produk.models import Foto, Kategori
from rumah_usaha.demo.events import events
from rumah_usaha.demo.pictures import draw
from rumah_usaha.demo.products import products
from tests.acara import KegiatanFactory
from tests.factories import KoperasiFactory, ProdukFactory, UsahaFactory
from wilayah.models import Desa

pytestmark = pytest.mark.django_db

# One round trip: what a server may send before it hears from the phone.
MOST_BEFORE_PAINT = 14_000
A_FULL_PAGE = 24


@pytest.fixture
def seller():
    """A seller whose names, prices and stories are as long and as different as real ones."""
    usaha = UsahaFactory(name="Dapur Sitti", desa=Desa.objects.get(name="Uentanaga Bawah"), listed=True)
    kategori = {each.slug: each for each in Kategori.objects.all()}
    for good in [each for each in products() if each.state == "tayang"][: A_FULL_PAGE + 6]:
        produk = ProdukFactory(
            usaha=usaha,
            name=good.name,
            description=good.description,
            price=good.price,
            kategori=kategori[good.kategori],
            listed=True,
        )
        # Only the addresses weigh here; stored names are random and hardly shrink.
        name = uuid.uuid4().hex
        Foto.objects.create(
            produk=produk, image=f"produk/{name[:2]}/{name}.jpg", alt=good.name, width=1000, height=1000
        )
    return usaha


def before_paint(client, address):
    """The page itself and every style sheet it waits for, each as it travels."""
    return weight_of(client.get(address, headers={"Accept-Encoding": "br"}))


def weight_of(response):
    assert response["Content-Encoding"] == "br"
    html = brotli.decompress(response.content).decode()
    sheets = re.findall(r'<link rel="stylesheet" href="/static/([^"]+)"', html)
    assert sheets
    assert not re.findall(r"<script(?![^>]*(?: defer|ld\+json|application/json))", html)
    # WhiteNoise compresses files beforehand in the same way.
    return len(response.content) + sum(len(brotli.compress(read(sheet))) for sheet in sheets)


def read(name):
    with open(finders.find(name), "rb") as file:
        return file.read()


def address_of(place, seller):
    produk = seller.produk_set.order_by("-published_at").first()
    if place in {"/kegiatan/", "event"}:
        return gathering(place)
    return {"product": produk.get_absolute_url(), "seller": seller.get_absolute_url()}.get(place, place)


def gathering(place):
    """A full agenda, or an event with all that may be told of one."""
    for event in itertools.islice(itertools.cycle(events()), A_FULL_PAGE):
        kegiatan = KegiatanFactory(
            listed=True, name=event.name, place=event.place, description=event.description, sasaran=event.sasaran,
            kuota=20, narasumber=event.narasumber or "Dinas Kesehatan", begins_on=timezone.localdate(),
            desa=Desa.objects.get(name="Uentanaga Bawah"),
        )  # fmt: skip
    return kegiatan.get_absolute_url() if place == "event" else place


@pytest.mark.parametrize(
    "place",
    [
        "/",
        "/produk/",
        "/produk/?kategori=makanan&q=ikan",
        "product",
        "seller",
        "/usaha/",
        "/kegiatan/",
        "event",
    ],
)
def test_a_page_with_its_style_fits_into_one_round_trip(client, seller, place):
    assert before_paint(client, address_of(place, seller)) <= MOST_BEFORE_PAINT


@pytest.mark.parametrize(("place", "cards"), [("/produk/", 24), ("/", 8), ("product", 8)])
def test_the_pages_weighed_are_full(client, seller, place, cards):
    assert client.get(address_of(place, seller)).content.decode().count('class="card"') == cards


@pytest.mark.parametrize("motif", ["sambal_roa", "tenun", "ikan_segar"])
def test_a_card_picture_weighs_at_most_eight_kilobytes(settings, tmp_path, motif):
    settings.MEDIA_ROOT = tmp_path
    output = io.BytesIO()
    draw(motif, 3).convert("RGB").save(output, "JPEG", quality=90)
    upload = SimpleUploadedFile("foto.jpg", output.getvalue(), "image/jpeg")
    image = Foto.objects.create(produk=ProdukFactory(), image=upload).image
    weights = {
        suffix: image.storage.size(rendition_name(image.name, "card", suffix))
        for suffix in ("avif", "webp", "jpg")
    }
    assert max(weights.values()) <= 8_000, weights


@pytest.mark.parametrize(
    "place", ["/", "/produk/", "/produk/?q=ikan", "product", "/usaha/", "seller", "/koperasi/", "koperasi",
             "/tentang/", "/privasi/", "/tidak-ada/"]
)  # fmt: skip
def test_a_public_page_sets_no_cookie(client, seller, place):
    koperasi = KoperasiFactory(listed=True)
    address = koperasi.get_absolute_url() if place == "koperasi" else address_of(place, seller)
    response = client.get(address)
    assert response.status_code == (404 if place == "/tidak-ada/" else 200)
    assert not response.cookies


def test_the_sign_in_page_is_where_cookies_begin(client):
    """The test above could not fail if the client never saw any."""
    assert client.get(reverse("account_login")).cookies
