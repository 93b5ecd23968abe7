"""Knows the ways in which people write an amount table in YAML: lists of lines, `post: amount`, or text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Set

from projektkort.document.layout import Entry, Mapping, Node, Scalar, Sequence
from projektkort.finding import Problem
from projektkort.frozen import replace
from projektkort.money import State
from projektkort.project.barred import parted
from projektkort.project.column import columns_of
from projektkort.project.entries import unknown_key
from projektkort.project.field import Field, content
from projektkort.project.head import role_of
from projektkort.project.keys import NAMING, Keys, Line, is_line, keys_of, line_of
from projektkort.project.plan import plan_of_keys
from projektkort.project.row import Row, Tongue
from projektkort.project.row_cells import row_of
from projektkort.project.row_line import pair_row
from projektkort.project.row_text import Rows, text_rows
from projektkort.schema.labels import Labels
from projektkort.span import LINE_BREAK, Place, Text

LETTER = re.compile(r"[^\W\d_]")


def yaml_rows(node: Node, labels: Labels, tongue: Tongue) -> Rows:
    """The rows of a side in any of its YAML forms; none where it is a figure alone."""
    found = Rows()
    if not isinstance(node, Scalar) or not tongue.meant(node.text):
        _read(node, labels, tongue, found)
    return found


def _read(node: Node, labels: Labels, tongue: Tongue, found: Rows) -> None:
    if isinstance(node, Scalar):
        _text(node.text, labels, tongue, found)
    elif isinstance(node, Sequence):
        rows = _table(node, labels, tongue)
        found.rows += rows
        for item in node.items if not rows else ():
            row = _planned(item, labels, tongue) or _listed(item, tongue)
            if row is not None:
                found.rows.append(row)
            else:
                _read(item, labels, tongue, found)
    else:
        keys = keys_of(node, labels)
        if _roles(node, keys, tongue).isdisjoint(NAMING):
            _mapping(node, keys, labels, tongue, found)
        else:
            found.rows += _line(node, keys, None, labels, tongue, found)


def _table(node: Sequence, labels: Labels, tongue: Tongue) -> list[Row]:
    """The rows of a list of lists whose first one names the columns of the others; none where it does not."""
    if not (node.items and isinstance(node.items[0], Sequence)):
        return []  # as of nearly every budget: its lines are mappings
    heads, *body = map(_cells, node.items)
    known = heads and body and all(body)
    if not known or not all(role_of(cell.value, labels, tongue.language) for cell in heads):
        return []
    columns = columns_of(heads, body, labels, tongue)
    told = zip(node.items[1:], body, strict=True)
    return [row for item, cells in told for row in row_of(cells, columns, item.place)]


def _cells(node: Node) -> tuple[Text, ...]:
    """The cells of a row that is a list; none where it is not one, or more than values stand in it."""
    items = node.items if isinstance(node, Sequence) else ()
    cells = tuple(each.text for each in items if isinstance(each, Scalar))
    return cells if len(cells) == len(items) else ()


def _planned(node: Node, labels: Labels, tongue: Tongue) -> Row | None:
    """The row that a mapping is which tells each thing once, and names what it costs: as that of nearly every line."""
    if not isinstance(node, Mapping):
        return None
    entries = node.entries
    cells = [entry.value.text for entry in entries if isinstance(entry.value, Scalar)]
    if len(cells) < len(entries):
        return None
    plan = plan_of_keys(tuple([entry.key.value for entry in entries]), labels, tongue)
    return plan.row(cells, node.place) if plan is not None and not tongue.meant(cells[plan.label]) else None


def _listed(node: Node, tongue: Tongue) -> Row | None:
    """The row that a list of a label and its amount is: `[Tents, 1.000]`, perhaps with a remark."""
    if not isinstance(node, Sequence):
        return None
    cells = _cells(node)
    amounts = [cell for cell in cells[1:] if tongue.meant(cell)]
    if len(amounts) != 1 or not LETTER.search(cells[0].value):
        return None
    rest = [cell for cell in cells[1:] if cell is not amounts[0] and cell.value]
    note = {"note": Text.join(rest, " ")} if rest else {}
    return Row(cells[0], node.place, tongue.cell(amounts[0]), words=note)


def _text(text: Text, labels: Labels, tongue: Tongue, found: Rows) -> None:
    """A block of text: rows between pipes are those of a table, and the others as in a plain file."""
    own = Rows()
    for table, pieces in parted(text.split(LINE_BREAK)):
        own.add(text_rows(table, labels, tongue))
        tongue = _plain(pieces, labels, tongue, own)
    own.end_block(tongue)
    found.add(own)


def _plain(pieces: Iterable[Text], labels: Labels, tongue: Tongue, found: Rows) -> Tongue:
    """Reads lines outside tables, an amount alone with the line above; says how amounts are to be read below them."""
    above: Text | None = None
    for piece in pieces:
        line = piece.strip()
        if not line.value:
            found.end_block(tongue)
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
    return tongue


def _mapping(node: Mapping, keys: Keys, labels: Labels, tongue: Tongue, found: Rows) -> None:
    """`{currency, lines, total}`, or `post: amount` with the total among them."""
    tongue = _in_currency(node, keys, tongue)
    for entry, key in zip(node.entries, keys.names, strict=True):
        if key == "lines" and not (isinstance(entry.value, Scalar) and tongue.meant(entry.value.text)):
            _read(entry.value, labels, tongue, found)
        elif key != "currency":
            _entry(entry, labels, tongue, found)


def _in_currency(node: Mapping, keys: Keys, tongue: Tongue) -> Tongue:
    """The same in the currency that one of the keys tells."""
    for at in keys.currency:
        value = node.entries[at].value
        if isinstance(value, Scalar) and value.text.value:
            return tongue._replace(currency=value.text.value.upper())
    return tongue


def _entry(entry: Entry, labels: Labels, tongue: Tongue, found: Rows) -> None:
    value = entry.value
    place = Place(entry.key.lines, entry.key.start, max(entry.key.end, value.place.end))
    if isinstance(value, Scalar):
        cell = tongue.cell(value.text)
        remark = labels.column(entry.key.value) == "note" or labels.key(entry.key.value) == "vat"
        if remark and not cell.meant:
            found.prose.append(value.text)
        else:
            found.rows.append(Row(entry.key, place, cell))
        return
    if isinstance(value, Mapping) and not _names_side(entry, labels):
        keys = keys_of(value, labels)
        if is_line(_roles(value, keys, tongue)):
            found.rows += _line(value, keys, entry.key, labels, tongue, found)
            return
    found.rows.append(Row(entry.key, place))
    _read(value, labels, tongue, found)


def _names_side(entry: Entry, labels: Labels) -> bool:
    """Whether a key is the name of a side, so that what stands below it are lines and no columns of one."""
    match = labels.section(entry.key.value)
    return match is not None and match.near is None and match.id in {"budget", "financing"}


def _roles(node: Mapping, keys: Keys, tongue: Tongue) -> Set[str]:
    """What the keys of a mapping name; "" is a key that nobody knows, or one that an amount follows as its label.

    Such a key could name a line, and stands before an amount, or before several lines.
    """
    posts = []
    for at in keys.naming:
        value = node.entries[at].value
        if not isinstance(value, Scalar) or tongue.meant(value.text):
            posts.append(at)
    return keys.without(posts) if posts else keys.roles


def _line(node: Mapping, keys: Keys, key: Text | None, labels: Labels, tongue: Tongue, found: Rows) -> list[Row]:
    tongue = _in_currency(node, keys, tongue) if keys.currency else tongue
    line = line_of(keys.words, keys.single, labels, tongue, key is not None)
    cells = [
        entry.value.text if isinstance(entry.value, Scalar) else content(Field(None, entry.key, None, entry.value))
        for entry in node.entries
    ]
    if key is not None:
        cells.insert(0, key)
    if line.asked:
        line = line.settled({at for at in line.asked if _told(line, at, cells[at], tongue)})
    start = key.start if key is not None else node.place.start
    rows = row_of(cells, line.columns, Place(node.place.lines, start, node.place.end))
    told = [row for row in rows if row.amount is not None or row.parts or "unit_price" in row.numbers]
    if line.unknown:
        first = len(cells) - len(node.entries)
        _report_unknown((node.entries[at - first] for at in line.unknown), labels, tongue, found, told=bool(told))
    if told:
        return rows
    blank = tongue.cell(Text.empty(node.place.lines, node.place.end))
    return [replace(row, amount=blank) for row in rows]


def _told(line: Line, at: int, cell: Text, tongue: Tongue) -> bool:
    """Whether an amount stands in a cell; what a partner has may be none, and a dash."""
    if at in line.unknown and cell.value:
        return tongue.cell(cell).reading.state is not State.UNREADABLE
    return line.columns[at].tongue.meant(cell)


def _report_unknown(entries: Iterable[Entry], labels: Labels, tongue: Tongue, found: Rows, *, told: bool) -> None:
    """Keys that nobody knows: an amount behind one stays out of every sum, and may be the one that is missing."""
    for entry in entries:
        if isinstance(entry.value, Scalar) and tongue.meant(entry.value.text):
            found.problems.append(Problem(entry.key.place, rule="column-unknown", column=entry.key.value))
            found.unsure |= not told
        else:
            found.problems.append(unknown_key(entry.key, labels))
