"""Knows what the words inside a text tell: that a funder's money is applied for, a loan, refused …"""

from __future__ import annotations

from functools import lru_cache

from projektkort.schema.spelling import key, normalise
from projektkort.schema.vocabulary import KEPT, vocabulary

LONGEST = 4  # words of a phrase
NOTHING = ""


@lru_cache(maxsize=KEPT)
def told(group: str, text: str) -> str | None:
    """The first id of a group, in the order of the vocabulary, of which some word stands in the text.

    The longest phrase counts wherever one begins: “not granted” is not “granted”, and “incl. VAT” tells nothing.
    """
    words = normalise(text).split()
    found: set[str] = set()
    while words:
        sizes = range(min(LONGEST, len(words)), 0, -1)
        phrases = ((size, _phrase(group, words[:size])) for size in sizes)
        size, wanted = next(((size, wanted) for size, wanted in phrases if wanted is not None), (1, NOTHING))
        found.add(wanted)
        del words[:size]
    return next((wanted for wanted in vocabulary().order(group) if wanted in found), None)


def _phrase(group: str, words: list[str]) -> str | None:
    """The id that a phrase tells, NOTHING where it is known to tell nothing, None where it is no phrase."""
    shared = vocabulary()
    word = shared.word(group, key("".join(words)))
    if word:
        return word.id
    return NOTHING if " ".join(words) in shared.behind else None
