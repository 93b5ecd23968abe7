"""Knows which year the dates of a goal report belong to that tell none, if the report leaves no doubt about it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from projektkort.document.layout import Document, Line, LineKind, Scalar
from projektkort.project.goals.dates import YEAR
from projektkort.project.when import headed_years
from projektkort.schema.labels import Labels
from projektkort.span import Text

TELLING = frozenset({"title", "period", "date", "report_period"})
TITLES = frozenset({LineKind.HEADING, LineKind.ROW})
"""What comes behind the title of a document, or is it."""


def year_of(document: Document, heads: Sequence[Text], labels: Labels) -> int | None:
    """The one year that its title, its labels for date and period and the heads of its tables name between them."""
    years: set[int] = set()
    for text in (*heads, *_head(document, labels)):
        years |= {*headed_years(text.value), *(int(match[0]) for match in YEAR.finditer(text.value))}
    return years.pop() if len(years) == 1 else None


def _head(document: Document, labels: Labels) -> Iterator[Text]:
    """The lines before the first heading or table, headings of the first level, and what stands behind the labels."""
    for entry in document.root.entries if document.root is not None else ():
        if _tells(entry.key, labels) and isinstance(entry.value, Scalar):
            yield entry.value.text
    titled = False
    for line in document.lines:
        if line.label is not None and _tells(line.label.text, labels):
            yield line.label.value
        title = line.kind is LineKind.HEADING and line.level == 1
        if title or (not titled and line.kind is LineKind.TEXT and not _has_value(line)):
            yield line.text
        titled = titled or line.kind in TITLES


def _has_value(line: Line) -> bool:
    return line.label is not None and line.label.value.value != ""


def _tells(label: Text, labels: Labels) -> bool:
    match = labels.section(label.value)
    return match is not None and match.id in TELLING
