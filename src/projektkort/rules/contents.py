"""Knows what may be wrong with the text of a section: left to fill in, too short, too long."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import ROUND_CEILING, ROUND_FLOOR
from functools import lru_cache

from projektkort.finding import Problem
from projektkort.project.models import Project
from projektkort.rules import placeholders
from projektkort.rules.clauses import clause
from projektkort.rules.figures import sides
from projektkort.rules.lengths import measures
from projektkort.rules.rule import rule
from projektkort.rules.traces import unlabelled
from projektkort.schema.model import Schema, SectionSchema
from projektkort.schema.spelling import normalise
from projektkort.span import Place, Text

KEPT = 256  # schemas
PROSE = frozenset({"outline", "description"})
"""The kinds whose text may stand under no heading."""
SIGNED = frozenset({"signature", "date"})
"""The sections that are written by hand on the printed page."""


@rule()
def placeholder_left(project: Project, schema: Schema) -> Iterator[Problem]:
    """Nothing of the form is left to fill in."""
    seen: set[int] = set()
    texts = list(_texts(project))
    asked = _instructions(schema)
    lines = [line for told in asked.values() for line in told]
    for at in placeholders.suspects([text.value for _, text in texts], lines):
        wanted, text = texts[at]
        for start, end in placeholders.find(text.value, asked.get(wanted, ())):
            place = text.at(start, end)
            if place.start not in seen and not _to_be_signed(wanted, place):
                seen.add(place.start)
                yield Problem(place, text=" ".join(text.value[start:end].split()))


@lru_cache(maxsize=KEPT)
def _instructions(schema: Schema) -> Mapping[str | None, tuple[str, ...]]:
    """The form's own sentences, by the section that they stand in."""
    return {each.id: each.instructions for each in reversed(schema.walk())}


def _to_be_signed(wanted: str | None, place: Place) -> bool:
    """Whether a line is drawn for a pen: below a label for it, or beside a word such as “signature”."""
    around = place.lines.text[: place.start].rpartition("\n")[2] + place.lines.text[place.start :].partition("\n")[0]
    return not place.text.strip("_ \n") and (wanted in SIGNED or placeholders.signed(around))


def _texts(project: Project) -> Iterator[tuple[str | None, Text]]:
    """What people write in words; amounts have rules of their own."""
    if project.title:
        yield "title", project.title
    for section in (*project.sections, *project.other):
        if section.id not in {"budget", "financing"}:
            yield section.id, section.text
            yield from ((section.id if section.id in SIGNED else part.id, part.text) for part in section.parts)
    if project.kind in PROSE:
        yield from ((None, text) for text in unlabelled(project))
    yield from ((None, line.label) for side in sides(project) for line in side.lines)


@rule()
def too_short(project: Project, schema: Schema) -> Iterator[Problem]:
    """Each section, and the whole, is at least as long as the schema asks."""
    for measure in measures(project, schema):
        limit, count = measure.limit.min, measure.count
        if limit is not None and 0 < count < limit * measure.size:
            first = next(text for text in measure.texts if text.value)
            yield measure.problem(first.place, limit, ROUND_FLOOR, clause(schema, measure.key))


@rule()
def too_long(project: Project, schema: Schema) -> Iterator[Problem]:
    """No section is longer than the schema allows, nor is the whole; the place is what stands beyond the limit."""
    for measure in measures(project, schema):
        limit, count = measure.limit.max, measure.count
        if limit is not None and count > limit * measure.size:
            text, start = measure.beyond(limit * measure.size)
            place = text.at(start, len(text.value))
            yield measure.problem(place, limit, ROUND_CEILING, clause(schema, measure.key))


@rule(asks={"sections"})
def answer_refused(project: Project, schema: Schema) -> Iterator[Problem]:
    """No question of the form is answered so that the fund refuses the project."""
    for asked in _refusing(schema):
        section = project.section(asked.id)
        said = normalise(section.text.value) if section is not None else ""
        wanted = next((word for word in asked.refused_answers if f"{said} ".startswith(f"{normalise(word)} ")), None)
        if section is not None and wanted is not None:
            yield Problem(section.text.place, label=section.label.value, answer=wanted, source=clause(schema, asked.id))


@lru_cache(maxsize=KEPT)
def _refusing(schema: Schema) -> tuple[SectionSchema, ...]:
    return tuple(section for section in schema.walk() if section.refused_answers)
