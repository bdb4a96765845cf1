"""The invented certificates and registered numbers: halal, P-IRT, merek, NIB, NIK Koperasi and the rest."""

import random
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from functools import cache

from rumah_usaha.demo.businesses import businesses
from rumah_usaha.demo.cooperatives import cooperatives
from rumah_usaha.demo.days import SEED, TODAY, between, workday
from rumah_usaha.demo.products import products
from rumah_usaha.demo.records import Business, Certificate, Product

_KEPT = ("tayang", "terverifikasi")


@cache
def certificates() -> tuple[Certificate, ...]:
    rng = random.Random(f"{SEED} legalitas")
    kept = [business for business in businesses() if business.state in _KEPT]
    goods: dict[str, list[Product]] = {}
    for product in products():
        goods.setdefault(product.seller, []).append(product)
    found = [
        *_nib(rng, kept),
        *_halal(rng, kept, goods),
        *_pirt(rng, kept, goods),
        *_merek(rng, kept),
        *_shat(rng, kept),
        *_training(rng, kept),
        *_nik_koperasi(rng),
        *_rare(kept, goods),
    ]
    return tuple(found)


def _verified(rng: random.Random, issued: date, share: float = 0.88) -> date | None:
    """When an officer compared the paper; some still wait for it."""
    return min(TODAY, issued + timedelta(days=rng.randint(1, 30))) if rng.random() < share else None


def _known(kept: list[Business], day: date) -> list[Business]:
    return [business for business in kept if business.created_on <= day]


def _years_after(day: date, years: int) -> date:
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)


def _nib(rng: random.Random, kept: Iterable[Business]) -> Iterator[Certificate]:
    for business in kept:
        if business.nib and business.nib_issued_on and rng.random() < 0.72:
            yield Certificate(
                key=f"nib {business.key}",
                subject=business.key,
                jenis="nib",
                number_on_paper="",
                penerbit="Lembaga OSS",
                issued_on=business.nib_issued_on,
                verified_on=_verified(rng, max(business.nib_issued_on, business.created_on)),
            )


def _halal(
    rng: random.Random, kept: Iterable[Business], goods: dict[str, list[Product]]
) -> Iterator[Certificate]:
    """Without an end date since 2023; the oldest still carry the four years printed then."""
    number = 0
    for business in kept:
        named = tuple(product.key for product in goods.get(business.key, []) if product.can_be_halal)
        if not named or rng.random() > 0.56:
            continue
        number += 1
        old = number % 13 == 4
        issued = workday(
            between(rng, date(2021, 6, 1), date(2022, 8, 30))
            if old
            else between(rng, date(2023, 2, 1), TODAY)
        )
        yield Certificate(
            key=f"halal {business.key}",
            subject=business.key,
            jenis="halal",
            number_on_paper=f"ID7299{number:07d}{issued:%m%y}",
            nomor_ketetapan=f"KH-99{number:04d}/{issued:%m/%Y}",
            penerbit="BPJPH",
            issued_on=issued,
            valid_until=_years_after(issued, 4) if old else None,
            produk=named,
            verified_on=_verified(rng, max(issued, business.created_on)),
        )


def _pirt(
    rng: random.Random, kept: Iterable[Business], goods: dict[str, list[Product]]
) -> Iterator[Certificate]:
    """One number a product, five years; its last two digits are the year in which it ends."""
    early = 0
    for maker, business in enumerate(kept, start=1):
        if rng.random() > 0.62:
            continue
        for place, product in enumerate(goods.get(business.key, []), start=1):
            if not product.pirt_kind or rng.random() > 0.7:
                continue
            issued = between(rng, date(2023, 1, 10), TODAY)
            if early < 8 and rng.random() < 0.4:
                # Some end in the coming months, one or two have ended: there must be something to remind of.
                early += 1
                issued = between(rng, date(2021, 9, 1), date(2022, 5, 15))
            issued = workday(issued)
            until = _years_after(issued, 5)
            yield Certificate(
                key=f"pirt {product.key}",
                subject=business.key,
                jenis="pirt",
                number_on_paper=f"{product.pirt_kind}7209{place:02d}9{maker:03d}{until:%y}",
                penerbit="Pemerintah daerah melalui OSS",
                issued_on=issued,
                valid_until=until,
                produk=(product.key,),
                verified_on=_verified(rng, max(issued, business.created_on)),
            )


def _merek(rng: random.Random, kept: list[Business]) -> Iterator[Certificate]:
    for number, business in enumerate(rng.sample(_known(kept, date(2025, 10, 1)), 11), start=1):
        issued = workday(between(rng, business.created_on + timedelta(days=200), TODAY))
        yield Certificate(
            key=f"merek {business.key}",
            subject=business.key,
            jenis="merek",
            number_on_paper=f"IDM999{number * 4127:06d}",
            penerbit="DJKI",
            merek=business.name,
            issued_on=issued,
            valid_until=_years_after(issued, 10),
            verified_on=_verified(rng, issued),
        )


def _shat(rng: random.Random, kept: list[Business]) -> Iterator[Certificate]:
    for number, business in enumerate(rng.sample(_known(kept, date(2026, 4, 1)), 18), start=1):
        issued = workday(
            between(rng, max(date(2024, 4, 1), business.created_on + timedelta(days=120)), TODAY)
        )
        yield Certificate(
            key=f"shat {business.key}",
            subject=business.key,
            jenis="shat",
            number_on_paper=f"99{number * 70_913:012d}",
            penerbit="Kantor Pertanahan",
            issued_on=issued,
            verified_on=_verified(rng, issued),
        )


def _training(rng: random.Random, kept: list[Business]) -> Iterator[Certificate]:
    """Three courses, their participants on one day each."""
    days = (date(2024, 5, 16), date(2025, 8, 21), date(2026, 6, 11))
    for course, day in enumerate(days):
        for number, business in enumerate(rng.sample(_known(kept, day - timedelta(days=20)), 9), start=1):
            yield Certificate(
                key=f"pelatihan {course} {business.key}",
                subject=business.key,
                jenis="pelatihan",
                number_on_paper=f"500.3/{number:03d}/PLT/{day.year}",
                penerbit="Dinas Perindustrian dan Perdagangan",
                issued_on=day,
                verified_on=day,
            )


def _nik_koperasi(rng: random.Random) -> Iterator[Certificate]:
    for cooperative in cooperatives():
        if cooperative.nik_koperasi and cooperative.meetings:
            held = cooperative.meetings[-1].held_on or TODAY
            issued = workday(min(TODAY, held + timedelta(days=rng.randint(30, 120))))
            yield Certificate(
                key=f"nik_koperasi {cooperative.key}",
                subject=cooperative.key,
                jenis="nik_koperasi",
                number_on_paper="",
                penerbit="Kementerian Koperasi",
                issued_on=issued,
                verified_on=_verified(rng, issued),
            )


def _rare(kept: list[Business], goods: dict[str, list[Product]]) -> Iterator[Certificate]:
    """What hardly anybody has: one BPOM licence, two SNI."""
    canned = [
        (business, product)
        for business in kept
        for product in goods.get(business.key, [])
        if business.trade in ("abon-ikan", "minyak-kelapa") and product.pirt_kind
    ]
    # Issued in February 2025 with the office's help, so the business was known half a year before.
    for business, product in [pair for pair in canned if pair[0].created_on <= date(2024, 8, 1)][:1]:
        yield Certificate(
            key=f"bpom {product.key}",
            subject=business.key,
            jenis="bpom",
            number_on_paper="MD990272090001",
            penerbit="BPOM",
            issued_on=date(2025, 2, 18),
            valid_until=date(2030, 2, 18),
            produk=(product.key,),
            verified_on=date(2025, 3, 3),
        )
    coffee = [business for business in kept if business.trade in ("kopi", "minyak-kelapa")]
    for number, business in enumerate(coffee[:2], start=1):
        yield Certificate(
            key=f"sni {business.key}",
            subject=business.key,
            jenis="sni",
            number_on_paper=f"SNI-BINA-UMK-99{number:04d}",
            penerbit="BSN",
            issued_on=date(2024 + number, 4, 9),
            verified_on=date(2024 + number, 4, 22),
        )
