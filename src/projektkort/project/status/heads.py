"""Knows which lines of a report may open something: its sections, its sub-projects, or parts inside those."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from projektkort.document.layout import LabelStyle, Line, LineKind
from projektkort.frozen import Frozen, replace
from projektkort.project.field import BOLD, STRONG, WEAK
from projektkort.project.status.markers import Marker, entry_marker, title_marker
from projektkort.schema.labels import Labels
from projektkort.schema.model import Schema
from projektkort.schema.spelling import key
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
    titled: bool = False
    """A bold line that is a title, not a label with its colon."""

    @property
    def minor(self) -> bool:
        """Whether it heads something only where sub-projects stand: “2.1 Bath”, or “Bath:” above its text."""
        return self.rank == MINOR


def heads_of(lines: Sequence[Line], schema: Schema, labels: Labels, language: str | None) -> Iterator[Head]:
    """The heads among the lines, in order."""
    named = dict(_named(lines, schema, labels))
    for index, line in enumerate(lines):
        if line.kind is LineKind.HEADING:
            yield _head(index, line.level, line.text.strip(" \t:"), None, schema, labels, language)
        elif line.kind in {LineKind.TEXT, LineKind.ITEM} and line.text.value:
            head = named.get(index) or _of_text(index, line, schema, labels, language) or _minor(index, lines)
            if head is not None:
                yield head


def _named(lines: Sequence[Line], schema: Schema, labels: Labels) -> Iterator[tuple[int, Head]]:
    """The labels that name a sub-project without its number ("Delprojekt: Path"): two of them at least, or one below
    the heading that holds them."""
    by_label: defaultdict[str, list[Head]] = defaultdict(list)
    held: set[int] = set()
    section = None
    for index, line in enumerate(lines):
        if line.kind is LineKind.HEADING:
            match = labels.section(line.text.value)
            section = match.id if match is not None and match.near is None else None
        head = _name(index, line, schema) if line.kind is LineKind.TEXT else None
        if head is not None and line.label is not None:
            by_label[key(line.label.text.value)].append(head)
            held.update({index} if section == "subprojects" else ())
    for heads in by_label.values():
        several = len({key(head.text.value) for head in heads}) > 1
        yield from ((head.index, head) for head in heads if several or head.index in held)


def _name(index: int, line: Line, schema: Schema) -> Head | None:
    """A label and what it is called, as one text."""
    label = line.label
    if label is None or not label.value.value or label.style not in STRONG | {LabelStyle.INLINE}:
        return None
    text = Text.join([label.text, label.value], ": ")
    marker = title_marker(text.value, schema.markers.subproject) if len(text.value) <= TITLE else None
    if marker is None or marker.number is not None or text.value.endswith((".", ";", ",")):
        return None
    bold = label.style is LabelStyle.BOLD
    return Head(index, BOLD if bold else WEAK, text, None, None, marker, None, plain=not bold)


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
        head = _head(index, BOLD, label.text, label.value, schema, labels, language)
        return replace(head, titled=not label.value.value and ":" not in line.whole.value)
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
    if lines[index].kind is not LineKind.TEXT or text.segments is not None or not lines[index - 1].blank:
        return None
    after = next((lines[at] for at in range(index + 1, len(lines)) if not lines[at].blank), None)
    if after is None or after.kind is not LineKind.TEXT or len(text.value.split()) > NAME:
        return None
    steps = STEPS.match(text.value) if not text.value.endswith((".", ";", ",")) else None
    named = text.value.endswith(":") and text.value[:1].isupper() and not lines[index + 1].blank
    title = text.slice(steps.end() if steps else 0).strip(" \t:")
    return Head(index, MINOR, title, None, None, None, None) if steps or named else None
