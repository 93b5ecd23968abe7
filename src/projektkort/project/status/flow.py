"""Knows how a document that was printed, or copied from its print, becomes one with lines and headings again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from projektkort.document.layout import Document, Line, LineKind
from projektkort.frozen import Frozen, replace
from projektkort.project.status.contents import Contents, contents_of
from projektkort.project.status.headings import TOP, headings_of
from projektkort.project.status.joints import joined
from projektkort.project.status.markers import entry_markers, title_marker
from projektkort.project.status.pages import Paper, paper_of
from projektkort.project.status.pieces import cut
from projektkort.schema.labels import Labels
from projektkort.schema.model import Markers, Schema
from projektkort.span import Text

BROKEN = re.compile(r"[^\W\d_][-\u00ad\u2010][^\S\r\n]*[\r\n]")
OF_ENTRIES = frozenset({"situation", "subprojects"})
ENTRY = 6  # the level of an entry's heading: below all others


class Flow(Frozen):
    """A document whose running text has been parted into lines and headings, and what belongs to its paper only.

    `furniture` is page numbers, running heads, footnotes and the list of contents; `contents` are the titles in that
    list, in order.
    """

    document: Document
    furniture: tuple[Text, ...] = ()
    contents: tuple[Text, ...] = ()


def flow_of(document: Document, schema: Schema, labels: Labels, language: str | None) -> Flow:
    """The document as it was before it was printed: page numbers and contents aside, broken words whole, and each
    marker of the schema that the list of contents confirms a heading of its own."""
    lines = document.lines
    contents = contents_of(lines)
    inside = range(contents.first, contents.last + 1) if contents else range(0)
    paper = paper_of(lines, dict.fromkeys(inside, contents.end) if contents else {})
    if not contents and not paper.slices and not BROKEN.search(document.source.text):
        return Flow(document)
    headings = headings_of(lines, paper, contents, schema.markers, labels) if contents else []
    whole, notes = joined(list(cut(lines, paper, contents, headings)))
    if contents:
        whole = list(_with_entries(whole, schema.markers, labels, language))
    titles = tuple(title.text for title in contents.titles) if contents else ()
    return Flow(replace(document, lines=tuple(whole)), tuple(_furniture(document, contents, paper, notes)), titles)


def _furniture(document: Document, contents: Contents | None, paper: Paper, notes: Iterable[Text]) -> Iterator[Text]:
    """What belongs to the paper only, in the order in which it stands."""
    lines = document.source.lines
    slices = (each for found in paper.slices.values() for each in found)
    marks = (Text(lines.text[start:end], lines, start, end).strip() for start, end in slices)
    found = [*(contents.pieces(document.lines) if contents else ()), *notes, *marks]
    yield from sorted(found, key=lambda text: text.start)


def _with_entries(lines: Iterable[Line], markers: Markers, labels: Labels, language: str | None) -> Iterator[Line]:
    """The lines with the markers of entries inside sub-projects as headings."""
    section, within, above = "", False, -1
    for line in lines:
        if line.kind is LineKind.HEADING:
            match = labels.section(line.text.value)
            if line.level <= TOP:
                section = match.id if match else ""
            marked = title_marker(line.text.value, markers.subproject) is not None
            within, above = marked or (line.level > TOP and section in OF_ENTRIES), -1
        if line.kind is not LineKind.TEXT or not within:
            yield line
            continue
        at = 0
        for marker in entry_markers(line.text.value, above, markers.entry, language):
            yield from _text(line.text.slice(at, marker.begin))
            told = line.text.slice(marker.begin, marker.end)
            yield Line(LineKind.HEADING, told, told, ENTRY)
            at, above = marker.end, marker.number or above
        if at == 0:
            yield line
        else:
            yield from _text(line.text.slice(at))


def _text(text: Text) -> Iterator[Line]:
    stripped = text.strip()
    if stripped.value:
        yield Line(LineKind.TEXT, stripped, stripped)
