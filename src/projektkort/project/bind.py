"""Knows how a document becomes a project through a schema. What is wrong with the project, the rules say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from projektkort.document.layout import Document
from projektkort.finding import Problem
from projektkort.money import unit_of
from projektkort.project.books import Side
from projektkort.project.field import Field, content, items
from projektkort.project.gather import Gathered, gather, labels_of, odd_labels
from projektkort.project.models import Project, Section
from projektkort.project.reported import Heading, Reported, accounted, heading_of, reported_of
from projektkort.project.row import Tongue
from projektkort.project.side import Sides, sides_of
from projektkort.project.tongue import currency_of_document, language_of
from projektkort.project.typed import Typed
from projektkort.project.when import dates_in, schedule_of, year_of
from projektkort.project.words import amounts_in
from projektkort.schema.model import Schema
from projektkort.span import Place, Text


def bind(document: Document, schema: Schema, *, explicit: bool = False) -> tuple[Project, tuple[Problem, ...]]:
    """The project that a document describes, and what could not be bound as it stands.

    `explicit` says that the schema was asked for, so that its language is the document's where that says nothing.
    """
    labels = labels_of(schema)
    language = language_of(document, schema if explicit else None, labels)
    reported = reported_of(document, schema, labels, language)
    gathered = gather(reported.document, schema, language)
    typed = Typed(gathered.fields, labels, language)
    sides = sides_of(accounted(schema, gathered, labels, language), labels, Tongue(language))
    sections, other = _sections(gathered.known), _sections(gathered.other)
    heading = heading_of(schema, typed, gathered, reported, language)
    year = _year(typed, heading, gathered, language)
    project = Project(
        kind=schema.kind,
        language=language,
        **_places(document, gathered),
        **_head(typed, heading),
        unplaced=(*gathered.unplaced, *reported.furniture, *gathered.comments),
        comments=gathered.comments,
        **_books(typed, sides, schema, language),
        sections=sections,
        other=other,
        schedule=tuple(schedule_of(list(typed.every("schedule")), labels, language, year)),
        amounts_in_text=tuple(amounts_in(_texts((*sections, *other), gathered, reported), sides.both, language)),
        dates=tuple(dates_in((*sections, *other), gathered.unplaced, language, year)),
        goals=reported.goals,
    )
    return project, (*odd_labels(gathered.fields, labels), *sides.problems)


def _year(typed: Typed, heading: Heading, gathered: Gathered, language: str | None) -> int | None:
    """The year of what names none; the period of a report tells it before that of the project."""
    own = heading.report.period if heading.report else None
    return year_of(own or typed.period(), list(typed.every("schedule")), gathered.dated(), gathered.title, language)


def _places(document: Document, gathered: Gathered) -> dict[str, Place]:
    """The beginning and the end of what the document says, comments aside, and the whole of it."""
    lines = document.source.lines
    end = max([*(field.place.end for field in gathered.fields), *(text.end for text in gathered.unplaced), 0])
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
        "period": typed.period(),
        "attachments": typed.attachments(),
    }


def _books(typed: Typed, sides: Sides, schema: Schema, language: str | None) -> dict[str, Any]:
    currency = currency_of_document(typed.text("currency"), schema, language) or _named(sides)
    return {
        "currency": currency,
        "applied": typed.applied(sides.financing),
        "budget": _in(sides.budget, currency),
        "financing": _in(sides.financing, currency),
    }


def _sections(fields: Sequence[Field]) -> tuple[Section, ...]:
    return tuple(
        Section(
            id=field.id,
            label=field.label,
            text=content(field),
            place=field.place,
            parts=_sections(field.parts),
            items=items(field),
        )
        for field in fields
    )


def _texts(sections: Iterable[Section], gathered: Gathered, reported: Reported) -> Iterator[Text]:
    """Every text of the document once: labels, unless they declare a unit, what stands under them, and under none."""
    labelled = [each for section in sections for each in (section, *section.parts)]
    for each in labelled:
        yield each.text
        if unit_of(each.label.value, None) is None:
            yield each.label
    title = gathered.title
    if title is not None and not any(each.text.start <= title.start < each.text.end for each in labelled):
        yield title
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
    named = {line.currency for line in side.counted} - {None}
    if not named or named == {total} or None not in {line.currency for line in side.counted}:
        return side.model_copy(update={"currency": next(iter(named), total or currency)})
    lines = tuple(
        line if line.currency or line.blank else line.model_copy(update={"currency": currency}) for line in side.lines
    )
    return side.model_copy(update={"currency": currency, "lines": lines})
