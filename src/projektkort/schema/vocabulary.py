"""Knows the words that all schemas share, ready to be looked up. Matching a label is left to `labels`.

They stand in `schemas/vocabulary/<language>.yaml`: for each group (sections, columns, keys, types …) the labels of
each canonical id. A label belongs to one id of a group only, in all languages together.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache

from projektkort.schema.compiled import Index, index
from projektkort.schema.kept import KEPT, kept
from projektkort.schema.nearness import Shelf
from projektkort.schema.spelling import key, readings
from projektkort.schema.word import Word


class Vocabulary:
    """The shared words by group, the section labels by language, and the phrases that may stand behind a label."""

    __slots__ = ("_before", "_index", "behind", "shelf")

    def __init__(self, index: Index) -> None:
        self._index = index
        self._before = frozenset(index["before"])
        self.behind = frozenset(index["behind"])
        self.shelf = Shelf(index["groups"]["sections"])

    def word(self, group: str, spelling: str) -> Word | None:
        """The word of a group with this key."""
        entry = self._index["groups"][group].get(spelling)
        return None if entry is None else _word(entry)

    def words(self, group: str) -> Iterator[Word]:
        """All words of a group, in the order of the files."""
        yield from map(_word, self._index["groups"][group].values())

    def spellings(self, group: str) -> Iterator[str]:
        """The keys of all words of a group."""
        yield from self._index["groups"][group]

    def order(self, group: str) -> tuple[str, ...]:
        """The ids of a group in the order of the files."""
        return tuple(self._index["order"][group])

    def labels(self, wanted: str, language: str) -> tuple[str, ...]:
        """The labels of a section in one language, in the order of the file; none for an id or language unknown."""
        return tuple(self._index["sections"].get(language, {}).get(wanted, ()))

    def readings(self, label: str) -> tuple[str, ...]:
        """The keys under which a label is looked up, in turn."""
        return readings(label, self._before, self.behind)


@lru_cache(maxsize=KEPT)
def _word(entry: str) -> Word:
    wanted, label, languages = entry.split("|")
    return Word(wanted, label, tuple(languages.split()))


@cache
def vocabulary() -> Vocabulary:
    """The shared vocabulary, read once."""
    return Vocabulary(index())


@kept
def keys_of(label: str) -> tuple[str, ...]:
    """The keys under which a label is looked up, in turn: as it stands, then without what may stand around it."""
    return vocabulary().readings(label)


@kept
def exactly(spelling: str, group: str) -> Word | None:
    """The shared word of a group that is spelt so."""
    return vocabulary().word(group, key(spelling))


@kept
def named(label: str, group: str) -> Word | None:
    """The shared word of a group that a label names, with whatever may stand around it."""
    shared = vocabulary()
    return next((word for wanted in keys_of(label) if (word := shared.word(group, wanted))), None)


@kept
def section_named(label: str) -> tuple[tuple[str, ...], Word | None]:
    """The keys under which a label is looked up, and the shared section that it names."""
    return keys_of(label), named(label, "sections")


@kept
def close(key: str, floor: float) -> tuple[tuple[float, Word], ...]:
    """The shared section words at least so like a key, with their likeness."""
    shared = vocabulary()
    found = ((likeness, shared.word("sections", spelling)) for likeness, spelling in shared.shelf.close(key, floor))
    return tuple((likeness, word) for likeness, word in found if word)
