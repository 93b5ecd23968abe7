"""Knows which lines of a source are shown beside a finding, and how much of them. Drawing them is left to output."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from projektkort.finding import Excerpt
from projektkort.identity import mask
from projektkort.span import Lines, Span

_CUT = "…"
_KEPT = 8  # lines; the findings of a document are shown one after the other


def excerpts(lines: Lines, spans: Iterable[Span], *, width: int = 160) -> tuple[Excerpt, ...]:
    """The first line of each span, in order and each once, with personal numbers masked.

    A line longer than `width` characters is cut around the first span on it: `offset` is then how many
    characters of the line were left out before the text, so that column c stands at index c - 1 - offset.
    """
    first: dict[int, Span] = {}
    for span in sorted(spans):
        first.setdefault(span.line, span)
    return tuple(_excerpt(number, _masked(lines.line(number)), span, width) for number, span in first.items())


@lru_cache(maxsize=_KEPT)
def _masked(line: str) -> str:
    """A line with many findings may be a long one."""
    return mask(line)


def _excerpt(number: int, text: str, span: Span, width: int) -> Excerpt:
    """One line, with a sign of omission in place of the last character left out at each end."""
    if len(text) <= width:
        return Excerpt(number, text)
    start = min(max(span.column - 1 - width // 3, 0), len(text) - width)
    shown = text[start : start + width]
    if start:
        shown = _CUT + shown[1:]
    if start + width < len(text):
        shown = shown[:-1] + _CUT
    return Excerpt(number, shown, start)
