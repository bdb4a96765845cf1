"""A scratch district by COPY is what the portal itself would have written, and never lands among real records."""

from collections import Counter

import pytest
from django.core.management import CommandError, call_command
from django.db import connection, transaction

from common.encryption import blind_index, decrypt
from koperasi.models import Koperasi
from legalitas.models import Sertifikat
from produk.models import Foto, Produk, ProdukEvent, Word
from produk.search import read
from rumah_usaha.scale.filling import fill
from tests.factories import KoperasiFactory, PemilikFactory, UserFactory
from umkm.models import Pemilik, Usaha
from wilayah.models import Desa

pytestmark = pytest.mark.django_db

PHOTOS = [("produk/aa/aa.jpg", 800, 800), ("produk/bb/bb.jpg", 800, 600)]


def seeded(produk=300, seed=7209):
    return fill(produk=produk, seed=seed, photos=PHOTOS, say=lambda text: None)


def kept_by_triggers():
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT id, is_listed, kecamatan_id, search_name::text, search_document::text"
            " FROM produk_produk ORDER BY id"
        )
        produk = cursor.fetchall()
        cursor.execute(
            "SELECT id, is_listed FROM umkm_usaha UNION ALL SELECT id, is_listed FROM koperasi_koperasi"
        )
        return produk, sorted(cursor.fetchall())


def test_what_triggers_keep_is_what_triggers_would_write():
    seeded()
    written, words = kept_by_triggers(), set(Word.objects.values_list("word", flat=True))
    for table in ("umkm_usaha", "koperasi_koperasi", "produk_produk"):
        with connection.cursor() as cursor:
            cursor.execute(f"UPDATE {table} SET is_listed = NOT is_listed")
    assert kept_by_triggers() == written
    assert set(Word.objects.values_list("word", flat=True)) == words


def test_rows_are_there_in_proportion():
    seeded()
    assert (Produk.objects.count(), Usaha.objects.count(), Koperasi.objects.count()) == (300, 18, 2)
    assert Foto.objects.filter(produk__isnull=False).count() > 250
    assert Sertifikat.objects.filter(produk__isnull=False).exists()
    listed = Produk.objects.listed().count()
    assert 200 < listed < 300


def test_every_kecamatan_has_sellers_of_a_larger_district():
    seeded(produk=5000)
    assert set(Usaha.objects.values_list("desa__kecamatan", flat=True)) == set(
        Desa.objects.values_list("kecamatan", flat=True)
    )


def test_owners_are_nobody():
    seeded()
    for owner in Pemilik.objects.all():
        assert owner.nik.startswith("720999")
        assert owner.nik_index == blind_index(owner.nik)


def test_numbers_of_owners_are_encrypted():
    seeded()
    with connection.cursor() as cursor:
        cursor.execute("SELECT nik FROM umkm_pemilik LIMIT 1")
        ((stored,),) = cursor.fetchall()
    assert decrypt(stored)[0].startswith("720999")


def test_words_are_as_unevenly_spread_as_in_a_language():
    seeded(produk=3000)
    counts = sorted(Word.objects.values_list("documents", flat=True), reverse=True)
    assert counts[20] > 300
    assert counts[len(counts) // 2] <= 5
    assert len(counts) > 3000


def test_a_misspelt_word_is_understood():
    seeded(produk=1000)
    assert read("kripik").text == "keripik"


def names():
    return list(Produk.objects.order_by("id").values_list("name", "price", "published_at"))


def test_the_same_seed_gives_the_same_district():
    first = drawn_back(seed=1)
    assert drawn_back(seed=1) == first
    assert drawn_back(seed=2) != first


def drawn_back(seed):
    with transaction.atomic():
        seeded(produk=50, seed=seed)
        made = names()
        transaction.set_rollback(True)
    return made


def test_new_records_follow_the_last_key():
    seeded()
    assert PemilikFactory().pk == Pemilik.objects.exclude(name__startswith="Pemilik Uji").count() + 1


def test_triggers_and_indexes_are_back_afterwards():
    with connection.cursor() as cursor:
        before = definitions(cursor)
        seeded(produk=20)
        assert definitions(cursor) == before


def definitions(cursor):
    cursor.execute("SELECT tgrelid::regclass::text, tgname, tgenabled FROM pg_trigger WHERE NOT tgisinternal")
    triggers = Counter(cursor.fetchall())
    cursor.execute("SELECT indexdef FROM pg_indexes WHERE schemaname = 'public'")
    return triggers, Counter(cursor.fetchall())


def test_the_audit_trail_is_spared():
    seeded()
    assert not ProdukEvent.objects.exists()


@pytest.mark.parametrize("occupant", [UserFactory, PemilikFactory, KoperasiFactory])
def test_a_database_in_use_is_refused(occupant):
    occupant()
    with pytest.raises(CommandError, match="sudah berisi"):
        call_command("seed_scale", produk=10)
    assert not Produk.objects.exists()


def test_a_real_portal_is_refused(settings):
    settings.PRODUCTION = True
    with pytest.raises(CommandError, match="portal sungguhan"):
        call_command("seed_scale", produk=10)


@pytest.mark.parametrize("produk", [0, 5_000_001])
def test_a_senseless_size_is_refused(produk):
    with pytest.raises(CommandError, match="--produk"):
        call_command("seed_scale", produk=produk)
