"""Knows what of a text YAML may see: a shadow of the same length, in which every place is that of the text."""

from __future__ import annotations

import re

from projektkort.frozen import Frozen
from projektkort.patterns import late
from projektkort.source.characters import is_ordinary

# Printable for YAML are tab, the breaks, and what is no control, surrogate or byte order mark.
_CONTROLS = r"\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufeff\ufffe\uffff"
_BREAKS = r"\v\f\x85\u2028\u2029"
_WIDE_SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_ODD = late(f"[{_CONTROLS}{_BREAKS}{_WIDE_SPACES}]")
# Few documents hold any of these: the expressions below are compiled by `re` itself when one does.
_REFUSED = f"[{_CONTROLS}]"
_ODD_BREAKS = f"[{_BREAKS}]"
_WIDE = f"[{_WIDE_SPACES}]"
_NOT_FOR_YAML = f"[{_CONTROLS}{_BREAKS}]"
# A page break or byte order mark in front of a key would push it to the right: it changes places with the line break.
_AT_LINE_START = rf"(\r\n|\n|\r)([{_BREAKS}\ufeff]+)"
# Spaces that are none to YAML, where YAML needs one: as indentation, behind a dash, behind a key's colon.
_SPACES_IN_STRUCTURE = (
    rf"(?m)(?:^|(?<=\r))(?P<lead>[ \t]*(?:-[ \t{_WIDE_SPACES}]+|[{_WIDE_SPACES}][ \t]*)*)"
    rf"(?:(?P<key>[^\r\n:#'\"\[{{]{{1,200}}:)(?P<gap>[{_WIDE_SPACES}]+))?"
)
_KEY_LINE = late(r"(?m)(?:^|(?<=\r))([ ]*)[^\s#-][^\r\n]*:(?:[ \t]|$)")
_FIRST = re.compile(r"(?:[ \t]*(?:#[^\r\n]*)?(?:\r\n|\n|\r))*([ ]+)(?=[^\s#])")


class Shadow(Frozen):
    """What YAML is shown of a text, from `begin` on, and where spaces of Word stood in for YAML's own."""

    text: str
    begin: int
    wide_spaces: tuple[tuple[int, int], ...]


def shadow_of(text: str) -> Shadow:
    """The shadow of a text before any repair."""
    if is_ordinary(text) or not _ODD.search(text):
        return Shadow(text, _begin(text), ())
    if re.search(_NOT_FOR_YAML, text):
        text = re.sub(_AT_LINE_START, lambda found: " " * len(found[2]) + found[1], text)
        text = re.sub(_REFUSED, "\ufffd", re.sub(_ODD_BREAKS, " ", text))
    text, wide = _without_wide_spaces(text)
    return Shadow(text, _begin(text), wide)


def _without_wide_spaces(text: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    wide: list[tuple[int, int]] = []

    def plain(found: re.Match[str]) -> str:
        piece = re.sub(_WIDE, " ", found["lead"]) + (found["key"] or "") + " " * len(found["gap"] or "")
        if piece != found.group():
            wide.append(found.span("lead" if re.search(_WIDE, found["lead"]) else "gap"))
        return piece

    return re.sub(_SPACES_IN_STRUCTURE, plain, text), tuple(wide)


def replaced_spaces(text: str, shadow: Shadow) -> list[tuple[int, int]]:
    """Every space of Word for which one of YAML's own stands in the shadow of the text."""
    return [(found.start(), found.end()) for found in re.finditer(_WIDE, text) if shadow.text[found.start()] == " "]


def _begin(text: str) -> int:
    """Where YAML begins to read: behind an indentation that the first line has and later ones have not."""
    first = _FIRST.match(text)
    if not first:
        return 0
    least = min((len(found[1]) for found in _KEY_LINE.finditer(text)), default=len(first[1]))
    return first.end() - least if least < len(first[1]) else 0
