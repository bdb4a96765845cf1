"""The categories as pages offer them."""

from common.memory import for_a_minute
from produk.models import Kategori


@for_a_minute
def kategori_list() -> tuple[Kategori, ...]:
    return tuple(Kategori.objects.all())
