"""Knows which schema the labels of a document fit best. One that somebody names goes first: that, the engine knows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from projektkort.frozen import Frozen
from projektkort.schema.form import form_of
from projektkort.schema.loading import load
from projektkort.schema.model import Schema
from projektkort.schema.spelling import normalise
from projektkort.schema.vocabulary import keys_of, vocabulary
from projektkort.schema.word import Word

By = Literal["option", "document", "configuration", "match", "default"]

DEFAULT = "generisk"
QUESTION = 4  # words: so long a label is a form's own question, while everybody writes a shorter one
SIDES = frozenset({"budget", "financing"})
MONEY = SIDES | {"applied"}
HEADER = frozenset(
    {"title", "id", "applicant", "responsible", "contact", "place", "period", "date", "applied", "stage"}
)
"""What any document may say at its head, whatever its schema asks for."""


class Choice(Frozen):
    """A schema, and what it was chosen by."""

    schema: Schema
    by: By


def choose(
    labels_found: Sequence[str], *, schemas: Sequence[Schema], has_amounts: bool = False, language: str | None = None
) -> Choice:
    """The schema that the labels of a document fit best, else the default.

    A label that a schema knows counts one, a question of its own form two, a section that it requires and that is not
    there takes one away. Ties go to the document's language, then to the id. An amount, or a label for one, rules out
    schemas without money.
    """
    found = [_Found(keys, _shared(keys)) for keys in dict.fromkeys(map(keys_of, labels_found))]
    money = has_amounts or any(label.shared and label.shared.id in MONEY for label in found)
    fitting = [schema for schema in schemas if schema.matchable and (schema.monetary or not money)]
    scores = [(score, schema) for schema in fitting if (score := _score(found, schema)) is not None]
    if not scores:
        return Choice(load(DEFAULT), "default")
    best = min(scores, key=lambda pair: (-pair[0], language is None or pair[1].language != language, pair[1].id))
    return Choice(best[1], "match")


class _Found(Frozen):
    """A label of the document: the keys to look it up by, and what all schemas know it as."""

    keys: tuple[str, ...]
    shared: Word | None


def _shared(keys: Sequence[str]) -> Word | None:
    return next((word for each in keys if (word := vocabulary().word("sections", each))), None)


def _score(found: Sequence[_Found], schema: Schema) -> int | None:
    """How well a schema fits; None where it knows no label at all."""
    own = form_of(schema).words
    known = HEADER | {section.id for section in schema.walk()} | (SIDES if schema.monetary else frozenset())
    points, seen = 0, set()
    for label in found:
        mine = next((own[each] for each in label.keys if each in own), None)
        if mine:
            points += 2 if len(normalise(mine.label).split()) >= QUESTION else 1
            seen.add(mine.id)
        elif label.shared and label.shared.id in known:
            points += 1
            seen.add(label.shared.id)
    sides = (("budget", schema.budget), ("financing", schema.financing))
    required = {section.id for section in schema.required} | {name for name, side in sides if side.required}
    return points - len(required - seen) if seen else None
