"""The kecamatan as pages offer them."""

from common.memory import for_a_minute
from wilayah.models import Kecamatan


@for_a_minute
def kecamatan_list() -> tuple[Kecamatan, ...]:
    return tuple(Kecamatan.objects.order_by("name"))
