"""Knows whether a document has amounts in rows or behind labels, before any schema is known. Sentences do not count."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, partial
from itertools import islice

from projektkort.document.layout import ITEM, ROW, TEXT, Document, Line, Mapping, Node, Scalar
from projektkort.document.layout import Sequence as Items
from projektkort.money import Reading, find
from projektkort.schema.labels import Labels

SIDES = frozenset({"budget", "financing"})
MONEY = SIDES | {"applied"}
"""The labels of money."""
PRICES = frozenset({"amount", "total", "costs", "income", "unit_price", "applied", "net"})
"""The columns that hold amounts, and the keys of a line in YAML."""
ROWS = 2  # one amount on a line of its own is still a remark
WORDS = 8  # a longer text is no amount with what it is for

LINES = (TEXT, ITEM)

_GROUPED = cache(partial(re.compile, r"\d{1,3}(?:[.\u00a0\u202f ]\d{3})+(?:,(?:\d\d|-+))?"))
_FIGURE = cache(partial(re.compile, r"\d"))
_NUMBER = cache(partial(re.compile, r"\d[\d.,\u00a0\u202f ]*(?:,-)?"))


def is_priced(document: Document, goals: frozenset[int], labels: Labels, language: str | None) -> bool:
    """Whether there are some such rows; amounts in the tables numbered `goals` tell of goals."""
    search = _Search(labels, language)
    places = (search.columns(document, goals), search.lines(document, goals), search.values(document.root))
    return any(len([*islice(rows, ROWS)]) == ROWS for rows in places)


class _Search:
    """Looks for amounts in the language of a document."""

    __slots__ = ("labels", "language")

    def __init__(self, labels: Labels, language: str | None) -> None:
        self.labels, self.language = labels, language

    def columns(self, document: Document, goals: frozenset[int]) -> Iterator[object]:
        """The rows of tables with a number below the head of amounts: they are seen soonest."""
        columns: dict[int, list[int]] = {}
        for line in document.lines:
            if line.kind is ROW and line.table not in goals:
                cells = [cell.value for cell in line.cells]
                if line.table not in columns:
                    columns[line.table] = [at for at, cell in enumerate(cells) if self._is_price(cell)]
                if any(_NUMBER().fullmatch(cells[at]) for at in columns[line.table] if at < len(cells)):
                    yield line

    def lines(self, document: Document, goals: frozenset[int]) -> Iterator[object]:
        """The rows of tables with an amount or such a number, then the lines that are a label and an amount."""
        below = {id(row) for row in self.columns(document, goals)}
        for line in document.lines:
            if line.kind is ROW and line.table not in goals and (id(line) in below or self._is_row(line)):
                yield line
        yield from (line for line in document.lines if line.kind in LINES and self._is_line(line))

    def values(self, node: Node | None, key: str = "") -> Iterator[object]:
        """The values in YAML, those of money first and without those below a label of something else."""
        if isinstance(node, Scalar):
            if (self._is_price(key) and _NUMBER().fullmatch(node.text.value)) or self._is_amount(node.text.value):
                yield node
        elif isinstance(node, Items):
            for item in node.items:
                yield from self.values(item)
        elif isinstance(node, Mapping):
            others = []
            for entry in node.entries:
                rank = self._rank(entry.key.value)
                if rank == 1:
                    yield from self.values(entry.value, entry.key.value)
                elif rank:
                    others.append(entry)
            for entry in others:
                yield from self.values(entry.value, entry.key.value)

    def _is_row(self, line: Line) -> bool:
        """Whether a cell is an amount."""
        return any(self._is_amount(cell.value) for cell in line.cells[::-1])

    def _is_line(self, line: Line) -> bool:
        label, text = line.label, line.text.value
        if label is not None and label.value.value:
            return self._rank(label.text.value) > 0 and self._is_amount(label.value.value)
        if line.cells:
            return self._is_amount(line.cells[-1].value)
        last = max((reading.end for reading in self._amounts(text)), default=0)
        return last > 0 and last >= len(text.rstrip(" ."))

    def _is_amount(self, text: str) -> bool:
        """Whether a short text holds an amount that shows to be one."""
        return bool(_GROUPED().fullmatch(text)) or any(True for _ in self._amounts(text))

    def _amounts(self, text: str) -> Iterator[Reading]:
        if _FIGURE().search(text) and len(text.split()) <= WORDS:
            yield from find(text, self.language)

    def _rank(self, label: str) -> int:
        """1 where a label names money, 2 where it may, 0 where it names something else."""
        match = self.labels.section(label)
        if match is None or match.near is not None:
            return 1 if self._is_price(label) else 2
        return 1 if match.id in MONEY else 0

    def _is_price(self, head: str) -> bool:
        return self.labels.column(head) in PRICES
