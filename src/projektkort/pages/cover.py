"""Knows whether words and figures of the source stand on the page, and cleans text that leaves the house."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import unescape

from projektkort.identity import mask
from projektkort.span import LINE_BREAK

# A figure with its group marks and decimals.
FIGURE = r"\d+(?:[.,'\u00a0\u2009\u202f ]\d{3})*(?:[.,]\d{1,2}(?!\d))?"
# A word of two letters or more that is not the key of a YAML entry, whose colon stands on the same line.
WORD = r"(?<![^\W\d_])[^\W\d_]{2,}+(?!\w*+[^\S\n]*:)"
TOKEN = re.compile(f"(?P<figure>{FIGURE})|(?P<word>{WORD})")
IDLE = re.compile(r"[.,]0{1,2}$")
BEGINNING = 44
"""Characters of a text that are shown where it stands in full elsewhere on the page."""
CELL_BREAK = re.compile(r"\s*(?:\t|(?<!\\)\||<t[dh]\b[^<>]*>)\s*", re.IGNORECASE)
# The tags of a table and of what stands in its cells, which are no words of the text.
TAG = re.compile(
    r"</?(?:table|thead|tbody|tfoot|caption|colgroup|col|tr|t[dh]|p|br|div|b|strong|i|em|u|span|font|[uo]l|li)\b[^<>]*>",
    re.IGNORECASE,
)


def clean(text: str) -> str:
    """One line of text with personal numbers masked and white space as single spaces, ready to be shown."""
    return " ".join(mask(text).split())


def beginning(text: str) -> str:
    """The first words of a line of text."""
    return text if len(text) <= BEGINNING else text[: BEGINNING + 1].rsplit(" ", 1)[0] + "\N{NO-BREAK SPACE}…"


def row_text(text: str) -> str:
    """A table row of the source as one line of text, a dot between its cells."""
    cells = [clean(_untagged(cell)) for cell in CELL_BREAK.split(text)]
    return " · ".join(cell for cell in cells if cell)


def tokens(text: str) -> frozenset[str]:
    """The figures of a text, without group marks and idle decimals, and its words, without case."""
    found = set()
    for match in TOKEN.finditer(_untagged(text)):
        figure = match["figure"]
        found.add(re.sub(r"\D", "", IDLE.sub("", figure)) if figure else match["word"].casefold())
    return frozenset(found)


def _untagged(text: str) -> str:
    """The text of a row of HTML as a reader sees it."""
    return unescape(TAG.sub(" ", text)) if "<" in text or "&" in text else text


def covers(shown: Iterable[str], text: str) -> bool:
    """Whether every figure and word of `text` stands in what is shown."""
    wanted = tokens(mask(text))
    return wanted <= frozenset().union(*(tokens(piece) for piece in shown))


def uncovered(text: str, shown: Iterable[str]) -> list[str]:
    """The lines of a text that have a figure or word which is not shown elsewhere."""
    known = frozenset().union(*(tokens(piece) for piece in shown))
    return [line for line in LINE_BREAK.split(text) if not tokens(mask(line)) <= known]
