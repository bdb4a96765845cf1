"""Which word of the catalogue may stand in for the one that was typed, unasked: only what people slip on.

A slip keeps its first letter and the consonants that carry an Indonesian word: *klapa* is *kelapa*. What differs more,
such as *keramik* from *keripik*, is another word; a page may offer it, never put it in its place.
"""

from common.spelling import distance

_VOWELS = str.maketrans("", "", "aiueo")
# Letters that begin one word in two spellings: vanili and panili, coklat and kokelat.
_FIRST = str.maketrans("fvzqcy", "ppjkki")


def slips(typed: str, meant: str) -> int:
    """How many slips lead from one word to the other; 0 where it takes more than slips."""
    count = distance(typed, meant, most=2)
    if count > 2 or not _begin_alike(typed, meant):
        return 0
    return count if _is_plausible(typed, meant, count) else 0


def _begin_alike(typed: str, meant: str) -> bool:
    """The first letter is seldom missed; two letters may have changed places."""
    return typed[0].translate(_FIRST) == meant[0].translate(_FIRST) or typed[:2] == meant[1::-1]


def _is_plausible(typed: str, meant: str, count: int) -> bool:
    length = len(typed)
    if count == 1 and sorted(typed) == sorted(meant):
        return True
    if typed.translate(_VOWELS) == meant.translate(_VOWELS):
        # Bola and bolu are two words: the vowel that ends a short word is its meaning.
        same_end = typed[-1] == meant[-1] or len(typed) != len(meant)
        return same_end and count == 1 if length < 6 else True
    if count == 1:
        return length >= 6 or (length == 5 and len(meant) > length)
    return length >= 7 and _is_within(*sorted((typed, meant), key=len))


def _is_within(shorter: str, longer: str) -> bool:
    """All letters of the one stand in the other, in their order."""
    rest = iter(longer)
    return all(letter in rest for letter in shorter)
