"""Knows whether something is told of a section, there or elsewhere; whether it must be, the rules know."""

from __future__ import annotations

import re
from functools import cache, partial

from projektkort.project.models import Project, Section
from projektkort.schema.model import Schema
from projektkort.span import Text

TYPED = frozenset(
    {"title", "id", "applicant", "responsible", "contact", "place", "period", "date", "applied", "stage", "schedule"}
)
"""What may be told without a section of that name: the title as a heading, the applied amount in the financing."""
REPORTED = {"goals": "goals", "situation": "subprojects", "subprojects": "subprojects"}
"""Where goals and sub-projects stand: what is left in these sections is the text around them."""
ALIKE = {"responsible": "contact", "contact": "responsible"}
"""Who answers for a project may be told as either; only a form that requires both means two people."""
BLANK = " \t\n\r\u00a0-–—"
TITLE = cache(partial(re.compile, r"^#(?!#)[ \t]", re.MULTILINE))
"""A heading of the first level."""


def told_alike(project: Project, schema: Schema, wanted: str) -> bool:
    """Whether another section tells what one would, and is not required for itself."""
    other = ALIKE.get(wanted)
    own = schema.section(other) if other else None
    return other is not None and not (own and own.required) and is_told(project, other)


def is_told(project: Project, wanted: str) -> bool:
    """Whether something is told of a section, below its label or, as a title may be, without one."""
    section = project.section(wanted)
    if section is not None and is_filled(section):
        return True
    told = getattr(project, REPORTED.get(wanted, wanted)) if wanted in TYPED or wanted in REPORTED else None
    if any(map(_says, told)) if isinstance(told, tuple) else _says(told):
        return True
    return section is None and wanted in project.once(_joined)


def _joined(project: Project) -> frozenset[str]:
    from projektkort.rules.joined import joined  # noqa: PLC0415 - asked only where a section is missing

    return frozenset(joined(project))


def is_filled(section: Section) -> bool:
    """Whether anything stands in a section or in a part of it."""
    return bool(section.text.value.strip(BLANK)) or any(map(_says, section.items)) or any(map(is_filled, section.parts))


def _says(told: object) -> bool:
    """Whether something is told at all; a lone dash is how people leave a box open."""
    text = getattr(told, "text", told)
    return text.value.strip(BLANK) != "" if isinstance(text, Text) else bool(text)


def names_document(project: Project, section: Section) -> bool:
    """Whether a section is no more than the heading above a document: the only one of its level, and nothing below."""
    if section is not project.sections[0] or is_filled(section) or section.parts:
        return False
    source = project.document.lines.text
    line = source.rfind("\n", 0, section.label.start) + 1
    headings = [match.start() for match in TITLE().finditer(source, project.document.start, project.document.end)]
    return headings == [line] and len(project.sections) > 1
