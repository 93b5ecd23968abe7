"""Knows running heads: words that stand at the top of page after page, with the page's number beside them or not."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import takewhile

WORD = re.compile(r"\S+")
NUMBER = re.compile(r"[1-9]\d{0,2}")
LONGEST = 9  # words of a head with its number
SHORTEST = 2  # words of a head; one alone may begin many a line
TITLE = 3  # lines at the beginning of a document in which its name stands
PAGES = 3  # pages that must have the same head where it bears no number

Found = tuple[int, int, int, bool]
"""The line, the number, the length of head and number, and whether the number comes first."""


def heads_with_numbers(texts: Mapping[int, str]) -> Iterator[tuple[int, int, int]]:
    """Line, page number and length of each running head with its number, given the lines by index.

    A head repeats with a number that goes up by one. It changes sides with its number, or repeats the document's name:
    else “Phase 1 …”, “Phase 2 …” would be heads.
    """
    by_head: defaultdict[tuple[str, ...], list[Found]] = defaultdict(list)
    for index, text in texts.items():
        for words, found in _candidates(index, text):
            by_head[words].append(found)
    names = [" ".join(_words(text)) for text in list(texts.values())[:TITLE]]
    kept: dict[int, Found] = {}
    for words, lines in by_head.items():
        sides = {first for *_, first in lines}
        named = any(" ".join(words) in name for at, name in zip(texts, names, strict=False) if at != lines[0][0])
        if len(sides) > 1 or named:
            kept |= {each[0]: each for each in _consecutive(lines) if each[2] > kept.get(each[0], (0, 0, 0))[2]}
    for index, number, length, _ in kept.values():
        yield index, number, length


def _words(text: str) -> tuple[str, ...]:
    return tuple(word.casefold() for word in WORD.findall(text))


def _candidates(index: int, text: str) -> Iterator[tuple[tuple[str, ...], Found]]:
    """Every beginning of a line that is some words and a number, or a number and some words."""
    found = [match for _, match in zip(range(LONGEST), WORD.finditer(text), strict=False)]
    words = tuple(match[0].casefold() for match in found)
    if found and NUMBER.fullmatch(words[0]):
        for size in range(SHORTEST, len(words)):
            yield words[1 : size + 1], (index, int(words[0]), found[size].end(), True)
    for at in range(SHORTEST, len(words)):
        if NUMBER.fullmatch(words[at]):
            yield words[:at], (index, int(words[at]), found[at].end(), False)


def _consecutive(lines: Sequence[Found]) -> list[Found]:
    """Those whose number is one more than the last one's, or one less than the next one's."""
    numbers = [number for _, number, *_ in lines]
    return [
        each
        for at, each in enumerate(lines)
        if numbers[at] - 1 in numbers[max(0, at - 1) : at] or numbers[at] + 1 in numbers[at + 1 : at + 2]
    ]


def common_head(texts: Sequence[str]) -> int:
    """How many words all of these lines begin with, some of them at least; 0: they have no head."""
    columns = zip(*(_words(text) for text in texts), strict=False) if len(texts) >= PAGES else ()
    shared = sum(1 for _ in takewhile(lambda words: len(set(words)) == 1, columns))
    return shared if shared >= SHORTEST else 0
