"""Knows which lines of a report may open something: its sections, its sub-projects, or parts inside those."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from projektkort.document.layout import LabelStyle, Line, LineKind
from projektkort.frozen import Frozen
from projektkort.project.field import BOLD, WEAK
from projektkort.project.status.markers import Marker, entry_marker, title_marker
from projektkort.schema.labels import Labels
from projektkort.schema.model import Schema
from projektkort.span import Text

MINOR = WEAK + 1
NAME = 8  # words of a line that names a sub-project only by where it stands
STEPS = re.compile(r"\d{1,2}\.\d{1,2}[.)]?\s+(?=[^\W\d_])")
TITLE = 100  # characters of a plain line that can still be the title of a sub-project


class Head(Frozen):
    """One such line: how strongly it is marked (as `Field.rank`), its words, and what follows them on the line.

    `id` is the section that it names without any doubt; `marker` and `entry` say that it begins a sub-project or an
    entry by the schema's own words.
    """

    index: int
    rank: int
    text: Text
    value: Text | None
    id: str | None
    marker: Marker | None
    entry: Marker | None
    plain: bool = False
    """A line without any sign that it is a label."""

    @property
    def minor(self) -> bool:
        """Whether it heads something only where sub-projects stand: “2.1 Bath”, or “Bath:” above its text."""
        return self.rank == MINOR


def heads_of(lines: Sequence[Line], schema: Schema, labels: Labels, language: str | None) -> Iterator[Head]:
    """The heads among the lines, in order."""
    for index, line in enumerate(lines):
        if line.kind is LineKind.HEADING:
            yield _head(index, line.level, line.text.strip(" \t:"), None, schema, labels, language)
        elif line.kind in {LineKind.TEXT, LineKind.ITEM} and line.text.value:
            head = _of_text(index, line, schema, labels, language) or _minor(index, lines)
            if head is not None:
                yield head


def _head(
    index: int, rank: int, text: Text, value: Text | None, schema: Schema, labels: Labels, language: str | None
) -> Head:
    match = labels.section(text.value)
    known = match.id if match is not None and match.near is None else None
    marker = title_marker(text.value, schema.markers.subproject)
    entry = entry_marker(text.value, schema.markers.entry, language)
    return Head(index, rank, text, value, known, marker, entry)


def _of_text(index: int, line: Line, schema: Schema, labels: Labels, language: str | None) -> Head | None:
    """A line that is no heading: bold labels and all others; a plain line is a marker only as a whole."""
    label = line.label
    if label is not None and label.style is LabelStyle.BOLD:
        return _head(index, BOLD, label.text, label.value, schema, labels, language)
    if line.kind is LineKind.TEXT:
        marked = _marked(index, line, schema, language)
        if marked is not None:
            return marked
    if label is None:
        return None
    match = labels.section(label.text.value)
    if match is None or match.near is not None:
        return None
    plain = label.style is LabelStyle.PLAIN
    return Head(index, WEAK, label.text, label.value, match.id, None, None, plain)


def _marked(index: int, line: Line, schema: Schema, language: str | None) -> Head | None:
    """A plain line that is the marker of an entry, or of a sub-project with its number and a title of its own."""
    text = line.text.strip()
    entry = entry_marker(text.value, schema.markers.entry, language)
    marker = title_marker(text.value, schema.markers.subproject) if len(text.value) <= TITLE else None
    if marker is not None:
        title = text.value[slice(*marker.title)] if marker.title else ""
        if marker.number is None or title[:1].islower() or title.endswith((".", ";", ",")):
            marker = None
    if entry is None and marker is None:
        return None
    return Head(index, WEAK, text, None, None, marker, entry, plain=True)


def _minor(index: int, lines: Sequence[Line]) -> Head | None:
    """A line by itself above a text: one with a number of two steps, or a few words before a colon."""
    text = lines[index].text.strip()
    after = next((line for line in lines[index + 1 :] if not line.blank), None)
    if lines[index].kind is not LineKind.TEXT or text.segments is not None or not lines[index - 1].blank:
        return None
    if after is None or after.kind is not LineKind.TEXT or len(text.value.split()) > NAME:
        return None
    steps = STEPS.match(text.value) if not text.value.endswith((".", ";", ",")) else None
    named = text.value.endswith(":") and text.value[:1].isupper() and not lines[index + 1].blank
    title = text.slice(steps.end() if steps else 0).strip(" \t:")
    return Head(index, MINOR, title, None, None, None, None) if steps or named else None
