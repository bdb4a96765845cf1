import pytest
from PIL import ImageStat

from rumah_usaha.demo import pictures
from rumah_usaha.demo.businesses import businesses
from rumah_usaha.demo.cooperatives import cooperatives
from rumah_usaha.demo.products import pictures as product_pictures
from rumah_usaha.demo.products import products

SMALL = 90


@pytest.mark.parametrize("motif", pictures.MOTIFS)
def test_every_motif_fills_a_picture_with_light_and_dark(motif):
    picture = pictures.draw(motif, 1, SMALL)
    assert picture.mode == "RGB"
    # A blank or half-painted canvas has hardly any spread.
    assert ImageStat.Stat(picture.convert("L")).stddev[0] > 12


def test_a_motif_and_a_seed_give_the_same_picture_every_time():
    assert pictures.draw("ikan_asin", 3, SMALL).tobytes() == pictures.draw("ikan_asin", 3, SMALL).tobytes()


def test_another_seed_gives_another_picture():
    assert pictures.draw("sambal_roa", 1, SMALL).tobytes() != pictures.draw("sambal_roa", 2, SMALL).tobytes()


def test_products_are_square_and_places_three_by_two():
    assert pictures.draw("kopi_bubuk", 1, 300).size == (300, 300)
    assert pictures.draw("usaha_dermaga", 1, 300).size == (300, 200)


def test_an_unknown_motif_is_an_error():
    with pytest.raises(KeyError):
        pictures.draw("mobil", 1, SMALL)


def test_products_show_only_product_motifs():
    assert {shown.motif for shown in product_pictures()} <= set(pictures.PRODUCT_MOTIFS)


def test_sellers_show_only_places():
    shown = {seller.picture.motif for seller in (*businesses(), *cooperatives()) if seller.picture}
    assert shown <= set(pictures.PLACE_MOTIFS)


def test_few_enough_pictures_to_draw_at_start():
    sellers = [seller.picture for seller in (*businesses(), *cooperatives()) if seller.picture]
    places = {(picture.motif, picture.seed) for picture in sellers}
    assert len(product_pictures()) + len(places) <= 160


def test_every_shown_picture_says_what_it_shows():
    assert all(shown.alt for product in products() for shown in product.pictures)
