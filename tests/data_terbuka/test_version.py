"""When a file counts as unchanged, and that finding out reads no file."""

import datetime

import pytest
from django.db import connection, connections, transaction

from data_terbuka import version
from data_terbuka.sets import DATA_SETS
from koperasi.models import Koperasi
from produk.models import Kategori, Produk
from tests.factories import (
    DesaFactory,
    FasilitasiFactory,
    KategoriFactory,
    KoperasiFactory,
    ProdukFactory,
    RapatAnggotaFactory,
    SertifikatFactory,
    UserFactory,
)
from umkm import actions


def tag(client, slug="produk"):
    return client.get(f"/data/v1/{slug}.json").headers.get("ETag")


def again(client, url, tag):
    return client.get(url, headers={"If-None-Match": tag})


@pytest.mark.django_db
@pytest.mark.parametrize("ending", ["csv", "json"])
@pytest.mark.parametrize("slug", DATA_SETS)
def test_an_unchanged_file_is_not_sent_again(client, slug, ending):
    ProdukFactory(listed=True)
    url = f"/data/v1/{slug}.{ending}"
    first = client.get(url)
    first.getvalue()
    second = again(client, url, first["ETag"])
    assert (second.status_code, second.getvalue(), second["ETag"]) == (304, b"", first["ETag"])
    assert second["Access-Control-Allow-Origin"] == "*"


@pytest.mark.django_db
def test_a_changed_file_is_sent_again(client):
    ProdukFactory(listed=True)
    first = tag(client)
    ProdukFactory(listed=True)
    answer = again(client, "/data/v1/produk.json", first)
    assert (answer.status_code, len(answer.json()["baris"])) == (200, 2)


def _new_price(produk):
    produk.price = 9_000
    produk.save()


def _withdraw(produk):
    actions.withdraw_consent(consent=produk.usaha.pemilik.persetujuan_set.get(), by=produk.verified_by)


def _rename_seller(produk):
    produk.usaha.name = "Nama baru"
    produk.usaha.save()


def _move_seller(produk):
    produk.usaha.desa = DesaFactory()
    produk.usaha.save()


def _rename_kategori(produk):
    Kategori.objects.filter(pk=produk.kategori_id).update(name="Nama baru")


def _rename_kecamatan(produk):
    kecamatan = produk.usaha.desa.kecamatan
    kecamatan.name = "Nama baru"
    kecamatan.save()


def _certify(produk):
    SertifikatFactory(usaha=produk.usaha, verified=True).produk.add(produk)


def _archive(produk):
    produk.archived_at, produk.archived_by = datetime.datetime.now(datetime.UTC), UserFactory()
    produk.save()


def _change_many(produk):
    Produk.objects.update(is_available=False)


@pytest.mark.django_db
@pytest.mark.parametrize(
    "change",
    [_new_price, _withdraw, _rename_seller, _move_seller, _rename_kategori, _rename_kecamatan, _certify, _archive,
     _change_many],
)  # fmt: skip
def test_whatever_changes_a_product_changes_the_tag(client, change):
    produk = ProdukFactory(listed=True)
    before, shown = tag(client), client.get("/data/v1/produk.json").json()["baris"]
    change(produk)
    assert client.get("/data/v1/produk.json").json()["baris"] != shown
    assert tag(client) != before


@pytest.mark.django_db
def test_a_tag_belongs_to_its_own_file(client):
    koperasi = KoperasiFactory(listed=True)
    before = {slug: tag(client, slug) for slug in DATA_SETS}
    assert len(set(before.values())) == len(DATA_SETS)
    RapatAnggotaFactory(koperasi=koperasi)
    changed = {slug for slug in DATA_SETS if tag(client, slug) != before[slug]}
    assert changed == {"koperasi"}


@pytest.mark.django_db
def test_a_finished_case_changes_the_counts(client):
    before = tag(client, "fasilitasi")
    FasilitasiFactory(finished=True)
    assert tag(client, "fasilitasi") != before


@pytest.mark.django_db
def test_finding_out_reads_no_record(client, django_assert_num_queries, same_minute):
    ProdukFactory(listed=True)
    first = tag(client)
    with django_assert_num_queries(2) as asked:
        assert again(client, "/data/v1/produk.csv", first).status_code == 304
    assert not any('"produk_produk"' in query["sql"] for query in asked.captured_queries)


@pytest.mark.django_db
def test_finding_out_takes_the_newest_entry_of_each_trail_from_its_index():
    trail = Produk._meta.get_field("events").related_model._meta.db_table
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")
        cursor.execute(f'EXPLAIN SELECT pgh_id FROM "{trail}" ORDER BY pgh_id DESC LIMIT 1')
        plan = "\n".join(line for (line,) in cursor.fetchall())
    assert "Index" in plan
    assert "Sort" not in plan


# --- somebody is writing -----------------------------------------------------------------------------


@pytest.fixture
def other():
    """A second connection, as another worker has one."""
    other = connections.create_connection("default")
    yield other
    other.close()


RENAME = "UPDATE koperasi_koperasi SET name = %s WHERE id = %s"


@pytest.mark.django_db(transaction=True)
def test_while_somebody_writes_a_file_has_no_tag_and_is_sent_whole(client, other):
    koperasi = KoperasiFactory(listed=True)
    before = tag(client, "koperasi")
    with transaction.atomic():
        Koperasi.objects.filter(pk=koperasi.pk).update(name="Sedang ditulis")
        # Seen from a worker that is not writing.
        connections["default"], mine = other, connections["default"]
        try:
            answer = again(client, "/data/v1/koperasi.json", before)
        finally:
            connections["default"] = mine
        assert (answer.status_code, answer.has_header("ETag")) == (200, False)
    assert tag(client, "koperasi") not in (None, before)


@pytest.mark.django_db(transaction=True)
def test_a_long_import_that_ends_after_younger_changes_is_not_missed(client, other):
    """Its entries have lower numbers than the newest seen before."""
    long, short = KoperasiFactory.create_batch(2, listed=True)
    with other.cursor() as cursor:
        cursor.execute("BEGIN")
        cursor.execute(RENAME, ["Dari impor", long.pk])
    Koperasi.objects.filter(pk=short.pk).update(name="Lebih muda")
    during = tag(client, "koperasi")
    with other.cursor() as cursor:
        cursor.execute("COMMIT")
    answer = again(client, "/data/v1/koperasi.json", during or '"tanpa"')
    assert during is None
    assert [row["nama"] for row in answer.json()["baris"]] == ["Dari impor", "Lebih muda"]


@pytest.mark.django_db(transaction=True)
def test_writers_of_other_records_do_not_matter(client, other):
    produk = ProdukFactory(listed=True)
    with other.cursor() as cursor:
        cursor.execute("BEGIN")
        cursor.execute("UPDATE produk_produk SET price = 1 WHERE id = %s", [produk.pk])
    assert tag(client, "koperasi")
    assert tag(client, "produk") is None
    with other.cursor() as cursor:
        cursor.execute("ROLLBACK")


@pytest.mark.django_db
def test_another_day_another_address_and_other_columns_are_another_file(settings):
    made_of = DATA_SETS["koperasi"].made_of
    first = version.etag("koperasi", ["a"], made_of)
    assert version.etag("koperasi", ["a", "b"], made_of) != first
    settings.SITE_URL = "https://usaha.contoh.go.id"
    assert version.etag("koperasi", ["a"], made_of) != first
    KategoriFactory()
