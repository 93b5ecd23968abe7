"""Knows goals that are told one on each line of a list, with how far they are behind a dash, a colon or in brackets."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from projektkort.document.layout import Line, LineKind
from projektkort.frozen import Frozen
from projektkort.project.goals.draft import Draft, Reading
from projektkort.project.goals.number import numbered
from projektkort.project.goals.rows import Taken
from projektkort.schema.goal_line import status_on
from projektkort.span import Place, Text

FEWEST = 2  # goals with a status; a single one may be a sentence
TELLING = frozenset({LineKind.TEXT, LineKind.ITEM})


class _Item(Frozen):
    """A numbered goal with the lines that it goes on in, and where its status stands."""

    place: Place
    text: Text
    lines: range
    status: tuple[int, int] | None


def listed_in(lines: Sequence[Line], reading: Reading) -> Taken:
    """The goals that are told so: all that a word like "Goal" names, if some of them tell how far they are."""
    items = list(_items(lines, reading))
    if sum(item.status is not None for item in items) < FEWEST:
        return Taken((), frozenset())
    drafts = []
    for item in items:
        draft = Draft(item.place, None, reading)
        end, begin = item.status or (len(item.text.value), len(item.text.value))
        draft.add("goal", item.text.slice(0, end), None)
        draft.add("status", item.text.slice(begin), None)
        drafts.append(draft.close())
    return Taken(tuple(drafts), frozenset(at for item in items for at in item.lines))


def _items(lines: Sequence[Line], reading: Reading) -> Iterator[_Item]:
    for at, line in enumerate(lines):
        if line.kind in TELLING and numbered(line.text, reading.labels, reading.language).named:
            end = at + 1
            while end < len(lines) and _goes_on(lines[end], reading):
                end += 1
            text = Text.join([each.text for each in lines[at:end]], " ")
            first, last = line.whole.strip(), lines[end - 1].whole.strip()
            status = status_on(text.value, reading.labels)
            yield _Item(Place(first.lines, first.start, last.end), text, range(at, end), status)


def _goes_on(line: Line, reading: Reading) -> bool:
    """Whether a line is the rest of the one above: of its list, or in the middle of a sentence."""
    if line.kind is not LineKind.TEXT or numbered(line.text, reading.labels, reading.language).named:
        return False
    return line.level > 0 or line.text.value[:1].islower()
