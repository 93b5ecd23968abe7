"""Knows whether a side of the books is there at all: nowhere, empty, told in sentences, or in another paper."""

from __future__ import annotations

from collections.abc import Iterator

from projektkort.finding import Problem
from projektkort.project.books import SideName
from projektkort.project.models import AmountLine, Project, Side, Total
from projektkort.rules.sections import left_open
from projektkort.span import Place


def absent(project: Project, name: SideName, required: bool) -> Iterator[Problem]:
    """That a side lacks its amounts, or, where it is required, that it is not there; looked for behind the budget."""
    side = project.budget if name == "budget" else project.financing
    if side is not None:
        yield from _unfilled(project, side, required)
    elif required:
        yield _nowhere(project, name, _behind(project.budget) or project.end)


def _nowhere(project: Project, side: SideName, place: Place) -> Problem:
    """That a side is not there; where it is in a paper that comes along, that is not read."""
    from projektkort.rules.papers import holding  # noqa: PLC0415 - only where a side is missing

    paper = holding(project, side)
    if paper is None:
        return Problem(place)
    return Problem(paper.place, variant="attached", label=" ".join(paper.value.split()))


def _unfilled(project: Project, side: Side, required: bool) -> Iterator[Problem]:
    """Amounts in sentences are no budget, but all that is asked of one where none is required."""
    if side.total is None and not (side.unsure or side.counted or _spent(side)):
        told = _told_below(project, side)
        if required or not (told or _left_open(project, side)):
            yield Problem(side.heading, variant="told" if told else "empty", label=side.heading.text)


def _left_open(project: Project, side: Side) -> bool:
    """Whether nothing but what a form says stands below its heading."""
    return any(section.label.place == side.heading and left_open(project, section) for section in project.walk())


def _told_below(project: Project, side: Side) -> bool:
    """Whether amounts stand in the text of the section with this heading."""
    spans = [section.text for section in project.walk() if section.label.place == side.heading]
    return any(span.start <= each.text.start < span.end for span in spans for each in project.amounts_in_text)


def _spent(side: Side) -> bool:
    """Whether it tells what was used: a report may leave the budget to the application."""
    return any(line.actual is not None for line in side.lines)


def _behind(side: Side | None) -> Place | None:
    """Where a side ends: that is where the other one is looked for."""
    if side is None:
        return None
    rows: list[AmountLine | Total] = [*side.lines, *([side.total] if side.total else [])]
    end = max(side.place.end, *(row.place.end for row in rows)) if rows else side.place.end
    return Place(side.place.lines, end, end)
