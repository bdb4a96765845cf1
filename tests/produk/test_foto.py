"""`{% picture %}`: what a browser is offered, and what stands in for a missing photo."""

from types import SimpleNamespace

import pytest
from django.core.files.storage import InMemoryStorage

from produk.templatetags.foto import picture


@pytest.fixture
def foto():
    image = SimpleNamespace(name="produk/ab/x.jpg", storage=InMemoryStorage(base_url="/media/"))
    return SimpleNamespace(image=image, alt='Abon "pedas" <b>')


def test_a_photo_is_offered_as_avif_then_webp_then_jpeg(foto):
    html = picture(foto)
    assert (
        html.index("x.card.avif")
        < html.index("x.card.webp")
        < html.index('src="/media/produk/ab/x.card.jpg"')
    )


def test_a_card_has_a_dense_copy_and_a_page_photo_has_none(foto):
    assert "x.card2x.avif 2x" in picture(foto)
    assert "2x" not in picture(foto, size="page")


def test_width_and_height_are_always_set(foto):
    assert 'width="200" height="200"' in picture(foto)
    assert 'width="800" height="800"' in picture(foto, size="page")


def test_only_the_first_picture_is_fetched_at_once(foto):
    assert 'loading="lazy"' in picture(foto)
    assert 'loading="lazy"' not in picture(foto, eager=True)


def test_the_description_is_escaped(foto):
    assert 'alt="Abon &quot;pedas&quot; &lt;b&gt;"' in picture(foto)


def test_a_photo_without_description_takes_the_given_words(foto):
    foto.alt = ""
    assert 'alt="Abon cakalang"' in picture(foto, alt="Abon cakalang")


def test_a_photo_column_works_like_a_foto(foto):
    assert "x.card.webp" in picture(foto.image)


def test_without_a_photo_the_drawing_of_the_kategori_stands_in():
    assert "kategori.svg#hasil-laut" in picture(None, icon="hasil-laut")


def test_without_a_kategori_the_drawing_is_the_general_one():
    assert "kategori.svg#lainnya" in picture(None)
