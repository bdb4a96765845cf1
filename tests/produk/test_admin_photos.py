"""Photos of a product: taken in as files, kept in step with their rows, refused kindly."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from common.images import rendition_name, rendition_names
from produk.models import Foto, Produk
from tests.factories import KategoriFactory, ProdukFactory, UsahaFactory
from tests.kantor import filled, sign_in, url, words

pytestmark = pytest.mark.django_db
NOUN = "produk_produk"


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    return tmp_path


def photo(name="foto.jpg", colour="red", encoder="JPEG"):
    output = io.BytesIO()
    Image.new("RGB", (64, 48), colour).save(output, encoder)
    return SimpleUploadedFile(name, output.getvalue())


def files(folder):
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


def send(client, address, **changes):
    return client.post(address, filled(client.get(address), **changes), follow=True)


def rows(*photos, start=0, **changes):
    data = {"foto_set-TOTAL_FORMS": str(start + len(photos))}
    for at, image in enumerate(photos, start):
        data |= {f"foto_set-{at}-image": image, f"foto_set-{at}-position": str(at)}
    return data | changes


def new(**changes):
    return {
        "name": "Sambal Roa",
        "usaha": UsahaFactory().pk,
        "kategori": KategoriFactory().pk,
        "price": "35.000",
        "satuan": "botol",
    } | changes


@pytest.fixture
def produk_with_photo(client):
    produk = ProdukFactory()
    Foto.objects.create(produk=produk, image=photo("lama.jpg"), alt="Foto lama")
    return produk


def test_several_photos_are_kept_in_their_order_with_their_renditions(client, media):
    sign_in(client)
    send(
        client,
        url(NOUN, "add"),
        **new(
            **rows(
                photo(colour="red"),
                photo("b.png", "blue", "PNG"),
                **{"foto_set-0-alt": "Botol di meja", "foto_set-0-position": "2"},
            )
        ),
    )
    second, first = Foto.objects.order_by("-position")
    assert (second.alt, second.width, second.height) == ("Botol di meja", 64, 48)
    assert Produk.objects.get().foto_set.first() == first
    assert set(files(media)) >= {*rendition_names(first.image.name), first.image.name}


def test_the_stored_name_tells_nothing_of_the_one_that_was_sent(client, media):
    sign_in(client)
    send(client, url(NOUN, "add"), **new(**rows(photo("KTP Sitti.jpg"))))
    assert "Sitti" not in Foto.objects.get().image.name


@pytest.mark.parametrize(
    ("upload", "words_at_the_field"),
    [
        (SimpleUploadedFile("foto.jpg", b"ini bukan foto"), "bukan foto JPG, PNG, atau WebP"),
        (SimpleUploadedFile("foto.jpg", b""), "kosong"),
        (SimpleUploadedFile("a.svg", b"<svg onload='x'/>"), "SVG tidak diterima"),
        (SimpleUploadedFile("a.jpg", b"%PDF-1.7 ..."), "Ini berkas PDF, bukan foto"),
    ],
    ids=["nonsense", "empty", "svg", "pdf"],
)
def test_what_is_no_photo_is_refused_at_its_field_and_nothing_typed_is_lost(
    client, media, upload, words_at_the_field
):
    sign_in(client)
    answer = send(client, url(NOUN, "add"), **new(**rows(upload, photo())), **{"foto_set-0-alt": "Botol"})
    text = words(answer)
    assert words_at_the_field in text
    assert "foto atau berkas harus dipilih lagi" in text
    assert filled(answer)["name"] == "Sambal Roa"
    assert filled(answer)["foto_set-0-alt"] == "Botol"
    assert not Produk.objects.exists()
    assert files(media) == []


def test_a_form_refused_for_another_reason_asks_for_the_photos_again(client, media):
    sign_in(client)
    answer = send(client, url(NOUN, "add"), **new(price="banyak", **rows(photo())))
    assert "foto atau berkas harus dipilih lagi" in words(answer)
    assert files(media) == []


def test_a_removed_photo_leaves_the_disk_with_its_renditions(
    client, media, produk_with_photo, django_capture_on_commit_callbacks
):
    sign_in(client)
    assert files(media)
    with django_capture_on_commit_callbacks(execute=True):
        send(client, url(NOUN, "change", produk_with_photo.pk), **{"foto_set-0-DELETE": "on"})
    assert not Foto.objects.exists()
    assert files(media) == []


def test_a_removed_photo_stays_until_the_transaction_holds(client, media, produk_with_photo):
    sign_in(client)
    before = files(media)
    send(client, url(NOUN, "change", produk_with_photo.pk), **{"foto_set-0-DELETE": "on"})
    assert files(media) == before


def test_a_replaced_photo_leaves_the_disk(
    client, media, produk_with_photo, django_capture_on_commit_callbacks
):
    sign_in(client)
    old = produk_with_photo.foto_set.get().image.name
    with django_capture_on_commit_callbacks(execute=True):
        send(client, url(NOUN, "change", produk_with_photo.pk), **{"foto_set-0-image": photo(colour="blue")})
    kept = produk_with_photo.foto_set.get().image.name
    assert kept != old
    assert set(files(media)) == {kept, *rendition_names(kept)}


def test_photos_of_a_form_that_cannot_be_stored_leave_nothing_behind(client, media, monkeypatch):
    sign_in(client)

    def full(*args, **kwargs):
        raise OSError("No space left on device")

    # The first photo is written whole, the second meets a full disk.
    monkeypatch.setattr("produk.models.Foto.save", _second_time(Foto.save, full))
    answer = send(client, url(NOUN, "add"), **new(**rows(photo(), photo(colour="blue"))))
    assert "ruang penyimpanan" in words(answer)
    assert not Produk.objects.exists()
    assert files(media) == []


def _second_time(first, then):
    calls = []

    def save(self, *args, **kwargs):
        calls.append(self)
        return (first if len(calls) == 1 else then)(self, *args, **kwargs)

    return save


def test_several_photos_chosen_at_once_stand_behind_those_it_has(client, media, produk_with_photo):
    sign_in(client)
    chosen = [photo("a.jpg", "blue"), photo("b.png", "green", "PNG")]
    send(client, url(NOUN, "change", produk_with_photo.pk), new_photos=chosen)
    first, second, third = produk_with_photo.foto_set.all()
    assert first.alt == "Foto lama"
    assert [colour(each) for each in (second, third)] == ["blue", "green"]
    assert set(files(media)) >= {*rendition_names(third.image.name), third.image.name}


def colour(foto):
    """The one that weighs most."""
    with foto.image.open() as file, Image.open(file) as picture:
        return max(zip(picture.convert("RGB").getpixel((5, 5)), ("red", "green", "blue"), strict=True))[1]


def test_of_several_photos_the_broken_one_is_named_and_none_is_stored(client, media):
    sign_in(client)
    chosen = [photo(), SimpleUploadedFile("rusak.jpg", b"ini bukan foto")]
    text = words(send(client, url(NOUN, "add"), **new(new_photos=chosen)))
    assert "Foto ke-2 (rusak.jpg): Berkas ini bukan foto" in text
    assert not Produk.objects.exists()
    assert files(media) == []


def test_a_ninth_photo_is_refused_with_what_to_do(client, media, produk_with_photo):
    sign_in(client)
    chosen = [photo(f"{at}.jpg") for at in range(8)]
    text = words(send(client, url(NOUN, "change", produk_with_photo.pk), new_photos=chosen))
    assert "paling banyak berfoto 8; sekarang 1, dan Anda memilih 8" in text
    assert produk_with_photo.foto_set.count() == 1


def test_the_form_loads_the_small_copy_of_a_photo(client, produk_with_photo):
    sign_in(client)
    page = client.get(url(NOUN, "change", produk_with_photo.pk)).content.decode()
    name = produk_with_photo.foto_set.get().image.name
    assert f'src="/media/{rendition_name(name, "card2x", "jpg")}"' in page


def test_the_form_shows_the_photo_it_holds(client, produk_with_photo):
    sign_in(client)
    page = client.get(url(NOUN, "change", produk_with_photo.pk)).content.decode()
    assert produk_with_photo.foto_set.get().image.url in page
