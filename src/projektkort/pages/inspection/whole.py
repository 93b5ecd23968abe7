"""Knows how a whole project stands in JSON, beside what the reading of it came to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from projektkort.identity import mask
from projektkort.pages.inspection.books import applied_data, found_data, side_data
from projektkort.pages.inspection.parts import goal_data, report_data, section_data, step_data, subproject_data
from projektkort.pages.inspection.scalars import at, day, placed_period, words
from projektkort.project.models import Party, Project


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
        "unplaced": [{"text": mask(text.value), **at(text.place)} for text in project.unplaced],
    }


def _project(project: Project) -> dict[str, Any]:
    return {
        **_header(project),
        "sections": [section_data(section) for section in project.sections],
        "other": [section_data(section) for section in project.other],
        "attachments": [{"text": mask(text.value), **at(text.place)} for text in project.attachments],
        "schedule": [step_data(step) for step in project.schedule],
        "budget": side_data(project.budget),
        "financing": side_data(project.financing),
        "balances": project.balances,
        "amounts_in_text": [found_data(found) for found in project.amounts_in_text],
        "goals": [goal_data(goal) for goal in project.goals],
        "report": report_data(project.report),
        "subprojects": [subproject_data(subproject) for subproject in project.subprojects],
    }


def _header(project: Project) -> dict[str, Any]:
    return {
        "title": words(project.title),
        "id": words(project.id),
        "stage": project.stage,
        "date": day(project.date),
        "applicant": _party(project.applicant),
        "responsible": words(project.responsible),
        "contact": words(project.contact),
        "place": words(project.place),
        "period": placed_period(project.period),
        "applied": applied_data(project.applied),
    }


def _party(party: Party | None) -> dict[str, Any] | None:
    return {"name": mask(party.name.value), "id": party.id, **at(party.name.place)} if party else None
