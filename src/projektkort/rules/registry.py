"""Knows all rules, and which of them are due for a project. Running them is left to the engine."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from projektkort.project.models import Project
from projektkort.rules import (
    amounts,
    applied,
    balance,
    contents,
    dates,
    goals,
    prose,
    reports,
    sections,
    spending,
    subprojects,
)
from projektkort.rules.rule import Rule

# Imported by name: a subject that cannot be imported must stop us, not pass for one that found nothing.
SUBJECTS = (sections, contents, prose, balance, applied, amounts, dates, goals, subprojects, reports, spending)

RULES: Mapping[str, Rule] = MappingProxyType(
    {rule.name: rule for subject in SUBJECTS for rule in vars(subject).values() if isinstance(rule, Rule)}
)
"""Every rule with a function by its name, in the order of subjects and of the functions in them."""


def due(project: Project) -> Iterator[Rule]:
    """The rules whose needs the project meets."""
    return (rule for rule in RULES.values() if rule.applies(project))
