"""Knows what the words inside a text tell: that a funder's money is applied for, a loan, refused …"""

from __future__ import annotations

from functools import cache, lru_cache

from projektkort.schema.kept import KEPT, kept
from projektkort.schema.spelling import folded, normalise
from projektkort.schema.vocabulary import vocabulary

LONGEST = 4  # words of a phrase
START = 5  # letters by which most words show that no phrase begins with them
NOTHING = ""


@kept
def told(text: str, group: str) -> str | None:
    """The first id of a group, in the order of the vocabulary, of which some word stands in the text.

    The longest phrase counts wherever one begins: “not granted” is not “granted”, and “incl. VAT” tells nothing.
    """
    words = normalise(text).split()
    begins = _beginnings(group)
    found: set[str] = set()
    reached = 0
    for at, word in enumerate(words):
        if at >= reached and _start(word) in begins:
            sizes = range(min(LONGEST, len(words) - at), 0, -1)
            phrases = ((size, _phrase(group, words[at : at + size])) for size in sizes)
            size, wanted = next(((size, wanted) for size, wanted in phrases if wanted is not None), (1, NOTHING))
            found.add(wanted)
            reached = at + size
    return next((wanted for wanted in vocabulary().order(group) if wanted in found), None)


@cache
def _beginnings(group: str) -> frozenset[str]:
    """The first letters of the phrases that tell something, and of those that tell nothing."""
    shared = vocabulary()
    keys = (*shared.spellings(group), *(folded(phrase.replace(" ", "")) for phrase in shared.behind))
    return frozenset(key[:size] for key in keys for size in range(1, START + 1))


@lru_cache(maxsize=KEPT)
def _start(word: str) -> str:
    """The first letters of a word; whatever word follows, the key of both begins so."""
    return folded(word)[:START]


def _phrase(group: str, words: list[str]) -> str | None:
    """The id that a phrase tells, NOTHING where it is known to tell nothing, None where it is no phrase."""
    shared = vocabulary()
    word = shared.word(group, folded("".join(words)))
    if word:
        return word.id
    return NOTHING if " ".join(words) in shared.behind else None
