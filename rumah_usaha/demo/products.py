"""The invented products of businesses and cooperatives."""

import random
from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from functools import cache

from rumah_usaha.demo.businesses import businesses
from rumah_usaha.demo.cooperatives import cooperatives, selling
from rumah_usaha.demo.days import SEED, TODAY, between
from rumah_usaha.demo.places import village
from rumah_usaha.demo.records import Picture, Product
from rumah_usaha.demo.stories import product_story
from rumah_usaha.demo.trades import Good, Trade, trade

# Uses of a motif for each further picture of it: enough variety for the lists, few enough to draw at start.
_USES_A_PICTURE = 6
_MOST_PICTURES = 4


@cache
def products() -> tuple[Product, ...]:
    rng = random.Random(f"{SEED} produk")
    made: list[Product] = []
    for business in businesses():
        if business.state in ("draf", "arsip"):
            continue
        # What the office has not yet verified has seldom shown more than one product.
        count = 1 if business.state == "menunggu" else rng.choices((1, 2, 3, 4, 5), (6, 27, 36, 24, 7))[0]
        if business.published_on:
            # Who has just joined brings one product at a time.
            count = min(count, 1 + (TODAY - business.published_on).days // 7)
        made += _range(
            rng,
            business.key,
            trade(business.trade),
            business.desa,
            count,
            business.state,
            business.published_on,
            len(made),
        )
    for cooperative in cooperatives():
        if cooperative.key in selling() and cooperative.state == "tayang":
            slug, count = selling()[cooperative.key]
            made += _range(
                rng,
                cooperative.key,
                trade(slug),
                cooperative.desa,
                count,
                "tayang",
                cooperative.published_on,
                len(made),
            )
    return _with_pictures(rng, made)


def pictures() -> tuple[Picture, ...]:
    """Every picture that products show, once; many products share one."""
    return tuple(
        dict.fromkeys(
            Picture(shown.motif, shown.seed) for product in products() for shown in product.pictures
        )
    )


def _range(
    rng: random.Random,
    seller: str,
    line: Trade,
    desa: str,
    count: int,
    state: str,
    published: date | None,
    start: int,
) -> list[Product]:
    """Some of what the trade offers, under different names."""
    offers = [(good, name) for good in line.goods for name in good.names]
    chosen = rng.sample(offers, min(count, len(offers)))
    return [
        _product(rng, f"produk-{start + index + 1:03d}", seller, line, good, name, desa, state, published)
        for index, (good, name) in enumerate(chosen)
    ]


def _product(
    rng: random.Random,
    key: str,
    seller: str,
    line: Trade,
    good: Good,
    name: str,
    desa: str,
    state: str,
    published: date | None,
) -> Product:
    if state == "tayang" and rng.random() < 0.07:
        state = rng.choice(("menunggu", "terverifikasi", "draf"))
    elif state == "terverifikasi":
        state = rng.choice(("terverifikasi", "menunggu"))
    # New products keep coming after the business has joined, so the newest are of many sellers.
    since = published or TODAY - timedelta(days=rng.randint(5, 200))
    created = min(TODAY, since + timedelta(days=int((TODAY - since).days * rng.random())))
    return Product(
        key=key,
        seller=seller,
        kategori=good.kategori,
        name=name,
        description=product_story(rng, line, good, village(desa)),
        price=good.price(rng),
        satuan=good.satuan,
        is_available=rng.random() < 0.91,
        refreshed_on=max(
            created, between(rng, TODAY - timedelta(days=rng.choice((30, 60, 120, 300))), TODAY)
        ),
        state=state,
        created_on=created,
        published_on=created if state == "tayang" else None,
        pictures=(Picture(good.motif, 0, good.alt),),
        can_be_halal=good.can_be_halal,
        pirt_kind=good.pirt_kind,
    )


def _with_pictures(rng: random.Random, made: list[Product]) -> tuple[Product, ...]:
    """Give the products of one motif its pictures in turn; a few show a second one."""
    uses = Counter(product.pictures[0].motif for product in made)
    turns: Counter[str] = Counter()
    found = []
    for product in made:
        motif, alt = product.pictures[0].motif, product.pictures[0].alt
        variants = min(_MOST_PICTURES, 1 + uses[motif] // _USES_A_PICTURE)
        first = turns[motif] % variants + 1
        turns[motif] += 1
        shown = [Picture(motif, first, alt)]
        if variants > 1 and rng.random() < 0.2:
            shown.append(Picture(motif, first % variants + 1, alt))
        # One in twenty-five has no picture yet: the office sees what is missing, the site shows its own sign.
        found.append(replace(product, pictures=() if rng.random() < 0.04 else tuple(shown)))
    return tuple(found)
