"""A district's rows into an empty database: all of them, or none."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from django.core.management.color import no_style
from django.db import connection, models, transaction

from accounts.models import User
from koperasi.models import Koperasi
from legalitas.models import Sertifikat
from produk import vocabulary
from produk.models import Foto, Kategori, Produk
from produk.triggers import AROUND
from rumah_usaha.scale import records
from rumah_usaha.scale.copying import copy_rows
from rumah_usaha.scale.records import District
from umkm.models import Pemilik, Persetujuan, Usaha
from wilayah.models import Desa

Say = Callable[[str], None]

_NAMED: type[models.Model] = Sertifikat.produk.through
_FILLED = (Pemilik, Persetujuan, Usaha, Koperasi, Produk, Foto, Sertifikat, _NAMED)
_TABLE = Produk._meta.db_table

# What the triggers `keep_is_listed` and `keep_search` write, for all rows at once; a test holds the two together.
_FROM_DRAFT = """
    INSERT INTO produk_produk (
        id, usaha_id, koperasi_id, kategori_id, name, slug, description, price, satuan, is_available, refreshed_on,
        created_at, updated_at, is_draft, verified_at, verified_by_id, published_at, published_by_id,
        is_listed, kecamatan_id, search_name, search_document
    )
    SELECT
        draft.id, draft.usaha_id, draft.koperasi_id, draft.kategori_id, draft.name, draft.slug, draft.description,
        draft.price, draft.satuan, draft.is_available, draft.refreshed_on, draft.at, draft.at, false,
        draft.at, %(officer)s, CASE WHEN is_published THEN draft.at END, CASE WHEN is_published THEN %(officer)s END,
        draft.is_published AND coalesce(usaha.is_listed, koperasi.is_listed), kecamatan.id,
        to_tsvector('idn', draft.name),
        setweight(to_tsvector('idn', draft.name), 'A')
        || setweight(to_tsvector('idn', concat_ws(' ', kategori.name, usaha.name, koperasi.name)), 'B')
        || setweight(to_tsvector('idn', concat_ws(' ', desa.name, kecamatan.name)), 'C')
        || setweight(to_tsvector('idn', draft.description), 'D')
    FROM draft {around} ORDER BY draft.id
""".replace(  # nosec B608 # constants only
    "{around}", AROUND.replace("{produk}", "draft")
)


def fill(*, produk: int, seed: int, photos: list[tuple[str, int, int]], say: Say) -> District:
    """Reference rows have to be there, and nothing else; `photos` are files with their widths and heights."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL statement_timeout = 0")
        # Keys are checked with each statement, so that no table is still waiting for it when it is altered.
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        district = _district(produk, seed, photos)
        with _without_triggers(cursor):
            _copy_sellers(cursor, district, say)
            with _without_indexes(cursor, _TABLE):
                _copy_products(cursor, district)
                say(f"{district.produk} produk; indeks disusun …")
            copy_rows(cursor, Foto, records.photos(district))
            copy_rows(cursor, Sertifikat, records.certificates(district))
            copy_rows(cursor, _NAMED, records.named_products(district))
        for statement in connection.ops.sequence_reset_sql(no_style(), _FILLED):
            cursor.execute(statement)
        say("Kata-kata katalog dihitung …")
        vocabulary.refresh()
    return district


def settle() -> None:
    """Rows that nobody may still see an older version of are read without asking, and plans know how many there are."""
    with connection.cursor() as cursor:
        cursor.execute("SET statement_timeout = 0")
        cursor.execute("VACUUM (ANALYZE)")


def _district(produk: int, seed: int, photos: list[tuple[str, int, int]]) -> District:
    officer = User.objects.create_user("skala", name="Data skala", is_active=False)
    return District(
        produk=produk,
        seed=seed,
        officer=officer.pk,
        desa=dict(Desa.objects.values_list("code", "pk")),
        kategori=dict(Kategori.objects.values_list("slug", "pk")),
        photos=photos,
    )


def _copy_sellers(cursor: Any, district: District, say: Say) -> None:
    copy_rows(cursor, Pemilik, records.owners(district))
    copy_rows(cursor, Persetujuan, records.consents(district))
    copy_rows(cursor, Usaha, records.businesses(district))
    copy_rows(cursor, Koperasi, records.cooperatives(district))
    say(f"{district.pemilik} pemilik, {district.usaha} usaha, {district.koperasi} koperasi.")
    # The products are joined with them next.
    cursor.execute("ANALYZE umkm_usaha, koperasi_koperasi")


def _copy_products(cursor: Any, district: District) -> None:
    cursor.execute(
        "CREATE TEMPORARY TABLE draft ON COMMIT DROP AS SELECT id, usaha_id, koperasi_id, kategori_id, name, slug,"
        " description, price, satuan, is_available, refreshed_on, created_at AS at, is_draft AS is_published"
        " FROM produk_produk WITH NO DATA"
    )
    with cursor.copy(f"COPY draft ({', '.join(records.PRODUK_COLUMNS)}) FROM STDIN") as copy:
        for row in records.products(district):
            copy.write_row(row)
    cursor.execute(_FROM_DRAFT, {"officer": district.officer})
    cursor.execute("DROP TABLE draft")


@contextmanager
def _without_triggers(cursor: Any) -> Iterator[None]:
    """Neither the audit trail nor derived columns row by row; foreign keys and constraints hold as ever."""
    for model in _FILLED:
        cursor.execute(f"ALTER TABLE {model._meta.db_table} DISABLE TRIGGER USER")
    yield
    for model in _FILLED:
        cursor.execute(f"ALTER TABLE {model._meta.db_table} ENABLE TRIGGER USER")


@contextmanager
def _without_indexes(cursor: Any, table: str) -> Iterator[None]:
    """Building an index once is many times quicker than adding a million rows to it."""
    cursor.execute(
        "SELECT indexrelid::regclass::text, pg_get_indexdef(indexrelid) FROM pg_index"
        " WHERE indrelid = %s::regclass AND NOT indisunique",
        [table],
    )
    indexes = cursor.fetchall()
    for name, _ in indexes:
        cursor.execute(f"DROP INDEX {name}")
    yield
    for _, definition in indexes:
        cursor.execute(definition)
