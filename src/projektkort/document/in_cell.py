"""Knows how the content of a cell is read, where HTML parts its lines. Whose cell it is, is left to others."""

from __future__ import annotations

import re
from collections.abc import Iterable

from projektkort.document.inline import ESCAPE, HOLE, resolved, stripped, unwrapped
from projektkort.span import Text

# A line of HTML is a line of the value, and no tag is text but one that is somebody's "<name of the fund>".
_PARTING = r"br|p|div|li|[ou]l|h[1-6]|hr|d[ltd]|blockquote|pre|table|caption|thead|tbody|tfoot|tr|t[dh]"
_MARKS = r"b|strong|i|em|u|s|small|big|su[bp]|span|font|a|mark|ins|del|code|tt|center|label|nobr|wbr|img|o:p"
_RESOLVED = re.compile(
    rf"{ESCAPE}|(?P<gap>(?:\s|</?(?:{_PARTING})(?:\s[^<>]*)?/?>)++)|(?P<mark></?(?:{_MARKS})(?:\s[^<>]*)?/?>)"
    r"|(?P<entity>&(?:[A-Za-z][A-Za-z0-9]{1,30}|#[0-9]{1,7}|#[Xx][0-9A-Fa-f]{1,6});)",
    re.IGNORECASE,
)
_MARKED = re.compile(rf"[\\\\<&\r\n{HOLE}]")
_SIGNS = re.compile(rf"[*_\\<&\r\n{HOLE}]")
_BREAK = re.compile(rf"[\r\n{HOLE}]")


def has_signs(value: str) -> bool:
    """Whether there may be markup in a value, about the whole of it too, or in a piece of it."""
    return _SIGNS.search(value) is not None


def row_of(content: Text, edges: Iterable[tuple[int, int]]) -> tuple[Text, ...]:
    """The cells that stand between these edges. `content` has no segments."""
    inside = cell if has_signs(content.value) else stripped  # without signs in all, each need not be asked
    return tuple([inside(content, start, end) for start, end in edges])


def cell(content: Text, start: int = 0, end: int | None = None) -> Text:
    """The characters `start` to `end` of `content` as a reader sees them: `<br>`, `<p>` and their like part lines.

    Line breaks of the source are spaces, other marks of HTML vanish, escapes and entities are resolved. An empty cell
    stands at `start`. `content` has no segments.
    """
    return as_told(unwrapped(content, start, end))


def as_told(text: Text) -> Text:
    """The text of a cell with what its marks, escapes and entities stand for. It has no segments."""
    return resolved(text, _RESOLVED, _meant) if _MARKED.search(text.value) else text


def _meant(match: re.Match[str]) -> str | None:
    """What stands for a match; None: it stands for itself."""
    if match["gap"]:
        if "<" in match[0]:
            return "\n"
        return " " if _BREAK.search(match[0]) else None
    if match["entity"]:
        from html import unescape  # noqa: PLC0415 - few documents need its table of names

        meant = unescape(match[0])
        return None if meant == match[0] else meant
    return ""
