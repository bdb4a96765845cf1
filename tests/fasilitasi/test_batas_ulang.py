"""When a grant is the second one: a line for each limit, one below, at and above it."""

import pytest

from fasilitasi.batas_ulang import Grant, is_second
from fasilitasi.choices import BatasUlang

ABON, SAMBAL = frozenset({1}), frozenset({2})


@pytest.mark.parametrize(
    ("limit", "earlier", "now", "expected"),
    [
        (BatasUlang.BEBAS, Grant(2026), Grant(2026), False),
        (BatasUlang.SEKALI, Grant(2020), Grant(2026), True),
        (BatasUlang.TAHUN, Grant(2025), Grant(2026), False),
        (BatasUlang.TAHUN, Grant(2026), Grant(2026), True),
        (BatasUlang.TAHUN, Grant(2027), Grant(2026), False),
        (BatasUlang.MEREK, Grant(2026, "Roa"), Grant(2026, "ROA"), True),
        (BatasUlang.MEREK, Grant(2026, "Roa"), Grant(2026, "Rica"), False),
        (BatasUlang.MEREK, Grant(2026), Grant(2026, "Rica"), True),
        (BatasUlang.MEREK, Grant(2026, "Roa"), Grant(2026), True),
        (BatasUlang.MEREK, Grant(2025, "Roa"), Grant(2026, "Roa"), False),
        (BatasUlang.PRODUK, Grant(2026, produk=ABON), Grant(2026, produk=ABON | SAMBAL), True),
        (BatasUlang.PRODUK, Grant(2026, produk=ABON), Grant(2026, produk=SAMBAL), False),
        (BatasUlang.PRODUK, Grant(2026), Grant(2026, produk=SAMBAL), True),
        (BatasUlang.PRODUK, Grant(2026, produk=ABON), Grant(2026), True),
    ],
)
def test_the_limit_of_the_kind_decides(limit, earlier, now, expected):
    assert is_second(limit, earlier=earlier, now=now) is expected
