"""Knows how to tell the language of running text by its small words; what depends on the language is left to others."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from itertools import islice

from projektkort.locale.words import LANGUAGES, words

_WORD = re.compile(r"[^\W\d_]+")
_ENOUGH = 2000  # words looked at
_LEAST = 2  # votes that the winner needs and no other language shares


def guess(text: str) -> str | None:
    """The language of a text by the votes of its small words; None where it is too short or too mixed.

    Danish and Norwegian share most of their words, so between any two languages only those count that one has alone;
    the winner has at least `_LEAST` of them, and twice as many as each other language.
    """
    voters = _voters()
    found = islice(_WORD.finditer(text), _ENOUGH)
    votes = Counter(voters[word] for match in found if (word := match[0].lower()) in voters)
    winners = (x for x in LANGUAGES if all(_beats(x, y, votes) for y in LANGUAGES if y != x))
    return next(winners, None)


def _beats(one: str, other: str, votes: Counter[frozenset[str]]) -> bool:
    ours = sum(count for languages, count in votes.items() if one in languages and other not in languages)
    theirs = sum(count for languages, count in votes.items() if other in languages and one not in languages)
    return ours >= max(_LEAST, 2 * theirs)


@cache
def _voters() -> dict[str, frozenset[str]]:
    """For each small word the languages that it speaks for."""
    spoken = {language: frozenset(words(language).stop) for language in LANGUAGES}
    every = frozenset[str]().union(*spoken.values())
    return {word: frozenset(language for language in LANGUAGES if word in spoken[language]) for word in every}
