"""Knows how it stands with all that was asked of a checked document, with the severities that held for it."""

from __future__ import annotations

from projektkort.engine.findings import catalogue
from projektkort.engine.schemas import leveled
from projektkort.finding import Result, Standing
from projektkort.project.models import Project
from projektkort.rules.standing import standings
from projektkort.schema.model import Schema


def standing(
    project: Project, schema: Schema, result: Result, levels: tuple[tuple[str, str], ...] = ()
) -> tuple[Standing, ...]:
    """How it stands with every rule and every required section; `levels` are those of the request that was checked."""
    return standings(project, leveled(schema, project.stage, levels), result.findings, catalogue().subject)
