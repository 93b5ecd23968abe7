"""Knows which characters of a text are suspicious: garbled letters, odd line breaks, controls, invisible ones."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from projektkort.finding import Edit, Fix, Problem
from projektkort.patterns import late
from projektkort.span import Lines, Place

_UNUSUAL = late(
    r"(?P<breaks>[\v\f\x85\u2028\u2029])"
    r"|(?P<control>[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff])"
    # A zero width joiner is at home inside an emoji, and nowhere behind a letter.
    r"|(?P<invisible>[\xad\u061c\u180e\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]"
    r"|(?<=\w)\u200d)"
    r"|(?P<lost>\ufffd)"
)
_RULES = {
    "breaks": ("line-break-unusual", ""),
    "control": ("control-character", ""),
    "invisible": ("invisible-character", ""),
    "lost": ("encoding-garbled", "lost"),
}
_IDLE = "\xad\u200b\u2060\ufeff"
"""Hyphens and joints that nobody sees, and that say nothing."""
_EDGES = ("", "\n", "\r")
_SAMPLE = 80  # characters of a line that are shown

# How the UTF-8 bytes of a letter look when each was read as a character of an older encoding.
_READ_AS = ("cp1252", "latin-1", "mac_roman", "cp850")
_GARBLED_LETTERS = (*range(0xA0, 0x100), *range(0x2013, 0x2027), 0x20AC, 0x0308, 0x030A)
# Printable signs of Latin-1 but for the blank and hyphen nobody sees, and the three that begin most garbled letters.
_ORDINARY = bytes({9, 10, 13, *range(0x20, 0x7F), *range(0xA1, 0x100)} - {0xAD, 0xC2, 0xC3, 0xE2})
_TYPESET = frozenset("\u2013\u2014\u2018\u2019\u201c\u201d\u201e\u2022\u2026\u20ac\u2212")
"""Dashes, quotation marks and other signs of typeset text, as ordinary as those of Latin-1."""
# One look for all of them, since most texts have none.
_SUSPICIOUS = late(
    "[\x00-\x08\v\f\x0e-\x1f\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffd-\uffff"
    "\xc2\xc3\xcc\xe2\u221a\u251c]"
)


def is_ordinary(text: str) -> bool:
    """Whether a text, as most do, holds only signs that no pattern need be looked for: this costs a tenth of one."""
    while True:
        try:
            return not text.encode("latin-1").translate(None, _ORDINARY)
        except UnicodeEncodeError as beyond:
            sign = text[beyond.start]
            if sign not in _TYPESET:
                return False
            text = text.replace(sign, "")


def problems_of_text(lines: Lines) -> Iterator[Problem]:
    """What is wrong with the characters of a text: one problem for each kind of thing, at its first place."""
    if not lines.text.strip():
        yield Problem(Place(lines, 0, 0), rule="file-empty")
    if not is_ordinary(lines.text) and _SUSPICIOUS.search(lines.text):
        yield from _unusual(lines)
        yield from _garbled(lines)


def sample(lines: Lines, offset: int) -> str:
    """The line around an offset, to show how it was read."""
    number, column = lines.position(offset)
    start = max(0, column - _SAMPLE // 2)
    return lines.line(number)[start : start + _SAMPLE].strip(" \t")


def _unusual(lines: Lines) -> Iterator[Problem]:
    kinds: dict[str, list[re.Match[str]]] = {}
    for match in _UNUSUAL.finditer(lines.text):
        kinds.setdefault(match.lastgroup or "", []).append(match)
    for kind, found in kinds.items():
        rule, variant = _RULES[kind]
        yield Problem(
            Place(lines, *found[0].span()),
            rule=rule,
            variant=variant,
            fix=_without(lines, kind, found),
            count=len(found),
            code=f"U+{ord(found[0].group()):04X}",
            sample=sample(lines, found[0].start()),
        )


def _without(lines: Lines, kind: str, found: Iterable[re.Match[str]]) -> Fix | None:
    """Spaces for the breaks, as they are read; the rest is taken out. A letter that is lost nobody can put back.

    A control character may be what is left of a letter, and a mark of direction may be meant: that is to be judged.
    """
    if kind == "lost":
        return None
    space = _between if kind == "breaks" else _nothing
    edits = tuple(Edit(Place(lines, *match.span()), space(lines.text, match)) for match in found)
    idle = all(match.group() in _IDLE for match in found)
    return Fix(edits, safe=kind == "breaks" or (kind == "invisible" and idle))


def _nothing(_: str, __: re.Match[str]) -> str:
    return ""


def _between(text: str, match: re.Match[str]) -> str:
    """What stands in for a break: nothing where a line begins or ends anyhow."""
    before, behind = text[: match.start()][-1:], text[match.end() :][:1]
    return "" if before in _EDGES or behind in _EDGES else " "


def _garbled(lines: Lines) -> Iterator[Problem]:
    pattern, mended = _mending()
    found = pattern.search(lines.text)
    if not found:
        return
    garbled = shown = sample(lines, found.start())
    before = ""
    while shown != before:  # text can be garbled twice; each round makes it shorter
        before, shown = shown, pattern.sub(lambda match: mended[match.group()], shown)
    letters = (Edit(Place(lines, *each.span()), mended[each.group()]) for each in pattern.finditer(lines.text))
    fix = Fix(tuple(letters))
    yield Problem(Place(lines, *found.span()), rule="encoding-garbled", fix=fix, sample=shown, garbled=garbled)


@cache
def _mending() -> tuple[re.Pattern[str], dict[str, str]]:
    """A pattern of garbled letters, and the letters they were. Made only when a text looks garbled."""
    mended: dict[str, str] = {}
    for encoding in _READ_AS:
        for letter in map(chr, _GARBLED_LETTERS):
            garbled = letter.encode().decode(encoding, "ignore")
            if len(garbled) == len(letter.encode()):
                mended.setdefault(garbled, letter)
    longest_first = sorted(mended, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, longest_first))), mended
