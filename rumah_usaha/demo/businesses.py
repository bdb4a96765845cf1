"""The invented businesses and their owners."""

import random
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from rumah_usaha.demo.days import SEED, TODAY, between, workday
from rumah_usaha.demo.names import nib, person, phone
from rumah_usaha.demo.places import SHARES, Village, address, point_near, villages
from rumah_usaha.demo.records import Business, Figures, Person, Picture
from rumah_usaha.demo.stories import business_name, business_story
from rumah_usaha.demo.trades import Trade, trades

MILLION = 1_000_000
# Seats of kecamatan and known landings draw more businesses than the other villages.
_BUSY = frozenset(
    [
        "Wakai",
        "Una-Una",
        "Lebiti",
        "Katupat",
        "Benteng",
        "Dolong A",
        "Dolong B",
        "Popolii",
        "Pasokan",
        "Malapo",
        "Bomba",
        "Kambutu",
        "Kabalutan",
        "Malenge",
        "Ampana",
        "Labiabae",
        "Bailo",
        "Malotong",
        "Dondo",
        "Uentanaga Bawah",
        "Labuan",
        "Tete A",
        "Balingara",
        "Borone",
        "Marowo",
        "Bonevoto",
        "Cempa",
        "Uekuli",
        "Betaua",
        "Tojo",
        "Podi",
        "Malewa",
        "Tombiano",
        "Matako",
    ]
)
# Larger than micro: which business of which trade, and its sales in millions. Nearly everybody here is micro.
_LARGER = {
    ("oleh-oleh", 0): 3400, ("beras", 0): 2450, ("kopra", 0): 17_800, ("minyak-atsiri", 0): 2700,
    ("oleh-oleh", 2): 5900, ("ikan-segar", 0): 4200,
}  # fmt: skip
_STATES = (("tayang", 84), ("terverifikasi", 4), ("menunggu", 7), ("draf", 4), ("arsip", 1))


@dataclass(frozen=True)
class _World:
    people: tuple[Person, ...]
    businesses: tuple[Business, ...]


def people() -> tuple[Person, ...]:
    return _world().people


def businesses() -> tuple[Business, ...]:
    return _world().businesses


@cache
def _world() -> _World:
    rng = random.Random(f"{SEED} usaha")
    owners: list[Person] = []
    made: list[Business] = []
    taken_people: set[str] = set()
    taken_names: set[str] = set()
    counts: dict[str, int] = {}
    for place in _spread(rng):
        trade = _pick_trade(rng, place, counts)
        nth = counts.get(trade.slug, 0)
        counts[trade.slug] = nth + 1
        created = workday(_created(rng))
        again = owners and owners[-1].desa[:8] == place.kecamatan_code and rng.random() < 0.08
        if not again:
            sex = "P" if rng.random() < _women(trade) else "L"
            owners.append(person(rng, len(owners) + 1, place, sex=sex, joined=created, taken=taken_people))
        owner = owners[-1]
        name = business_name(rng, trade, owner, place, taken=taken_names)
        key = f"usaha-{len(made) + 1:03d}"
        sales = _LARGER.get((trade.slug, nth))
        made.append(_business(rng, key, name, trade, owner, place, created, sales))
    return _World(tuple(owners), tuple(made))


def _spread(rng: random.Random) -> list[Village]:
    """A village for every business, kecamatan by kecamatan."""
    found = []
    for suffix, share in SHARES.items():
        choices = [place for place in villages() if place.kecamatan_code.endswith(f".{suffix}")]
        weights = [4 if place.name in _BUSY else 1 for place in choices]
        found += rng.choices(choices, weights, k=share)
    return found


def _pick_trade(rng: random.Random, place: Village, counts: dict[str, int]) -> Trade:
    """What suits the place, and rather what is not there yet."""
    choices = trades() if place.has_shore else tuple(entry for entry in trades() if not entry.is_perikanan)
    weights = [entry.places.get(place.zone, 0) / (1 + 0.35 * counts.get(entry.slug, 0)) for entry in choices]
    return rng.choices(choices, weights)[0]


def _women(trade: Trade) -> float:
    """Share of women among the owners."""
    if trade.bidang in ("makanan_minuman", "fesyen") or trade.slug in ("anyaman", "perawatan"):
        return 0.8
    return 0.22 if trade.slug in ("perahu", "mebel", "kopra", "wisata-laut", "ikan-segar") else 0.45


def _created(rng: random.Random) -> date:
    """Registration began slowly and quickens."""
    return date(2022, 8, 1) + timedelta(days=int((TODAY - date(2022, 8, 15)).days * rng.random() ** 0.75))


def _business(
    rng: random.Random,
    key: str,
    name: str,
    trade: Trade,
    owner: Person,
    place: Village,
    created: date,
    sales: int | None,
) -> Business:
    state = "tayang" if sales else rng.choices([s for s, _ in _STATES], [share for _, share in _STATES])[0]
    if state == "tayang" and not any(consent.purpose == "katalog" for consent in owner.consents):
        state = "terverifikasi"
    since = rng.randint(2004, min(2025, created.year))
    verified = (
        min(TODAY, created + timedelta(days=rng.randint(1, 40)))
        if state in ("terverifikasi", "tayang")
        else None
    )
    has_nib = state != "draf" and (sales is not None or rng.random() < 0.64)
    location = any(consent.purpose == "lokasi" and not consent.withdrawn_on for consent in owner.consents)
    latitude, longitude = point_near(rng, place) if location and state != "draf" else (None, None)
    line, rt, rw = address(rng, place)
    figures = () if state == "draf" else _figures(rng, trade, since, created, sales)
    number = int(key[-3:])
    return Business(
        key=key,
        pemilik=owner.key,
        trade=trade.slug,
        name=name,
        status_usaha=_status(rng, name, sales),
        bidang_usaha=trade.bidang,
        kbli="" if state == "draf" else trade.kbli,
        kegiatan_utama=trade.activity,
        nib=nib(number) if has_nib else "",
        nib_issued_on=_nib_issued_on(rng, number, created) if has_nib else None,
        tahun_mulai=since,
        is_perikanan=trade.is_perikanan,
        description="" if state == "draf" else business_story(rng, trade, place, since),
        whatsapp=phone(5000 + number) if rng.random() < 0.15 else "",
        desa=place.code,
        address=line,
        rt=rt,
        rw=rw,
        latitude=latitude,
        longitude=longitude,
        skala_dinyatakan=_declared(rng, figures),
        state=state,
        created_on=created,
        verified_on=verified,
        published_on=min(TODAY, verified + timedelta(days=rng.randint(0, 12)))
        if verified and state == "tayang"
        else None,
        picture=Picture(rng.choice(trade.pictures), rng.randint(1, 3), f"Tempat usaha {name}")
        if rng.random() < 0.72
        else None,
        figures=figures,
    )


def _nib_issued_on(rng: random.Random, number: int, created: date) -> date:
    """Most bring their NIB along; every third gets it in the weeks after, often through the office."""
    brought = between(rng, date(2021, 9, 1), created)
    return workday(min(TODAY, created + timedelta(days=5 + number % 40))) if number % 3 == 0 else brought


def _status(rng: random.Random, name: str, sales: int | None) -> str:
    if name.startswith("Kelompok"):
        return "kelompok"
    if name.startswith("UD "):
        return "ud"
    if sales:
        return "cv" if sales < 10_000 else "pt"
    return rng.choices(("perseorangan", "iumk", "ud", "pt_perorangan"), (80, 9, 7, 4))[0]


def _figures(
    rng: random.Random, trade: Trade, since: int, created: date, sales: int | None
) -> tuple[Figures, ...]:
    """Sales and capital from 2023 on; this year's are known of some only."""
    start = sales or min(1500, trade.smallest * (trade.largest / trade.smallest) ** (rng.random() ** 1.6))
    capital = start * rng.uniform(0.18, 0.6)
    men, women = rng.randint(0, 2), rng.randint(0, 3)
    found = []
    for year in range(max(2023, since), 2027):
        if year == 2026 and rng.random() < 0.5:
            break
        source = "Pendataan awal" if year <= created.year else f"Kunjungan petugas {year}"
        grown = start * (1 + 0.07 * (year - 2025) + rng.uniform(-0.05, 0.08))
        heads = 1 + int(grown / 180)
        found.append(
            Figures(
                tahun=year,
                penjualan_tahunan=round(grown * 10) * MILLION // 10,
                modal_usaha=round(capital * (1 + 0.04 * (year - 2025))) * MILLION,
                tenaga_kerja_l=min(40, men + heads // 2),
                tenaga_kerja_p=min(40, women + heads - heads // 2),
                source=source,
            )
        )
    return tuple(found)


def _declared(rng: random.Random, figures: tuple[Figures, ...]) -> str:
    """What the owner says: mostly right, sometimes nothing, now and then one class too high."""
    if not figures or rng.random() < 0.14:
        return ""
    sales = figures[-1].penjualan_tahunan
    if sales > 15_000 * MILLION:
        return "menengah"
    if sales > 2_000 * MILLION:
        return "kecil"
    return "kecil" if rng.random() < 0.03 else "mikro"
