"""Knows when the economy of a report is told in figures and so counts as its budget; its words stay where they are.

A line that declares the unit of a table (“amounts in thousands”) goes with it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from projektkort.document.layout import Line, Mapping, Node
from projektkort.document.layout import Sequence as Items
from projektkort.project.caption import is_caption
from projektkort.project.field import Field
from projektkort.project.head import role_of
from projektkort.project.tables import tables_in
from projektkort.schema.labels import Labels

FIGURES = frozenset({"amount", "actual", "costs", "total"})


def with_accounts(fields: Sequence[Field], labels: Labels, language: str | None) -> tuple[Field, ...]:
    """The fields, the table of amounts below “Economy” as a budget where there is no other one."""
    if any(field.id == "budget" for field in fields):
        return tuple(fields)
    return (*fields, *_budgets(fields, labels, language))


def _budgets(fields: Sequence[Field], labels: Labels, language: str | None) -> Iterator[Field]:
    for field in fields:
        body = _figures(field.body, labels, language) if field.id == "economy" else None
        if body:
            yield Field("budget", field.label, None, body, field.rank, line=field.line)


def _figures(body: tuple[Line, ...] | Node, labels: Labels, language: str | None) -> tuple[Line, ...] | Node | None:
    """The lines or the node that hold a table whose columns are budget or spending; None where there is none."""
    if not isinstance(body, tuple):
        return body if _keyed(body, labels) else None
    tables: set[int] = set()
    for table in tables_in(body, labels):
        if any(_heads(line, labels, language) for line in body[table.start : table.stop]):
            tables |= set(table)
    if not tables:
        return None
    return tuple(line for at, line in enumerate(body) if at in tables or line.blank or is_caption(line, language))


def _heads(line: Line, labels: Labels, language: str | None) -> bool:
    return any(role_of(cell.value, labels, language) in FIGURES for cell in line.cells if cell.value)


def _keyed(node: Node, labels: Labels) -> bool:
    """Whether YAML tells lines with columns, in a list or under their labels."""
    if isinstance(node, Items):
        return any(_keyed(item, labels) for item in node.items)
    if not isinstance(node, Mapping):
        return False
    if any(labels.column(entry.key.value) in FIGURES for entry in node.entries):
        return True
    return any(_keyed(entry.value, labels) for entry in node.entries)
