"""Knows what a fund's own form calls its sections, parts, sides and columns; the shared words are left to others."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache

from projektkort.frozen import Frozen
from projektkort.schema.model import Grade, Schema, SectionSchema, SideSchema
from projektkort.schema.nearness import Shelf
from projektkort.schema.spelling import key
from projektkort.schema.word import Word

Words = Mapping[str, Word]
"""By key of the spelling."""


class Form(Frozen):
    """The words of a form; where two sections have the same one, the first in the form's order has it here.

    There is one for each schema, so that what is asked of a form can be kept by the form itself.
    """

    words: Words
    parts: Mapping[str, Words]
    columns: Words
    shelf: Shelf
    grades: Mapping[str, Grade]

    __eq__ = object.__eq__
    __hash__ = object.__hash__

    def word(self, spelling: str, within: str | None) -> Word | None:
        """The word with this key; inside a section its parts come first."""
        return self.parts.get(within or "", {}).get(spelling) or self.words.get(spelling)

    def close(self, spelling: str, floor: float) -> list[tuple[float, Word]]:
        """The words at least so like a key, with their likeness."""
        return [(likeness, self.words[known]) for likeness, known in self.shelf.close(spelling, floor)]


@lru_cache(maxsize=256)
def form_of(schema: Schema | None) -> Form:
    """The words of a schema's form; none without a schema."""
    if schema is None:
        return Form({}, {}, {}, Shelf(()), {})
    sides = (("budget", schema.budget), ("financing", schema.financing))
    parts = [part for section in schema.sections for part in section.parts]
    words = _words(parts) | _named(sides) | _words(schema.sections)
    columns = {key(label): Word(role, label) for role, labels in schema.columns.items() for label in labels}
    grades = {key(word): grade for grade, words in schema.status_words.items() for word in words}
    parts_of = {section.id: _words(section.parts) for section in schema.sections}
    return Form(words, parts_of, columns, Shelf(words), grades)


def _words(sections: Iterable[SectionSchema]) -> dict[str, Word]:
    return _named((section.id, section) for section in sections)


def _named(owners: Iterable[tuple[str, SectionSchema | SideSchema]]) -> dict[str, Word]:
    words: dict[str, Word] = {}
    for wanted, owner in owners:
        for label in (*owner.title.values(), *owner.labels):
            words.setdefault(key(label), Word(wanted, label))
    return words
