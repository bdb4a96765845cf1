"""The kecamatan as pages offer them."""

import math

from common.memory import for_a_minute
from wilayah.models import Kecamatan


@for_a_minute
def kecamatan_list() -> tuple[Kecamatan, ...]:
    return tuple(Kecamatan.objects.order_by("name"))


def nearest_first(origin: Kecamatan) -> tuple[Kecamatan, ...]:
    """All of them by the distance of their centres from that of `origin`; last those whose place is not known."""
    return tuple(
        sorted(kecamatan_list(), key=lambda other: (other != origin, _distance(origin, other), other.name))
    )


def _distance(one: Kecamatan, other: Kecamatan) -> float:
    """In degrees; within a district the earth is flat enough, and only the order counts."""
    if one.latitude is None or one.longitude is None or other.latitude is None or other.longitude is None:
        return math.inf
    shrink = math.cos(math.radians((one.latitude + other.latitude) / 2))
    return math.hypot(one.latitude - other.latitude, (one.longitude - other.longitude) * shrink)
