"""The district's kecamatan as shapes, each with the address of its products and how many there are."""

from collections.abc import Callable
from dataclasses import dataclass

from django.urls import reverse

from common.memory import for_a_minute
from produk.counts import in_words, of_kecamatan
from produk.forms import ProdukFilterForm
from wilayah.map import district_map
from wilayah.models import Kecamatan
from wilayah.places import kecamatan_list


@dataclass(frozen=True)
class Place:
    """A kecamatan in the list and on the map; without `count` where none is told."""

    name: str
    url: str
    count: str
    d: str
    label_x: str
    label_y: str
    is_chosen: bool = False


@for_a_minute
def places() -> tuple[Place, ...]:
    """Of the whole catalogue."""
    listing, counts = reverse("produk:list"), of_kecamatan()
    return _places(
        lambda kecamatan: f"{listing}?kecamatan={kecamatan.slug}",
        {slug: in_words(count) for slug, count in counts.items()},
    )


def places_of(form: ProdukFilterForm, counts: dict[str, str]) -> tuple[Place, ...]:
    """Of a filtered list: each place keeps the other filters."""
    listing = reverse("produk:list")
    return _places(
        lambda kecamatan: listing + form.address(kecamatan=kecamatan.slug),
        counts,
        chosen=form.chosen.get("kecamatan", ""),
    )


def _places(
    url_of: Callable[[Kecamatan], str], counts: dict[str, str], *, chosen: str = ""
) -> tuple[Place, ...]:
    return tuple(
        Place(
            kecamatan.name, url_of(kecamatan), counts.get(kecamatan.slug, ""), *_shape(kecamatan),
            is_chosen=kecamatan.slug == chosen,
        )
        for kecamatan in kecamatan_list()
    )  # fmt: skip


def _shape(kecamatan: Kecamatan) -> tuple[str, str, str]:
    shape = district_map().shapes.get(kecamatan.code)
    # Text: a template would write a thousand units as "1.000".
    return (shape.d, str(shape.label_x), str(shape.label_y)) if shape else ("", "", "")
