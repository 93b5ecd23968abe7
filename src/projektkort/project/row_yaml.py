"""Knows the ways in which people write an amount table in YAML: lists of lines, `post: amount`, or text."""

from __future__ import annotations

from projektkort.document.layout import Entry, Mapping, Node, Scalar, Sequence
from projektkort.finding import Problem
from projektkort.frozen import replace
from projektkort.project.column import (
    AMOUNT_ROLES,
    INSTEAD_ROLES,
    UNKNOWN,
    YEAR,
    Column,
    by_head,
    name_years,
    row_of,
    settle_doubles,
)
from projektkort.project.entries import unknown_key
from projektkort.project.field import Field, content
from projektkort.project.row import Row, Tongue
from projektkort.project.row_line import pair_row
from projektkort.project.row_text import Rows
from projektkort.schema.labels import Labels
from projektkort.span import LINE_BREAK, Place, Text

NAMING = frozenset({"label", "funder"})
OF_ONE_LINE = ((AMOUNT_ROLES | INSTEAD_ROLES) - {"total"}) | {"unit_price", "part"}  # a group, too, may have its total


def yaml_rows(node: Node, labels: Labels, tongue: Tongue) -> Rows:
    """The rows of a side in any of its YAML forms; none where it is a figure alone."""
    found = Rows()
    if not isinstance(node, Scalar) or not tongue.cell(node.text).meant:
        _read(node, labels, tongue, found)
    return found


def _read(node: Node, labels: Labels, tongue: Tongue, found: Rows) -> None:
    if isinstance(node, Scalar):
        _text(node.text, labels, tongue, found)
    elif isinstance(node, Sequence):
        for item in node.items:
            _read(item, labels, tongue, found)
    elif _is_line(node, labels, tongue) and _roles(node, labels, tongue) & NAMING:
        found.rows += _line(node, None, labels, tongue, found)
    else:
        _mapping(node, labels, tongue, found)


def _text(text: Text, labels: Labels, tongue: Tongue, found: Rows) -> None:
    """A block of text: its lines are rows as in a plain file; an amount alone goes with the line above, if any."""
    above: Text | None = None
    for piece in text.split(LINE_BREAK):
        line = piece.strip()
        if not line.value:
            continue
        cell = tongue.cell(line)
        label = above or Text.empty(line.lines, line.start)
        row = Row(label, line.place, cell) if cell.meant else pair_row(line, labels, tongue)
        above = line if row is None else None
        if row is not None:
            found.rows.append(row)
        else:
            tongue = tongue.declared(line.value)
            found.prose.append(line)


def _mapping(node: Mapping, labels: Labels, tongue: Tongue, found: Rows) -> None:
    """`{currency, lines, total}`, or `post: amount` with the total among them."""
    tongue = _in_currency(node, labels, tongue)
    for entry in node.entries:
        key = labels.key(entry.key.value)
        if key == "lines" and not (isinstance(entry.value, Scalar) and tongue.cell(entry.value.text).meant):
            _read(entry.value, labels, tongue, found)
        elif key != "currency":
            _entry(entry, labels, tongue, found)


def _in_currency(node: Mapping, labels: Labels, tongue: Tongue) -> Tongue:
    """The same in the currency that one of the keys tells."""
    for entry in node.entries:
        if labels.key(entry.key.value) == "currency" and isinstance(entry.value, Scalar) and entry.value.text.value:
            return replace(tongue, currency=entry.value.text.value.upper())
    return tongue


def _entry(entry: Entry, labels: Labels, tongue: Tongue, found: Rows) -> None:
    value = entry.value
    place = Place(entry.key.lines, entry.key.start, max(entry.key.end, value.place.end))
    if isinstance(value, Scalar):
        cell = tongue.cell(value.text)
        if labels.column(entry.key.value) == "note" and not cell.meant:
            found.prose.append(value.text)
        else:
            found.rows.append(Row(entry.key, place, cell))
    elif isinstance(value, Mapping) and not _names_side(entry, labels) and _is_line(value, labels, tongue):
        found.rows += _line(value, entry.key, labels, tongue, found)
    else:
        found.rows.append(Row(entry.key, place))
        _read(value, labels, tongue, found)


def _names_side(entry: Entry, labels: Labels) -> bool:
    """Whether a key is the name of a side, so that what stands below it are lines and no columns of one."""
    match = labels.section(entry.key.value)
    return match is not None and match.near is None and match.id in {"budget", "financing"}


def _is_line(node: Mapping, labels: Labels, tongue: Tongue) -> bool:
    """Whether a mapping is one line with columns, and not a group of lines `post: amount`."""
    roles = _roles(node, labels, tongue)
    if roles & OF_ONE_LINE or roles & NAMING:
        return True
    return len(roles - {""}) > 1 or roles == {"total"}


def _roles(node: Mapping, labels: Labels, tongue: Tongue) -> set[str]:
    """What the keys of a mapping name; "" is a key that nobody knows, or one that an amount follows as its label."""
    roles = {_role(entry, labels) for entry in node.entries if not _is_post(entry, labels, tongue)}
    return roles | {"" for entry in node.entries if _is_post(entry, labels, tongue)}


def _is_post(entry: Entry, labels: Labels, tongue: Tongue) -> bool:
    """Whether a key that could name a line stands before an amount, or before several lines."""
    if labels.column(entry.key.value) not in NAMING:
        return False
    return not isinstance(entry.value, Scalar) or tongue.cell(entry.value.text).meant


def _role(entry: Entry, labels: Labels) -> str:
    if YEAR.fullmatch(entry.key.value) and isinstance(entry.value, Scalar):
        return "part"
    return labels.column(entry.key.value) or ""


def _line(node: Mapping, key: Text | None, labels: Labels, tongue: Tongue, found: Rows) -> list[Row]:
    tongue = _in_currency(node, labels, tongue)
    cells = [key] if key is not None else []
    columns = [Column("label", None, tongue)] if key is not None else []
    unknown: list[Entry] = []
    for entry in node.entries:
        column = by_head(entry.key, labels, tongue)
        role = column.role if isinstance(entry.value, Scalar) or column.axis is None else ""
        if role in NAMING:
            role = "note" if any(column.role == "label" for column in columns) else "label"
        if role == "" and labels.key(entry.key.value) != "currency":
            unknown.append(entry)
        cells.append(content(Field(None, entry.key, None, entry.value)))
        columns.append(replace(column, role=role, axis=column.axis if role == "part" else None))
    name_years(columns)
    settle_doubles(columns, {at for at, cell in enumerate(cells) if columns[at].tongue.cell(cell).meant})
    unknown += [
        entry
        for entry, column in zip(node.entries, columns[-len(node.entries) :], strict=True)
        if column.role == UNKNOWN
    ]
    start = key.start if key is not None else node.place.start
    rows = row_of(cells, columns, Place(node.place.lines, start, node.place.end))
    told = any(row.amount is not None or row.parts or "unit_price" in row.numbers for row in rows)
    _report_unknown(unknown, labels, tongue, found, told=told)
    blank = tongue.cell(Text.empty(node.place.lines, node.place.end))
    return rows if told else [replace(row, amount=blank) for row in rows]


def _report_unknown(entries: list[Entry], labels: Labels, tongue: Tongue, found: Rows, *, told: bool) -> None:
    """Keys that nobody knows: an amount behind one stays out of every sum, and may be the one that is missing."""
    for entry in entries:
        if isinstance(entry.value, Scalar) and tongue.cell(entry.value.text).meant:
            found.problems.append(Problem(entry.key.place, rule="column-unknown", column=entry.key.value))
            found.unsure |= not told
        else:
            found.problems.append(unknown_key(entry.key, labels))
