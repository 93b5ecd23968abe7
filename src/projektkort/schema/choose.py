"""Knows which schema a document fits best, by its labels and traits. One that somebody names, the engine knows."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property, lru_cache
from typing import Literal

from projektkort.frozen import Frozen
from projektkort.schema.form import form_of
from projektkort.schema.kept import FORMS, MANY, keeping, kept
from projektkort.schema.loading import load
from projektkort.schema.model import Schema
from projektkort.schema.priced import MONEY, SIDES
from projektkort.schema.spelling import normalise
from projektkort.schema.traits import Seen, Traits
from projektkort.schema.vocabulary import section_named
from projektkort.schema.word import Word

Keys = tuple[str, ...]
"""What a label is looked up by, in turn."""
By = Literal["option", "document", "configuration", "match", "default"]

DEFAULT = "generisk"
NOTHING = Traits()
QUESTION = 4  # words: so long a label is a form's own question, while everybody writes a shorter one
LABELLED = 2  # known labels of an outline; a text with fewer is prose, or nothing
HEADER = frozenset(
    {"title", "id", "applicant", "responsible", "contact", "place", "period", "date", "applied", "stage"}
)
"""What any document may say at its head, whatever its schema asks for."""
REPORTED = frozenset({"report_number", "subprojects"})
"""Labels that only a report has."""
PROJECTS = frozenset({"subprojects", "economy"})
"""Labels of a report on the state of projects; goals are only a part of it."""


class Choice(Frozen):
    """A schema, and what it was chosen by; `named` says that the document calls itself of the schema's kind."""

    schema: Schema
    by: By
    named: bool = False


def choose(
    labels_found: Sequence[str],
    *,
    schemas: Sequence[Schema],
    traits: Traits | Seen = NOTHING,
    language: str | None = None,
    asked: bool = False,
) -> Choice:
    """The schema that a document fits best, else the default.

    Money in rows or in a label rules out schemas without money. Reports and prose must show to be such, and a document
    that does is one, whatever its labels. `asked` says that somebody told the kind, and that all schemas are of it:
    then looks have no say. A label that a schema knows counts one, a question of its own form two, a section that it
    requires and that is not there takes one away. Ties go to the document's language, then to the id.
    """
    able = tuple([schema for schema in schemas if schema.matchable])
    heard = _heard(tuple(dict.fromkeys(filter(_counting(able), labels_found))), able)
    look = _Look(traits, heard.ids)
    fitting = [schema for schema in able if asked or look.fits(schema)]
    ranks = {
        schema.id: rank for schema in fitting if (rank := _rank(heard.points[schema.id], schema, look)) is not None
    }
    if not ranks:
        return Choice(_default(fitting) if asked else load(DEFAULT), "default")
    ranked = [schema for schema in fitting if schema.id in ranks]
    order = sorted(ranked, key=lambda schema: (language is None or schema.language != language, schema.id))
    best = max(order, key=lambda schema: ranks[schema.id])
    return Choice(best, "match", look.names(best))


def _default(schemas: Sequence[Schema]) -> Schema:
    """The general one, or where that is of another kind the first by id."""
    return min(schemas, key=lambda schema: (schema.id != DEFAULT, schema.id))


class _Look(Frozen, remembers=True):
    """What a document looks like: its traits, and the ids of its labels."""

    traits: Traits | Seen
    ids: frozenset[str]

    @cached_property
    def calls(self) -> str | None:
        """What the document calls itself; a report on the status of goals alone is one on goals."""
        if self.traits.calls == "status-report" and self.traits.goals and self.ids.isdisjoint(PROJECTS):
            return "goal-report"
        return self.traits.calls

    def names(self, schema: Schema) -> bool:
        """Whether the document calls itself what it is; of applications there are too many forms to say which."""
        return schema.kind != "application" and self.calls == schema.kind

    def fits(self, schema: Schema) -> bool:
        """Whether the document can be of the schema's kind."""
        if not schema.monetary and (not (MONEY.isdisjoint(self.ids) or self.names(schema)) or self.traits.money):
            return False
        match schema.kind:
            case "goal-report":
                return self.calls != "status-report" and (self.traits.goals or self.names(schema))
            case "status-report":
                return self.traits.calls == "status-report" or not REPORTED.isdisjoint(self.ids)
            case "outline":
                return self.traits.calls != "application" and len(self.ids - HEADER) >= LABELLED
            case "description":
                return self.traits.calls != "application" and self.traits.prose and len(self.ids - HEADER) < LABELLED
        return True

    def proves(self, schema: Schema) -> bool:
        """Whether the document shows that it is of the schema's kind, even without a label."""
        match schema.kind:
            case "goal-report":
                return self.traits.goals or self.names(schema)
            case "status-report":
                return self.traits.calls == "status-report"
            case "description":
                return self.traits.prose
        return False


class _Asked(Frozen):
    """What counts under one schema: by the keys of its labels their sections and points, then the ids of sections."""

    own: Mapping[str, tuple[str, int]]
    known: frozenset[str]
    required: frozenset[str]


@lru_cache(maxsize=256)
def _asked(schema: Schema) -> _Asked:
    sides = (("budget", schema.budget), ("financing", schema.financing))
    return _Asked(
        own={
            key: (word.id, 2 if len(normalise(word.label).split()) >= QUESTION else 1)
            for key, word in form_of(schema).words.items()
        },
        known=HEADER | {section.id for section in schema.walk()} | (SIDES if schema.monetary else frozenset()),
        required=frozenset(
            (*(section.id for section in schema.required), *(name for name, side in sides if side.required))
        ),
    )


class _Heard(Frozen):
    """What the labels of a document say: the ids of the shared words that they are, and by the ids of schemas whether
    one counts there, and the points."""

    ids: frozenset[str]
    points: Mapping[str, tuple[bool, int]]


@lru_cache(maxsize=8)
def _counting(schemas: tuple[Schema, ...]) -> Callable[[str], bool]:
    """Tells whether a label says anything: it is a shared word, or one of these schemas has it."""
    own = frozenset[str]().union(*(_asked(schema).own for schema in schemas))

    @kept
    def counts(label: str) -> bool:
        keys, shared = section_named(label)
        return shared is not None or not own.isdisjoint(keys)

    return counts


def _heard_in(labels: tuple[str, ...], schemas: tuple[Schema, ...]) -> _Heard:
    """What labels say that count: those of one form are the same in each document."""
    found = dict(map(section_named, labels))
    ids = frozenset(word.id for word in found.values() if word)
    return _Heard(ids, {schema.id: _points(found, _asked(schema)) for schema in schemas})


def _are_few(labels: tuple[str, ...]) -> bool:
    return len(labels) <= MANY


_heard = keeping(_heard_in, _are_few, FORMS)


def _points(found: Mapping[Keys, Word | None], asked: _Asked) -> tuple[bool, int]:
    """Whether a label counts under one schema, and the points of all together."""
    words, known = asked.own, asked.known
    points, seen = 0, set()
    for keys, shared in found.items():
        own = next((words[key] for key in keys if key in words), None)
        wanted, worth = own or (shared.id if shared is not None and shared.id in known else None, 1)
        if wanted is not None:
            seen.add(wanted)
            points += worth
    return bool(seen), points - len(asked.required - seen)


def _rank(told: tuple[bool, int], schema: Schema, look: _Look) -> tuple[bool, bool, int] | None:
    """How well a schema fits: whether the kind is named, whether it is proven, then its points; None where nothing
    speaks for it."""
    counts, points = told
    proven = look.proves(schema)
    return (look.names(schema), proven, points) if counts or proven else None
