"""Knows how sections, steps, goals, reports and sub-projects stand in JSON."""

from __future__ import annotations

from typing import Any

from projektkort.identity import mask
from projektkort.pages.inspection.scalars import all_words, at, masked, placed_period, when, words
from projektkort.project.models import Entry, Goal, Report, Section, Status, Step, Subproject


def section_data(section: Section) -> dict[str, Any]:
    """A labelled part of the document, and its own parts."""
    return {
        "id": section.id,
        "label": mask(section.label.value),
        "text": mask(section.text.value),
        "items": all_words(section.items),
        "parts": [section_data(part) for part in section.parts],
        **at(section.place),
    }


def step_data(step: Step) -> dict[str, Any]:
    """A step of the schedule."""
    return {"text": mask(step.text.value), "when": when(step.when), **at(step.place)}


def goal_data(goal: Goal) -> dict[str, Any]:
    """A goal; its dates as written."""
    return {
        "id": masked(goal.id),
        "subgoal": masked(goal.subgoal),
        "theme": words(goal.theme),
        "text": mask(goal.text.value),
        "measures": all_words(goal.measures),
        "dates": [mask(date.period.text) for date in goal.dates],
        "times": all_words(goal.times),
        "status": _status(goal.status),
        "explanation": words(goal.explanation),
        "responsible": words(goal.responsible),
        "notes": all_words(goal.notes),
        **at(goal.place),
    }


def _status(status: Status | None) -> dict[str, Any] | None:
    if status is None:
        return None
    text, scope = mask(status.text.value), masked(status.scope)
    return {"text": text, "grade": status.grade, "scope": scope, **at(status.text.place)}


def report_data(report: Report | None) -> dict[str, Any] | None:
    """Which report it is."""
    if report is None:
        return None
    return {"number": report.number, "period": placed_period(report.period), **at(report.place)}


def subproject_data(subproject: Subproject) -> dict[str, Any]:
    """A sub-project with all that was reported of it."""
    return {
        "title": mask(subproject.title.value),
        "number": subproject.number,
        "entries": [_entry(entry) for entry in subproject.entries],
        **at(subproject.place),
    }


def _entry(entry: Entry) -> dict[str, Any]:
    return {
        "number": entry.number,
        "period": when(entry.period),
        "text": mask(entry.text.value),
        "sections": [section_data(section) for section in entry.sections],
        **at(entry.place),
    }
