"""Knows a text as rows and blocks (a key of the top level and all below it), and which row made YAML fail."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Container, Iterator, Mapping

from yaml import MarkedYAMLError

from projektkort.document.yaml_row import Row, row_of
from projektkort.span import Lines

_INDENT = re.compile(r"(?m)(?:^|(?<=\r))([ \t]*)(?=[^\s#])")
_NO_BLOCK = re.compile(r"-\s|[\]}]")
_FAR = 1_000  # lines that anything is looked for above


class Rows:
    """The rows of a text that YAML reads from `begin` on."""

    def __init__(self, text: str, begin: int, separated: Mapping[int, Row] | None = None) -> None:
        self.text, self.begin = text, begin
        self.lines = Lines(text)
        self.blocks = self._find_blocks()
        self._separated = dict(separated or {})

    def row(self, number: int) -> Row:
        """The row with this number, from 1."""
        return self._separated.get(number) or row_of(self.lines, number)

    def with_text(self, text: str) -> Rows:
        """The same rows after a repair that changed only white space."""
        return Rows(text, self.begin, self._separated)

    def separate(self, row: Row) -> Row:
        """Reads a row whose colon lacks its space as key and value from now on; YAML sees the colon one earlier."""
        assert row.tight is not None  # the callers have looked
        key, value = row.value[: row.tight - row.rest], row.value[row.tight - row.rest + 1 :]
        colon, rest = row.tight - 1, row.tight + 1
        separated = Row(row.number, row.indent, row.dashes, key, value, row.start, colon, rest, row.end)
        self._separated[row.number] = separated
        return separated

    def below(self, number: int) -> Iterator[Row]:
        """The rows from this number on."""
        return (self.row(n) for n in range(number, self.lines.count + 1))

    def above(self, row: Row, without: Container[int] = ()) -> Row | None:
        """The nearest row above that is not empty, nor among those left out."""
        numbers = range(row.number - 1, max(0, row.number - _FAR), -1)
        rows = (self.row(number) for number in numbers if number not in without)
        return next((above for above in rows if not above.empty), None)

    def head(self, row: Row, without: Container[int] = ()) -> Row | None:
        """The nearest row above with a key or a dash."""
        head = self.above(row, without)
        while head and head.colon is None and not head.dashes:
            head = self.above(head, without)
        return head

    def key(self, row: Row) -> str:
        """The key of a row, or of the row above that an item belongs to."""
        head: Row | None = row
        while head and head.colon is None:
            head = self.head(head)
        return head.key if head else ""

    def block(self, row: Row) -> int:
        """The index of the block that a row belongs to."""
        return max(bisect_right(self.blocks, row.number) - 1, 0)

    def block_start(self, block: int) -> int:
        """Where YAML begins to read a block."""
        return max(self.begin, self.lines.starts[self.blocks[block] - 1])

    def block_end(self, block: int) -> int:
        """Where the last character of a block ends that is no space."""
        last = block + 1 == len(self.blocks)
        behind = len(self.text) if last else self.lines.starts[self.blocks[block + 1] - 1]
        start = self.block_start(block)
        return start + len(self.text[start:behind].rstrip())

    def culprit(self, error: MarkedYAMLError, start: int, done: Container[int]) -> tuple[Row, int]:
        """The row that is to blame, and where on it; YAML, which read from `start` on, often notices only later."""
        late = error.context_mark is None or (error.context or "").startswith("while parsing a block")
        mark = error.problem_mark if late else error.context_mark
        index = start + (mark.index if mark else 0)
        row = self.row(self.lines.position(index)[0])
        if row.empty:
            row = self.above(row) or row
            index = min(index, row.end)
        opened = self._quote_above(row, done) if late else None
        if opened:
            return opened, opened.rest
        above = self.above(row)
        if above and index == row.colon:
            # The colon is the first of its line, so what stands before it began on a line above.
            return (above, above.start) if above.colon is None and not above.dashes else (row, row.start)
        return row, index

    def _quote_above(self, row: Row, done: Container[int]) -> Row | None:
        """A row above whose quotation mark is still open here."""
        for number in range(row.number - 1, max(0, row.number - _FAR), -1):
            above = self.row(number)
            if above.quote_open:
                return None if number in done else above
            if '"' in above.value or "'" in above.value:
                return None
        return None

    def _find_blocks(self) -> list[int]:
        """The numbers of the lines where a block begins; the first line is always one."""
        found = [match for match in _INDENT.finditer(self.text) if match.end() >= self.begin]
        found = [match for match in found if not _NO_BLOCK.match(self.text, match.end())]
        root = min((len(match[1]) for match in found), default=0)
        starts = (self.lines.position(match.start())[0] for match in found if len(match[1]) == root)
        return [1, *(number for number in starts if number > 1)]
