"""Knows what a label means: the words of a schema's own form before those that all schemas share.

A label owned by both is the schema's. One that a schema gives to two ids is the first one's, in the form's order;
`within` a section its parts come first. Near misses count for sections only, and say what they nearly are.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import cast

from projektkort.frozen import Frozen
from projektkort.schema.form import Form, form_of
from projektkort.schema.goal_heads import GoalRole, goal_role, goal_word
from projektkort.schema.grades import Graded, graded, says_more
from projektkort.schema.kept import kept, kept_together
from projektkort.schema.model import Commitment, FinancingType, Schema, SectionSchema, SideSchema, Stage
from projektkort.schema.spelling import key, normalise
from projektkort.schema.telling import told
from projektkort.schema.vocabulary import close, exactly, keys_of, named, vocabulary
from projektkort.schema.word import Word

__all__ = ["Labels", "Match", "normalise"]

GIFTS = frozenset({"volunteer", "in_kind"})
NEAR = 0.90  # two letters in twenty; below it, different words meet
SIMILAR = 0.8  # enough for "did you mean", which a person judges
SHORTEST = 5  # letters of a label that may be misspelt
NONE: Mapping[str, Word] = MappingProxyType({})


class Match(Frozen):
    """What a label means. `near` is the label it nearly is, as that is written; None where it is that label.

    `own` says that the schema's own form has it, not only the shared vocabulary.
    """

    id: str
    near: str | None
    own: bool


class Labels:
    """The labels that count under one schema, or with None those of the shared vocabulary."""

    __slots__ = ("_form", "_questions", "_schema", "_shared")

    def __init__(self, schema: Schema | None = None) -> None:
        self._schema = schema
        self._form = form_of(schema)
        self._shared = vocabulary()
        self._questions = NONE

    def asking(self, questions: Mapping[str, Word]) -> Labels:
        """The same labels and, by their keys, questions of one word that are labels of one document."""
        labels = Labels(self._schema)
        labels._questions = questions
        return labels

    def section(self, text: str, *, within: str | None = None) -> Match | None:
        """The section, part, header field or side of the books that a label names; None: it is no known label."""
        if self._questions and not self._questions.keys().isdisjoint(keys_of(text)):
            return _meant(text, self._form, within, self._questions)
        return _section(text, self._form, within if within in self._form.parts else None)

    def question(self, text: str) -> Word | None:
        """What a question of one word asks for, where it is a label: what, why, who …"""
        return exactly(text, "questions")

    def questions(self, texts: Sequence[str]) -> tuple[tuple[str, Word], ...]:
        """The questions of one word among the keys of a document, each with the key that it is looked up by."""
        return _questions(tuple(texts))

    def column(self, text: str) -> str | None:
        """What the head of a column of amounts, or a key of a budget line, names: label, amount, quantity …"""
        return _column(text, self._form)

    def goal_column(self, text: str) -> GoalRole | None:
        """What the head of a column of goals names, or a label or key below one: subgoal, goal, status …"""
        return goal_role(text, self._form)

    def goal_word(self, text: str) -> GoalRole | None:
        """The same for a word just as it stands: nothing may be behind it, and it is not misspelt."""
        return goal_word(text, self._form)

    def graded(self, text: str, year: int | None = None) -> Graded:
        """How far a status says that a goal is, and what that holds for; `year` is the one that the report is about."""
        return _graded(text, self._form, year)

    def says_more(self, status: str) -> bool:
        """Whether a status says more than how far a goal is and what that holds for."""
        return says_more(status, self._form.grades)

    def key(self, text: str) -> str | None:
        """What a key of YAML names that is no section: schema, language, currency, lines, total, start …"""
        return _key(text)

    def keys(self, texts: Sequence[str]) -> tuple[str | None, ...]:
        """The same for all keys of a document."""
        return _keys(tuple(texts))

    def type_of(self, text: str) -> FinancingType | None:
        """The kind of money that a funder's name, or a word for it, tells of; a foundation for voluntary work gives
        money."""
        found = told(text, "types")
        if found in GIFTS and told(text, "funders"):
            return "grant"
        return cast("FinancingType | None", found)

    def commitment_of(self, text: str) -> Commitment | None:
        """How sure the money is, as a funder's name or a word for it tells."""
        return cast("Commitment | None", told(text, "commitments"))

    def stage_of(self, text: str) -> Stage | None:
        """How far the project has come."""
        return cast("Stage | None", told(text, "stages"))

    def kind(self, text: str) -> str | None:
        """The kind of document that a word is, as it stands or with a year or number behind it."""
        word = named(text, "kinds")
        return word.id if word else None

    def yes_no(self, text: str) -> bool | None:
        """What a cell answers; None where it is neither yes nor no."""
        word = exactly(text, "answers")
        return word.id == "yes" if word else None

    def languages(self, text: str) -> tuple[str, ...]:
        """The languages in which a label is known, for votes about the document's language."""
        return self._spoken("sections", text)

    def status_languages(self, text: str) -> tuple[str, ...]:
        """The same for how far a goal is, and nothing else."""
        return self._spoken("grades", text)

    def key_languages(self, text: str) -> tuple[str, ...]:
        """The same for a key by which a document speaks of itself."""
        return self._spoken("keys", text)

    def _spoken(self, group: str, text: str) -> tuple[str, ...]:
        word = named(text, group)
        return word.languages if word else ()

    def label_for(self, wanted: str, language: str) -> str:
        """The title to show for an id; the id itself in words where nobody has one."""
        return next(iter(self.spellings(wanted, language)), wanted.replace("_", " ").capitalize())

    def spellings(self, wanted: str, language: str) -> tuple[str, ...]:
        """The labels that would count for an id, the best to show first: the form's in that language, the shared ones
        in that language, the form's in any other."""
        schema, part = self._schema, self._asked(wanted)
        titles = {str(code): title for code, title in part.title.items()} if part else {}
        labels = part.labels if part else ()
        near = labels if schema and schema.language in {None, language} else ()
        shared = self._shared.labels(wanted, language)
        first = [titles[language]] if language in titles else []
        unique: dict[str, str] = {}
        for label in (*first, *near, *shared, *titles.values(), *labels):
            unique.setdefault(key(label), label)
        return tuple(unique.values())

    def suggest(self, text: str) -> str | None:
        """The known label most like one that nobody knows, for “did you mean”."""
        return _suggested(text, self._form)

    def _asked(self, wanted: str) -> SectionSchema | SideSchema | None:
        if self._schema is None:
            return None
        sides = {"budget": self._schema.budget, "financing": self._schema.financing}
        return sides.get(wanted) or self._schema.section(wanted)


def _meant(text: str, form: Form, within: str | None, questions: Mapping[str, Word]) -> Match | None:
    """What a label means by a form, the shared vocabulary and the questions of a document."""
    keys = keys_of(text)
    for wanted in keys:
        word = form.word(wanted, within)
        known = word or vocabulary().word("sections", wanted) or questions.get(wanted)
        if known:
            return Match(known.id, None, word is not None)
    return next((match for wanted in keys if (match := _near(wanted, form))), None)


def _key(text: str) -> str | None:
    word = exactly(text, "keys")
    return word.id if word else None


@kept_together
def _keys(texts: tuple[str, ...]) -> tuple[str | None, ...]:
    return tuple(map(_key, texts))


@kept_together
def _questions(texts: tuple[str, ...]) -> tuple[tuple[str, Word], ...]:
    return tuple((key(text), word) for text in texts if (word := exactly(text, "questions")))


@kept
def _section(text: str, form: Form, within: str | None) -> Match | None:
    return _meant(text, form, within, NONE)


@kept
def _suggested(text: str, form: Form) -> str | None:
    found = [pair for wanted in keys_of(text) for pair in _close(wanted, form, SIMILAR)]
    return max(found, key=lambda pair: pair[0])[1].label if found else None


@kept
def _column(text: str, form: Form) -> str | None:
    words = (form.columns.get(wanted) or vocabulary().word("columns", wanted) for wanted in keys_of(text))
    return next((word.id for word in words if word), None)


@kept
def _graded(text: str, form: Form, year: int | None) -> Graded:
    return graded(text, form.grades, year)


def _near(wanted: str, form: Form) -> Match | None:
    """The one id with a label nearly spelt so."""
    if len(wanted) < SHORTEST or any(map(str.isdecimal, wanted)):
        return None
    found = _close(wanted, form, NEAR)
    if len({word.id for _, word in found}) != 1:
        return None
    word = max(found, key=lambda pair: pair[0])[1]
    return Match(word.id, word.label, word is form.words.get(key(word.label)))


def _close(wanted: str, form: Form, floor: float) -> list[tuple[float, Word]]:
    """The words at least so like the wanted key, with their likeness, the form's own first."""
    return [*form.close(wanted, floor), *close(wanted, floor)]
