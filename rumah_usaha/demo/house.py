"""What goes on in the house itself: guests of half a year, goods on the shelf, announcements."""

import random
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from rumah_usaha.demo.days import SEED, TODAY, workday
from rumah_usaha.demo.names import person_name
from rumah_usaha.demo.products import products

_GOODS, _BATCH, _GUESTS = 14, 24, 70
# Not what is weighed, poured or slept in.
_PACKED = {"bungkus", "pcs", "botol", "stoples", "kotak", "lembar", "buah"}
# Where guests come from, and the kecamatan of those who live in the district.
_ORIGINS = (
    ("Ampana", "Ampana Kota"), ("Desa Bailo", "Ampana Kota"), ("Kelurahan Uentanaga Atas", "Ratolindo"),
    ("Desa Sansarino", "Ampana Kota"), ("Wakai", "Una Una"), ("Marowo", "Ulubongka"), ("Desa Labuan", "Ratolindo"),
    ("Poso", ""), ("Palu", ""), ("Dinas Pariwisata", ""), ("Makassar", ""),
)  # fmt: skip
_REASONS = (
    ("belanja", 45, ("Oleh-oleh untuk keluarga", "", "", "Mencari abon")),
    ("konsultasi", 25, ("Mengurus NIB", "Sertifikat halal", "P-IRT", "")),
    ("titip", 14, ("Menambah titipan", "")),
    ("kegiatan", 8, ("Pelatihan kemasan",)),
    ("kunjungan", 5, ("Studi banding",)),
    ("lainnya", 3, ("Bertanya alamat penjual",)),
)


@dataclass(frozen=True)
class Visit:
    name: str
    asal: str
    kecamatan: str
    keperluan: str
    description: str
    jumlah_tamu: int
    visited_on: date


@dataclass(frozen=True)
class Batch:
    """Brought on a day; `leaves` are (kind, how many, day)."""

    produk: str
    harga_titip: int
    harga_jual: int
    jumlah: int
    brought_on: date
    leaves: tuple[tuple[str, int, date], ...]


@dataclass(frozen=True)
class Notice:
    title: str
    body: str
    published_on: date
    is_public: bool = True
    bidang_usaha: tuple[str, ...] = ()
    kecamatan: tuple[str, ...] = ()
    pinned_until: date | None = None


@cache
def visits() -> tuple[Visit, ...]:
    rng = random.Random(f"{SEED} buku tamu")
    weights = [weight for _, weight, _ in _REASONS]
    made = []
    for _ in range(_GUESTS):
        reason, _, words = rng.choices(_REASONS, weights)[0]
        asal, kecamatan = rng.choice(_ORIGINS)
        made.append(
            Visit(
                name=person_name(rng, rng.choice("LP")),
                asal=asal,
                kecamatan=kecamatan,
                keperluan=reason,
                description=rng.choice(words),
                jumlah_tamu=rng.choice((4, 8, 12)) if reason == "kunjungan" else rng.choice((1, 1, 1, 2, 3)),
                visited_on=workday(TODAY - timedelta(days=rng.randint(0, 180))),
            )
        )
    return tuple(made)


@cache
def batches() -> tuple[Batch, ...]:
    """Goods that keep on a shelf, of as many sellers as there are."""
    rng = random.Random(f"{SEED} etalase")
    shown = {
        product.seller: product
        for product in products()
        if product.state == "tayang" and product.satuan in _PACKED and product.price <= 150_000
    }
    chosen = rng.sample(sorted(shown.values(), key=lambda product: product.key), _GOODS)
    return tuple(_batch(rng, product.key, product.price) for product in chosen)


def _batch(rng: random.Random, key: str, price: int) -> Batch:
    brought = workday(TODAY - timedelta(days=rng.randint(40, 75)))
    left, day, leaves = _BATCH, brought, []
    while left > 3:
        day = workday(day + timedelta(days=rng.randint(3, 11)))
        if day > TODAY:
            break
        jumlah = rng.randint(1, 3)
        leaves.append((rng.choices(("terjual", "kembali", "rusak"), (90, 6, 4))[0], jumlah, day))
        left -= jumlah
    # The house keeps a tenth, rounded to whole five hundreds.
    return Batch(key, price, price + max(500, round(price / 10 / 500) * 500), _BATCH, brought, tuple(leaves))


def notices() -> tuple[Notice, ...]:
    return (
        Notice(
            "Titip jual di Rumah Usaha dibuka untuk semua pelaku usaha",
            "Bawa barang yang sudah dikemas dan berlabel ke Rumah Usaha setiap hari kerja, pukul 08.00 sampai 15.00. "
            "Petugas mencatat harga yang Anda terima; pembayaran dihitung setiap akhir bulan.\n\n"
            "Makanan dan minuman wajib memiliki P-IRT dan tanggal kedaluwarsa.",
            TODAY - timedelta(days=30),
            pinned_until=TODAY + timedelta(days=40),
        ),
        Notice(
            "Sertifikat halal gratis: pendaftaran gelombang akhir tahun",
            "Usaha makanan dan minuman yang belum bersertifikat halal dapat mendaftar sampai 15 Desember 2026. "
            "Siapkan NIB, daftar bahan, dan foto tempat produksi.\n\n"
            "Keterangan tentang kewajiban halal: https://bpjph.halal.go.id",
            TODAY - timedelta(days=12),
            bidang_usaha=("makanan_minuman",),
        ),
        Notice(
            "Perajin Togean: pemotretan produk bersama",
            "Fotografer kantor datang ke Wakai pada 4 Desember 2026, pukul 09.00 WITA, di balai desa. "
            "Bawa paling banyak lima produk yang belum punya foto di situs.",
            TODAY - timedelta(days=6),
            is_public=False,
            bidang_usaha=("kerajinan",),
            kecamatan=("Togean",),
        ),
        Notice(
            "Kantor tutup pada hari libur nasional",
            "Pelayanan di Rumah Usaha libur pada 25 dan 26 Desember 2026. Pesanan lewat WhatsApp tetap dijawab "
            "oleh penjual masing-masing.",
            TODAY - timedelta(days=2),
        ),
    )
