"""Knows what the lines of a sub-project say: an entry for each report, or the current one's, with labelled parts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from projektkort.document.layout import Line
from projektkort.frozen import Frozen
from projektkort.period import Period, Precision
from projektkort.period import read as read_period
from projektkort.project.ending import HEADER
from projektkort.project.field import UNSAID, Field, content, items
from projektkort.project.models import Entry, Section, Subproject
from projektkort.project.status.heads import Head
from projektkort.project.status.markers import number_of, without_marker
from projektkort.project.status.regions import HEADING, Region
from projektkort.schema.model import Schema
from projektkort.span import Place, Text

NUMBERED = re.compile(r"(\d{1,2})[.)]\s+(?=\S)")


class _Told(Frozen):
    """The lines behind one marker, or before the first one, and the heads among them."""

    head: Head | None
    value: Text | None
    start: int
    stop: int
    heads: tuple[Head, ...]


def subproject_of(region: Region, lines: Sequence[Line], schema: Schema, language: str | None) -> Subproject:
    """The sub-project that these lines tell of."""
    head = region.head
    title, number = titled(head.text, schema.markers.subproject)
    asked = frozenset(section.id for section in schema.walk())
    entries = [_entry(told, lines, asked, language) for told in _told(region)]
    kept = tuple(entry for entry in entries if entry.label or entry.text.value or entry.sections)
    whole = lines[head.index].whole.strip()
    ends = [line.whole.end for line in lines[head.index : region.stop] if line.kind not in UNSAID]
    return Subproject(title=title, place=Place(whole.lines, whole.start, max(ends)), entries=kept, number=number)


def titled(text: Text, patterns: tuple[str, ...]) -> tuple[Text, int | None]:
    """The title of a sub-project without the words and the number that mark it, and that number."""
    title, number = without_marker(text, patterns)
    counted = NUMBERED.match(title.value) if title is text else None
    if counted is None:
        return title, number
    return title.slice(counted.end()), int(counted[1])


def _told(region: Region) -> Iterator[_Told]:
    """The stretches of a sub-project: before the first marker of an entry, and behind each of them."""
    heads = region.heads
    edges = [-1, *(at for at, head in enumerate(heads) if head.entry is not None), len(heads)]
    for at, end in pairwise(edges):
        marker = heads[at] if at >= 0 else None
        opening = marker or region.head
        stop = heads[end].index if end < len(heads) else region.stop
        yield _Told(marker, opening.value, opening.index + 1, stop, heads[at + 1 : end])


def _entry(told: _Told, lines: Sequence[Line], asked: frozenset[str], language: str | None) -> Entry:
    parts = [(at, head) for at, head in enumerate(told.heads) if _is_part(head, asked)]
    stops = [_stop(part, told.heads[at + 1 :], told.stop) for at, part in parts]
    sections = tuple(_section(part, lines[part.index : stop]) for (_, part), stop in zip(parts, stops, strict=True))
    taken = {at for (_, part), stop in zip(parts, stops, strict=True) for at in range(part.index, stop)}
    own = tuple(lines[at] for at in range(told.start, told.stop) if at not in taken)
    beginning = lines[told.start - 1].whole.strip()
    label = told.head.text if told.head else None
    field = Field(None, label or beginning, told.value, own)
    text = content(field)
    first = beginning.start if label else min([text.start, *(section.place.start for section in sections)])
    last = max([text.end, *(section.place.end for section in sections)]) if text.value or sections else beginning.end
    marker = told.head.entry if told.head else None
    number, period = told_in(sections, language)
    return Entry(
        number=marker.number if marker else number,
        period=marker.period if marker else period,
        text=text,
        place=Place(text.lines, min(first, last), last),
        label=label,
        sections=sections,
        items=items(field),
    )


def _is_part(head: Head, asked: frozenset[str]) -> bool:
    """Whether a head inside an entry begins a labelled part: a heading or a bold label, or a label of the schema's."""
    if head.id is None or head.entry is not None:
        return False
    return head.rank <= HEADING or (head.id in asked and not head.plain)


def _stop(part: Head, behind: Sequence[Head], stop: int) -> int:
    """Where a part ends: at the next one, or at a heading that is no deeper; who and when are told on one line."""
    if part.id in HEADER and part.value is not None and part.value.value:
        return part.index + 1
    return next((head.index for head in behind if head.id or head.rank <= min(part.rank, HEADING)), stop)


def _section(head: Head, lines: Sequence[Line]) -> Section:
    field = Field(head.id, head.text, head.value, tuple(lines[1:]), head.rank, line=lines[0].whole.strip().place)
    return Section(id=head.id, label=head.text, text=content(field), place=field.place, items=items(field))


def told_in(sections: Sequence[Section], language: str | None) -> tuple[int | None, Period | None]:
    """The number and the period of an entry as its labelled parts tell them."""
    texts = {section.id: section.text.value for section in reversed(sections)}
    period = read_period(texts.get("report_period", texts.get("period", "")), language)
    number = number_of(texts.get("report_number", ""))
    return number, None if period.precision is Precision.NONE else period
