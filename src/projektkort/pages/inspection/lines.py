"""Knows how to show which line of a document went to which field."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from projektkort.identity import mask
from projektkort.pages.inspection.scalars import plain
from projektkort.pages.inspection.whole import Inspected
from projektkort.project.models import AmountLine, Entry, Goal, Project, Report, Section, Side, Subproject
from projektkort.span import Place

Row = tuple[Place, str, str]


def as_lines(read: Inspected) -> str:
    """Which line of the document went to which field: line, field, and the beginning of what stands there."""
    rows = sorted(_rows(read.project), key=lambda row: row[0].start)
    width = max([len(field) for _, field, _ in rows], default=0)
    head = f"{read.path}: {read.project.kind}, {read.schema} ({read.schema_by}), {read.project.language or '?'}\n"
    body = [f"{place.line:>5}  {field:<{width}}  {_short(text)}".rstrip() for place, field, text in rows]
    return head + "".join(line + "\n" for line in body)


def _rows(project: Project) -> Iterator[Row]:
    headed = any(section.id == "title" for section in project.sections)
    if project.title is not None and not headed:
        yield project.title.place, "title", project.title.value
    yield from ((text.place, "unplaced", text.value) for text in project.unplaced)
    for section in (*project.sections, *project.other):
        yield from _section(section, "")
    for side in filter(None, (project.budget, project.financing)):
        yield from _side(side)
    if project.report is not None:
        yield project.report.place, "report", _number(project.report)
    yield from ((goal.place, "goal", _goal(goal)) for goal in project.goals)
    for subproject in project.subprojects:
        yield from _subproject(subproject)


def _section(section: Section, above: str) -> Iterable[Row]:
    name = above + (section.id or "other")
    yield section.label.place, name, f"{section.label.value}: {section.text.value}"
    for part in section.parts:
        yield from _section(part, f"{name}.")


def _side(side: Side) -> Iterator[Row]:
    for name, each in (("total", side.total), *(("subtotal", each) for each in side.subtotals)):
        if each is not None:
            yield each.place, f"{side.name}.{name}", f"{each.label.value} = {_sum(each.amount)}"
    yield from ((line.place, f"{side.name}.line", _line(line)) for line in side.lines)


def _line(line: AmountLine) -> str:
    if line.low is not None:
        return f"{line.label.value} = {_sum(line.low)}–{_sum(line.high)}"
    return f"{line.label.value} = {_sum(line.amount)}"


def _sum(amount: Decimal | None) -> str:
    return plain(amount) or "?"


def _number(report: Report) -> str:
    said = [str(report.number) if report.number is not None else "?", report.period.text.value if report.period else ""]
    return ", ".join(filter(None, said))


def _goal(goal: Goal) -> str:
    """Its grade goes first, so that it is not cut off behind a long text."""
    grade = goal.status.grade or "?" if goal.status is not None else "-"
    return f"{goal.id or '?'} = {grade}: {goal.text.value}"


def _subproject(subproject: Subproject) -> Iterator[Row]:
    yield subproject.place, "subproject", subproject.title.value
    for entry in subproject.entries:
        yield entry.place, "subproject.entry", _entry(entry)
        for section in entry.sections:
            yield from _section(section, "subproject.entry.")


def _entry(entry: Entry) -> str:
    period = entry.period.text if entry.period is not None else ""
    told = ", ".join(filter(None, (str(entry.number or ""), period)))
    return f"{told}: {entry.text.value}" if told else entry.text.value


def _short(text: str, most: int = 60) -> str:
    words = " ".join(mask(text).split())
    return words if len(words) <= most else words[: most - 1] + "…"
