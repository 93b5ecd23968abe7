"""Knows how numbered lists count: "1.", "b)", "1.2.A". Where the kinds of lists are written, the readers know."""

from __future__ import annotations

import re
from collections.abc import Mapping

from projektkort.frozen import Frozen
from projektkort.source.word.blocks import BULLET

MOST = 10_000  # a higher number is written in digits, whatever the list says
_ROMAN = {1000: "m", 900: "cm", 500: "d", 400: "cd", 100: "c", 90: "xc", 50: "l", 40: "xl", 10: "x", 9: "ix", 5: "v"}
_ROMAN |= {4: "iv", 1: "i"}
_PLACEHOLDER = re.compile("%([1-9])")


class Level(Frozen):
    """One level of a list: `kind` "1", "a", "A", "i", "I", a bullet or "" (nothing); `text` as Word has it: "%1.%2"."""

    kind: str
    text: str = ""
    start: int = 1


class Counter:
    """One list as it is counted down a document."""

    def __init__(self, levels: Mapping[int, Level]) -> None:
        self._levels = levels
        self._counts: dict[int, int] = {}

    def restart(self, depth: int, start: int) -> None:
        """Lets a level begin anew."""
        self._counts[depth] = start - 1

    def next(self, depth: int) -> str:
        """What stands in front of the next item at a depth from 0; "" for nothing."""
        level = self._levels.get(depth, Level(BULLET))
        self._counts = {deep: count for deep, count in self._counts.items() if deep <= depth}
        self._counts[depth] = self._counts.get(depth, level.start - 1) + 1
        if level.kind == BULLET or not level.kind:
            return level.kind
        return _PLACEHOLDER.sub(lambda match: self._shown(int(match[1]) - 1), level.text).strip()

    def _shown(self, depth: int) -> str:
        level = self._levels.get(depth, Level("1"))
        return written(self._counts.get(depth, level.start), level.kind)


def written(number: int, kind: str) -> str:
    """A number in digits, in letters (after z comes aa, then bb) or in Roman numerals."""
    if not 0 < number < MOST or kind not in {"a", "A", "i", "I"}:
        return str(number)
    if kind in {"a", "A"}:
        letters = chr(ord(kind) + (number - 1) % 26)
        return letters * ((number - 1) // 26 + 1)
    roman = ""
    for value, sign in _ROMAN.items():
        roman += sign * (number // value)
        number %= value
    return roman.upper() if kind == "I" else roman
