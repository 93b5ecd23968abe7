"""Knows which known spellings are nearly a given one, without comparing it with all of them."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import SequenceMatcher
from math import ceil

SLACK = 1e-9  # 0.9 * 20 / 2 must not become 9.000000000000002 letters


class Shelf:
    """Spellings by their length, each with the set of its letters as bits; a length is set up when first asked for."""

    __slots__ = ("_by_length", "_spellings")

    def __init__(self, spellings: Iterable[str]) -> None:
        self._spellings = tuple(spellings)
        self._by_length: dict[int, list[tuple[int, str]]] = {}

    def close(self, wanted: str, floor: float) -> list[tuple[float, str]]:
        """The spellings at least `floor` like the wanted one (0 to 1, as difflib counts), with their likeness."""
        candidates = self._candidates(wanted, floor)
        if not candidates:
            return []
        matcher = SequenceMatcher(None, autojunk=False)
        matcher.set_seq2(wanted)
        found = []
        for spelling in candidates:
            matcher.set_seq1(spelling)
            if matcher.quick_ratio() >= floor and (likeness := matcher.ratio()) >= floor:
                found.append((likeness, spelling))
        return found

    def _candidates(self, wanted: str, floor: float) -> list[str]:
        """Those with a fitting length and so few letters of their own that the likeness can be reached."""
        size, letters, found = len(wanted), _letters(wanted), list[str]()
        for length in range(ceil(size * floor / (2 - floor) - SLACK), int(size * (2 - floor) / floor + SLACK) + 1):
            shared = ceil(floor * (size + length) / 2 - SLACK)
            extra, missing = length - shared, size - shared
            found += [
                spelling
                for others, spelling in self._of_length(length)
                if (others & ~letters).bit_count() <= extra and (letters & ~others).bit_count() <= missing
            ]
        return found

    def _of_length(self, length: int) -> list[tuple[int, str]]:
        if length not in self._by_length:
            fitting = (spelling for spelling in self._spellings if len(spelling) == length)
            self._by_length[length] = [(_letters(spelling), spelling) for spelling in fitting]
        return self._by_length[length]


def _letters(spelling: str) -> int:
    """The letters as a set of bits. Where two share a bit the bound is only weaker, never wrong."""
    bits = 0
    for letter in spelling:
        bits |= 1 << (ord(letter) & 31)
    return bits
