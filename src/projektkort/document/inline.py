"""Knows the markup inside a line: what encloses a piece, escapes, line breaks. What a piece is, is left to others."""

from __future__ import annotations

import re

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
_REPLACED = re.compile(
    rf"\\(?P<escaped>[!-/:-@\[-`{{-~])|{HOLE}\s*|<br\s*/?>\s*|</p>\s*<p(?:\s[^<>]*)?>\s*", re.IGNORECASE
)


def piece(content: Text, start: int = 0, end: int | None = None) -> Text:
    """The characters `start` to `end` of a line's content as a reader sees them.

    White space and markup about the whole are gone, escapes, `<br>` and comments resolved; every character that is
    left keeps its place. An empty piece stands at `start`. `content` has no segments.
    """
    text = _cut(content, start, end)
    value = text.value
    if value and value[0] in _OPENING:
        text = bare(text)
    return _resolve(text) if "\\" in value or "<" in value or HOLE in value else text


def bare(text: Text) -> Text:
    """The text inside the markup about the whole: `**I alt**` is “I alt”, `**a** and **b**` stays."""
    for _ in range(_DEEPEST):
        value = text.value
        marked = value and value[0] in _OPENING and value[-1] in _CLOSING
        match = _ENCLOSED.fullmatch(value) if marked else None
        if match is None:
            break
        group, closing = ("inner", match["sign"]) if match["sign"] else ("body", f"</{match['tag']}>".lower())
        inside = match[group].lower()
        if not inside.strip() or (closing in inside and closing != "</p>"):
            break
        text = _cut(text, *match.span(group))
    return text


def _cut(content: Text, start: int, end: int | None) -> Text:
    value = content.value[start:end]
    kept = value.strip()
    if len(kept) == len(content.value):
        return content
    start += content.start
    if kept:
        start += len(value) - len(value.lstrip())
    return Text(kept, content.lines, start, start + len(kept))


def _resolve(text: Text) -> Text:
    """The text with escapes, comments and line breaks of HTML resolved; these two become a space without a place."""
    values: list[str] = []
    segments: list[Segment] = []
    length = done = 0
    replaced = list(_REPLACED.finditer(text.value))
    for match in [*replaced, None]:
        stop = match.start() if match else len(text.value)
        if stop > done:
            values.append(text.value[done:stop])
            segments.append((length, text.start + done, stop - done))
            length += stop - done
        if match and match["escaped"]:
            done = match.start("escaped")  # the sign begins the next stretch
        elif match:
            done = match.end()
            if values and not values[-1][-1].isspace():
                values.append(" ")
                length += 1
    return Text("".join(values), text.lines, text.start, text.end, tuple(segments)).strip() if replaced else text
