"""Knows how to tell the language of running text by its small words, months and letters."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache
from itertools import islice

from projektkort.locale.words import LANGUAGES, every, words

_WORD = re.compile(r"[^\W\d_]+")
_ENOUGH = 2000  # words looked at
_LEAST = 2  # votes that the winner needs and no other language shares
_NAME = 2  # so many letters of another language make more than a name
_NO_LETTERS = bytes(sign for sign in range(128) if not chr(sign).isalpha())
_FOREIGN = 0.01  # so large a share of letters that a language lacks are no names in it


def guess(text: str, voices: Iterable[Iterable[str]] = ()) -> str | None:
    """The language of a text by the votes of its small words; None where it is too short or too mixed.

    Danish and Norwegian share most of their words, so between any two languages only those count that one has alone;
    the winner has at least `_LEAST` of them, and twice as many as each other language. `voices` are votes for several
    languages each that something else than the text has given.
    """
    voters, able = _voters(), spoken(text)
    found = islice(_WORD.finditer(text), _ENOUGH)
    votes = Counter(voters[word] for match in found if (word := match[0].lower()) in voters)
    votes.update(map(frozenset, voices))
    winners = (x for x in LANGUAGES if x in able and all(_beats(x, y, votes) for y in able if y != x))
    return next(winners, None)


def spoken(text: str) -> frozenset[str]:
    """The languages that a text can be in by its letters; those of names in another one are too few to count."""
    told = text.encode("latin-1", "replace").translate(None, _other_letters()).decode("latin-1").lower()
    theirs = {language: sum(map(told.count, letters)) for language, letters in _lettered()}
    most = max(theirs.values())
    few = most < _FOREIGN * len(text) and (most < _FOREIGN * _plain_letters(text) or most < _FOREIGN * _letters(text))
    able = [x for x, letters in _lettered() if (theirs[x] > most - _NAME if letters else few or not most)]
    return frozenset([x for x in able if theirs[x] == most or few or not _has_common(text, x)])


@cache
def _lettered() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The languages, each with the letters of its own."""
    return tuple((language, words(language).letters) for language in LANGUAGES)


def _has_common(text: str, language: str) -> bool:
    """Whether a word that is no name, for it has no capital, is spelt with a letter that a language lacks."""
    lacking = frozenset(every("letters")).difference(words(language).letters)
    small = (match[0] for match in _WORD.finditer(text) if match[0][0].islower())
    return any(not lacking.isdisjoint(word) for word in small)


@cache
def _other_letters() -> bytes:
    """All signs but the letters that tell languages apart, to be rid of them first."""
    telling = "".join(every("letters"))
    return bytes({*range(256)} - {*(telling + telling.upper()).encode("latin-1")})


def _letters(text: str) -> int:
    return sum(map(str.isalpha, text))


def _plain_letters(text: str) -> int:
    """How many of the letters are those of ASCII, nearly all: they are counted in a fiftieth of the time."""
    return len(text.encode("ascii", "ignore").translate(None, _NO_LETTERS))


def _beats(one: str, other: str, votes: Counter[frozenset[str]]) -> bool:
    ours = sum(count for languages, count in votes.items() if one in languages and other not in languages)
    theirs = sum(count for languages, count in votes.items() if other in languages and one not in languages)
    return ours >= max(_LEAST, 2 * theirs)


@cache
def _voters() -> dict[str, frozenset[str]]:
    """For each small word the languages that it speaks for."""
    told = {language: _telling(language) for language in LANGUAGES}
    known = frozenset[str]().union(*told.values())
    return {word: frozenset(language for language in LANGUAGES if word in told[language]) for word in known}


def _telling(language: str) -> frozenset[str]:
    """The small words of a language, and its months."""
    return frozenset((*words(language).stop, *map(str.lower, words(language).months)))
