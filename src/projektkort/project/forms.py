"""Knows forms laid out as tables: a label with its answer right of it, below it, or below it in the same cell.

Their rows become lines with labels, as if somebody had typed them one by one; all other tables stay as they are.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby, pairwise, zip_longest

from projektkort.document.figures import is_figure
from projektkort.document.layout import HEADING, ROW, TEXT, Label, LabelStyle, Line
from projektkort.frozen import Frozen, replace
from projektkort.project.field import pair
from projektkort.schema.labels import Labels
from projektkort.span import Text

LEAST = 2  # labels of as many sections that make a form
_EDGES = " \t:"
# What only a form asks for, or a paragraph answers. Other labels also head tables that happen to have a single row.
OWNERS = frozenset({
    "schedule", "risks", "indicators", "communication", "organisation", "activities", "evaluation", "goals", "results",
    "partners", "attachments", "economy", "situation",
})  # fmt: skip
"""Sections that have tables of their own, whose rows may be called as other sections are."""
ASKED = frozenset({"title", "id", "applicant", "applicant_id", "purpose", "background", "anchoring"})


def without_forms(lines: Sequence[Line], labels: Labels, is_amount: Callable[[Text], bool]) -> tuple[Line, ...]:
    """The lines of a text, where each row of a form has become its labels with their answers."""
    numbers = [line.table for line in lines]
    if not any(numbers):
        return tuple(lines)
    forms = _Forms(labels, is_amount)
    read: list[Line] = []
    end = 0
    for number, run in groupby(numbers):
        begin, end = end, end + len(list(run))
        table = lines[begin:end]
        if number:
            read += forms.table(table)
        else:
            read += table
            forms.above += table
    return tuple(read)


class _Forms:
    """Decides for each table whether it is a form, and how that is laid out."""

    def __init__(self, labels: Labels, is_amount: Callable[[Text], bool]) -> None:
        self.labels, self.is_amount = labels, is_amount
        self.above: list[Line] = []  # what stands above the next table, as far as nobody has asked for its owner
        self._owner: str | None = None

    def _find_owner(self) -> str | None:
        """The section that the next table stands under: of the last heading, or known label, above it."""
        while self.above:
            line = self.above.pop()
            named = line.text if line.kind is HEADING else line.label.text if line.label else None
            found = self._known(named.strip(_EDGES)) if named is not None else None
            if found or line.kind is HEADING:
                self._owner = found
                self.above.clear()
        return self._owner

    def _is_owned(self, ids: Sequence[str]) -> bool:
        """Whether rows with these labels are those of the section they stand under."""
        return ASKED.isdisjoint(ids) and self._find_owner() in OWNERS

    def table(self, lines: Sequence[Line]) -> Sequence[Line]:
        """The lines of a table, read as a form where it is one; what is ruled below a row goes with it."""
        rows = [line for line in lines if line.kind is ROW]
        read = None if self._is_headed(rows) else self._below(rows) or self._beside(rows) or self._column(rows)
        read = read or self._within(rows)
        if read is None:
            return lines
        kept: list[Line] = []
        ahead = iter(read)
        for line in lines:
            kept += next(ahead) if line.kind is ROW else [line]
        return list(_with_rules(kept))

    def _known(self, text: Text) -> str | None:
        """The id of the section that a label names exactly."""
        match = self.labels.section(text.value) if text.value else None
        return match.id if match and not match.near else None

    def _ids(self, texts: Sequence[Text]) -> list[str]:
        return [found for text in texts if (found := self._known(text))]

    def _is_headed(self, rows: Sequence[Line]) -> bool:
        """Whether the first row names the columns: then no label stands above its answer, beside it or alone.

        A row of labels has more of them than other words, and no cell beside a label heads a column as that does.
        """
        heads = rows[0].cells if rows else ()
        if len(heads) < LEAST or not all(self.labels.column(head.value) for head in heads):
            return False
        return 2 * len(self._ids(heads)) <= len(heads)

    def _below(self, rows: Sequence[Line]) -> list[list[Line]] | None:
        """Every other row holds labels, the one below it the answers."""
        if len(rows) % 2:
            return None
        asked, answers = rows[::2], rows[1::2]
        if any(is_figure(cell.value) for row in asked for cell in row.cells):
            return None
        labels = _cells(asked)
        ids = self._ids(labels)
        if len(set(ids)) < LEAST or 2 * len(ids) <= len(labels):
            return None
        if 2 * len(self._ids(_cells(answers))) >= len(ids) or ASKED.isdisjoint(ids):
            return None
        if any(2 * len(self._ids(_cells([row]))) <= len(_cells([row])) for row in asked):
            return None
        read: list[list[Line]] = []
        for above, below in zip(asked, answers, strict=True):
            columns = zip_longest(_parted(above, 1), _parted(below, 1))
            read += [[line for label, answer in columns for line in (*_asked(label), *_told(answer))], []]
        return read

    def _beside(self, rows: Sequence[Line]) -> list[list[Line]] | None:
        """Every other column holds labels, the one right of it the answers."""
        if not rows or all(self.labels.column(cell.value) for cell in rows[0].cells):
            return None
        width = max(map(_width, rows))
        if width % 2 or not width:
            return None
        pairs = [pair for row in rows for pair in zip(row.cells[::2], row.cells[1::2], strict=False)]
        if len(set(self._ids([label for label, _ in pairs]))) < LEAST:
            return None
        found = self._ids([label for label, answer in pairs if not self.is_amount(answer)])
        priced = any(self.is_amount(answer) and not self._known(label) for label, answer in pairs)
        if len(set(found)) < LEAST or (priced and ASKED.isdisjoint(found)) or self._is_owned(found):
            return None
        if 2 * len(self._ids([answer for _, answer in pairs])) > len(found):
            return None
        read: list[list[Line]] = []
        for row in rows:
            open_ = bool(read and read[-1]) and read[-1][-1].label is not None and not read[-1][-1].label.value.value
            read.append([line for part in _parted(row, 2) for line in self._pair(part, below_label=open_)])
        return read

    def _pair(self, part: Part, *, below_label: bool) -> Iterator[Line]:
        """A label and its answer; what stands alone may be the answer to the label above, or a label as well."""
        label, *answers = part.cells
        answer = answers[0] if answers else Text.empty(label.lines, label.end)
        if not label.value or (below_label and not answer.value and not self._known(label)):
            yield _answer(answer if answer.value else label, part.whole)
        else:
            yield _labelled(label, answer, part.whole)

    def _column(self, rows: Sequence[Line]) -> list[list[Line]] | None:
        """One column: known labels, and below each of them the rows of its answer."""
        if any(_width(row) > 1 for row in rows):
            return None
        known = [self._known(row.cells[0]) for row in rows]
        answered = sum(one is not None and other is None for one, other in pairwise([*known, "end"]))
        if len({*known} - {None}) < LEAST or 2 * answered < sum(map(bool, known)):
            return None
        return [
            [*(_asked(part) if one else _told(part))]
            for row, one in zip(rows, known, strict=True)
            for part in _parted(row, len(row.cells))
        ]

    def _within(self, rows: Sequence[Line]) -> list[list[Line]] | None:
        """Cells that begin with a line that is a label, and go on with the answer.

        None has several lines in a row that reads as it stands, unless an entity is a line break.
        """
        made = [row for row in rows if row.text is not row.whole or "&" in row.whole.value]
        boxes = [cell for row in made for cell in row.cells if "\n" in cell.value]
        if len({self._known(_split(cell)[0]) for cell in boxes} - {None}) < LEAST:
            return None
        return [[line for part in _parted(row, 1) for line in self._box(part)] for row in rows]

    def _box(self, part: Part) -> Iterator[Line]:
        label, answer = _split(part.cells[0])
        if self._known(label):
            yield _labelled(label, answer, part.whole)
        else:
            yield _answer(part.cells[0], part.whole)


def _with_rules(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines of a form, each with the rules below it, the first with those above. Comments are kept apart."""
    said = [at for at, line in enumerate(lines) if line.kind is TEXT]
    for at, behind in zip(said, [*said[1:], len(lines)], strict=True):
        first = lines[0] if at == said[0] else lines[at]
        end = max(lines[at].whole.end, lines[behind - 1].whole.end)
        yield replace(lines[at], whole=_slice(first.whole, first.whole.start, end))


class Part(Frozen):
    """Some cells of a row that belong together, and the slice of the source up to the next such cells."""

    cells: tuple[Text, ...]
    whole: Text


def _parted(row: Line, step: int) -> list[Part]:
    """The cells of a row by twos, or one by one."""
    groups = [row.cells[at : at + step] for at in range(0, len(row.cells), step)]
    edges = [row.whole.start, *(group[0].start for group in groups[1:]), row.whole.end]
    return [Part(group, _slice(row.whole, *edge)) for group, edge in zip(groups, pairwise(edges), strict=True)]


def _slice(text: Text, start: int, end: int) -> Text:
    return Text(text.lines.text[start:end], text.lines, start, end)


def _split(cell: Text) -> tuple[Text, Text]:
    """The first line of a cell, and the rest."""
    first, _, _ = cell.value.partition("\n")
    return cell.slice(0, len(first)).strip(_EDGES), cell.slice(len(first)).strip()


def _cells(rows: Sequence[Line]) -> list[Text]:
    """The cells that have something in them."""
    return [cell for row in rows for cell in row.cells if cell.value]


def _width(row: Line) -> int:
    """How many cells a row has, empty ones at its end aside."""
    width = len(row.cells)
    while width and not row.cells[width - 1].value:
        width -= 1
    return width


def _asked(part: Part | None) -> Iterator[Line]:
    if part is not None:
        yield _labelled(part.cells[0], Text.empty(part.whole.lines, part.whole.end), part.whole)


def _told(part: Part | None) -> Iterator[Line]:
    if part is not None:
        yield _answer(part.cells[0], part.whole)


def _labelled(label: Text, answer: Text, whole: Text) -> Line:
    label = label.strip(_EDGES)
    return Line(TEXT, pair(label, answer), whole, label=Label(label, answer, LabelStyle.FORM))


def _answer(text: Text, whole: Text) -> Line:
    return Line(TEXT, text, whole)
