"""Knows what of a checked file is needed where files are compared. Comparing them is left to `batch`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from projektkort.engine.findings import is_asked
from projektkort.engine.request import Request
from projektkort.money import Money
from projektkort.project.models import Project
from projektkort.rules.across import RULES
from projektkort.rules.facts import ASKING, facts_of
from projektkort.schema.model import Schema


def sharing(project: Project, schema: Schema, request: Request) -> dict[str, Any]:
    """The fields of a result that tell others of it; none where no rule asks for them."""
    levels = levels_of(schema.rules, request)
    if levels and dict.fromkeys(RULES, "off").items() <= dict(levels).items():
        return {}
    applied = project.applied if project.kind in ASKING else None
    amount = applied.amount if applied is not None else None
    currency = (applied.currency if applied is not None else None) or project.currency
    return {
        "facts": facts_of(project, schema),
        "applied": None if amount is None else Money(amount, currency),
        "levels": levels,
    }


def levels_of(told: Mapping[str, str], request: Request) -> tuple[tuple[str, str], ...]:
    """The severities of the rules across files where they are not their own, by what was told and asked."""
    if not (told or request.select or request.ignore):
        return ()
    levels = {rule: told.get(rule) if is_asked(rule, request) else "off" for rule in RULES}
    return tuple((rule, level) for rule, level in levels.items() if level)
