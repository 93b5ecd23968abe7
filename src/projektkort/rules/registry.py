"""Knows all rules, and which of them are due for a project. Running them is left to the engine."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from types import ModuleType

from projektkort.project.models import Project
from projektkort.rules import amounts, applied, balance, contents, dates, prose, sections
from projektkort.rules.rule import Rule
from projektkort.schema.model import REPORTS

# Imported by name: a subject that cannot be imported must stop us, not pass for one that found nothing.
SUBJECTS = (sections, contents, prose, balance, applied, amounts, dates)
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


def due(project: Project) -> Sequence[Rule]:
    """The rules whose needs the project meets."""
    spent = project.budget is not None and any(line.actual is not None for line in project.budget.lines)
    reports = spent or project.kind in REPORTS
    missing = frozenset([part for part in _needs(reports=reports) if getattr(project, part) is None])
    return _without(missing, reports=reports)


@cache
def _needs(*, reports: bool) -> frozenset[str]:
    return frozenset(part for rule in rules(reports=reports) for part in rule.needs)


@cache
def _without(missing: frozenset[str], *, reports: bool) -> Sequence[Rule]:
    """The rules that need none of the parts that are missing."""
    return [rule for rule in rules(reports=reports) if rule.needs.isdisjoint(missing)]
