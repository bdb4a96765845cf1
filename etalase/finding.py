"""Which product a clerk means that is brought to the shelf."""

from produk.models import Produk, ProdukQuerySet

_MOST_FOUND = 20


def goods_named(text: str, products: ProdukQuerySet) -> list[Produk]:
    """By the product's own name or its seller's: each looked up for itself, so that no join reads whole tables."""
    active = products.active().filter(is_draft=False)
    named = active
    for word in text.split():
        named = named.filter(name__icontains=word)
    found = [
        named,
        active.filter(usaha__name__icontains=text),
        active.filter(koperasi__name__icontains=text),
    ]
    keys = found[0].order_by().values("pk").union(*(rows.order_by().values("pk") for rows in found[1:]))
    rows = Produk.objects.filter(pk__in=keys).select_related("usaha", "koperasi").defer("usaha__npwp")
    return list(rows.order_by("name", "id")[:_MOST_FOUND])
