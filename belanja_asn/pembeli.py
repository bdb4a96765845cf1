"""Who bought: whether two purchases are of one person, and whether the buyer sells to themselves.

A name tells less than a NIP: two people of one name in one OPD count as one, and one person written by name once and
by NIP once counts as two. Recaps say so.
"""

import datetime
import re

from common.text import fold

# Titles in front of and behind a name say nothing about who it is (domain 12).
_BEHIND = re.compile(r",.*\Z")
_IN_FRONT = frozenset(
    {"drs", "dra", "dr", "drg", "ir", "h", "hj", "haji", "hajjah", "prof", "bapak", "ibu", "pak", "bu", "sdr"}
)


def plain_name(name: str) -> str:
    """A name without its titles, case and punctuation."""
    words = fold(_BEHIND.sub("", name)).split()
    while words and words[0] in _IN_FRONT:
        words.pop(0)
    return " ".join(words)


def key_of(*, nip: str, name: str) -> str:
    """What two purchases of one ASN have in common; empty where nobody was named."""
    if nip:
        return f"nip:{nip}"
    plain = plain_name(name)
    return f"nama:{plain}" if plain else ""


def is_seller(
    *, name: str, nip: str, owner: str, born: datetime.date | None, sex: str, is_aparatur: bool
) -> bool:
    """The ASN seems to be the owner of the business: the same name, or the birth and sex that the NIP tells."""
    if plain_name(name) and plain_name(name) == plain_name(owner):
        return True
    if not (nip and born and is_aparatur):
        return False
    return nip[:8] == f"{born:%Y%m%d}" and sex in ("", {"1": "L", "2": "P"}.get(nip[14:15], ""))


def may_be_seller(*, name: str, nip: str, is_aparatur: bool) -> bool:
    """Nobody was named, and the owner of the business is a civil servant too: it may be the owner, or a colleague.

    An owner who is none cannot have bought in this programme, whoever wrote it down.
    """
    return is_aparatur and not nip and not plain_name(name)
