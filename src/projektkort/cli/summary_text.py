"""Knows how a summary stands in a terminal: a table as wide as there is room, what does not fit below each project."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from projektkort.output.typeset import escape, width, wrap
from projektkort.pages.summary import Column, Line, Overview

COLUMNS = 80
GAP = 2
NARROWEST = 20
"""A title has so many columns at least; where it has not, other columns give way in this order."""
YIELDING = ("own", "budget", "recommended", "balances", "granted", "number", "applied")
BELOW = ("applicant", "path", "lacks")
"""These are long, and stand below the row."""
INDENT = "  "
"""As wide as the mark in front of a row."""
BETWEEN = "\N{NO-BREAK SPACE}· "
BOLD, DIM = "1", "2"
PAINT = {"faulty": "31", "warned": "33", "in_order": "32"}


def as_text(page: Overview, *, columns: int | None, colour: bool) -> str:
    """The summary in lines of at most `columns` (None: 80), but for a word that is longer itself."""
    paper = _Paper(columns or COLUMNS, colour=colour)
    head = [*paper.said(page.alarm, "1;31"), *(line for told in page.headlines for line in paper.said(told, BOLD))]
    parts = [head, [*paper.said(page.caption, DIM), *_table(page, paper)] if page.lines else []]
    listed = {
        "summary-frequent": page.frequent,
        "summary-likenesses": page.likenesses,
        "summary-others": [f"{each.path}: {each.reason}" for each in page.others],
    }
    for name, sentences in listed.items():
        if sentences:
            told = [line for each in sentences for line in paper.said(each, indent="  ")]
            parts.append([*paper.said(page.voice.say(name), BOLD), *told])
    return "\n\n".join("\n".join(lines) for lines in parts if lines) + "\n"


class _Paper:
    """How wide it is, and whether it takes colours."""

    def __init__(self, columns: int, *, colour: bool) -> None:
        self.columns = columns
        self._colour = colour

    def said(self, text: str, code: str = "", indent: str = "") -> list[str]:
        """A sentence in lines."""
        return [self.paint(line, code) for line in wrap(text, self.columns, indent)]

    def paint(self, text: str, code: str) -> str:
        """A text in a colour, where colours are wanted."""
        return f"\x1b[{code}m{text}\x1b[0m" if self._colour and code and text else text


def _table(page: Overview, paper: _Paper) -> Iterator[str]:
    candidates = [column for column in page.columns if column.name not in BELOW]
    if not any(line.cells["number"] for line in page.lines):
        candidates = [column for column in candidates if column.name != "number"]
    widths = {
        column.name: max(
            width(escape(text)) for text in (column.head, *(line.cells[column.name] for line in page.lines))
        )
        for column in candidates
    }
    room = paper.columns - len(INDENT)
    kept = _fitting(candidates, widths, room)
    others = sum(widths[column.name] + GAP for column in kept if column.name != "title")
    widths["title"] = min(widths["title"], max(room - others, NARROWEST))
    yield paper.paint(INDENT + _set(kept, widths, {column.name: column.head for column in kept}), BOLD)
    below = [column for column in page.columns if column not in kept and column.name != "lacks"]
    for line in page.lines:
        yield from _project(line, kept, widths, below, paper)


def _fitting(columns: Sequence[Column], widths: dict[str, int], room: int) -> list[Column]:
    """The columns that leave room for the title."""
    kept, least = list(columns), min(NARROWEST, widths["title"])
    for name in YIELDING:
        if sum(widths[each.name] + GAP for each in kept if each.name != "title") + least <= room:
            break
        kept = [each for each in kept if each.name != name]
    return kept


def _project(
    line: Line, kept: Sequence[Column], widths: dict[str, int], below: Iterable[Column], paper: _Paper
) -> Iterator[str]:
    """A project: its row, the rest of its title, what has no room in the row, and what is missing."""
    title, *rest = wrap(line.cells["title"], widths["title"])
    yield f"{paper.paint(line.mark, PAINT[line.state])} {_set(kept, widths, line.cells | {'title': title})}"
    indent = INDENT + " " * (widths["number"] + GAP if kept[0].name == "number" else 0)
    yield from (indent + more for more in rest)
    yield from paper.said(BETWEEN.join(_told(line, below)), DIM, indent + INDENT)
    if line.state != "in_order":  # the mark says it
        yield from paper.said(line.cells["lacks"], PAINT[line.state], indent + INDENT)


def _told(line: Line, columns: Iterable[Column]) -> Iterator[str]:
    for column in columns:
        text = line.cells[column.name]
        if text:
            yield text if column.name in BELOW else f"{column.head}: {text}"


def _set(columns: Sequence[Column], widths: dict[str, int], cells: dict[str, str]) -> str:
    pieces = []
    for column in columns:
        text = escape(cells[column.name])
        gap = " " * (widths[column.name] - width(text))
        pieces.append(gap + text if column.figures else text + gap)
    return (" " * GAP).join(pieces).rstrip()
