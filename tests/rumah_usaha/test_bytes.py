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
from common.images.renditions import RENDITIONS
from produk.models import Foto, Kategori
from rumah_usaha.demo.events import events
from rumah_usaha.demo.pictures import draw
from rumah_usaha.demo.products import products
from tests.acara import KegiatanFactory
from tests.factories import KoperasiFactory, PemilikFactory, ProdukFactory, UsahaFactory
from wilayah.models import Desa

pytestmark = pytest.mark.django_db

# One round trip: what a server may send before it hears from the phone.
MOST_BEFORE_PAINT = 14_000
# The whole first view, as far as no picture of it waits until it is scrolled to.
MOST_IN_ALL, MOST_REQUESTS = 45_000, 6
A_FULL_PAGE = 24
SHEET = r'<link rel="stylesheet" href="/static/([^"]+)"'


@pytest.fixture
def seller():
    """A seller whose names, prices and stories are as long and as different as real ones."""
    usaha = UsahaFactory(
        name="Dapur Sitti",
        pemilik=PemilikFactory(consents=("katalog", "foto")),
        desa=Desa.objects.get(name="Uentanaga Bawah"),
        photo="usaha/aa/aa.jpg",
        listed=True,
    )
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
    return paint_of(client.get(address, headers={"Accept-Encoding": "br"}))


def paint_of(response):
    weight, html = travelled(response)
    sheets = re.findall(SHEET, html)
    assert sheets
    assert not re.findall(r"<script(?![^>]*(?: defer|ld\+json|application/json))", html)
    return weight + sum(map(weight_of, sheets))


def first_view(client, address):
    """Address → bytes of all that a dense screen loads, lazy pictures aside; its tab's mark comes after the page."""
    weight, html = travelled(client.get(address, headers={"Accept-Encoding": "br"}))
    sheets = re.findall(SHEET, html)
    files = [*sheets, *re.findall(r'<script src="/static/([^"]+)"', html)]
    # The other picture of the style sheets is the arrow of a select box, which stands folded away on a phone.
    files += [
        f"img/{name}" for sheet in sheets for name in re.findall(r"/img/(?!pilih)([^)]+)\)", text(sheet))
    ]
    files += re.findall(r'<img(?![^>]*loading="lazy")[^>]* src="/static/([^"#]+)', html)
    photos = re.findall(
        r'<source type="image/avif" srcset="(?:[^"]*, )?/media/([^" ]+)[^"]*">'
        r'<source[^>]*><img(?![^>]*loading="lazy")',
        html,
    )
    return (
        {address: weight}
        | {file: weight_of(file) for file in files}
        | {each: heaviest(each) for each in photos}
    )


def heaviest(photo):
    """What a rendition may weigh: "…/x.page.avif"."""
    return RENDITIONS[tuple(photo.split(".")[-2:])].max_bytes


def travelled(response):
    """(its bytes on the wire, the page)."""
    assert response["Content-Encoding"] == "br"
    return len(response.content), brotli.decompress(response.content).decode()


def weight_of(name):
    """WhiteNoise compresses files beforehand in the same way."""
    return len(brotli.compress(text(name).encode()))


def text(name):
    with open(finders.find(name)) as file:
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


@pytest.mark.parametrize(
    "place", ["/", "/produk/", "/produk/?q=ikan", "/produk/?q=zzzz", "product", "seller", "/peta/"]
)
def test_the_whole_first_view_is_light_and_of_few_requests(client, seller, place):
    seen = first_view(client, address_of(place, seller))
    assert len(seen) <= MOST_REQUESTS, seen
    assert sum(seen.values()) <= MOST_IN_ALL, seen


@pytest.mark.parametrize("place", ["/produk/", "product", "seller"])
def test_the_first_views_weighed_have_their_picture(client, seller, place):
    assert any(name.endswith(".avif") for name in first_view(client, address_of(place, seller)))


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
