"""Knows what the words inside a text tell: that a funder's money is applied for, a loan, refused …"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from projektkort.schema.kept import kept
from projektkort.schema.spelling import folded, normalise
from projektkort.schema.vocabulary import vocabulary

LONGEST = 4  # words of a phrase
START = 5  # letters by which most words show that no phrase begins with them
NOTHING = ""
BEHIND = "behind"  # the phrases that tell nothing, as a group of their own


@kept
def told(text: str, group: str) -> str | None:
    """The first id of a group, in the order of the vocabulary, of which some word stands in the text.

    The longest phrase counts wherever one begins: “not granted” is not “granted”, and “incl. VAT” tells nothing.
    """
    said = normalise(text)
    words, plain = said.split(" "), folded(said).split(" ")
    begun = _begun(plain, group)
    if not begun:
        return None
    found: set[str] = set()
    reached = 0
    for at in sorted({*begun, *_begun(plain, BEHIND)}):
        if at >= reached:
            sizes = range(min(LONGEST, len(words) - at), 0, -1)
            phrases = ((size, _phrase(group, words[at : at + size])) for size in sizes)
            size, wanted = next(((size, wanted) for size, wanted in phrases if wanted is not None), (1, NOTHING))
            found.add(wanted)
            reached = at + size
    return next((wanted for wanted in vocabulary().order(group) if wanted in found), None)


def _begun(words: list[str], group: str) -> list[int]:
    """Where a phrase may begin: a key begins there, as the first letters of a word show soonest."""
    keys, pairs, short = _beginnings(group)
    likely = [at for at, word in enumerate(words) if word[:START] in keys or (len(word) < START and word[:2] in pairs)]
    return [at for at in likely if _begins("".join(words[at : at + LONGEST]), keys, short)]


def _begins(letters: str, keys: Mapping[str, tuple[str, ...]], short: tuple[str, ...]) -> bool:
    """Whether letters begin with one of the keys, by their first letters, or of the short ones."""
    plain = folded(letters)
    return plain.startswith(keys.get(plain[:START], ())) or plain.startswith(short)


@cache
def _beginnings(group: str) -> tuple[Mapping[str, tuple[str, ...]], frozenset[str], tuple[str, ...]]:
    """The keys of a group by their first letters, the first one and two of each, and the keys of few letters."""
    shared = vocabulary()
    silent = (folded(phrase.replace(" ", "")) for phrase in shared.behind)
    keys = frozenset(silent if group == BEHIND else shared.spellings(group))
    begun: dict[str, list[str]] = {}
    for key in keys:
        begun.setdefault(key[:START], []).append(key)
    pairs = frozenset(key[:size] for key in keys for size in (1, 2))
    short = tuple(key for key in keys if len(key) < START)
    return {start: tuple(each) for start, each in begun.items()}, pairs, short


def _phrase(group: str, words: list[str]) -> str | None:
    """The id that a phrase tells, NOTHING where it is known to tell nothing, None where it is no phrase."""
    shared = vocabulary()
    word = shared.word(group, folded("".join(words)))
    if word:
        return word.id
    return NOTHING if " ".join(words) in shared.behind else None
