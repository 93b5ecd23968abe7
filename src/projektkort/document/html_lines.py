"""Knows the blocks of HTML outside tables: where its headings, paragraphs and items begin. `walk` reads what they hold.

A tag counts where a line begins with one, and within a block that is still open; elsewhere it is somebody's text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from projektkort.document.cutting import Strip
from projektkort.document.hidden import blanked
from projektkort.frozen import replace

_TAG = re.compile(
    r"<(?:(?P<close>/)?(?P<name>h[1-6]|p|div|li|[ou]l|d[ltd]|blockquote|center|section|article|main|aside|nav|html|body)"
    r"(?:\s[^<>]*)?/?|(?P<void>[bh]r)(?:\s[^<>]*)?/?|!doctype\b[^<>]*|meta\s[^<>]*|link\s[^<>]*)>",
    re.IGNORECASE,
)
_CELLS = re.compile(r"[|\t]")  # such a line has tags of its own, inside its cells
_LIGHT = frozenset({"li", "dd"})  # what stands before them is not parted from them by an empty line
_MARKED = re.compile(r"h[1-6]|li")


def html_lines(strips: Iterable[Strip], code: Sequence[tuple[int, int]]) -> Iterator[Strip]:
    """The lines of a text, parted where blocks of HTML begin, with holes for the tags and empty lines between blocks.

    `code` are the stretches in which nothing is a tag.
    """
    blocks = _Blocks()
    for strip in strips:
        tags = [] if strip.ready or _is_within(code, strip.start) else blocks.tags(strip.text)
        if tags:
            yield from blocks.parted(strip, tags)
        else:
            blocks.pass_by(strip)
            yield strip


def _is_within(code: Sequence[tuple[int, int]], at: int) -> bool:
    before = bisect_right(code, at, key=lambda stretch: stretch[0])
    return before > 0 and at < code[before - 1][1]


def has_blocks(text: str) -> bool:
    """Whether a text may hold blocks of HTML at all."""
    return "<" in text and _TAG.search(text) is not None


class _Blocks:
    """What is known of the blocks up to a place: whether one is open, and whether the next line stands apart."""

    def __init__(self) -> None:
        self.open = self.apart = self.told = False

    def tags(self, text: str) -> list[re.Match[str]]:
        """The tags of a line that count."""
        body = text.strip()
        counts = "<" in body and (self.open or _TAG.match(body)) and not _CELLS.search(body)
        return list(_TAG.finditer(text)) if counts else []

    def pass_by(self, strip: Strip) -> None:
        """Takes note of a line without tags."""
        self.told, self.apart = bool(strip.ready or strip.text.strip()), False

    def parted(self, strip: Strip, tags: Sequence[re.Match[str]]) -> Iterator[Strip]:
        """The blocks that a line holds: each from its first tag, or from where text goes on behind another block."""
        text = blanked(strip.text, tuple(tag.span() for tag in tags))
        begin = done = 0
        kind, ahead, said = "", "", False
        edge: int | None = None  # where the next block begins
        for tag in [*tags, None]:
            stop = tag.start() if tag else len(text)
            if text[done:stop].strip():
                if said:
                    behind = done if edge is None else edge
                    yield Strip(strip.start + begin, text[begin:behind], tag=kind)
                    begin = behind
                yield from self._gap(strip.start + begin)
                kind, ahead, said, edge = ahead, "", True, None
            if tag is None:
                break
            name = (tag["name"] or "").lower()
            if name and not tag["close"]:
                edge = stop if edge is None else edge
                ahead = name if _MARKED.fullmatch(name) else ahead
            self._pass(name, opens=not tag["close"])
            done = tag.end()
        yield replace(strip, start=strip.start + begin, text=text[begin:], tag=kind)

    def _pass(self, name: str, *, opens: bool) -> None:
        """Takes note of a tag; one without a name opens nothing."""
        self.open = opens if name else self.open
        self.apart |= bool(name) and name not in _LIGHT

    def _gap(self, start: int) -> Iterator[Strip]:
        """An empty line before a block, if something stands above it."""
        if self.apart and self.told:
            yield Strip(start, "")
        self.apart, self.told = False, True
