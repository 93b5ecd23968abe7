"""Knows heads of tables in two rows, where cells of the upper one stand above several columns."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from projektkort.project.field import literal
from projektkort.project.head import role_of
from projektkort.schema.labels import Labels
from projektkort.span import Text

YEAR = re.compile(r"(?:19|20)\d\d")


def is_second_head(heads: Sequence[Text], cells: Sequence[Text], labels: Labels, language: str | None) -> bool:
    """Whether the row below a head with merged cells is a head too: it says nothing but what columns hold."""
    upper = [head.value for head in heads]
    merged = any(upper) and (len(set(upper)) < len(upper) or "" in upper or len(upper) < len(cells))
    said = [cell.value for cell, above in zip_longest(cells, upper) if cell and cell.value not in {"", above}]
    return merged and len(said) > 1 and all(YEAR.fullmatch(own) or role_of(own, labels, language) for own in said)


def below_merged(heads: Sequence[Text], cells: Sequence[Text], labels: Labels) -> Sequence[Text]:
    """The cells of a second head below their own columns, where the cell of the first column reaches down into it."""
    size = len(cells)
    while size and not cells[size - 1].value:
        size -= 1
    led = size and heads and labels.column(heads[0].value) == "label" != labels.column(cells[0].value)
    return [*cells[size:], *cells[:size]] if led and cells[0].value else cells


def joined_heads(heads: Sequence[Text], cells: Sequence[Text]) -> Iterator[Text]:
    """One head for each column: the lower one, with the upper one where either is a year; the upper where it is
    alone."""
    spanning: Text | None = None
    for head, cell in zip_longest(heads, cells):
        spanning = head if head is not None and head.value else spanning
        if cell is None or (head is not None and not cell.value):
            yield from [] if head is None else [head]
        elif spanning is not None and YEAR.fullmatch(spanning.value) and not YEAR.fullmatch(cell.value):
            yield Text.join([cell, literal(spanning.value, cell)], " ")
        elif head is not None and head.value and YEAR.fullmatch(cell.value):
            yield Text.join([literal(head.value, cell), cell], " ")
        else:
            yield cell
