"""How a search is read: spelling corrected against the words of the catalogue."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from produk import search, vocabulary
from produk.models import Produk, Word
from tests.factories import KategoriFactory, KecamatanFactory, ProdukFactory, UsahaFactory

WARES = (
    "Keripik Pisang", "Abon Ikan Tuna", "Kerupuk Udang", "Anyaman Pandan", "Sarung Tenun", "Minyak Kelapa",
    "Kopi Robusta", "Batik Motif Bajo", "Terasi Bubuk", "Gula Merah", "Sambal Roa", "Abon Ikan Cakalang",
)  # fmt: skip


@pytest.fixture
def wares(db):
    seller = UsahaFactory(
        listed=True, name="Dapur Soekardjo", desa__kecamatan=KecamatanFactory(name="Una Una")
    )
    return [ProdukFactory(listed=True, usaha=seller, name=name) for name in WARES]


def found(text, **options):
    query = search.read(text, **options).query
    return sorted(Produk.objects.listed().filter(search_document=query).values_list("name", flat=True))


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("kripik", "keripik"),
        ("keripk", "keripik"),
        ("keeripik", "keripik"),
        ("krupuk", "kerupuk"),
        ("abon ikn", "abon ikan"),
        ("anyamn pandn", "anyaman pandan"),
        ("srung", "sarung"),
        ("btik", "batik"),
        ("batk", "batik"),
        ("trasi", "terasi"),
        ("kpoi", "kopi"),
        ("unauna", "una una"),
        ("Unauna", "una una"),
        ("minyakkelapa", "minyak kelapa"),
        ("sukarjo", "soekardjo"),
    ],
)
def test_a_misspelt_word_is_read_as_the_one_that_was_meant(wares, typed, read):
    assert search.read(typed).text == read


@pytest.mark.parametrize(
    "known", ["keripik", "KERIPIK", "Abon Ikan", "kopi", "una-una", "menganyam", "tenunan", "gulai"]
)
def test_a_word_that_some_product_holds_by_any_form_is_left_alone(wares, known):
    Word.objects.create(word="gulai", documents=1)
    assert not search.read(known).is_corrected


def test_the_last_word_may_be_unfinished(wares):
    assert found("sambal ro") == ["Sambal Roa"]
    assert not search.read("sambal ro").is_corrected


def test_an_unfinished_word_stands_for_every_word_it_begins(wares):
    assert found("ke") == ["Keripik Pisang", "Kerupuk Udang", "Minyak Kelapa"]


def test_an_earlier_word_may_be_cut_short_too(wares):
    assert found("kerip pisang") == ["Keripik Pisang"]


def test_all_words_must_be_there(wares):
    assert found("abon tuna") == ["Abon Ikan Tuna"]


def test_spellings_of_one_word_find_each_other(wares):
    ProdukFactory(listed=True, name="Kripik Talas")
    assert found("keripik") == found("kripik") == ["Keripik Pisang", "Kripik Talas"]


def test_a_literal_search_corrects_nothing(wares):
    assert found("kripik", is_literal=True) == []


def test_a_word_unlike_every_other_is_looked_for_as_it_is(wares):
    assert search.read("zzqqxxww").text == "zzqqxxww"


def test_stop_words_are_dropped(wares):
    assert found("cari abon dari ikan tuna untuk saya") == ["Abon Ikan Tuna"]


def test_stop_words_alone_are_looked_for():
    assert search.words_of("yang di") == ["yang", "di"]


@pytest.mark.parametrize("text", ["", "   ", "%%%", "*", "'; --", "&|!():*<->", "\x00\x00"])
def test_a_search_without_a_word_has_no_query(text):
    assert search.read(text).query is None


def test_a_long_text_is_cut():
    assert search.words_of("x" * 5000) == ["x" * 30]
    assert len(search.words_of("a b c d e f g h i j " * 500)) == 6


@pytest.mark.parametrize("word", ["seller", "kategori", "desa", "kecamatan", "cerita"])
def test_a_product_is_found_by_what_surrounds_it(db, word):
    seller = UsahaFactory(
        listed=True, name="seller", desa__name="desa", desa__kecamatan=KecamatanFactory(name="kecamatan")
    )
    kategori = KategoriFactory(name="kategori")
    ProdukFactory(listed=True, usaha=seller, kategori=kategori, name="Abon", description="Sebuah cerita.")
    assert found(word, is_literal=True) == ["Abon"]


def test_accents_do_not_matter(db):
    ProdukFactory(listed=True, name="Kopi Café")
    assert found("cafe") == found("café") == ["Kopi Café"]


def test_the_frequent_word_is_preferred_where_two_are_as_near(wares):
    abun = Word.objects.create(word="abun", documents=1, named=1)
    Word.objects.filter(word="abon").update(documents=5)
    assert search.read("abin").text == "abon"
    Word.objects.filter(pk=abun.pk).update(documents=9)
    assert search.read("abin").text == "abun"


@pytest.mark.django_db
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=120))
def test_no_text_makes_the_search_fail(text):
    query = search.read(text).query
    list(Produk.objects.listed().filter(search_document=query)[:1] if query else [])


@pytest.mark.parametrize(
    ("typed", "documents"),
    [("abon", 2), ("kripik", 1), ("abon tuna", 1), ("ke", 3), ("soekardjo", 12), ("zzqqxxww", 0), ("123", 0)],
)
def test_a_search_knows_about_how_many_products_it_concerns(wares, typed, documents):
    vocabulary.refresh()
    assert search.read(typed).documents == documents


def test_a_search_costs_one_statement_to_read(wares, django_assert_num_queries):
    with django_assert_num_queries(1):
        search.read("kripik abn dri unauna minyakkelapa kpoi")
