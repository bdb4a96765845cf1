"""Names of businesses and the texts that tell about them and their products."""

import random

from rumah_usaha.demo.places import Village
from rumah_usaha.demo.records import Person
from rumah_usaha.demo.trades import Good, Trade

_SEA = (
    "Karang",
    "Ombak",
    "Teluk",
    "Camar",
    "Pasir",
    "Arus",
    "Buih",
    "Layar",
    "Sauh",
    "Lamun",
    "Bakau",
    "Dayung",
)
_SEA_SECOND = ("Teduh", "Jernih", "Senja", "Lestari", "Fajar", "Rindang", "Tenang", "Kembar", "Pagi", "Sejuk")
_GARDEN = (
    "Nyiur",
    "Lereng",
    "Lembah",
    "Tunas",
    "Daun",
    "Ladang",
    "Pelepah",
    "Rimba",
    "Bukit",
    "Akar",
    "Dahan",
)
_GARDEN_SECOND = ("Rindang", "Subur", "Muda", "Asri", "Teduh", "Lebat", "Hijau", "Gembur", "Permai", "Manis")
_FLOWERS = (
    "Kenanga",
    "Seroja",
    "Cempaka",
    "Bakung",
    "Soka",
    "Flamboyan",
    "Ketapang",
    "Kemuning",
    "Dahlia",
    "Teratai",
)
_FLOWERS_SECOND = ("Sari", "Putih", "Setia", "Bersama", "Rimbun", "Merekah", "Jingga", "Sehati", "Pagi")

# How a product is ordered and kept, by category; one closes most descriptions.
_CLOSINGS = {
    "hasil-laut": (
        "Dikirim dengan kapal pagi dari {desa}; pesanan luar kabupaten dikemas rapat.",
        "Tanyakan dahulu ketersediaannya, karena hasil laut mengikuti cuaca.",
        "Harga untuk warung dan pengecer dapat dibicarakan.",
    ),
    "makanan": (
        "Dapat diambil di {desa} atau dikirim lewat kapal dan travel.",
        "Pembelian banyak mendapat harga khusus.",
        "Tersedia di {desa}; tanyakan dahulu bila Anda datang dari jauh.",
        "Titipan juga ada di beberapa kios di {kecamatan}.",
    ),
    "minuman": (
        "Pembelian banyak mendapat harga khusus.",
        "Pesan sehari sebelumnya untuk acara.",
        "Tersedia di {desa} setiap hari kecuali Jumat siang.",
    ),
    "kelapa": (
        "Tersedia juga dalam jumlah besar untuk rumah makan dan industri kecil.",
        "Dapat dikirim ke Ampana dua kali seminggu.",
        "Dari kebun di {desa}, bukan kelapa kiriman.",
    ),
    "kopi-kakao": (
        "Simpan tertutup dan jauh dari panas.",
        "Contoh kecil dapat dikirim sebelum Anda memesan banyak.",
        "Pengiriman setiap Senin dan Kamis.",
    ),
    "kerajinan": (
        "Pesanan khusus memerlukan waktu satu sampai tiga minggu.",
        "Foto stok terbaru dapat diminta lewat WhatsApp.",
        "Dibungkus kertas dan kardus agar aman di perjalanan.",
    ),
    "fesyen": (
        "Pilihan warna dapat dilihat lewat foto sebelum Anda memesan.",
        "Foto stok terbaru dapat diminta lewat WhatsApp.",
        "Uang muka setengah untuk pesanan khusus.",
    ),
    "pertanian": (
        "Harga mengikuti musim; silakan tanyakan dahulu.",
        "Dapat diambil di {desa} atau diantar ke Ampana.",
        "Pembelian rutin mendapat harga tetap selama sebulan.",
    ),
    "kecantikan": (
        "Hanya untuk pemakaian luar.",
        "Simpan di tempat sejuk dan tertutup.",
        "Cocok sebagai hadiah; tersedia kotak anyaman dengan tambahan biaya.",
    ),
    "jasa-wisata": (
        "Pesan paling lambat tiga hari sebelum datang.",
        "Tanggal ramai Juli sampai September, sebaiknya pesan lebih awal.",
        "Pembayaran penuh di tempat; uang muka dikembalikan bila kapal tidak berangkat.",
    ),
    "lainnya": (
        "Contoh barang dapat dilihat di {desa}.",
        "Pengantaran diatur bersama pembeli.",
        "Harga dapat dibicarakan untuk pembelian banyak.",
    ),
}


def business_name(rng: random.Random, trade: Trade, owner: Person, place: Village, *, taken: set[str]) -> str:
    patterns = [name for name in trade.names if owner.jenis_kelamin == "P" or "Wanita" not in name]
    while True:
        name = rng.choice(patterns).format(
            laut=f"{rng.choice(_SEA)} {rng.choice(_SEA_SECOND)}",
            kebun=f"{rng.choice(_GARDEN)} {rng.choice(_GARDEN_SECOND)}",
            bunga=f"{rng.choice(_FLOWERS)} {rng.choice(_FLOWERS_SECOND)}",
            keluarga=owner.short_name,
            ibu=f"{'Pak' if owner.jenis_kelamin == 'L' else rng.choice(('Ibu', 'Mama'))} {owner.short_name}",
            desa=place.name,
        )
        if name not in taken:
            taken.add(name)
            return name


def business_story(rng: random.Random, trade: Trade, place: Village, since: int) -> str:
    """What the business is, then what it asks of itself."""
    opening = rng.choice(trade.stories).format(desa=place.name)
    middle = rng.choice(
        (
            f"Berdiri sejak {since} di {place.kind} {place.name}, Kecamatan {place.kecamatan}.",
            f"Usaha ini berjalan sejak {since}.",
            f"Sejak {since} melayani pembeli di {place.kecamatan} dan sekitarnya.",
        )
    )
    return f"{opening} {middle} {rng.choice(trade.details).format(desa=place.name)}"


def product_story(rng: random.Random, trade: Trade, good: Good, place: Village) -> str:
    """Two to four sentences: the thing itself, how it is made, how to order or keep it."""
    parts = [rng.choice(good.stories), rng.choice(good.details or trade.details)]
    if " ".join(parts).count(". ") < 3 and rng.random() < 0.8:
        parts.append(rng.choice(_CLOSINGS[good.kategori]))
    return " ".join(parts).format(desa=place.name, kecamatan=place.kecamatan)
