"""How a search is read: words without stop words, spelling corrected, each word with what also counts as it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from django.contrib.postgres.search import SearchQuery

from common.text import fold
from produk.slips import slips
from produk.vocabulary import NEAR, PREFIX, SOUND, SPLIT, STEM, Relative, look_up

_LONGEST_TEXT, _LONGEST_WORD, _MOST_WORDS = 100, 30, 6
_MOST_OFFERED = 3
# PostgreSQL knows no Indonesian stop words. "Oleh" is missing on purpose: oleh-oleh are what visitors look for.
_STOP_WORDS = """
    ada adalah agar akan anda atau bagi bahwa beli buat cari dalam dan dapat dari daripada dengan di dia harga hingga
    ia ini ingin itu jadi jual juga kami kepada kita ke karena lagi lain maka mau membeli mencari mereka oh pada para
    pun saja sambil saya sebagai serta supaya tersebut tetapi untuk yaitu yakni yang
"""
STOP_WORDS = frozenset(_STOP_WORDS.split())


@dataclass(frozen=True)
class Term:
    """One word of a search: how it was read, the tsquery for it, and how many products hold it at the last count.

    `resembling` are words that may have been meant where no product holds this one.
    """

    asked: str
    read: str
    query: str
    documents: int
    resembling: tuple[str, ...] = ()


@dataclass(frozen=True)
class Search:
    terms: tuple[Term, ...]

    @property
    def is_corrected(self) -> bool:
        return any(term.read != term.asked for term in self.terms)

    @property
    def text(self) -> str:
        """The words as they were read."""
        return " ".join(term.read for term in self.terms)

    @property
    def documents(self) -> int:
        """About how many products hold all the words, at most."""
        return min((term.documents for term in self.terms), default=0)

    def others(self) -> list["Search"]:
        """What may have been meant instead, the likeliest first: a word that resembles one, or one word less."""
        known = [term for term in self.terms if term.documents or not term.resembling]
        spelt = [
            replace(self, terms=tuple(_literally(word, []) if each is term else each for each in self.terms))
            for term in self.terms
            if term not in known
            for word in term.resembling
        ]
        fewer = [
            replace(self, terms=tuple(each for each in self.terms if each is not term)) for term in self.terms
        ]
        return [*spelt, *(search for search in fewer if search.terms)]

    @property
    def query(self) -> SearchQuery | None:
        """None where no word is left to look for."""
        wanted = " & ".join(f"({term.query})" for term in self.terms)
        return SearchQuery(wanted, config="idn", search_type="raw") if wanted else None


def read(text: str, *, is_literal: bool = False) -> Search:
    """Read what a visitor typed; `is_literal` looks for exactly these words."""
    words = words_of(text)
    pairs = [] if is_literal else [pair for pair in pairwise(words) if all(map(_is_correctable, pair))]
    relatives = look_up(
        [word for word in words if _is_correctable(word)], [one + other for one, other in pairs]
    )
    if is_literal:
        return Search(tuple(_literally(word, relatives.get(word, [])) for word in words))
    for one, other in pairs:
        if _is_one_word(one, other, relatives):
            at = words.index(one)
            words[at : at + 2] = [one + other]
            break
    return Search(
        tuple(_understand(word, relatives.get(word, []), is_last=word == words[-1]) for word in words)
    )


def _is_one_word(one: str, other: str, relatives: Mapping[str, Sequence[Relative]]) -> bool:
    """ "batu daka" means Batudaka where no product knows both of its halves."""
    halves = [
        any(each.relation in (STEM, SOUND) for each in relatives.get(half, [])) for half in (one, other)
    ]
    return one + other in relatives and not all(halves)


def words_of(text: str) -> list[str]:
    """At most six different words, folded; stop words only where there is nothing else."""
    words = list(dict.fromkeys(word[:_LONGEST_WORD] for word in fold(text[:_LONGEST_TEXT]).split()))
    return ([word for word in words if word not in STOP_WORDS] or words)[:_MOST_WORDS]


def _is_correctable(word: str) -> bool:
    return len(word) >= 2 and word.isascii() and word.isalpha()


def _understand(word: str, relatives: Sequence[Relative], *, is_last: bool) -> Term:
    by = {
        relation: [relative for relative in relatives if relative.relation == relation]
        for relation in (STEM, SOUND, PREFIX, SPLIT, NEAR)
    }
    if by[STEM]:
        # All its forms are one lexeme to the database; only other spellings have to be named.
        others = [relative for relative in by[SOUND] if relative.word not in {form.word for form in by[STEM]}]
        forms = _literally(word, by[STEM])
        return _either(forms, _any_of(word, word, others)) if others else forms
    if by[SOUND]:
        return _any_of(word, by[SOUND][0].word, by[SOUND])
    if is_last and by[PREFIX]:
        # A word still being typed is no mistake.
        return _any_of(word, word, by[PREFIX])
    near = _nearest(word, by[NEAR])
    if near and (slips(word, near.word) == 1 or not by[SPLIT]):
        return _any_of(word, near.word, [near])
    if by[SPLIT]:
        best = max(by[SPLIT], key=lambda relative: relative.documents)
        return Term(word, best.word, " & ".join(map(_quote, best.word.split())), best.documents)
    if by[PREFIX]:
        return _any_of(word, word, by[PREFIX])
    return replace(
        _literally(word, []),
        resembling=tuple(dict.fromkeys(map(_word, _alike(word, by[NEAR]))))[:_MOST_OFFERED],
    )


def _alike(word: str, relatives: Sequence[Relative]) -> list[Relative]:
    """Words that a page may offer: half of one may differ, but not more."""
    near = [relative for relative in relatives if relative.distance <= min(2, len(word) // 2)]
    return sorted(near, key=lambda each: (each.word[0] != word[0], each.distance, -each.documents))


def _word(relative: Relative) -> str:
    return relative.word


def _nearest(word: str, relatives: Sequence[Relative]) -> Relative | None:
    """The word that was meant, if it takes only slips to get there; the more frequent one where two are as near."""
    slipped = [(slips(word, relative.word), -relative.documents, relative) for relative in relatives]
    return min((each for each in slipped if each[0]), key=lambda each: each[:2], default=(0, 0, None))[2]


def _any_of(word: str, read: str, relatives: Sequence[Relative]) -> Term:
    counts = {relative.word: relative.documents for relative in relatives}
    return Term(word, read, " | ".join(map(_quote, counts)), sum(counts.values()))


def _either(one: Term, other: Term) -> Term:
    return replace(one, query=f"{one.query} | {other.query}", documents=one.documents + other.documents)


def _literally(word: str, relatives: Sequence[Relative]) -> Term:
    known = sum(relative.documents for relative in relatives if relative.relation == STEM)
    return Term(word, word, _quote(word), known)


def _quote(word: str) -> str:
    # Folded words hold neither quotes nor operators.
    return f"'{word}'"
