"""What the database keeps for the search, whoever writes the rows."""

import pytest
from django.core.management import call_command

from produk.models import Produk, ProdukEvent, Word
from tests.factories import (
    DesaFactory,
    KategoriFactory,
    KecamatanFactory,
    KoperasiFactory,
    ProdukFactory,
    UsahaFactory,
)

pytestmark = pytest.mark.django_db


def finds(word):
    from django.contrib.postgres.search import SearchQuery

    return Produk.objects.filter(search_document=SearchQuery(word, config="idn")).exists()


def test_renaming_a_business_renames_it_in_the_search():
    produk = ProdukFactory(listed=True)
    produk.usaha.name = "Dapur Mutiara"
    produk.usaha.save()
    assert finds("mutiara")


def test_renaming_a_cooperative_renames_it_in_the_search():
    produk = ProdukFactory(listed=True, of_koperasi=True)
    produk.koperasi.name = "Koperasi Mutiara"
    produk.koperasi.save()
    assert finds("mutiara")


def test_renaming_a_category_renames_it_in_the_search():
    produk = ProdukFactory(listed=True)
    produk.kategori.name = "Mutiara"
    produk.kategori.save()
    assert finds("mutiara")


@pytest.mark.parametrize("place", ["desa", "kecamatan"])
def test_renaming_a_place_renames_it_in_the_search(place):
    desa = ProdukFactory(listed=True).usaha.desa
    row = desa if place == "desa" else desa.kecamatan
    row.name = "Mutiara"
    row.save()
    assert finds("mutiara")


def test_a_product_moves_with_its_seller():
    produk = ProdukFactory(listed=True)
    produk.usaha.desa = DesaFactory()
    produk.usaha.save()
    produk.refresh_from_db()
    assert produk.kecamatan == produk.usaha.desa.kecamatan


def test_a_product_moves_with_its_desa():
    produk = ProdukFactory(listed=True)
    desa, kecamatan = produk.usaha.desa, KecamatanFactory()
    desa.kecamatan = kecamatan
    desa.save()
    produk.refresh_from_db()
    assert produk.kecamatan == kecamatan


def test_the_place_is_known_before_a_product_is_listed():
    produk = ProdukFactory(usaha=UsahaFactory())
    produk.refresh_from_db()
    assert produk.kecamatan == produk.usaha.desa.kecamatan


def test_bulk_writes_keep_the_columns_too():
    produk = ProdukFactory(listed=True)
    Produk.objects.filter(pk=produk.pk).update(name="Mutiara Laut")
    assert finds("mutiara")


def test_python_cannot_write_the_documents():
    produk = ProdukFactory(listed=True, name="Mutiara")
    Produk.objects.filter(pk=produk.pk).update(search_document="palsu")
    assert finds("mutiara")


def test_lists_do_not_carry_the_documents():
    ProdukFactory()
    assert Produk.objects.get().get_deferred_fields() == {"search_name", "search_document"}


def test_saving_a_product_that_was_read_without_documents_keeps_them():
    ProdukFactory(listed=True, name="Mutiara")
    produk = Produk.objects.get()
    produk.price = 1
    produk.save()
    assert finds("mutiara")


def test_what_triggers_keep_is_no_event_of_the_audit_trail():
    produk = ProdukFactory(listed=True)
    before = ProdukEvent.objects.count()
    produk.usaha.desa = DesaFactory()
    produk.usaha.save()
    assert ProdukEvent.objects.count() == before


def test_a_word_is_known_as_soon_as_its_product_is_listed():
    ProdukFactory(listed=True, name="Cangkuning")
    assert Word.objects.filter(word="cangkuning").exists()


def test_words_of_unlisted_products_are_not_known():
    ProdukFactory(name="Cangkuning", usaha=UsahaFactory())
    assert not Word.objects.filter(word="cangkuning").exists()


def test_words_of_a_product_become_known_when_its_seller_is_listed():
    usaha = UsahaFactory(verified=True, pemilik__consents=("katalog",))
    ProdukFactory(listed=True, name="Cangkuning", usaha=usaha)
    assert not Word.objects.filter(word="cangkuning").exists()
    usaha.published_at, usaha.published_by = usaha.verified_at, usaha.verified_by
    usaha.save()
    assert Word.objects.filter(word="cangkuning").exists()


def test_a_word_is_added_once():
    for _ in range(3):
        ProdukFactory(listed=True, name="Cangkuning")
    assert Word.objects.filter(word="cangkuning").count() == 1


def test_refresh_search_counts_products_and_forgets_words_that_are_gone(capsys):
    kategori = KategoriFactory(name="Cangkuning")
    ProdukFactory(listed=True, kategori=kategori)
    ProdukFactory(listed=True, koperasi=KoperasiFactory(listed=True, name="Cangkuning Jaya"), usaha=None)
    Word.objects.create(word="usang", documents=9)
    call_command("refresh_search")
    assert Word.objects.get(word="cangkuning").documents == 2
    assert not Word.objects.filter(word="usang").exists()
    assert "kata siap dicari" in capsys.readouterr().out
