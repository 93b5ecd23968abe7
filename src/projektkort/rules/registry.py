"""Knows all rules, and which of them are due for a project. Running them is left to the engine."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from types import ModuleType

from projektkort.project.models import Project
from projektkort.rules import (
    amounts,
    applied,
    attachments,
    balance,
    contents,
    costs,
    dates,
    days,
    parties,
    prose,
    rates,
    registers,
    sections,
    shares,
)
from projektkort.rules.rule import Rule
from projektkort.schema.model import REPORTS, Schema

KEPT = 256  # schemas, and what documents lack
# Imported by name: a subject that cannot be imported must stop us, not pass for one that found nothing.
SUBJECTS = (
    sections,
    contents,
    prose,
    balance,
    applied,
    shares,
    rates,
    costs,
    amounts,
    dates,
    days,
    attachments,
    parties,
    registers,
)
"""Those of every document."""


@cache
def of_reports() -> tuple[ModuleType, ...]:
    """The subjects of what was done and spent; most documents only tell what will be."""
    from projektkort.rules import goals, reports, spending, subprojects  # noqa: PLC0415 - a table, loaded when needed

    return goals, subprojects, reports, spending


@cache
def rules(*, reports: bool = True) -> tuple[Rule, ...]:
    """The rules with a function in the order of subjects and of the functions in them, those of reports at the end."""
    subjects = (*SUBJECTS, *(of_reports() if reports else ()))
    return tuple(rule for subject in subjects for rule in vars(subject).values() if isinstance(rule, Rule))


def due(project: Project, schema: Schema) -> Sequence[Rule]:
    """The rules that the schema asks for and whose needs the project meets."""
    reports = _is_report(project)
    missing = frozenset([part for part in _needs(reports=reports) if getattr(project, part) is None])
    return _without(missing, schema, reports=reports)


def wanted(project: Project, schema: Schema) -> Sequence[Rule]:
    """The rules that the schema asks for, whatever the project lacks."""
    return _without(frozenset(), schema, reports=_is_report(project))


def _is_report(project: Project) -> bool:
    """Whether something is told of what was done or spent."""
    spent = project.budget is not None and any(line.actual is not None for line in project.budget.lines)
    return spent or project.kind in REPORTS


@cache
def _needs(*, reports: bool) -> frozenset[str]:
    return frozenset(part for rule in rules(reports=reports) for part in rule.needs)


@lru_cache(maxsize=KEPT)
def _without(missing: frozenset[str], schema: Schema, *, reports: bool) -> Sequence[Rule]:
    """The rules that the schema asks for and that need none of the parts that are missing."""
    asked = [rule for rule in rules(reports=reports) if rule.asked(schema)]
    return [rule for rule in asked if rule.needs.isdisjoint(missing)]
