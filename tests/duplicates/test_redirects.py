"""Old addresses of merged records lead to the record that was kept."""

import pytest

from tests.duplicates.kembar import fresh, later, merged, undone
from tests.factories import KoperasiFactory, PemilikFactory, ProdukFactory, UsahaFactory
from tests.kantor import filled, query_count, sign_in, url, words

pytestmark = pytest.mark.django_db
FACTORIES = [UsahaFactory, KoperasiFactory, ProdukFactory]


@pytest.mark.parametrize("factory", FACTORIES)
def test_an_old_public_address_leads_to_the_survivor_for_good(client, factory):
    survivor, loser = factory(listed=True), factory(listed=True)
    merged(survivor, loser)
    response = client.get(loser.get_absolute_url())
    assert (response.status_code, response["Location"]) == (301, survivor.get_absolute_url())


def test_an_old_address_is_followed_through_several_merges(client):
    first, second, third = UsahaFactory.create_batch(3, listed=True)
    merged(second, third)
    merged(first, second)
    assert client.get(third.get_absolute_url())["Location"] == first.get_absolute_url()


def test_an_address_that_never_was_is_not_found(client):
    assert client.get("/usaha/tidak-ada/").status_code == 404


def test_an_old_address_leads_nowhere_while_the_survivor_is_not_shown(client):
    survivor, loser = UsahaFactory(), UsahaFactory(listed=True)
    merged(survivor, loser)
    assert client.get(loser.get_absolute_url()).status_code == 404


def test_after_an_undo_the_old_address_shows_its_own_record(client):
    survivor, loser = UsahaFactory.create_batch(2, listed=True)
    merge = merged(survivor, loser)
    assert client.get(loser.get_absolute_url())["Cache-Control"] == "max-age=60"
    undone(merge)
    assert client.get(loser.get_absolute_url()).status_code == 200


def test_a_page_of_its_own_costs_no_more(client):
    usaha = UsahaFactory(listed=True)
    assert query_count(client, usaha.get_absolute_url()) <= 5


@pytest.mark.parametrize(
    ("factory", "noun"),
    [
        (UsahaFactory, "umkm_usaha"),
        (PemilikFactory, "umkm_pemilik"),
        (KoperasiFactory, "koperasi_koperasi"),
        (ProdukFactory, "produk_produk"),
    ],
)
def test_an_old_address_of_the_office_leads_to_the_survivor(client, factory, noun):
    survivor, loser = factory(), factory()
    merged(survivor, loser)
    sign_in(client)
    response = client.get(url(noun, "change", loser.pk), follow=True)
    assert response.redirect_chain == [(url(noun, "change", survivor.pk), 302)]
    assert "sudah digabungkan ke data ini" in words(response)


def test_a_form_that_was_open_meanwhile_writes_nothing_and_leads_on(client):
    survivor, loser = UsahaFactory.create_batch(2)
    sign_in(client)
    merged(survivor, loser)
    response = client.post(url("umkm_usaha", "change", loser.pk), {"name": "Nama Lain"}, follow=True)
    assert "Isian Anda tidak disimpan" in words(response)
    assert fresh(loser).name == loser.name


def test_a_merged_record_comes_back_by_undoing_and_not_from_the_archive(client):
    survivor, loser = UsahaFactory.create_batch(2)
    merged(survivor, loser)
    sign_in(client)
    client.post(url("umkm_usaha", "state", loser.pk), {"deed": "restore"})
    assert "Urungkan penggabungannya" in words(client.get("/kantor/"))
    assert fresh(loser).is_archived


def test_the_history_of_both_tells_of_the_merge(client):
    survivor, loser = UsahaFactory(name="Dapur Sitti"), UsahaFactory(name="Dapur Siti")
    merged(survivor, loser, reason="KTP sama")
    sign_in(client)
    assert "Digabungkan dengan “Dapur Siti”" in words(client.get(url("umkm_usaha", "history", survivor.pk)))
    assert "Digabungkan dengan “Dapur Sitti”" in words(client.get(url("umkm_usaha", "history", loser.pk)))


def test_what_a_merge_moved_is_told_to_whoever_has_it_open(client):
    survivor, loser = UsahaFactory.create_batch(2)
    produk = ProdukFactory(usaha=loser)
    sign_in(client)
    data = filled(client.get(url("produk_produk", "change", produk.pk)))
    later(lambda: merged(survivor, loser))
    response = client.post(url("produk_produk", "change", produk.pk), data)
    assert response.status_code == 200
    assert fresh(produk).usaha == survivor
