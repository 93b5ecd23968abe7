"""Knows whether words and figures of the source stand on the page, and cleans text that leaves the house."""

from __future__ import annotations

import re
from collections.abc import Iterable

from projektkort.identity import mask
from projektkort.span import LINE_BREAK

# A figure with its group marks and decimals.
FIGURE = r"\d+(?:[.,'\u00a0\u2009\u202f ]\d{3})*(?:[.,]\d{1,2}(?!\d))?"
# A word of two letters or more that is not the key of a YAML entry.
WORD = r"(?<![^\W\d_])[^\W\d_]{2,}+(?!\w*+\s*:)"
TOKEN = re.compile(f"(?P<figure>{FIGURE})|(?P<word>{WORD})")
IDLE = re.compile(r"[.,]0{1,2}$")
CELL_BREAK = re.compile(r"\s*(?:\t|(?<!\\)\|)\s*")


def clean(text: str) -> str:
    """One line of text with personal numbers masked and white space as single spaces, ready to be shown."""
    return " ".join(mask(text).split())


def row_text(text: str) -> str:
    """A table row of the source as one line of text, a dot between its cells."""
    cells = [clean(cell) for cell in CELL_BREAK.split(text)]
    return " · ".join(cell for cell in cells if cell)


def tokens(text: str) -> frozenset[str]:
    """The figures of a text, without group marks and idle decimals, and its words, without case."""
    found = set()
    for match in TOKEN.finditer(text):
        figure = match["figure"]
        found.add(re.sub(r"\D", "", IDLE.sub("", figure)) if figure else match["word"].casefold())
    return frozenset(found)


def covers(shown: Iterable[str], text: str) -> bool:
    """Whether every figure and word of `text` stands in what is shown."""
    wanted = tokens(mask(text))
    return wanted <= frozenset().union(*(tokens(piece) for piece in shown))


def uncovered(text: str, shown: Iterable[str]) -> list[str]:
    """The lines of a text that have a figure or word which is not shown elsewhere."""
    known = frozenset().union(*(tokens(piece) for piece in shown))
    return [line for line in LINE_BREAK.split(text) if not tokens(mask(line)) <= known]
