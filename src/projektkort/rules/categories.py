"""Knows what a line of the budget is for, by the words of the vocabulary and of the schema; rules judge it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import cast

from projektkort.project.models import AmountLine
from projektkort.schema.kept import kept
from projektkort.schema.model import CostCategory, Schema
from projektkort.schema.spelling import folded, key, normalise
from projektkort.schema.vocabulary import keys_of, vocabulary

LONGEST = 4  # words of a phrase
PART = 5  # letters of the shortest part of a compound: fewer stand by chance at the ends of words
ABBREVIATION = 2  # letters of a word that counts only where a text begins with it: "PR", but not "10 kr. pr. person"

Lookup = Callable[[str], CostCategory | None]


@kept
def words_of(text: str) -> tuple[str, ...]:
    """The words of a text as the keys of the vocabulary spell them."""
    return tuple(folded(normalise(text)).split(" "))


def category_of(line: AmountLine, schema: Schema) -> CostCategory | None:
    """What a cost is for: by its cell, by a heading that names a category and nothing else, by its label, by its type.

    Of the words of a label the first one that tells counts; the schema's words go before those of the vocabulary.
    """
    by_place = (line.category and _worded(line.category, schema)) or (line.group and _named(line.group, schema))
    told = by_place or _worded(line.label.value, schema)
    return told or ("volunteer" if line.type == "volunteer" else None)


@kept
def _named(text: str, schema: Schema) -> CostCategory | None:
    """The category of a text that is its name, whatever may stand around it."""
    lookups = _lookups(schema)
    return next((found for lookup in lookups for spelt in keys_of(text) if (found := lookup(spelt))), None)


@kept
def _worded(text: str, schema: Schema) -> CostCategory | None:
    return next((found for lookup in _lookups(schema) if (found := _first(words_of(text), lookup))), None)


def _first(words: Sequence[str], lookup: Lookup) -> CostCategory | None:
    """The category of the first phrase, word or compound that has one."""
    for at, word in enumerate(words):
        phrases = (folded("".join(words[at : at + size])) for size in range(min(LONGEST, len(words) - at), 0, -1))
        spelt = (phrase for phrase in phrases if at == 0 or len(phrase) > ABBREVIATION)
        found = next((found for phrase in spelt if (found := lookup(phrase))), None) or _part(word, lookup)
        if found:
            return found
    return None


def _part(word: str, lookup: Lookup) -> CostCategory | None:
    """The category of a compound: its last part says what it is, unless only its first one is known."""
    sizes = range(len(word) - 1, PART - 1, -1)
    ends = (*(word[-size:] for size in sizes), *(word[:size] for size in sizes))
    return next((found for end in ends if (found := lookup(end))), None)


@lru_cache(maxsize=256)
def _lookups(schema: Schema) -> tuple[Lookup, ...]:
    """How a key is looked up: in the schema's own words, where it has any, and then in those that all share."""
    own: Mapping[str, CostCategory] = {key(word): kind for kind, words in schema.categories.items() for word in words}
    return (own.get, _shared) if own else (_shared,)


def _shared(spelt: str) -> CostCategory | None:
    word = vocabulary().word("categories", spelt)
    return cast("CostCategory", word.id) if word else None
