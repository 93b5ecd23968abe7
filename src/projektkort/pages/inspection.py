"""Knows how to show what was read from a document, as plain data and as a list of lines; not what is wrong with it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from projektkort.identity import mask
from projektkort.period import Period
from projektkort.project.models import (
    AmountInText,
    AmountLine,
    Applied,
    Part,
    Party,
    Project,
    ProjectPeriod,
    Section,
    Side,
    Step,
)
from projektkort.span import Place, Text


@dataclass(frozen=True, slots=True)
class Inspected:
    """A project, and what the reading of it came to beside it."""

    path: str
    project: Project
    schema: str
    schema_by: str


def as_data(read: Inspected) -> dict[str, Any]:
    """What was read, as JSON knows it: amounts as strings of plain decimals, dates ISO, absent things None or []."""
    project = read.project
    return {
        "version": 1,
        "path": read.path,
        "schema": read.schema,
        "schema_by": read.schema_by,
        "kind": project.kind,
        "language": project.language,
        "project": _project(project),
        "unplaced": [{"text": mask(text.value), **_at(text.place)} for text in project.unplaced],
    }


def _project(project: Project) -> dict[str, Any]:
    return {
        **_header(project),
        "sections": [_section(section) for section in project.sections],
        "other": [_section(section) for section in project.other],
        "attachments": [{"text": mask(text.value), **_at(text.place)} for text in project.attachments],
        "schedule": [_step(step) for step in project.schedule],
        "budget": _side(project.budget),
        "financing": _side(project.financing),
        "balances": project.balances,
        "amounts_in_text": [_found(found) for found in project.amounts_in_text],
        "goals": [],
        "report": None,
        "subprojects": [],
    }


def _header(project: Project) -> dict[str, Any]:
    return {
        "title": _words(project.title),
        "id": _words(project.id),
        "stage": project.stage,
        "date": _day(project.date),
        "applicant": _party(project.applicant),
        "responsible": _words(project.responsible),
        "contact": _words(project.contact),
        "place": _words(project.place),
        "period": _period(project.period),
        "applied": _applied(project.applied),
    }


def _found(found: AmountInText) -> dict[str, Any]:
    return {
        "text": mask(found.text.value),
        "amount": plain(found.reading.amount),
        "low": plain(found.reading.low),
        "high": plain(found.reading.high),
        "currency": found.reading.currency,
        "approximate": found.reading.approximate,
        **_at(found.text.place),
    }


def _at(place: Place) -> dict[str, Any]:
    span = place.span
    return {"line": span.line, "span": as_span(place)}


def as_span(place: Place) -> dict[str, int]:
    """A span as JSON knows it."""
    span = place.span
    return {"line": span.line, "column": span.column, "end_line": span.end_line, "end_column": span.end_column}


def plain(value: Decimal | None) -> str | None:
    """An amount as a string of plain digits: no exponent, no zeros at the end of decimals."""
    if value is None:
        return None
    digits = format(value, "f")
    return digits.rstrip("0").rstrip(".") if "." in digits else digits


def _words(text: Text | None) -> str | None:
    return mask(text.value) if text is not None else None


def _masked(text: str | None) -> str | None:
    return mask(text) if text is not None else None


def _day(day: dt.date | None) -> str | None:
    return day.isoformat() if day is not None else None


def _party(party: Party | None) -> dict[str, Any] | None:
    return {"name": mask(party.name.value), "id": party.id, **_at(party.name.place)} if party else None


def _span_of_time(period: Period) -> dict[str, Any]:
    return {"start": _day(period.start), "end": _day(period.end), "precision": str(period.precision)}


def _period(period: ProjectPeriod | None) -> dict[str, Any] | None:
    if period is None:
        return None
    return {**_span_of_time(period.period), "text": mask(period.text.value), **_at(period.text.place)}


def _applied(applied: Applied | None) -> dict[str, Any] | None:
    if applied is None:
        return None
    return {"amount": plain(applied.amount), "currency": applied.currency, "by": applied.by, **_at(applied.place)}


def _section(section: Section) -> dict[str, Any]:
    return {
        "id": section.id,
        "label": mask(section.label.value),
        "text": mask(section.text.value),
        "items": [mask(item.value) for item in section.items],
        "parts": [_section(part) for part in section.parts],
        **_at(section.place),
    }


def _step(step: Step) -> dict[str, Any]:
    when = {"text": mask(step.when.text), **_span_of_time(step.when)} if step.when is not None else None
    return {"text": mask(step.text.value), "when": when, **_at(step.place)}


def _side(side: Side | None) -> dict[str, Any] | None:
    if side is None:
        return None
    return {
        "currency": side.currency,
        "lines": [_line(line, side.name) for line in side.lines],
        "stated_total": plain(side.total.amount) if side.total else None,
        "computed_total": plain(side.computed),
        **_at(side.heading),
    }


def _line(line: AmountLine, side: str) -> dict[str, Any]:
    shown: dict[str, Any] = {
        "label" if side == "budget" else "funder": mask(line.label.value),
        "amount": plain(line.amount),
        "low": plain(line.low),
        "high": plain(line.high),
        "approximate": line.approximate,
        "quantity": plain(line.quantity),
        "unit": _masked(line.unit),
        "unit_price": plain(line.unit_price),
        "parts": [_part(part) for part in line.parts],
    }
    if side == "budget":
        shown |= {"category": _masked(line.category), "actual": plain(line.actual), "eligible": line.eligible}
    else:
        shown |= {"type": line.type, "commitment": line.commitment}
    return {**shown, **_at(line.place)}


def _part(part: Part) -> dict[str, Any]:
    return {"axis": part.axis, "key": mask(part.key), "amount": plain(part.amount), **_at(part.place)}


def as_lines(read: Inspected) -> str:
    """Which line of the document went to which field: line, field, and the beginning of what stands there."""
    rows = sorted(_rows(read.project), key=lambda row: row[0].start)
    width = max([len(field) for _, field, _ in rows], default=0)
    head = f"{read.path}: {read.project.kind}, {read.schema} ({read.schema_by}), {read.project.language or '?'}\n"
    body = [f"{place.line:>5}  {field:<{width}}  {_short(text)}".rstrip() for place, field, text in rows]
    return head + "".join(line + "\n" for line in body)


def _rows(project: Project) -> Iterator[tuple[Place, str, str]]:
    headed = any(section.id == "title" for section in project.sections)
    if project.title is not None and not headed:
        yield project.title.place, "title", project.title.value
    yield from ((text.place, "unplaced", text.value) for text in project.unplaced)
    sides = [side for side in (project.budget, project.financing) if side is not None]
    for section in (*project.sections, *project.other):
        yield from _section_rows(section, "")
    for side in sides:
        for name, each in (("total", side.total), *(("subtotal", each) for each in side.subtotals)):
            if each is not None:
                yield each.place, f"{side.name}.{name}", f"{each.label.value} = {_sum(each.amount)}"
        yield from ((line.place, f"{side.name}.line", _entry(line)) for line in side.lines)


def _section_rows(section: Section, above: str) -> Iterable[tuple[Place, str, str]]:
    name = above + (section.id or "other")
    yield section.label.place, name, f"{section.label.value}: {section.text.value}"
    for part in section.parts:
        yield from _section_rows(part, f"{name}.")


def _entry(line: AmountLine) -> str:
    if line.low is not None:
        return f"{line.label.value} = {_sum(line.low)}–{_sum(line.high)}"
    return f"{line.label.value} = {_sum(line.amount)}"


def _sum(amount: Decimal | None) -> str:
    return plain(amount) or "?"


def _short(text: str, most: int = 60) -> str:
    words = " ".join(mask(text).split())
    return words if len(words) <= most else words[: most - 1] + "…"
