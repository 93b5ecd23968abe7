"""Knows the empty form of a schema: every part that it asks for, in order, with its demands beside it."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from projektkort.locale import number
from projektkort.project.setting import SETTINGS
from projektkort.schema.demanded import demands, lengths, needed
from projektkort.schema.labels import Labels
from projektkort.schema.model import Schema, SectionSchema, SideSchema
from projektkort.schema.vocabulary import vocabulary
from projektkort.writing.sheet import Block, Group, Groups, Part, Sheet, Table, Told
from projektkort.writing.transcript import BRIEF
from projektkort.writing.words import PHRASES

GOALS = ("subgoal", "goal", "measures", "time", "status", "explanation")
PRICE, QUANTITY = Decimal(500), Decimal(2)  # of the examples


def language_for(schema: Schema, wanted: str | None) -> str:
    """The language of a form: the one asked for, else the schema's own, else the first that it has a title in."""
    return wanted or schema.language or next(iter(schema.title), "en")


def form_of(schema: Schema, language: str, name: str) -> Sheet:
    """The empty form of a schema; `name` is how a document names that, which is its id or its path."""
    return _Form(schema, language).sheet(name)


def label_of(schema: Schema, wanted: str, language: str) -> str:
    """What a form calls a section: its title in that language, else the shared label.

    The labels of a form that is in no language of its own may be in any.
    """
    asked = schema.section(wanted)
    if schema.language is None and vocabulary().labels(wanted, language) and not (asked and language in asked.title):
        return Labels(None).label_for(wanted, language)
    return Labels(schema).label_for(wanted, language)


class _Form:
    """One form in one language."""

    def __init__(self, schema: Schema, language: str) -> None:
        self.schema, self.language = schema, language

    def sheet(self, name: str) -> Sheet:
        said = [("schema", name)]
        if self.schema.language != self.language:
            said.append(("language", self.language))
        sections = [section for section in self.schema.sections if section.id not in SETTINGS | {"title"}]
        sides = self._sides()
        note = ("how", "same-amount") if len(sides) > 1 else ("how",)
        return Sheet(
            language=self.language,
            settings=tuple((self._say(key), value) for key, value in said),
            title=self._part(self.schema.section("title") or SectionSchema(id="title", required=True), brief=True),
            text="",
            parts=(*map(self._part, sections), *sides),
            note=(*map(self._say, note), *self._demands("")),
        )

    def _say(self, phrase: str, **values: str) -> str:
        return PHRASES.say(phrase, self.language, **values)

    def _part(self, section: SectionSchema, *, brief: bool = False) -> Part:
        label = label_of(self.schema, section.id, self.language)
        label, blocks, hint = self._example(section.id) or (label, (), "")
        brief = brief or (section.id in BRIEF and not section.parts)
        note = (*self._note(section), *((self._say(hint),) if hint else ()))
        return Part(label, blocks, tuple(map(self._part, section.parts)), note, brief, section.id)

    def _example(self, wanted: str) -> tuple[str, tuple[Block, ...], str] | None:
        """How a report fills in a section in its own way: label, example, and the words before that."""
        kind, label = self.schema.kind, label_of(self.schema, wanted, self.language)
        if (kind, wanted) == ("goal-report", "goals"):
            row = tuple(self._say(f"example-{name}") for name in GOALS[:-1])
            return label, (Table(tuple(map(self._say, GOALS)), example=(*row, "")),), "a-line-each"
        if (kind, wanted) == ("status-report", "economy"):
            return label, (economy((), self.language),), "a-line-each"
        if kind == "status-report" and wanted == self._together():
            told = Told("1", "", self._say("example-text"))
            group = Group("", self._say("example-part"), (told,))
            return self._say("subprojects"), (Groups((group,), example=True),), "a-part-each"
        return None

    def _together(self) -> str:
        """The section that holds the sub-projects: their own, or else that of the situation."""
        return "subprojects" if self.schema.section("subprojects") else "situation"

    def _sides(self) -> tuple[Part, ...]:
        sides = {"budget": self.schema.budget, "financing": self.schema.financing}
        shown = self.schema.kind == "application"
        return tuple(self._side(name, side) for name, side in sides.items() if shown or side.required)

    def _side(self, name: str, side: SideSchema) -> Part:
        """Budget or financing, with one line as an example."""
        cells = {"funder": self._say("example-funder"), "amount": number(QUANTITY * PRICE, self.language)}
        if name == "budget":
            cells = {"post": self._say("example-cost"), "quantity": number(QUANTITY, self.language)}
            cells |= {"unit-price": number(PRICE, self.language), "amount": number(QUANTITY * PRICE, self.language)}
        table = Table(tuple(map(self._say, cells)), (), frozenset(range(1, len(cells))), tuple(cells.values()))
        note = self._say("required" if side.required else "optional"), *self._demands(name), self._say("a-line-each")
        return Part(label_of(self.schema, name, self.language), (table,), note=note, id=name)

    def _demands(self, about: str) -> Iterator[str]:
        """What else the fund demands of a section, of a side, or with no name of the whole."""
        return (demand.text for demand in demands(self.schema, self.language) if demand.about == about)

    def _note(self, section: SectionSchema) -> Iterator[str]:
        """Whether a section may be left out, how long it may be, and the form's own instructions."""
        need = self._say("required" if needed(section, self.schema) else "optional")
        yield ", ".join((need, *lengths(section, self.schema, self.language)))
        yield from self._demands(section.id)
        yield from section.instructions


def economy(lines: tuple[tuple[str, str], ...], language: str) -> Table:
    """A table of what was planned and what was spent, to be filled in: post and planned amount of each line."""
    heads = tuple(PHRASES.say(name, language) for name in ("post", "planned", "actual"))
    example = (PHRASES.say("example-cost", language), number(QUANTITY * PRICE, language), number(PRICE, language))
    return Table(heads, tuple((*line, "") for line in lines), frozenset({1, 2}), () if lines else example)
