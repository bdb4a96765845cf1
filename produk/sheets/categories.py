"""Which of the catalogue's categories a clerk's word means."""

from collections import defaultdict

from common.spelling import is_misspelt
from common.text import fold
from produk.models import Kategori

# Words that lists use → the category's address; one that the office has taken away means nothing.
_ALSO = {
    "kuliner": "makanan", "makanan ringan": "makanan", "snack": "makanan", "camilan": "makanan",
    "cemilan": "makanan", "kue": "makanan", "keripik": "makanan", "roti": "makanan", "bumbu": "makanan",
    "jus": "minuman", "sirup": "minuman", "ikan": "hasil-laut", "ikan olahan": "hasil-laut",
    "olahan ikan": "hasil-laut", "perikanan": "hasil-laut", "seafood": "hasil-laut", "vco": "kelapa",
    "kopra": "kelapa", "cokelat": "kopi-kakao", "coklat": "kopi-kakao", "kriya": "kerajinan",
    "handicraft": "kerajinan", "kerajinan tangan": "kerajinan", "fashion": "fesyen", "pakaian": "fesyen",
    "konveksi": "fesyen", "batik": "fesyen", "perkebunan": "pertanian", "hasil pertanian": "pertanian",
    "sayur": "pertanian", "buah": "pertanian", "kosmetik": "kecantikan", "herbal": "kecantikan",
    "pariwisata": "jasa-wisata", "homestay": "jasa-wisata", "penginapan": "jasa-wisata", "lain lain": "lainnya",
}  # fmt: skip
_PLAIN = frozenset({"dan", "atau", "hasil", "olahan", "produk", "serta"})


class Categories:
    """All of them, loaded once for a batch: there are a dozen."""

    def __init__(self) -> None:
        every = list(Kategori.objects.all())
        slugs = {kategori.slug: kategori for kategori in every}
        parts: dict[str, set[Kategori]] = defaultdict(set)
        for kategori in every:
            for word in set(fold(kategori.name).split()) - _PLAIN:
                parts[word].add(kategori)
        # The surer overwrites the less sure: a part of a name, a word for it, the address, the name.
        self.known = {word: found.pop() for word, found in parts.items() if len(found) == 1}
        self.known |= {word: slugs[slug] for word, slug in _ALSO.items() if slug in slugs}
        self.known |= {fold(slug): kategori for slug, kategori in slugs.items()}
        self.known |= {fold(kategori.name): kategori for kategori in every}
        self.names = [kategori.name for kategori in every]

    def find(self, text: str) -> tuple[Kategori | None, bool]:
        """(category, whether the word was spelt so)."""
        word = fold(text)
        if found := self.known.get(word):
            return found, True
        meant = {self.known[part] for part in word.split() if part in self.known}
        if len(meant) == 1:
            return meant.pop(), True
        near = {kategori for known, kategori in self.known.items() if is_misspelt(word, known)}
        return (near.pop(), False) if len(near) == 1 else (None, True)
