"""The address of the picture beside a shared link: what it answers, what it keeps, and what it never shows."""

import io
import re

import pytest
from django.core.files.storage import Storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from PIL import Image

from produk.models import Foto
from tests.factories import KoperasiFactory, PemilikFactory, ProdukFactory, SertifikatFactory, UsahaFactory

pytestmark = pytest.mark.django_db
IMMUTABLE = "public, max-age=31536000, immutable"


@pytest.fixture(autouse=True)
def files(settings, tmp_path):
    settings.MEDIA_ROOT, settings.PRIVATE_ROOT = tmp_path / "media", tmp_path / "private"
    return tmp_path / "private" / "bagikan"


def upload(colour):
    content = io.BytesIO()
    Image.new("RGB", (900, 700), colour).save(content, "JPEG")
    return SimpleUploadedFile("foto.jpg", content.getvalue(), "image/jpeg")


def record(noun):
    factory = {"produk": ProdukFactory, "usaha": UsahaFactory, "koperasi": KoperasiFactory}[noun]
    return factory(listed=True)


def address(client, record):
    """The address that the page itself names."""
    found = re.search(
        r'<meta property="og:image" content="([^"]+)"', client.get(record.get_absolute_url()).text
    )
    return found[1].removeprefix("http://127.0.0.1:8000")


def picture(response):
    assert response.status_code == 200
    return Image.open(io.BytesIO(response.content))


def kept(files):
    return sorted(path.name for path in files.rglob("*.jpg"))


@pytest.mark.parametrize("noun", ["produk", "usaha", "koperasi"])
def test_the_page_names_a_picture_that_chat_programs_take(client, noun):
    response = client.get(address(client, record(noun)))
    assert (picture(response).format, picture(response).size) == ("JPEG", (1200, 630))
    assert len(response.content) < 300_000
    assert response["Content-Type"] == "image/jpeg"
    assert response["Cache-Control"] == IMMUTABLE
    assert response["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert not response.cookies


@pytest.mark.parametrize("noun", ["produk", "usaha", "koperasi"])
def test_it_is_drawn_once(client, files, monkeypatch, noun):
    at = address(client, record(noun))
    first = client.get(at).content
    monkeypatch.setattr("common.share_pictures.draw_share", None)
    assert client.get(at).content == first
    assert len(kept(files)) == 1


def test_a_new_price_is_a_new_address_and_the_old_one_leads_to_it(client, files):
    produk = ProdukFactory(listed=True)
    before = address(client, produk)
    client.get(before)
    produk.price = 99_000
    produk.save()
    after = address(client, produk)
    assert after != before
    response = client.get(before)
    assert (response.status_code, response["Location"]) == (302, after)
    assert response["Cache-Control"] == "public, max-age=60"
    assert client.get(after).status_code == 200
    # The picture with the old price is gone from the disk.
    assert [f"bagikan-{name}" for name in kept(files)] == [after.rpartition("/")[2]]


@pytest.mark.parametrize("change", ["name", "unit", "photo", "halal", "seller"])
def test_whatever_the_picture_shows_is_in_its_address(client, change):
    produk = ProdukFactory(listed=True)
    before = address(client, produk)
    if change == "name":
        produk.name = "Nama Baru"
    elif change == "unit":
        produk.satuan = "kg"
    elif change == "photo":
        Foto.objects.create(produk=produk, image=upload("red"))
    elif change == "halal":
        SertifikatFactory(usaha=produk.usaha, verified=True, produk=[produk])
    else:
        produk.usaha.name = "Dapur Baru"
        produk.usaha.save()
    produk.save()
    assert address(client, produk) != before


def test_an_unverified_certificate_is_no_halal_mark(client):
    produk = ProdukFactory(listed=True)
    before = address(client, produk)
    SertifikatFactory(usaha=produk.usaha, produk=[produk])
    assert address(client, produk) == before


def test_an_invented_digest_draws_nothing(client, files):
    produk = ProdukFactory(listed=True)
    response = client.get(f"{produk.get_absolute_url()}bagikan-{'0' * 12}.jpg")
    assert response["Location"] == address(client, produk)
    assert kept(files) == []


@pytest.mark.parametrize("noun", ["produk", "usaha", "koperasi"])
def test_a_record_off_the_site_has_no_picture(client, noun):
    gone = record(noun)
    at = address(client, gone)
    client.get(at)
    gone.archived_at, gone.archived_by = timezone.now(), gone.verified_by
    gone.save()
    assert client.get(at).status_code == 404


def test_the_photo_of_a_business_waits_for_its_owners_yes(client):
    usaha = UsahaFactory(listed=True, photo=upload((210, 20, 20)))
    agreed = UsahaFactory(
        listed=True, photo=upload((210, 20, 20)), pemilik=PemilikFactory(consents=("katalog", "foto"))
    )
    without, shown = (
        picture(client.get(address(client, each))).getpixel((742, 40)) for each in (usaha, agreed)
    )
    assert shown[0] > 180 > 100 > shown[1]
    assert without[1] > 100


def test_a_withdrawn_yes_takes_the_photo_out_of_the_picture(client, files):
    pemilik = PemilikFactory(consents=("katalog", "foto"))
    usaha = UsahaFactory(listed=True, photo=upload("red"), pemilik=pemilik)
    with_photo = address(client, usaha)
    client.get(with_photo)
    consent = pemilik.persetujuan_set.get(purpose="foto")
    consent.withdrawn_at, consent.withdrawn_by = timezone.now(), usaha.verified_by
    consent.save()
    response = client.get(with_photo, follow=True)
    assert picture(response).getpixel((742, 40))[1] > 100
    assert [f"bagikan-{name}" for name in kept(files)] == [address(client, usaha).rpartition("/")[2]]


def test_a_picture_lies_below_no_public_address(client, settings, files):
    client.get(address(client, ProdukFactory(listed=True)))
    assert kept(files)
    assert not settings.MEDIA_ROOT.exists()


def test_a_full_disk_still_answers_with_the_picture(client, files, monkeypatch):
    produk = ProdukFactory(listed=True)

    def full(storage, name, content):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Storage, "save", full)
    assert picture(client.get(address(client, produk))).size == (1200, 630)
    assert kept(files) == []


def test_half_a_picture_is_drawn_again(client, files):
    at = address(client, ProdukFactory(listed=True))
    whole = client.get(at).content
    (path,) = files.rglob("*.jpg")
    path.write_bytes(whole[:1000])
    assert client.get(at).content == whole
    assert path.read_bytes() == whole


def test_two_who_ask_at_once_leave_one_file(client, files, monkeypatch):
    """The other's file appears while ours is being drawn."""
    at = address(client, ProdukFactory(listed=True))
    client.get(at)
    monkeypatch.setattr("common.share_pictures._kept", lambda storage, name: b"")
    monkeypatch.setattr("common.share_pictures._clear", lambda storage, folder: None)
    assert client.get(at).status_code == 200
    assert len(kept(files)) == 1


def test_a_photo_lost_from_the_disk_is_drawn_anew_once_it_is_back(client, files):
    produk = ProdukFactory(listed=True)
    foto = Foto.objects.create(produk=produk, image=upload("red"))
    with foto.image.open() as file:
        content = file.read()
    foto.image.storage.delete(foto.image.name)
    at = address(client, produk)
    response = client.get(at)
    assert picture(response).size == (1200, 630)
    assert response["Cache-Control"] == "public, max-age=60"
    assert kept(files) == []
    foto.image.storage.save(foto.image.name, io.BytesIO(content))
    assert client.get(at)["Cache-Control"] == IMMUTABLE


@pytest.mark.parametrize(("noun", "most"), [("produk", 3), ("usaha", 2), ("koperasi", 1)])
def test_a_picture_costs_a_few_statements(client, django_assert_max_num_queries, same_minute, noun, most):
    at = address(client, record(noun))
    with django_assert_max_num_queries(most):
        client.get(at)
