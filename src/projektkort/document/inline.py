"""Knows the markup inside a line: what encloses a piece, escapes, line breaks. What a piece is, is left to others."""

from __future__ import annotations

import re
from collections.abc import Callable

from projektkort.span import Segment, Text

# Stands in the working text for every character of a comment. It is white space for `str` and `re` alike, so that a
# comment parts words and vanishes as a blank does, and no offset moves.
HOLE = "\x1f"

_ENCLOSED = re.compile(
    r"(?P<sign>\*{1,3}|_{1,3})(?P<inner>.+)(?<!\\)(?P=sign)"
    r"|<(?P<tag>b|strong|i|em|u|p|span)(?:\s[^<>]*)?>(?P<body>.+)</(?P=tag)>",
    re.DOTALL | re.IGNORECASE,
)
_OPENING, _CLOSING = frozenset("*_<"), frozenset("*_>")
_DEEPEST = 4  # **<b><u>_text_</u></b>**
ESCAPE = r"\\(?P<escaped>[!-/:-@\[-`{-~])"
_REPLACED = re.compile(rf"{ESCAPE}|(?P<gap>{HOLE}\s*|<br\s*/?>\s*|</p>\s*<p(?:\s[^<>]*)?>\s*)", re.IGNORECASE)


def piece(content: Text, start: int = 0, end: int | None = None) -> Text:
    """The characters `start` to `end` of a line's content as a reader sees them.

    White space and markup about the whole are gone, escapes, `<br>` and comments resolved; every character that is
    left keeps its place. An empty piece stands at `start`. `content` has no segments.
    """
    return seen(stripped(content, start, end))


def seen(content: Text) -> Text:
    """The same for all of a content without white space about it."""
    value = content.value
    text = bare(content) if value and value[0] in _OPENING and value[-1] in _CLOSING else content
    return resolved(text, _REPLACED, _meant) if "\\" in value or "<" in value or HOLE in value else text


def unwrapped(content: Text, start: int = 0, end: int | None = None) -> Text:
    """These characters without white space and markup about the whole. `content` has no segments."""
    text = stripped(content, start, end)
    return bare(text) if text.value and text.value[0] in _OPENING else text


def bare(text: Text) -> Text:
    """The text inside the markup about the whole: `**I alt**` is “I alt”, `**a** and **b**` stays."""
    for _ in range(_DEEPEST):
        value = text.value
        if not value or value[0] not in _OPENING or value[-1] not in _CLOSING:
            break
        if _is_bold(value):
            text = stripped(text, 2, -2)
            continue
        match = _ENCLOSED.fullmatch(value)
        if match is None:
            break
        group, closing = ("inner", match["sign"]) if match["sign"] else ("body", f"</{match['tag']}>".lower())
        inside = match[group].lower()
        if not inside.strip() or (closing in inside and closing != "</p>"):
            break
        text = stripped(text, *match.span(group))
    return text


def _is_bold(value: str) -> bool:
    """Whether a text is enclosed as most are that are: `**so**`; no pattern need be asked then."""
    inside = value[2:-2]
    return value[:2] == value[-2:] == "**" and "*" not in inside and inside[-1:] != "\\" and bool(inside.strip())


def stripped(content: Text, start: int, end: int | None = None) -> Text:
    """These characters without white space. `content` has no segments."""
    value = content.value[start:end]
    kept = value.strip()
    if len(kept) == len(content.value):
        return content
    start += content.start
    if len(kept) < len(value) and kept:
        start += value.index(kept[0])
    return Text(kept, content.lines, start, start + len(kept))


def resolved(text: Text, pattern: re.Pattern[str], meaning: Callable[[re.Match[str]], str | None]) -> Text:
    """The text with the meaning of what `pattern` finds instead of it; what means None stays as it is."""
    values: list[str] = []
    segments: list[Segment] = []
    length = done = 0
    for match in [*pattern.finditer(text.value), None]:
        meant = meaning(match) if match else ""
        if meant is None:
            continue
        stop = match.start() if match else len(text.value)
        if stop > done:
            values.append(text.value[done:stop])
            segments.append((length, text.start + done, stop - done))
            length += stop - done
        if match is None:
            break
        done = match.start("escaped") if match["escaped"] else match.end()  # the sign begins the next stretch
        if meant.isspace() and match["gap"]:  # it has no place, other meanings that of their first sign
            if values and values[-1] == " " != meant:
                values[-1] = meant
            elif values and not values[-1][-1].isspace():
                values.append(meant)
                length += 1
        elif meant:
            values.append(meant)
            segments.append((length, text.start + stop, 1))
            length += len(meant)
    return Text("".join(values), text.lines, text.start, text.end, tuple(segments)).strip() if done else text


def _meant(match: re.Match[str]) -> str:
    return " " if match["gap"] else ""
