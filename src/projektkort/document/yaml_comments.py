"""Knows what a YAML text says beside keys and values: its comments, and text that was cut off as one by mistake."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator

from projektkort.document.layout import Entry, Mapping, Node, Scalar
from projektkort.document.yaml_mask import Mask, in_quotes
from projektkort.finding import Problem
from projektkort.span import Place, Text

_COMMENT = re.compile(r"#[^\r\n]*")
_CUT = re.compile(r"#+[^\s#]")
_BREAK = re.compile(r"[\r\n]")

Slice = tuple[int, int]


def comments_of(mask: Mask, shadow: str, taken: Iterable[Slice]) -> tuple[Text, ...]:
    """The comments of a text, between the slices that keys and values have taken; text cut off is a problem."""
    if "#" not in shadow:
        return ()
    comments = []
    for before, (start, end) in _found(shadow, sorted(taken)):
        place = mask.place(start, end)
        comments.append(Text(place.text, place.lines, place.start, place.end))
        if _behind_something(shadow, start) and _CUT.match(shadow, start):
            mask.problems.append(_cut(place, mask.place(*before)))
    return tuple(comments)


def _found(shadow: str, taken: list[Slice]) -> Iterator[tuple[Slice, Slice]]:
    """Each comment, and the slice that was taken last before it; a # inside a slice is text."""
    comment = _COMMENT.search(shadow)
    while comment:
        before = taken[bisect_right(taken, (comment.start(), len(shadow))) - 1]
        inside = before[1] > comment.start()
        if not inside:
            yield before, comment.span()
        comment = _COMMENT.search(shadow, before[1] if inside else comment.end())


def _behind_something(shadow: str, start: int) -> bool:
    """Whether anything but white space stands before it on its line."""
    line = max(shadow.rfind("\n", 0, start), shadow.rfind("\r", 0, start)) + 1
    return bool(shadow[line:start].strip())


def _cut(comment: Place, before: Place) -> Problem:
    """`Swap day #2`: what is kept, what is cut off, and both in quotation marks as the remedy."""
    between = comment.lines.text[before.end : comment.start]
    kept = "" if between.strip() else before.text
    whole = Place(comment.lines, before.start, comment.end)
    fix = in_quotes(whole) if kept and kept[0] not in "'\"" and not _BREAK.search(kept) else None
    return Problem(comment, rule="comment-cuts-text", kept=kept, cut=comment.text, fix=fix)


def slices(node: Node) -> Iterator[Slice]:
    """The slices of the source that the keys and texts of a plain node cover, and where its brackets end."""
    if isinstance(node, Scalar):
        text = node.text
        quoted = text.lines.text[text.start - 1 : text.start] in ("'", '"')
        yield text.start - quoted, text.end + quoted
        return
    for each in node.entries if isinstance(node, Mapping) else node.items:
        if isinstance(each, Entry):
            yield each.key.start, each.key.end
            yield from slices(each.value)
        else:
            yield from slices(each)
    if node.place.lines.text[node.place.start] in "[{":
        yield node.place.end, node.place.end
