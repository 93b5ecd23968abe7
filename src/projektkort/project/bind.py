"""Knows how a document becomes a project through a schema. What is wrong with the project, the rules say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from projektkort.document.layout import Document, Scalar
from projektkort.document.layout import Sequence as Items
from projektkort.finding import Problem
from projektkort.frozen import replace
from projektkort.money import holds_number, unit_of
from projektkort.project.books import Side
from projektkort.project.field import Field, content, items
from projektkort.project.gather import Gathered, gather, labels_of, odd_labels
from projektkort.project.models import Project, Section
from projektkort.project.nodes import listed
from projektkort.project.own_fund import with_fund
from projektkort.project.reported import Heading, Reported, accounted, heading_of, reported_of
from projektkort.project.row import Tongue
from projektkort.project.side import Sides, sides_of
from projektkort.project.signs import Signs
from projektkort.project.tongue import currency_of_document
from projektkort.project.typed import Typed
from projektkort.project.when import dates_in, schedule_of, year_of
from projektkort.project.words import amounts_in
from projektkort.schema.labels import Labels
from projektkort.schema.model import Schema
from projektkort.span import Place, Text


def bind(
    document: Document, schema: Schema, *, explicit: bool = False, signs: Signs | None = None
) -> tuple[Project, tuple[Problem, ...]]:
    """The project that a document describes, and what could not be bound as it stands.

    With `explicit` the schema lends its language to a document that tells none. `signs`: where they are known already.
    """
    labels, signs = labels_of(schema), signs or Signs(document)
    language = signs.language(schema if explicit else None)
    reported = reported_of(document, schema, labels, language)
    gathered = gather(signs if reported.document is document else Signs(reported.document), schema, language)
    typed = Typed.of(gathered.fields, labels, language)
    sides = sides_of(accounted(schema, gathered, labels, language), labels, Tongue(language))
    sections, other = _sections(gathered.known), _sections(gathered.other)
    heading = heading_of(schema, typed, gathered, reported, language)
    project = Project.of(
        kind=schema.kind,
        language=language,
        **_places(document, gathered, (*sections, *other)),
        **_head(typed, heading),
        **_times(typed, heading, gathered, (*sections, *other), labels),
        unplaced=(*gathered.unplaced, *reported.furniture, *gathered.comments),
        comments=gathered.comments,
        **_books(typed, sides, schema, language),
        sections=sections,
        other=other,
        amounts_in_text=tuple(amounts_in(_texts((*sections, *other), gathered, reported), sides.both, language)),
        goals=reported.goals,
    )
    return project, (*odd_labels(gathered.fields, labels), *sides.problems)


def _times(
    typed: Typed, heading: Heading, gathered: Gathered, sections: Sequence[Section], labels: Labels
) -> dict[str, Any]:
    """The period, the steps of the schedule and the days of the prose.

    The period of a report tells the year of what names none before that of the project.
    """
    period, schedule, language = typed.period(), typed.every("schedule"), typed.language
    own = heading.report.period if heading.report else None
    year = year_of(own or period, schedule, gathered.dated(), gathered.title, language)
    return {
        "period": period,
        "schedule": tuple(schedule_of(schedule, labels, language, year)),
        "dates": tuple(dates_in(sections, gathered.unplaced, language, year)),
    }


def _places(document: Document, gathered: Gathered, sections: Iterable[Section]) -> dict[str, Any]:
    """The beginning and the end of what the document says, comments aside, and the whole of it."""
    lines = document.source.lines
    ends = [section.place.end for section in sections] + [text.end for text in gathered.unplaced]
    ends += [field.place.end for field in gathered.fields if field.label is gathered.headline]
    end = max(ends, default=0)
    return {"start": Place(lines, 0, 0), "end": Place(lines, end, end), "document": Place(lines, 0, len(lines.text))}


def _head(typed: Typed, heading: Heading) -> dict[str, Any]:
    return {
        "title": heading.title,
        "date": heading.date,
        "report": heading.report,
        "subprojects": heading.subprojects,
        "id": typed.text("id"),
        "stage": typed.stage(),
        "applicant": typed.applicant(),
        "responsible": typed.text("responsible"),
        "contact": typed.text("contact"),
        "place": typed.text("place"),
        "attachments": typed.attachments(),
        "application": None,  # found out later
        "previous": None,
    }


def _books(typed: Typed, sides: Sides, schema: Schema, language: str | None) -> dict[str, Any]:
    currency = currency_of_document(typed.text("currency"), schema, language) or _named(sides)
    stated = typed.applied(None)
    financing = with_fund(sides.financing, stated, schema)
    return {
        "currency": currency,
        "applied": stated or typed.applied(financing),
        "budget": _in(sides.budget, currency),
        "financing": _in(financing, currency),
    }


def _sections(fields: Sequence[Field]) -> tuple[Section, ...]:
    return tuple([_section(field) for field in fields])


def _section(field: Field) -> Section:
    """A field with all that stands under it; the text of a list is that of its items."""
    if isinstance(field.body, Scalar) and not field.parts:  # as nearly all in YAML
        return Section(field.id, field.label, field.body.text, field.place)
    place, found = field.place, items(field)
    listing = isinstance(field.body, Items)
    text = listed(found, Text.empty(place.lines, place.end)) if listing else content(field)
    parts = _sections(field.parts) if field.parts else ()
    return Section(field.id, field.label, text, place, parts, found)


def _texts(sections: Iterable[Section], gathered: Gathered, reported: Reported) -> Iterator[Text]:
    """Every text of the document that may tell an amount, once: labels that declare no unit, what stands under them,
    and under none."""
    labelled = [each for section in sections for each in (section, *section.parts)]
    for each in labelled:
        yield each.text
        if holds_number(each.label.value) and unit_of(each.label.value, None) is None:
            yield each.label
    title = gathered.title
    if title is not None and holds_number(title.value):
        yield from [] if any(each.text.start <= title.start < each.text.end for each in labelled) else [title]
    yield from gathered.unplaced
    yield from reported.texts()


def _named(sides: Sides) -> str | None:
    return next((side.currency for side in sides.both if side.currency), None)


def _in(side: Side | None, currency: str | None) -> Side | None:
    """The side with a currency: the one that its amounts name, else the document's.

    Where only some lines name one, and it is neither the document's nor the total's, the others are in the
    document's: then the side is in two, and has no figure.
    """
    if side is None:
        return None
    total = side.total.reading.currency if side.total else None
    told = [line.currency for line in side.counted]
    named = dict.fromkeys(each for each in told if each)  # in the order written
    if not named or [*named] == [total] or None not in told:
        own = next(iter(named), total or currency)
        return side if own == side.currency else replace(side, currency=own)
    lines = tuple(line if line.currency or line.blank else replace(line, currency=currency) for line in side.lines)
    return replace(side, currency=currency, lines=lines)
