"""Which product of its seller a row means. What only resembles is left to the clerk."""

from collections import defaultdict
from dataclasses import dataclass

from django.db.models import Q
from django.urls import reverse

from common.templatetags.indonesia import rupiah
from koperasi.models import Koperasi
from produk.models import Produk
from produk.sheets.reading import Told, comparable_produk
from produk.sheets.sellers import Seller
from spreadsheets.kind import Twin
from umkm.duplicates import likeness
from umkm.models import Usaha

# Variants of one seller share most of their words ("keripik pisang manis", "keripik pisang asin"): two words of
# three are not enough.
SIMILAR = 0.6


@dataclass
class Match:
    """`twin` is a doubt; without one, `produk` is certain (or None: not on record yet)."""

    produk: Produk | None = None
    twin: Twin | None = None
    refusal: str = ""
    advice: str = ""


class Offered:
    """What the sellers of a batch offer already: one statement."""

    def __init__(self, sellers: list[Seller]) -> None:
        usaha = {seller.pk for seller in sellers if isinstance(seller, Usaha)}
        koperasi = {seller.pk for seller in sellers if isinstance(seller, Koperasi)}
        theirs = Q(usaha__in=usaha) | Q(koperasi__in=koperasi)
        self.by_key: dict[int, Produk] = {}
        self.of_seller: dict[tuple[int | None, int | None], list[Produk]] = defaultdict(list)
        for produk in Produk.objects.filter(theirs).select_related("kategori").order_by("pk"):
            self.by_key[produk.pk] = produk
            self.of_seller[produk.usaha_id, produk.koperasi_id].append(produk)

    def match(self, told: Told, seller: Seller) -> Match:
        key = (seller.pk, None) if isinstance(seller, Usaha) else (None, seller.pk)
        theirs = self.of_seller[key]
        if same := [each for each in theirs if comparable_produk(each.name) == told.comparable]:
            return _certain(told, same)
        near = [
            (likeness(told.comparable, comparable_produk(each.name)), each)
            for each in theirs
            if not each.archived_at
        ]
        likely, closest = max(near, key=lambda pair: (pair[0], -pair[1].pk), default=(0.0, None))
        if closest is not None and likely >= SIMILAR:
            return Match(twin=_twin(closest))
        return Match()


def _certain(told: Told, same: list[Produk]) -> Match:
    """Of several with one name the one that is sold as the row says."""
    present = [each for each in same if not each.archived_at]
    if not present:
        return Match(
            refusal=f"Produk {same[0]} dari penjual ini sudah ada di arsip.",
            advice="Kembalikan dahulu dari arsip, lalu unggah baris ini lagi.",
        )
    unit, price = told.produk.get("satuan"), told.produk.get("price")
    return Match(min(present, key=lambda each: (each.satuan != unit, each.price != price, each.pk)))


def _twin(produk: Produk) -> Twin:
    parts = [rupiah(produk.price)] if produk.price is not None else []
    if produk.satuan:
        parts.append(f"per {produk.get_satuan_display()}")
    return Twin(
        model=Produk._meta.label,
        pk=produk.pk,
        label=str(produk),
        reason="nama mirip dari penjual yang sama",
        detail=" ".join(parts),
        url=reverse("admin:produk_produk_change", args=[produk.pk]),
    )
