"""What the database keeps about a product for the catalogue: whether it shows, its place, its search documents."""

from typing import Any

import pgtrigger

# The rows that a product is described by, besides its own.
AROUND = """
    LEFT JOIN produk_kategori AS kategori ON kategori.id = {produk}.kategori_id
    LEFT JOIN umkm_usaha AS usaha ON usaha.id = {produk}.usaha_id
    LEFT JOIN koperasi_koperasi AS koperasi ON koperasi.id = {produk}.koperasi_id
    LEFT JOIN wilayah_desa AS desa ON desa.id = coalesce(usaha.desa_id, koperasi.desa_id)
    LEFT JOIN wilayah_kecamatan AS kecamatan ON kecamatan.id = desa.kecamatan_id
"""

keep_is_listed = pgtrigger.Trigger(
    name="keep_is_listed",
    when=pgtrigger.Before,
    operation=pgtrigger.Insert | pgtrigger.Update,
    func="""
    NEW.is_listed := NEW.published_at IS NOT NULL AND NEW.archived_at IS NULL AND (
        EXISTS (SELECT 1 FROM umkm_usaha AS seller WHERE seller.id = NEW.usaha_id AND seller.is_listed)
        OR EXISTS (SELECT 1 FROM koperasi_koperasi AS seller WHERE seller.id = NEW.koperasi_id AND seller.is_listed)
    );
    RETURN NEW;
""",
)

# Fires after keep_is_listed: PostgreSQL goes by name. A new word is findable, and correctable to, at once; two
# transactions may both add it, which nobody waits for and `refresh_search` tidies.
keep_search = pgtrigger.Trigger(
    name="keep_search",
    when=pgtrigger.Before,
    operation=pgtrigger.Insert | pgtrigger.Update,
    declare=[("category_and_seller", "text"), ("place", "text")],
    func="""
    SELECT concat_ws(' ', kategori.name, usaha.name, koperasi.name), concat_ws(' ', desa.name, kecamatan.name),
        kecamatan.id
    INTO category_and_seller, place, NEW.kecamatan_id
    FROM (SELECT 1) AS one {around};
    NEW.search_name := to_tsvector('idn', NEW.name);
    NEW.search_document := setweight(NEW.search_name, 'A')
        || setweight(to_tsvector('idn', category_and_seller), 'B')
        || setweight(to_tsvector('idn', place), 'C')
        || setweight(to_tsvector('idn', NEW.description), 'D');
    IF NEW.is_listed THEN
        INSERT INTO produk_word (word, documents, named)
        SELECT found.lexeme, 1, ('A' = ANY (found.weights))::int
        FROM unnest(
            setweight(to_tsvector('simple', unaccent(concat_ws(' ', NEW.name, category_and_seller, place))), 'A')
            || to_tsvector('simple', unaccent(NEW.description))
        ) AS found
        WHERE found.lexeme ~ '^[a-z]{3,30}$' AND NOT EXISTS (
            SELECT 1 FROM produk_word AS known
            WHERE known.word = found.lexeme AND (known.named > 0 OR 'A' <> ALL (found.weights))
        );
    END IF;
    RETURN NEW;
""".replace(  # nosec B608 # constants only
        "{around}", AROUND.replace("{produk}", "NEW")
    ),
)


def touch_products(*columns: str, where: str) -> pgtrigger.Trigger:
    """When one of `columns` changes in a row that products are described by, their own triggers run again."""
    changed = pgtrigger.Q()
    for column in columns:
        changed |= pgtrigger.Q(**{f"old__{column}__df": pgtrigger.F(f"new__{column}")})
    return pgtrigger.Trigger(
        name="touch_products",
        when=pgtrigger.After,
        operation=pgtrigger.Update,
        condition=changed,
        # `where` is a constant of the module that names the trigger
        func="UPDATE produk_produk SET is_listed = is_listed WHERE {where}; RETURN NULL;".replace(  # nosec B608
            "{where}", where
        ),
    )


def carries(trigger: pgtrigger.Trigger) -> type[Any]:
    """Meta of a proxy that only brings a trigger of this layer to a table of a lower one."""
    return type("Meta", (), {"proxy": True, "default_permissions": (), "triggers": [trigger]})
