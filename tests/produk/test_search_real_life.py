"""What visitors of such a district type, and which product they mean: among the first three, or none at all."""

import pytest
from django.core.management import call_command

from produk.models import Kategori
from tests.factories import KoperasiFactory, ProdukFactory, SertifikatFactory, UsahaFactory
from tests.house.repository import refuse
from wilayah.models import Desa

pytestmark = pytest.mark.django_db

# Seller (desa) and what is sold there: name, category, story.
CATALOGUE = {
    ("Warung Lukman", "Wakai"): [
        ("Nasi Kuning Ikan Roa", "makanan", "Bila Anda singgah, masih hangat."),
        ("Sambal Roa Botol", "makanan", "Pedas, baik untuk bekal."),
    ],
    ("Dapur Mama Asni", "Una-Una"): [
        ("Keripik Pisang Goroho", "makanan", "Renyah, satu bungkus isi banyak."),
        ("Keripik Singkong Balado", "makanan", ""),
        ("Abon Ikan Tuna", "makanan", "Dari tuna segar."),
        ("Abon Ikan Cakalang", "makanan", ""),
    ],
    ("Kriya Tempurung Tunas Asri", "Tete B"): [
        ("Cangkir Tempurung Ukir", "kerajinan", ""),
        ("Tikar Anyaman Pandan", "kerajinan", "Warna alami."),
    ],
    ("Minyak Kelapa Daun Hijau", "Uekuli"): [
        ("Minyak Kelapa Murni (VCO)", "kelapa", ""),
        ("Sabun Minyak Kelapa", "kecantikan", ""),
    ],
    ("Penjahit Ibu Fatma", "Ampana"): [
        ("Batik Motif Bajo", "fesyen", ""),
        ("Sarung Tenun Donggala", "fesyen", ""),
    ],
    ("Galangan Haji Soekardjo", "Kabalutan"): [("Perahu Katinting 7 Meter", "kerajinan", "Ramping dan ringan.")],
    ("Koperasi Tani Cokelat Tojo", "Tojo"): [
        ("Kakao Bubuk Murni", "minuman", ""),
        ("Kopi Robusta Tanjumbulu", "minuman", ""),
        ("Gula Aren Cetak", "makanan", ""),
    ],
    ("Lebah Sudana", "Bomba"): [("Madu Hutan Asli 650 ml", "pertanian", ""), ("Terasi Bubuk", "makanan", "")],
}  # fmt: skip
HALAL = "Abon Ikan Tuna"

# As typed: the beginning of a name that must be among the first three.
MEANT = {
    # as it is, in part, in other words' company
    "keripik pisang": "Keripik Pisang", "KERIPIK": "Keripik", "kerip": "Keripik", "sambal ro": "Sambal Roa",
    "cari madu hutan asli": "Madu Hutan", "jual abon dari ikan tuna": "Abon Ikan Tuna", "vco": "Minyak Kelapa Murni",
    "menganyam": "Tikar Anyaman", "tenunan": "Sarung Tenun", "650 ml": "Madu Hutan",
    # ways to spell it
    "kripik": "Keripik", "kripik pisan": "Keripik Pisang", "krupik": "Keripik", "coklat": "Kakao Bubuk",
    "tjangkir": "Cangkir", "goela aren": "Gula Aren", "kopie": "Kopi Robusta", "sukarjo": "Perahu Katinting",
    "Soekardjo": "Perahu Katinting", "batik badjo": "Batik Motif Bajo", "trasi": "Terasi", "minjak kelapa": "Minyak",
    "panden": "Tikar Anyaman",
    # slips
    "abon ikn": "Abon Ikan", "abn tuna": "Abon Ikan Tuna", "keripk": "Keripik", "keeripik": "Keripik",
    "kpoi": "Kopi", "minyak klapa": "Minyak Kelapa", "minyakkelapa": "Minyak Kelapa", "sarng tenun": "Sarung Tenun",
    "anyamn pandn": "Tikar Anyaman", "cakalag": "Abon Ikan Cakalang", "tempurng": "Cangkir Tempurung",
    "sambel roa": "Sambal Roa", "singkon": "Keripik Singkong", "robusat": "Kopi Robusta",
    # the seller
    "warung lukman": "Nasi Kuning", "warng lukman": "Nasi Kuning", "warung lukmn": "Nasi Kuning",
    "mama asni": "Keripik", "mama assni": "Keripik", "lebah sudna": "Madu Hutan",
    # the place
    "Una-Una": "Keripik", "unauna": "Keripik", "una una": "Keripik", "Oena-Oena": "Keripik", "oenaoena": "Keripik",
    "wakai": "Nasi Kuning", "bomba": "Madu Hutan", "batu daka": "Madu Hutan", "abon una una": "Abon Ikan",
    "ampana": "Batik",
    # the category, and what the office has seen a certificate of
    "kerajinan": "Tikar Anyaman", "kerajinn": "Tikar Anyaman", "minuman": "Kopi", "fesyen batik": "Batik",
    "halal": HALAL, "abon halal": HALAL, "bersertifikat halal": HALAL, "Halal una-una": HALAL,
}  # fmt: skip
# Other words than any of the catalogue's: what resembles them may be offered, never shown in their place.
NOTHING = (
    "emping", "keramik", "bola", "sapu", "baju", "rokok", "lampung", "tas", "sepatu", "durian", "semen", "pulsa",
    "kosmetik", "xyzzy", "zzqqxxww", "%", "'; drop", "🐟", "lemari", "abon durian", "sate",
)  # fmt: skip


@pytest.fixture
def catalogue():
    kategori = {each.slug: each for each in Kategori.objects.all()}
    for (seller, desa), goods in CATALOGUE.items():
        place = Desa.objects.filter(name=desa).first() or Desa.objects.first()
        factory = KoperasiFactory if seller.startswith("Koperasi") else UsahaFactory
        noun = "koperasi" if seller.startswith("Koperasi") else "usaha"
        owner = factory(listed=True, name=seller, desa=place)
        for name, slug, story in goods:
            produk = ProdukFactory(
                listed=True,
                **{"usaha": None, noun: owner},
                name=name,
                kategori=kategori[slug],
                description=story,
            )
            if name == HALAL:
                SertifikatFactory(verified=True, produk=[produk])
    call_command("refresh_search")


def first_three(client, text):
    return [produk.name for produk in client.get("/produk/", {"q": text}).context["page"]][:3]


def test_what_is_meant_stands_among_the_first_three(client, catalogue):
    found = {text: first_three(client, text) for text in MEANT}
    refuse(
        f"{text}: {found[text]}"
        for text, meant in MEANT.items()
        if not any(name.startswith(meant) for name in found[text])
    )


def test_what_is_not_there_finds_nothing(client, catalogue):
    found = {text: first_three(client, text) for text in NOTHING}
    refuse(f"{text}: {names}" for text, names in found.items() if names)
