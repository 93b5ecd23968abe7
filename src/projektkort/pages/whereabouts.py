"""Knows how a place is told to somebody who looks for it: under which heading, in which line, and its number."""

from __future__ import annotations

from projektkort.finding import Finding
from projektkort.locale import quote
from projektkort.pages.cover import beginning, clean
from projektkort.pages.naming import shown_label
from projektkort.pages.voice import Voice
from projektkort.project.models import Project, Section, Side
from projektkort.span import Span, Where


def whereabouts(project: Project, finding: Finding, voice: Voice) -> str:
    """ "Under “Budget”, the line “Tables” (line 26)"; of what is missing the line where it would stand.

    Empty for what is said of a file as a whole.
    """
    span, number = finding.span, position(finding, voice)
    missing = (span.line, span.column) == (span.end_line, span.end_column)
    if missing and (span.line, span.column) == (1, 1):
        return ""
    words = "" if missing else _in_books(project, span, voice) or _in_text(project, span, voice)
    if not words:
        return capital(number)
    return f"{words} ({number})" if number else words


def capital(text: str) -> str:
    """A text as it begins a sentence."""
    return text[:1].upper() + text[1:]


def position(finding: Finding, voice: Voice) -> str:
    """ "line 26"; in a document of a word processor the cell of a table, for its lines have no numbers."""
    where = finding.where
    return voice.say("at-line", line=str(finding.span.line)) if where is None else _cell(where, voice)


def _cell(where: Where, voice: Voice) -> str:
    if not where.table:
        return voice.say("at-paragraph", number=str(where.paragraph)) if where.paragraph else ""
    return voice.say("at-cell", table=str(where.table), row=str(where.row), column=where.column)


def _in_books(project: Project, span: Span, voice: Voice) -> str:
    """Under the heading of budget or financing, the line with its own words."""
    for side in filter(None, (project.budget, project.financing)):
        row = next((row for row in side.rows if _holds(row.place.span, span)), None)
        if row is not None:
            label = quote(beginning(clean(row.label.value)), voice.language)
            return voice.say("under-row", heading=_heading(project, side, voice), label=label)
    return ""


def _heading(project: Project, side: Side, voice: Voice) -> str:
    """The label of a side as written; where it has none, its common name."""
    section = project.section(side.name)
    return _quoted(section, project, voice) if section else quote(voice.say(side.name), voice.language)


def _in_text(project: Project, span: Span, voice: Voice) -> str:
    """Under the heading of the innermost section."""
    around = [each for each in (*project.walk(), *project.other) if _holds(each.place.span, span)]
    return voice.say("under", heading=_quoted(around[-1], project, voice)) if around else ""


def _quoted(section: Section, project: Project, voice: Voice) -> str:
    return quote(beginning(shown_label(section, project.language)), voice.language)


def _holds(outer: Span, inner: Span) -> bool:
    starts = (outer.line, outer.column) <= (inner.line, inner.column)
    return starts and (inner.end_line, inner.end_column) <= (outer.end_line, outer.end_column)
