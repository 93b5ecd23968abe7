"""Knows what running text may tell instead of headings: sections that are missing, counts that contradict each other.

All of it is a hint: where something seems to stand, a reader must look.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from projektkort.finding import Note, Problem
from projektkort.project.models import Project
from projektkort.rules.contents import PROSE
from projektkort.rules.mentions import contradictions
from projektkort.rules.rule import rule
from projektkort.rules.sections import is_told, missing_sections
from projektkort.rules.traces import can_tell, running, traces, words_of, years
from projektkort.schema.choose import HEADER
from projektkort.schema.labels import Labels
from projektkort.schema.model import Schema

TIMED = HEADER | {"background", "situation", "attachments"}
"""The sections whose years are no plan."""
SIDES = ("budget", "financing")
YEARS = 12
"""So many years are told; who looks there finds the others."""


@rule()
def section_told_in_text(project: Project, schema: Schema) -> Iterator[Problem]:
    """No section that is missing seems to be told elsewhere in the text."""
    wanted = list(_untold(project, schema))
    if not wanted:
        return
    labels, texts, dated = Labels(schema), list(running(project)), list(running(project, but=TIMED))
    language, words = project.language or schema.language or "en", words_of(texts)
    for each in wanted:
        told = next(traces(texts, each, project.language), None) if can_tell(words, each, project.language) else None
        when = list(islice(years(dated), YEARS)) if each == "schedule" and project.kind in PROSE else []
        found = [told, *when] if told else when
        if found:
            yield Problem(
                found[0].place,
                variant="" if told else "years",
                related=[text.place for text in found[1:]],
                label=labels.label_for(each, language),
                text=found[0].value,
                years=Note("years", {"years": tuple(sorted(text.value for text in when))}) if when else None,
            )


def _untold(project: Project, schema: Schema) -> Iterator[str]:
    """The ids of what is missing: of a text all that its kind has, elsewhere what the schema requires."""
    if project.kind in PROSE:
        yield from (section.id for section in schema.sections if not is_told(project, section.id))
    else:
        yield from (section.id for section in missing_sections(project, schema))
    for side in SIDES:
        if getattr(project, side) is None and (project.kind in PROSE or getattr(schema, side).required):
            yield side


@rule()
def counts_differ(project: Project, schema: Schema) -> Iterator[Problem]:
    """Numbers that tell of the same thing go together."""
    if project.kind in PROSE or missing_sections(project, schema):
        for one, other in contradictions(running(project), project.language):
            yield Problem(other.text.place, related=[one.text.place], text=other.text.value, first=one.text.value)
