"""Knows what a table is whose rows are no lines of the text: a slice of it, and the lines that were read from it."""

from __future__ import annotations

from projektkort.document.layout import Line
from projektkort.frozen import Frozen


class Block(Frozen):
    """The slice of the text that a table takes, and its lines; they are not numbered yet."""

    start: int
    end: int
    lines: tuple[Line, ...]
