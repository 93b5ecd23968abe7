"""Knows which lines may open a field, and what gathers below one that did. Whether they do, `outline` decides."""

from __future__ import annotations

from collections.abc import Iterable

from projektkort.document.layout import HEADING, TEXT, Label, LabelStyle, Line
from projektkort.frozen import Frozen
from projektkort.project.field import BOLD, STRONG, WEAK, Field, number_of
from projektkort.project.leads import lead
from projektkort.schema.labels import Labels
from projektkort.span import Place, Text

SPOKEN = frozenset({HEADING, TEXT})
"""Lines that may open something without a label of their own."""


class Candidate(Frozen, guarded=False):
    """A line that may open a field."""

    label: Text
    value: Text | None
    style: LabelStyle | None  # None for a heading
    rank: int
    line: Line


def candidates(lines: Iterable[Line], labels: Labels) -> list[Candidate | None]:
    """For each line what it may open: headings, and whatever begins with a label."""
    return [_candidate(line, labels) if line.label or line.kind in SPOKEN else None for line in lines]


def _candidate(line: Line, labels: Labels) -> Candidate | None:
    if line.kind is HEADING:
        return Candidate(line.text.strip(" \t:"), None, None, line.level, line)
    label = _led(line, labels) or line.label
    if label is None:
        return None
    number = number_of(line)
    text = Text.join([number, label.text], " ") if number else label.text
    return Candidate(text, label.value, label.style, BOLD if label.style in STRONG else WEAK, line)


def _led(line: Line, labels: Labels) -> Label | None:
    """The label at the beginning of a line, without a colon, that is known as it stands."""
    label = lead(line) if line.label is None or line.label.style is LabelStyle.PLAIN else None
    match = labels.section(label.text.value) if label else None
    return label if match and not match.near else None


class Open:
    """A field while its lines are being collected."""

    __slots__ = ("candidate", "id", "lines", "near", "parts", "rank")

    def __init__(self, id_: str | None, candidate: Candidate, near: str | None = None) -> None:
        self.id, self.candidate, self.rank, self.near = id_, candidate, candidate.rank, near
        self.lines: list[Line] = []
        self.parts: list[Open] = []

    def close(self) -> Field:
        parts = tuple([part.close() for part in self.parts])
        said = self.candidate
        whole = said.line.whole.strip()
        line = Place(whole.lines, whole.start, whole.end)
        return Field(self.id, said.label, said.value, tuple(self.lines), self.rank, self.near, parts, line)
