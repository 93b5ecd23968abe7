"""Knows the frame that most formats share: the pieces one after the other, with a text before, between and behind."""

from __future__ import annotations

from collections.abc import Iterator

from projektkort.output.tally import Outcome, Tally


class Row:
    """Pieces in a row, `before` in front of the first one, `between` in front of the others; empty ones vanish."""

    __slots__ = ("_before", "_between", "_closing", "_opening")

    def __init__(self, opening: str = "", before: str = "", between: str = "", closing: str = "") -> None:
        self._opening, self._before, self._between, self._closing = opening, before, between, closing

    def opening(self) -> str:
        return self._opening

    def add(self, outcome: Outcome, piece: str) -> str:
        if not piece:
            return ""
        text = self._before + piece
        self._before = self._between
        return text

    def closing(self, tally: Tally) -> Iterator[str]:
        yield self._closing
