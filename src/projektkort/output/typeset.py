"""Knows how wide characters stand in a terminal and where a line may break. What is written, the formats know."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right

TAB = 4

# A space that may become a line break: not inside a figure ("388 000"), nor between a figure and what it counts
# in ("21.500 kr.", "25 %", "DKK 500").
GAP = re.compile(r" (?!(?<=\d )(?:\d|[%€£$]|kr\b|[A-Z]{3}\b))(?!(?<=\b[A-Z]{3} )\d)(?!(?<=\bkr )\d)(?!(?<=\bkr\. )\d)")

# European letters, dashes and quotation marks: a column each.
NARROW = re.compile("[\0-\u02ff\u2010-\u2027]*")


def visible(character: str) -> str:
    """The character itself, or its escape where a terminal would obey it or show nothing."""
    if character.isprintable() or unicodedata.category(character) == "Zs":
        return character
    return character.encode("unicode_escape").decode("ascii")


def escape(text: str) -> str:
    """The text with its control characters, invisible ones and bidirectional marks made visible."""
    return text if text.isprintable() else "".join(map(visible, text))


def width(text: str) -> int:
    """How many columns a text takes: two for East Asian wide characters, none for combining ones."""
    if text.isascii() or NARROW.fullmatch(text):
        return len(text)
    wide = sum(unicodedata.east_asian_width(c) in "WF" for c in text)
    return len(text) + wide - sum(unicodedata.category(c) in ("Mn", "Me") for c in text)


def wrap(text: str, columns: int, indent: str = "") -> list[str]:
    """The text in lines of at most `columns`, words and figures kept whole."""
    lines: list[str] = []
    line, taken, room = "", 0, columns - width(indent)
    for word in GAP.split(escape(text)):
        size = width(word)
        if line and taken + 1 + size > room:
            lines.append(indent + line)
            line, taken = word, size
        else:
            line, taken = (f"{line} {word}", taken + 1 + size) if line else (word, size)
    return [*lines, indent + line] if line else lines


def draw(line: str, start: int, end: int, room: int) -> tuple[str, int, int]:
    """A source line in at most `room` columns, around its characters `start` to `end` (from 0).

    Returns what is shown, and the column (from 0) and the length of the underline, which is 1 at least.
    """
    pieces, edges = _pieces(line)
    start = min(max(start, 0), len(pieces))
    end = min(max(end, start), len(pieces))
    begin, stop = _window(edges, start, room)
    left, right = "…" if begin else "", "…" if stop < len(pieces) else ""
    length = min(edges[end], edges[stop]) - edges[start]
    return left + "".join(pieces[begin:stop]) + right, len(left) + edges[start] - edges[begin], max(1, length)


def _window(edges: list[int], start: int, room: int) -> tuple[int, int]:
    """The characters to show: all where they fit, else some before `start` and as many behind as there is room for."""
    if edges[-1] < room:
        return 0, len(edges) - 1
    room -= 1  # an underline may stand behind the last character
    begin = bisect_left(edges, max(0, min(edges[start] - room // 3, edges[-1] - room + 1)))
    left = room - bool(begin)
    if edges[-1] - edges[begin] <= left:
        return begin, len(edges) - 1
    return begin, bisect_right(edges, edges[begin] + left - 1) - 1


def _pieces(line: str) -> tuple[list[str], list[int]]:
    """What each character is shown as, and the columns where each begins, the end of the last one behind."""
    pieces, edges = [], [0]
    for character in line:
        piece = " " * (TAB - edges[-1] % TAB) if character == "\t" else visible(character)
        pieces.append(piece)
        edges.append(edges[-1] + width(piece))
    return pieces, edges
