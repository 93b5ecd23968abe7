"""Knows how the lines of a side stand in its document, cell by cell, so that they can be written as they were."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from projektkort.document.layout import Document, Entry, Line, Mapping, Node, Scalar
from projektkort.document.layout import Sequence as Items
from projektkort.frozen import Frozen
from projektkort.money import State, read
from projektkort.project.books import AmountLine, Side, Total
from projektkort.schema.labels import Labels
from projektkort.writing.sheet import Table
from projektkort.writing.words import capital

CELL = re.compile(r"[|\t]")
LEADER = re.compile(r"(?:[\s:…–—*-]|\.{2,})+$")
LABEL, AMOUNT = "label", "amount"
ONE = {"funder": LABEL, "total": AMOUNT, "costs": AMOUNT, "income": AMOUNT, "note": ""}
"""Roles whose cells go under that of another; notes stay apart, each under a head of its own."""
SIDED = frozenset({"costs", "income"})
FIGURES = frozenset({"amount", "quantity", "unit_price", "actual", "vat"})


class Cell(Frozen):
    """What stands in one column of a row: the column's role, its head as written, and the text."""

    role: str
    head: str
    text: str


class Heads(Frozen):
    """The words to be used where the document has no head for a column, and none for its total."""

    label: str
    amount: str
    total: str


Row = tuple[Cell, ...]


def table_of(side: Side, document: Document, labels: Labels, heads: Heads) -> Table:
    """The lines, subtotals and the total of a side, in the order written, under the heads that they have."""
    rows = list(_rows(side, document, labels, heads))
    columns: dict[str, Cell] = {}
    filled: list[dict[str, str]] = []
    for row in rows:
        cells: dict[str, str] = {}
        for cell in row:
            role = ONE.get(cell.role, cell.role)
            key = role if role and role not in cells else f"={cell.head.lower()}"
            cells[key] = cell.text
            columns.setdefault(key, cell)
        filled.append(cells)
    order = sorted(columns, key=lambda key: key != LABEL)  # the label first, the others as they came
    return Table(
        tuple(capital(columns[key].head) for key in order),
        tuple(tuple(cells.get(key, "") for key in order) for cells in filled),
        frozenset(at for at, key in enumerate(order) if key in FIGURES),
    )


def _rows(side: Side, document: Document, labels: Labels, heads: Heads) -> Iterator[Row]:
    nodes = tuple(_below(document.root)) if document.root is not None else ()
    entries = {each.key.start: each for node in nodes if isinstance(node, Mapping) for each in node.entries}
    mappings = {node.place.start: node for node in nodes if isinstance(node, Mapping)}
    lines = dict(_table_rows(document.lines, labels, heads))
    for each in sorted(side.rows, key=lambda row: row.place.start):
        entry, mapping = entries.get(each.label.start), mappings.get(each.place.start)
        if entry is not None:
            yield _of_entry(entry, labels, heads)
        elif mapping is not None:
            yield tuple(_of_mapping(mapping, labels))
        else:
            yield lines.get(each.place.start) or _of_text(each, heads)


def _below(node: Node) -> Iterator[Node]:
    yield node
    inner: Iterable[Node] = ()
    if isinstance(node, Mapping):
        inner = (entry.value for entry in node.entries)
    elif isinstance(node, Items):
        inner = node.items
    for each in inner:
        yield from _below(each)


def _of_entry(entry: Entry, labels: Labels, heads: Heads) -> Row:
    """`Tents: 9.500`, or the columns of a line below its name."""
    label = Cell("label", heads.label, entry.key.value)
    if isinstance(entry.value, Mapping):
        return (label, *_of_mapping(entry.value, labels))
    text = entry.value.text.value if isinstance(entry.value, Scalar) else ""
    return label, Cell("amount", heads.amount, text)


def _of_mapping(mapping: Mapping, labels: Labels) -> Iterator[Cell]:
    for entry in mapping.entries:
        if isinstance(entry.value, Scalar):
            head = entry.key.value
            yield Cell(labels.column(head) or "", head, entry.value.text.value)


def _table_rows(lines: Iterable[Line], labels: Labels, heads: Heads) -> Iterator[tuple[int, Row]]:
    """The rows of tables whose columns all have heads of their own, by the places where they begin."""
    for _, group in groupby((line for line in lines if line.table), key=lambda line: line.table):
        first, *rest = (line for line in group if line.cells)
        named = [cell.value for cell in first.cells]
        if len(set(named)) < len(named) or not any(labels.column(head) for head in named if head):
            continue
        for line in rest:
            texts = [cell.value for cell in line.cells]
            if len(texts) <= len(named) and all(head for head, text in zip(named, texts, strict=False) if text):
                row = (_cell(head, text, labels, heads) for head, text in zip(named, texts, strict=False) if text)
                yield line.whole.strip().start, tuple(row)


def _cell(head: str, text: str, labels: Labels, heads: Heads) -> Cell:
    """A cell under its head; a head such as "Costs" over words is that of the labels."""
    role = labels.column(head) or ""
    if role in SIDED and read(text, None).state is State.UNREADABLE:
        return Cell(LABEL, heads.label, text)
    return Cell(role, head, text)


def _of_text(each: AmountLine | Total, heads: Heads) -> Row:
    """A line of text: what stands before the amount is its label, quantity and price included."""
    start, end = each.label.start, each.amount_place.start
    before = CELL.split(each.place.lines.text[start:end])[0] if start < end else each.label.value
    before = LEADER.sub("", before).strip()
    return Cell("label", heads.label, before or heads.total), Cell("amount", heads.amount, each.amount_place.text)
