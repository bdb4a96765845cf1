"""When one more grant of a kind is the second: within a year, a brand or a product of it, or ever (domain 6.1).

Which limit a kind has is data. Where brands or products make the difference, a grant that names none is taken to be
about the same.
"""

from dataclasses import dataclass

from fasilitasi.choices import BatasUlang


@dataclass(frozen=True)
class Grant:
    """One result of a kind for one applicant."""

    year: int
    merek: str = ""
    produk: frozenset[int] = frozenset()


def is_second(limit: str, *, earlier: Grant, now: Grant) -> bool:
    if limit == BatasUlang.BEBAS:
        return False
    if limit == BatasUlang.SEKALI:
        return True
    if earlier.year != now.year:
        return False
    if limit == BatasUlang.MEREK and earlier.merek and now.merek:
        return earlier.merek.casefold() == now.merek.casefold()
    if limit == BatasUlang.PRODUK and earlier.produk and now.produk:
        return bool(earlier.produk & now.produk)
    return True
