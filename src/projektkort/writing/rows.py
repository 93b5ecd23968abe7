"""Knows how the lines of a side stand in its document, cell by cell, so that they can be written as they were."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from itertools import groupby

from projektkort.document.layout import Document, Entry, Line, Mapping, Node, Scalar
from projektkort.document.layout import Sequence as Items
from projektkort.frozen import Frozen
from projektkort.money import State, read
from projektkort.project.barred import parted
from projektkort.project.books import AmountLine, Side, Total
from projektkort.schema.labels import Labels
from projektkort.span import LINE_BREAK, Text
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
    """The lines, subtotals and the total of a side, in the order written, under the heads that they have.

    Columns of one role are one, however each line names it, unless a line has two: "Price" and "Amount".
    """
    rows = list(_rows(side, document, labels, heads))
    doubled = frozenset(role for row in rows for role, times in Counter(map(_role, row)).items() if times > 1) & FIGURES
    columns: dict[str, Cell] = {}
    filled: list[dict[str, str]] = []
    for row in rows:
        cells: dict[str, str] = {}
        for cell in row:
            role = _role(cell)
            key = role if role and role not in cells and role not in doubled else f"={cell.head.lower()}"
            cells[key] = cell.text
            columns.setdefault(key, cell)
        filled.append(cells)
    order = sorted(_in_order(filled), key=lambda key: key != LABEL)
    heads_ = [columns[key].head for key in order]
    named = _parts(side)
    return Table(
        tuple(head if head in named else capital(head) for head in heads_),
        tuple(tuple(cells.get(key, "") for key in order) for cells in filled),
        frozenset(at for at, key in enumerate(order) if key in FIGURES or _role(columns[key]) in doubled),
        names=frozenset(at for at, head in enumerate(heads_) if head in named),
    )


def _in_order(rows: Iterable[Iterable[str]]) -> list[str]:
    """The keys of all rows as they stand in each: a later row's own stand before those that follow it there."""
    order: list[str] = []
    for row in rows:
        at = len(order)
        for key in reversed(list(row)):
            if key in order:
                at = order.index(key)
            else:
                order.insert(at, key)
    return order


def _role(cell: Cell) -> str:
    return ONE.get(cell.role, cell.role)


def _parts(side: Side) -> frozenset[str]:
    """The heads of the columns that divide its lines: years, partners."""
    return frozenset(part.key for line in side.lines for part in line.parts)


def _rows(side: Side, document: Document, labels: Labels, heads: Heads) -> Iterator[Row]:
    nodes = tuple(_below(document.root)) if document.root is not None else ()
    entries = {each.key.start: each for node in nodes if isinstance(node, Mapping) for each in node.entries}
    mappings = {node.place.start: node for node in nodes if isinstance(node, Mapping)}
    texts = (node.text for node in nodes if isinstance(node, Scalar))
    tables = [document.lines, *(table for text in texts for table, _ in parted(text.split(LINE_BREAK)))]
    lines = dict(pair for table in tables for pair in _table_rows(table, labels))
    named = _parts(side)
    for each in sorted(side.rows, key=lambda row: row.place.start):
        entry, mapping = entries.get(each.label.start), mappings.get(each.place.start)
        if entry is not None:
            yield _of_entry(entry, labels, heads)
        elif mapping is not None:
            yield tuple(_of_mapping(mapping, labels))
        else:
            cells = lines.get(each.place.start)
            yield tuple(_cell(*pair, each, labels, heads, named) for pair in cells) if cells else _of_text(each, heads)


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


def _table_rows(lines: Iterable[Line], labels: Labels) -> Iterator[tuple[int, list[tuple[str, Text]]]]:
    """The filled cells of the rows of tables, with their heads, by the places where the rows begin.

    Each filled column has a head of its own, the first one aside, which often has none.
    """
    for _, group in groupby((line for line in lines if line.table), key=lambda line: line.table):
        first, *rest = (line for line in group if line.cells)
        named = [cell.value for cell in first.cells]
        if len(set(named)) < len(named) or not any(labels.column(head) for head in named if head):
            continue
        for line in rest:
            filled = [(at, cell) for at, cell in enumerate(line.cells) if cell.value]
            if len(line.cells) <= len(named) and all(at == 0 or named[at] for at, _ in filled):
                yield line.whole.strip().start, [(named[at], cell) for at, cell in filled]


def _cell(
    head: str, text: Text, each: AmountLine | Total, labels: Labels, heads: Heads, named: Collection[str]
) -> Cell:
    """A cell under its head. Where that does not say what the cell was read as, a word that does stands before it;
    over words, a head such as "Costs" is that of the labels. The `named` ones stay as they are."""
    role = labels.column(head) or ""
    if role in SIDED and read(text.value, None).state is State.UNREADABLE:
        return Cell(LABEL, heads.label, text.value)
    for wanted, place, word in ((LABEL, each.label.place, heads.label), (AMOUNT, each.amount_place, heads.amount)):
        if not role and head not in named and text.start == place.start:
            return Cell(wanted, f"{word} ({head.lower()})" if head else word, text.value)
    return Cell(role, head, text.value)


def _of_text(each: AmountLine | Total, heads: Heads) -> Row:
    """A line of text: what stands before the amount is its label, quantity and price included."""
    start, end = each.label.start, each.amount_place.start
    before = CELL.split(each.place.lines.text[start:end])[0] if start < end else each.label.value
    before = LEADER.sub("", before).strip()
    return Cell("label", heads.label, before or heads.total), Cell("amount", heads.amount, each.amount_place.text)
