"""Knows which stretches of a text are comments, heads of HTML and fenced code; what stands outside, others read."""

from __future__ import annotations

import re
from collections.abc import Iterator

from projektkort.document.inline import HOLE
from projektkort.frozen import Frozen

# Five signs or more are a rule somebody typed. Behind the closing fence nothing else stands on the line.
_TOKEN = re.compile(
    r"(?<![^\r\n])[^\S\r\n]*(?P<fence>`{3,4}(?!`)(?![^\r\n]*`)|~{3,4}(?!~))(?P<bare>[^\S\r\n]*(?![^\r\n]))?|<!--|-->"
)
_UNSEEN = re.compile(r"<(?P<name>head|title|style|script)(?:\s[^<>]*)?>", re.IGNORECASE)
_TAGS = re.compile(r"(?:[^\S\r\n]|<[^<>\r\n]*>)*+")
_SIGNS = re.compile(r"[^\r\n]")


class Hidden(Frozen):
    """Comments with their marks, what no browser shows with its tags, code with its fences: (start, end) in the text.

    `comments` has the former two.
    """

    comments: tuple[tuple[int, int], ...] = ()
    code: tuple[tuple[int, int], ...] = ()


def hidden(text: str, begin: int = 0) -> Hidden:
    """What is hidden behind `begin`. A comment, tag or fence that is never closed hides nothing."""
    tagged = "<" in text  # one sign is looked for much faster than several
    marked = (tagged and "<!--" in text) or ("`" in text and "```" in text) or ("~" in text and "~~~" in text)
    found = _marked(text, begin) if marked else Hidden()
    if not tagged or _UNSEEN.search(text, begin) is None:
        return found
    seen = blanked(blanked(text, found.comments), found.code)
    return Hidden(tuple(sorted((*found.comments, *_unseen(seen, begin)))), found.code)


def _unseen(text: str, begin: int) -> Iterator[tuple[int, int]]:
    """The heads, titles, styles and scripts of HTML."""
    unclosed: set[str] = set()
    for tag in _UNSEEN.finditer(text, begin):
        name = tag["name"].lower()
        line = max(text.rfind("\n", 0, tag.start()), text.rfind("\r", 0, tag.start())) + 1
        if tag.start() < begin or name in unclosed or not _TAGS.fullmatch(text, line, tag.start()):
            continue  # a title may speak of <script>
        close = re.compile(rf"</{name}\s*>", re.IGNORECASE).search(text, tag.end())
        if close:
            begin = close.end()
            yield tag.start(), begin
        else:
            unclosed.add(name)


def _marked(text: str, begin: int) -> Hidden:
    """Comments and code."""
    tokens = list(_TOKEN.finditer(text, begin))
    comments: list[tuple[int, int]] = []
    code: list[tuple[int, int]] = []
    opened: re.Match[str] | None = None
    for token, ends in zip(tokens, _endings(tokens), strict=True):
        if opened is None:
            opened = token if ends else None
        elif _closes(token, opened):
            (code if opened["fence"] else comments).append((opened.start(), token.end()))
            opened = None
    return Hidden(tuple(comments), tuple(code))


def blanked(text: str, stretches: tuple[tuple[int, int], ...], sign: str = HOLE) -> str:
    """The text with `sign` in the place of comments or code, so that all offsets and lines stay."""
    parts: list[str] = []
    done = 0
    for start, end in stretches:
        parts += text[done:start], _SIGNS.sub(sign, text[start:end])
        done = end
    return "".join(parts) + text[done:]


def _endings(tokens: list[re.Match[str]]) -> list[bool]:
    """For each token whether it opens something that a later token closes; found from behind, in linear time."""
    longest: dict[str, int] = {}
    endings: list[bool] = []
    for token in reversed(tokens):
        sign = _sign(token)
        fence = len(token["fence"] or "")
        opens = bool(fence) or token[0] == "<!--"
        endings.append(opens and longest.get(sign, -1) >= fence)
        if token[0] == "-->" or token["bare"] is not None:
            longest[sign] = max(longest.get(sign, 0), fence)
    return endings[::-1]


def _closes(token: re.Match[str], opened: re.Match[str]) -> bool:
    if token["fence"] is None or opened["fence"] is None:
        return token[0] == "-->" and opened["fence"] is None
    return token["bare"] is not None and token["fence"].startswith(opened["fence"])


def _sign(token: re.Match[str]) -> str:
    """The sign of a fence; "" for the marks of comments."""
    return token["fence"][0] if token["fence"] else ""
