"""Rows of a district of the wanted size, table by table. People are invented: their NIK KTP begin with 720999."""

import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from functools import cached_property
from itertools import count
from typing import Any

from django.utils.text import slugify

from common.encryption import blind_index, encrypt
from koperasi.choices import Bentuk, JenisKoperasi
from legalitas.choices import JenisSertifikat
from rumah_usaha.demo.days import TODAY
from rumah_usaha.demo.names import nik, person_name
from rumah_usaha.demo.places import SHARES, villages
from rumah_usaha.demo.trades import trades
from rumah_usaha.scale.speech import Skewed, goods, words
from umkm.choices import SaluranPersetujuan, StatusUsaha

Row = dict[str, Any]

_OPENED = datetime(2022, 7, 6, tzinfo=UTC)
_DAYS = (TODAY - _OPENED.date()).days
_STREETS = ("Pelabuhan", "Nyiur", "Cengkeh", "Karang", "Ketapang")
_SHOPS = ("Dapur", "UD", "Kios", "Rumah", "Toko", "CV", "Sanggar", "Kedai")
_PURPOSES = (("nama", 0.74), ("telepon", 0.84), ("foto", 0.62), ("lokasi", 0.46))
# Of a hundred products.
_BY_KOPERASI, _PUBLISHED, _WITH_PHOTO, _WITH_SECOND_PHOTO = 0.04, 0.93, 0.96, 0.15
_CERTIFIED = 0.2


@dataclass
class District:
    """Everything follows from `produk` and `seed`; `desa` and `kategori` give the keys of reference rows."""

    produk: int
    seed: int
    officer: int
    desa: dict[str, int]
    kategori: dict[str, int]
    photos: list[tuple[str, int, int]]
    # Filled while rows are made: later tables follow earlier ones.
    agreeing: set[int] = field(default_factory=set)
    usaha_listed: set[int] = field(default_factory=set)
    usaha_certified: list[int] = field(default_factory=list)
    named: list[tuple[int, int]] = field(default_factory=list)

    @property
    def usaha(self) -> int:
        return max(3, self.produk * 6 // 100)

    @property
    def pemilik(self) -> int:
        return self.usaha - self.usaha // 12

    @property
    def koperasi(self) -> int:
        return max(2, self.produk // 400)

    @cached_property
    def words(self) -> Skewed[str]:
        return words()

    def rng(self, table: str) -> random.Random:
        return random.Random(f"{self.seed} {table}")

    def places(self, rng: random.Random, count: int) -> list[int]:
        """Keys of villages, as many in each kecamatan as its share."""
        sizes = Counter(place.kecamatan_code for place in villages())
        shares = [SHARES[place.kecamatan_code[-2:]] / sizes[place.kecamatan_code] for place in villages()]
        return [self.desa[place.code] for place in rng.choices(villages(), weights=shares, k=count)]

    def stamps(self, at: datetime, *, verified: bool, published: bool) -> Row:
        row: Row = {"created_at": at, "updated_at": at}
        if verified:
            row |= {"verified_at": at, "verified_by_id": self.officer}
        if published:
            row |= {"published_at": at, "published_by_id": self.officer}
        return row


def moment(rng: random.Random, share: float) -> datetime:
    """Records come in one after the other, with some weeks' disorder; no two at the same second."""
    day = share * _DAYS * 0.97 + rng.random() * _DAYS * 0.03
    return _OPENED + timedelta(days=day)


def owners(district: District) -> Iterator[Row]:
    rng = district.rng("pemilik")
    for pk, desa in enumerate(district.places(rng, district.pemilik), 1):
        sex = rng.choice("LPP")
        born = date(1958, 1, 1) + timedelta(days=pk * 7919 % 15_700)
        number = nik(born, sex, 1 + pk * 13 % 9973)
        yield {
            "id": pk,
            "name": person_name(rng, sex),
            "nik": encrypt(number),
            "nik_index": blind_index(number),
            "jenis_kelamin": sex,
            "tanggal_lahir": born,
            # A block that operators leave unassigned, with a digit more than the demo's.
            "phone": f"+628120000{pk % 100_000:05d}",
            "address": f"Jalan {rng.choice(_STREETS)} Nomor {rng.randint(1, 200)}",
            "desa_id": desa,
        }


def consents(district: District) -> Iterator[Row]:
    rng, keys = district.rng("persetujuan"), count(1)
    for pemilik in range(1, district.pemilik + 1):
        if rng.random() > 0.95:
            continue
        district.agreeing.add(pemilik)
        given = ["katalog", *(purpose for purpose, share in _PURPOSES if rng.random() < share)]
        for purpose in given:
            yield {
                "id": next(keys), "pemilik_id": pemilik, "purpose": purpose,
                "channel": SaluranPersetujuan.FORMULIR, "given_on": TODAY,
            }  # fmt: skip


def businesses(district: District) -> Iterator[Row]:
    rng = district.rng("usaha")
    lines = trades()
    for pk, desa in enumerate(district.places(rng, district.usaha), 1):
        line, tail = rng.choice(lines), district.words.some(rng, 2)
        name = " ".join((rng.choice(_SHOPS), *tail)).title()
        pemilik = pk if pk <= district.pemilik else pk - district.pemilik
        # The first are on the site whatever the chance, or a small district might show nothing.
        published = pk <= 2 or rng.random() < 0.92
        verified = published or rng.random() < 0.5
        if published and pemilik in district.agreeing:
            district.usaha_listed.add(pk)
        if verified and rng.random() < _CERTIFIED:
            district.usaha_certified.append(pk)
        yield {
            "id": pk,
            "pemilik_id": pemilik,
            "name": name,
            "slug": f"{slugify(name)}-{pk}",
            "bidang_usaha": line.bidang,
            "status_usaha": StatusUsaha.PERSEORANGAN,
            "kegiatan_utama": line.activity,
            "description": " ".join(district.words.some(rng, 18)).capitalize() + ".",
            "photo": rng.choice(district.photos)[0] if district.photos and rng.random() < 0.3 else "",
            "desa_id": desa,
            "address": f"Dusun {rng.randint(1, 4)}",
            "is_listed": pk in district.usaha_listed,
            **district.stamps(moment(rng, pk / district.usaha * 0.9), verified=verified, published=published),
        }


def cooperatives(district: District) -> Iterator[Row]:
    rng = district.rng("koperasi")
    for pk, desa in enumerate(district.places(rng, district.koperasi), 1):
        name = f"Koperasi {' '.join(district.words.some(rng, 2)).title()}"
        yield {
            "id": pk,
            "name": name,
            "slug": f"{slugify(name)}-{pk}",
            "jenis": JenisKoperasi.PRODUSEN,
            "bentuk": Bentuk.PRIMER_KABUPATEN,
            "desa_id": desa,
            "is_listed": True,
            **district.stamps(moment(rng, pk / district.koperasi * 0.9), verified=True, published=True),
        }


PRODUK_COLUMNS = (
    "id", "usaha_id", "koperasi_id", "kategori_id", "name", "slug", "description", "price", "satuan", "is_available",
    "refreshed_on", "at", "is_published",
)  # fmt: skip


def products(district: District) -> Iterator[tuple[Any, ...]]:
    """In the order of PRODUK_COLUMNS; a few sellers have a great many of them."""
    rng = district.rng("produk")
    offers, sellers = goods(), Skewed(range(1, district.usaha + 1), flattened=0.5)
    certified = {usaha: at for at, usaha in enumerate(district.usaha_certified, 1)}
    slugs = {name: slugify(name) for _, name in offers.things}
    for pk in range(1, district.produk + 1):
        ((good, name),) = offers.some(rng, 1)
        kinds = district.words.some(rng, rng.choice((0, 1, 1, 2)))
        usaha = koperasi = None
        if rng.random() < _BY_KOPERASI:
            koperasi = rng.randint(1, district.koperasi)
        else:
            (usaha,) = sellers.some(rng, 1)
            if good.can_be_halal and usaha in certified:
                district.named.append((certified[usaha], pk))
        told = " ".join(district.words.some(rng, rng.randint(8, 16))).capitalize()
        at = moment(rng, pk / district.produk)
        yield (
            pk, usaha, koperasi, district.kategori[good.kategori], " ".join((name, *kinds)),
            "-".join((slugs[name], *kinds, str(pk))), f"{rng.choice(good.stories)} {told}.", good.price(rng),
            good.satuan, rng.random() < 0.91, at.date(), at, rng.random() < _PUBLISHED,
        )  # fmt: skip


def photos(district: District) -> Iterator[Row]:
    """A few files are shared by all rows, which only a scratch database may do: a replaced photo is deleted."""
    rng, keys = district.rng("foto"), count(1)
    if not district.photos:
        return
    for produk in range(1, district.produk + 1):
        if rng.random() > _WITH_PHOTO:
            continue
        for position in range(2 if rng.random() < _WITH_SECOND_PHOTO else 1):
            name, width, height = rng.choice(district.photos)
            yield {
                "id": next(keys), "produk_id": produk, "position": position,
                "image": name, "alt": "Produk di atas meja kayu", "width": width, "height": height,
            }  # fmt: skip


def certificates(district: District) -> Iterator[Row]:
    """Halal, each for some products of its business."""
    for pk, usaha in enumerate(district.usaha_certified, 1):
        yield {
            "id": pk, "usaha_id": usaha, "jenis": JenisSertifikat.HALAL, "number_on_paper": f"ID7211{pk:013d}",
            "issued_on": TODAY, "verified_at": _OPENED, "verified_by_id": district.officer,
        }  # fmt: skip


def named_products(district: District) -> Iterator[Row]:
    """Which certificate names which product; noted while the products were made."""
    for pk, (certificate, produk) in enumerate(district.named, 1):
        yield {"id": pk, "sertifikat_id": certificate, "produk_id": produk}
