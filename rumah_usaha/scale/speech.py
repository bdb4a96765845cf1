"""Words as a language has them: a few in every other text, most of them hardly ever (Zipf)."""

import random
import re
from collections import Counter
from collections.abc import Sequence
from functools import cache
from itertools import accumulate
from pathlib import Path
from typing import Generic, TypeVar

from django.conf import settings

from common.reference import read_rows
from rumah_usaha.demo.trades import Good, trades

Thing = TypeVar("Thing")

_WORD = re.compile(r"[a-z]{3,}")
# Names of brands and families beyond the words of the office's own texts.
_COINED = 14_000
_HEADS = ("ba", "be", "bo", "ca", "da", "de", "ga", "ha", "ja", "ka", "ke", "la", "le", "lo", "ma", "mo", "na", "pa",
          "pe", "po", "ra", "ri", "sa", "si", "so", "ta", "te", "to", "tu", "wa", "wi", "ya")  # fmt: skip
_MIDDLES = (
    "la",
    "li",
    "lu",
    "ma",
    "mba",
    "mi",
    "na",
    "ndo",
    "nga",
    "ni",
    "pu",
    "ra",
    "re",
    "ri",
    "sa",
    "su",
    "ti",
)
_TAILS = ("", "k", "n", "ng", "r", "s", "t", "ya")


class Skewed(Generic[Thing]):
    """Things chosen by rank: the second half as often as the first, the third a third as often."""

    def __init__(self, things: Sequence[Thing], *, flattened: float = 1.0) -> None:
        self.things = things
        self._weights = list(accumulate((rank + 1) ** -flattened for rank in range(len(things))))

    def some(self, rng: random.Random, count: int) -> list[Thing]:
        return rng.choices(self.things, cum_weights=self._weights, k=count)


def words() -> Skewed[str]:
    """The demo's texts in the order of their words' frequency, then KBLI's, then coined ones."""
    known = [word for word, _ in Counter(_WORD.findall(_told())).most_common()]
    known += sorted(_kbli_words() - set(known))
    return Skewed([*known, *_coined(set(known))])


def goods() -> Skewed[tuple[Good, str]]:
    """What is sold, under each of its names; a few of them by many sellers."""
    offers = [(good, name) for trade in trades() for good in trade.goods for name in good.names]
    random.Random("urutan").shuffle(offers)
    return Skewed(offers, flattened=0.8)


def _told() -> str:
    texts = [text for trade in trades() for text in (*trade.stories, *trade.details)]
    texts += [text for trade in trades() for good in trade.goods for text in (*good.stories, *good.details)]
    return " ".join(texts).lower()


@cache
def _kbli_words() -> frozenset[str]:
    titles = read_rows(Path(settings.BASE_DIR) / "umkm/data/kbli_2020.csv")
    return frozenset(_WORD.findall(" ".join(row["judul"] for row in titles).lower()))


def _coined(known: set[str]) -> list[str]:
    rng, made = random.Random("kata"), dict.fromkeys(known)
    while len(made) < len(known) + _COINED:
        made[rng.choice(_HEADS) + rng.choice(_MIDDLES) + rng.choice(_HEADS) + rng.choice(_TAILS)] = None
    return list(made)[len(known) :]
