"""Knows which known spellings are nearly a given one, without comparing it with all of them."""

from __future__ import annotations

from collections.abc import Iterable
from math import ceil

FIRST = 0xFFFFFFFF  # the letters of a spelling, each counted once: to compare those is quickest
SLACK = 1e-9  # 0.9 * 20 / 2 must not become 9.000000000000002 letters


class Shelf:
    """Spellings by their length, each with its letters as bits; a length is set up when first asked for."""

    __slots__ = ("_by_length", "_spellings")

    def __init__(self, spellings: Iterable[str]) -> None:
        self._spellings = tuple(spellings)
        self._by_length: dict[int, list[tuple[int, int, str]]] = {}

    def close(self, wanted: str, floor: float) -> list[tuple[float, str]]:
        """The spellings at least `floor` like the wanted one (0 to 1, as difflib counts), with their likeness."""
        candidates = self._candidates(wanted, floor) if self._spellings else ()
        if not candidates:
            return []
        from difflib import SequenceMatcher  # noqa: PLC0415 - most labels are near to none

        matcher = SequenceMatcher(None, autojunk=False)
        matcher.set_seq2(wanted)
        found = []
        for spelling in candidates:
            matcher.set_seq1(spelling)
            if (likeness := matcher.ratio()) >= floor:
                found.append((likeness, spelling))
        return found

    def _candidates(self, wanted: str, floor: float) -> list[str]:
        """Those with a fitting length and so few letters of their own that the likeness can be reached."""
        size, letters, found = len(wanted), _letters(wanted), list[str]()
        first = letters & FIRST
        for length in range(ceil(size * floor / (2 - floor) - SLACK), int(size * (2 - floor) / floor + SLACK) + 1):
            shared = ceil(floor * (size + length) / 2 - SLACK)
            extra, missing = length - shared, size - shared
            found += [
                spelling
                for few, others, spelling in self._of_length(length)
                if (few & ~first).bit_count() <= extra
                and (first & ~few).bit_count() <= missing
                and (others & ~letters).bit_count() <= extra
            ]
        return found

    def _of_length(self, length: int) -> list[tuple[int, int, str]]:
        if length not in self._by_length:
            fitting = [(_letters(spelling), spelling) for spelling in self._spellings if len(spelling) == length]
            self._by_length[length] = [(letters & FIRST, letters, spelling) for letters, spelling in fitting]
        return self._by_length[length]


def _letters(spelling: str) -> int:
    """The letters as bits: of each letter the first in the lowest 32, the second in the next 32, and so on.

    Where two letters share their bits the bound is only weaker, never wrong.
    """
    bits = 0
    for letter in spelling:
        bit = 1 << (ord(letter) & 31)
        while bits & bit:
            bit <<= 32
        bits |= bit
    return bits
