"""Knows the lines of a text in YAML that are rows between pipes, as in Markdown. What the columns hold, others know."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from projektkort.document.layout import ROW, RULE, Line
from projektkort.span import Text

BAR = re.compile(r"(?<!\\)\|")
SIGNS = "|-:=+ \t"


def parted(text: Iterable[Text]) -> Iterator[tuple[tuple[Line, ...], list[Text]]]:
    """The lines of a text in turn: the rows of a table, or else lines that are none; the other one is empty."""
    for barred, group in groupby(text, key=lambda piece: BAR.search(piece.value) is not None):
        pieces = list(group)
        yield (tuple(map(_row, pieces)), []) if barred else ((), pieces)


def _row(piece: Text) -> Line:
    content = piece.strip()
    if "-" in content.value and not content.value.strip(SIGNS):
        return Line(RULE, content, piece, table=1)
    cells = [cell.strip() for cell in content.split(BAR)]
    first, last = not cells[0].value, len(cells) - (not cells[-1].value)  # a pipe at either end only closes the row
    return Line(ROW, content, piece, cells=tuple(cells[first:last]), table=1)
