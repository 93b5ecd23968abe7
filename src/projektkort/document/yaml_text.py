"""Knows how the value of a YAML scalar and the characters it was written with belong together, one by one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from projektkort.patterns import late
from projektkort.span import LINE_BREAK, Lines, Segment, Text

_BREAK = r"(?:\r\n|\n|\r)"
_PIECE = re.compile(r"[^ \t\r\n](?:[^\r\n]*[^ \t\r\n])?")  # what a line of a plain scalar holds
_FOLD = rf"(?P<fold>[ \t]*{_BREAK}(?:[ \t]*{_BREAK})*[ \t]*)"
_RUN = r"(?P<run>[ \t]+|[^'\\ \t\r\n]+|.)"
_SINGLE = late(rf"(?P<escape>'')|{_FOLD}|{_RUN}")
_DOUBLE = late(
    rf"(?P<glue>\\{_BREAK}(?:[ \t]*{_BREAK})*[ \t]*)"
    rf"|(?P<escape>\\(?:x..|u....|U........|.))"
    rf"|{_FOLD}|{_RUN}"
)
_HEADER = re.compile(rf"[|>][^\r\n]*(?:{_BREAK}|\Z)")
_ABOVE = re.compile(rf"(?:{_HEADER.pattern})?\s*")  # a block's text
_NEWLINES = re.compile(r"\n*")
_LINE = re.compile(rf"([^\r\n]*)({_BREAK}|\Z)")


def scalar_text(value: str, style: str, start: int, shadow: str, lines: Lines) -> Text:
    """The Text of a scalar whose value YAML gives as `value`.

    `shadow` is the scalar as YAML saw it, quotes or block header included; it stands at `start` of the source,
    where a few of its characters may be others. The value gets those back, each at its place.
    """
    raw = lines.text[start : start + len(shadow)]
    if style in ("'", '"') and shadow[1:-1] == value:
        return Text(raw[1:-1], lines, start + 1, start + len(raw) - 1)
    first, last = _extent(style, shadow)
    spread = Spread(style, value, shadow, start)
    if raw != shadow:
        value = _restored(value, shadow, raw, start, spread())
    return Text(value, lines, start + first, start + last, spread)


def block_header(shadow: str) -> int:
    """How long the first line of a block scalar is, its line break included."""
    header = _HEADER.match(shadow)
    return header.end() if header else 0


def _extent(style: str, shadow: str) -> tuple[int, int]:
    """Which part of the scalar holds its value."""
    if style in ("'", '"'):
        return 1, len(shadow) - 1
    if not style:
        return 0, len(shadow)
    above, end = _ABOVE.match(shadow), len(shadow.rstrip())
    assert above is not None  # the least that stands there is nothing
    return above.end() if above.end() < end else 0, end


def _restored(value: str, shadow: str, raw: str, start: int, segments: tuple[Segment, ...]) -> str:
    """The value with the source's own characters wherever YAML was shown others."""
    letters = list(value)
    for at, source, length in segments:
        for step in range(length):
            place = source + step - start
            if raw[place] != shadow[place]:
                letters[at + step] = raw[place]
    return "".join(letters)


class Spread:
    """The segments of a value, found when they are first asked for: once, as each line of a block asks for them."""

    __slots__ = ("_found", "_value")

    def __init__(self, style: str, value: str, shadow: str, start: int) -> None:
        self._value = style, value, shadow, start
        self._found: tuple[Segment, ...] | None = None

    def __call__(self) -> tuple[Segment, ...]:
        if self._found is None:
            self._found = _segments(*self._value)
        return self._found


def _segments(style: str, value: str, shadow: str, start: int) -> tuple[Segment, ...]:
    """The segments of a value; a folded line break stands for the space that YAML makes of it."""
    if style in ("'", '"'):
        found = _quoted(shadow[1:-1], _SINGLE if style == "'" else _DOUBLE, 1)
    elif style:
        found = _block(value, shadow)
    else:
        found = _plain(shadow)
    return tuple((at, start + place, length) for at, place, length in found)


def _plain(shadow: str) -> Iterator[Segment]:
    at = end = 0
    for piece in _PIECE.finditer(shadow):
        for place in _folded(shadow, end, piece.start()):
            yield at, place, 1
            at += 1
        yield at, piece.start(), len(piece.group())
        at, end = at + len(piece.group()), piece.end()


def _folded(shadow: str, start: int, end: int) -> list[int]:
    """The line breaks that remain in the value: one alone becomes a space, of several the first is dropped."""
    breaks = [match.start() for match in LINE_BREAK.finditer(shadow, start, end)]
    return breaks if len(breaks) == 1 else breaks[1:]


def _quoted(inner: str, tokens: re.Pattern[str], start: int) -> Iterator[Segment]:
    at = 0
    for token in tokens.finditer(inner):
        kind, place = token.lastgroup, token.start()
        if kind == "run":
            pieces = [(place, len(token.group()))]
        elif kind == "escape":
            pieces = [(place, 1)]
        elif kind == "fold":
            pieces = [(kept, 1) for kept in _folded(inner, place, token.end())]
        else:  # an escaped line break vanishes, and with it only the first break
            pieces = [(match.start(), 1) for match in LINE_BREAK.finditer(inner, place, token.end())][1:]
        for kept, length in pieces:
            yield at, start + kept, length
            at += length


def _block(value: str, shadow: str) -> Iterator[Segment]:
    """Goes along the lines; the value itself tells how deep they are indented and which breaks were folded."""
    at, breaks, indent = 0, list[int](), -1
    for line in _LINE.finditer(shadow, block_header(shadow)):
        text = line.group(1)
        if indent < 0 and text.strip(" "):
            lead = value.lstrip("\n")
            indent = len(text) - len(text.lstrip(" ")) - (len(lead) - len(lead.lstrip(" ")))
        content = text[max(indent, 0) :] if indent >= 0 else ""
        if content:
            gap = _gap(value, at, breaks)
            yield from chain(gap, [(at + len(gap), line.start() + indent, len(content))])
            at, breaks = at + len(gap) + len(content), []
        if line.group(2):
            breaks.append(line.start(2))
    yield from _gap(value, at, breaks)


def _gap(value: str, at: int, breaks: list[int]) -> list[Segment]:
    """The breaks that remain between two lines of a block scalar, as segments."""
    run = _NEWLINES.match(value, at)
    count = len(run.group()) if run else 0
    folded = at and value.startswith(" ", at)
    kept = breaks[:1] if folded else breaks[max(0, len(breaks) - count) :]
    return [(at + step, place, 1) for step, place in enumerate(kept)]
