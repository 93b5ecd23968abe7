"""Knows which lines of a text are rows of an amount table, however they are typed, and which are prose around it."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from decimal import Decimal
from itertools import pairwise

from projektkort.document.layout import BLANK, COMMENT, ROW, RULE, Line
from projektkort.finding import Problem
from projektkort.project.aligned import aligned
from projektkort.project.caption import footnoted
from projektkort.project.column import AMOUNT_ROLES, UNKNOWN, Column, columns_of, halves
from projektkort.project.head import role_of
from projektkort.project.head_rows import below_merged, is_second_head, joined_heads
from projektkort.project.loose_head import below_head, loose_head
from projektkort.project.plan import plan_of
from projektkort.project.row import Cell, Row, Tongue
from projektkort.project.row_cells import rows_of
from projektkort.project.row_line import is_prose, is_several, line_row, tells_below_total
from projektkort.project.tables import tables_in
from projektkort.project.told import amounts_of
from projektkort.schema.labels import Labels
from projektkort.span import Place, Text

GROUPED = re.compile(r"(?<![\d.,/-])\d{1,3}(?:[. \u00a0]\d{3})+(?![\d/-])")
YEAR = re.compile(r"(?:19|20)\d\d")
FIGURE = re.compile(r"[\d½¼¾]")
WORDLESS = frozenset({BLANK, RULE, COMMENT})


class Rows:
    """What reading a side's lines came to: rows, the prose around them, and what is odd about both."""

    __slots__ = ("_prose_before", "_rows_before", "heads", "problems", "prose", "rows", "unsure")

    def __init__(self) -> None:
        self.rows: list[Row] = []
        self.prose: list[Text] = []
        self.problems: list[Problem] = []
        self.heads: Set[str] = frozenset()  # what the columns hold of which no line tells its own
        self.unsure = False  # amounts stand there that no line, total or part holds
        self._rows_before = self._prose_before = 0  # where the block of lines began that is being read

    def add(self, other: Rows) -> None:
        """Adds what was read of a text among these lines; its blocks have ended."""
        self.rows += other.rows
        self.prose += other.prose
        self.problems += other.problems
        self.unsure |= other.unsure
        self._rows_before, self._prose_before = len(self.rows), len(self.prose)

    def end_block(self, tongue: Tongue) -> None:
        """Ends a run of lines without a blank one: what stands in amounts among its rows must be a row as well."""
        prose = [text for text in self.prose[self._prose_before :] if FIGURE.search(text.value)]
        rows = self.rows[self._rows_before :] if prose else []
        self._rows_before, self._prose_before = len(self.rows), len(self.prose)
        if told := [row.amount.reading.amount for row in rows if row.amount is not None]:
            sums = _Sums([amount for amount in told if amount is not None])
            for text in prose:
                place = _unread(text, sums, tongue)
                if place is not None:
                    self._leave(text, place)

    def leave(self, text: Text) -> None:
        """Leaves a line with amounts unread, and says so."""
        self._leave(text, text.place)

    def _leave(self, text: Text, place: Place) -> None:
        self.problems.append(Problem(place, rule="line-not-read", text=text.value))
        self.unsure = True


class _Sums:
    """What the rows of one block come to, as a sentence among them may say once more."""

    __slots__ = ("_stated", "_whole")

    def __init__(self, stated: Sequence[Decimal]) -> None:
        self._whole = sum(stated, Decimal(0))
        self._stated = frozenset(stated) if len(stated) > 1 else None

    def restated(self, cell: Cell) -> bool:
        """Whether an amount is their sum or their total, if there are some."""
        told = cell.reading.amount
        if told is None or self._stated is None:
            return False
        return told == self._whole or (2 * told == self._whole and told in self._stated)


def _unread(text: Text, sums: _Sums, tongue: Tongue) -> Place | None:
    """Where an amount stands in a line that is no row: with its currency, or a number in groups of three."""
    amounts = [cell for cell in amounts_of(text, tongue) if not sums.restated(cell)]
    if amounts:
        return amounts[0].text.place
    bare = GROUPED.search(text.value)
    if bare is None or sums.restated(tongue.cell(text.slice(*bare.span()))):
        return None
    return text.at(*bare.span())


def text_rows(lines: Sequence[Line], labels: Labels, tongue: Tongue) -> Rows:
    """The rows among the lines below a side's label."""
    found = Rows()
    tongue = footnoted(lines, tongue)
    index = 0
    for table in tables_in(lines, labels):
        tongue = _read_lines(lines[index : table.start], labels, tongue, found)
        _read_table(lines[table.start : table.stop], labels, tongue, found)
        index = table.stop
    tongue = _read_lines(lines[index:], labels, tongue, found)
    found.end_block(tongue)
    return found


def _read_lines(lines: Sequence[Line], labels: Labels, tongue: Tongue, found: Rows) -> Tongue:
    """Reads lines outside tables, and says how amounts are to be read below them."""
    for line in lines:
        if line.kind is BLANK:
            found.end_block(tongue)
        if line.kind in WORDLESS or not line.text.value:
            continue
        row = line_row(line, labels, tongue) or _below_label(line, tongue, found)
        if row is not None and tells_below_total(row, found.rows, labels):
            row = None
        told = list(below_head(row, found.heads, tongue)) if row is not None else []
        if told:
            found.rows += told
            continue
        if is_several(line, tongue):
            found.leave(line.text)
            continue
        tongue = tongue.declared(line.text.value)
        found.heads = loose_head(line.text, labels, tongue.language) or found.heads
        found.prose.append(line.text)
        if line.label is not None and not line.label.value.value:
            found.rows.append(Row(line.label.text, line.text.place))
    return tongue


def _read_table(lines: Sequence[Line], labels: Labels, tongue: Tongue, found: Rows) -> None:
    rows = [line for line in lines if line.kind is not RULE]
    heads = rows[0].cells if _is_ruled(lines) or _is_head(rows, labels, tongue) else ()
    body = [line for line in rows if line.cells and line.cells is not heads]
    above: Sequence[Text] = ()
    if len(body) > 1 and is_second_head(heads, body[0].cells, labels, tongue.language):
        above, heads, body = heads, tuple(joined_heads(heads, below_merged(heads, body[0].cells, labels))), body[1:]
        for head in above:
            tongue = tongue.declared(head.value)
    columns = columns_of(heads, [line.cells for line in body], labels, tongue)
    _report_unknown(columns, heads, body, found)
    found.prose += {(cell.start, cell.end, cell.value): cell for cell in (*above, *heads) if cell.value}.values()
    first = {cells[0].value for cells in (heads, above) if cells}
    told = [line for line in body if line.cells[0].value not in first or not _repeats(line.cells, heads, above)]
    parts, plan = halves(columns), plan_of(columns)
    for half in parts:
        for line in told:
            cells = aligned(line, heads, len(columns))[half]
            place = line.whole.strip().place if len(parts) == 1 else _from_to(cells, line)
            found.rows += rows_of(cells, columns[half], place, plan)


def _is_ruled(lines: Sequence[Line]) -> bool:
    """Whether a rule parts the first row from the others, and is not just one of those that part all rows."""
    kinds = [line.kind for line in lines if line.kind is not COMMENT]
    if kinds[:2] != [ROW, RULE]:
        return False
    each = kinds == [ROW, RULE] * (len(kinds) // 2)
    return not each or "=" in lines[1].text.value


def _from_to(cells: Sequence[Text], line: Line) -> Place:
    """From the first to the last of some cells of a row."""
    return Place(line.whole.lines, cells[0].start, cells[-1].end) if cells else line.whole.place


def _report_unknown(columns: Sequence[Column], heads: Sequence[Text], body: Sequence[Line], found: Rows) -> None:
    unknown = [at for at, column in enumerate(columns) if column.role == UNKNOWN]
    for at in unknown:
        cells = (line.cells[at] for line in body if at < len(line.cells) and line.cells[at].value)
        head = heads[at] if columns[at].head else next(cells)
        found.problems.append(Problem(head.place, rule="column-unknown", column=head.value))
    headless = any(not columns[at].head for at in unknown)
    if unknown and (headless or not any(column.role in AMOUNT_ROLES or column.axis for column in columns)):
        found.unsure = True


def _is_head(rows: Sequence[Line], labels: Labels, tongue: Tongue) -> bool:
    """Whether the first row is a head with no rule below it: no amount but years in a row, and a column's name."""
    cells = rows[0].cells
    years = [cell.value for cell in cells if YEAR.fullmatch(cell.value)]
    followed = all(int(after) == int(year) + 1 for year, after in pairwise(years)) and len(years) > 1
    if len(rows) < 2 or any(tongue.meant(cell) and not (followed and cell.value in years) for cell in cells):
        return False
    return any(role_of(cell.value, labels, tongue.language) for cell in cells if cell.value)


def _repeats(cells: Sequence[Text], *heads: Sequence[Text]) -> bool:
    """Whether a row is one of the heads once more, as at the top of the next page."""
    values = [cell.value for cell in cells]
    return any(values == [head.value for head in each] for each in heads)


def _below_label(line: Line, tongue: Tongue, found: Rows) -> Row | None:
    """An amount alone on its line, whose label is the line above."""
    cell = tongue.cell(line.text)
    if not cell.meant or not found.prose or YEAR.fullmatch(line.text.value):
        return None
    label = found.prose.pop()
    if is_prose(label.value) or label.end > line.text.start:
        found.prose.append(label)
        return None
    if found.rows and found.rows[-1].place == label.place:
        found.rows.pop()  # it headed no group
    whole = Text.join([label, line.text], " ")
    return Row(label.strip(" \t:"), whole.place, cell)
