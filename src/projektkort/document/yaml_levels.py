"""Knows which mapping or sequence a line of plain YAML belongs to, by how far it is indented."""

from __future__ import annotations

from typing import Any

from projektkort.document.layout import Entry, Mapping, Scalar, Sequence
from projektkort.document.yaml_refusal import MAX_DEPTH, MAX_NODES
from projektkort.span import Lines, Place, Text

_DEEPEST = MAX_DEPTH - 10  # what is nearly too deep YAML is to judge, which counts and tells it


class UnsureError(Exception):
    """A line may mean something else."""


class Level:
    """A mapping or sequence that is not at its end: what it holds, and the key whose value is yet to come."""

    __slots__ = ("column", "dashes", "found", "key", "names", "start")

    def __init__(self, column: int, start: int, dashes: bool) -> None:
        self.column, self.start, self.dashes = column, start, dashes
        self.found: list[Any] = []  # entries or nodes
        self.names: set[str] = set()
        self.key: Text | None = None

    def node(self, lines: Lines, end: int) -> Mapping | Sequence:
        """What has been found, as far as `end`. Raises UnsureError where a key stands twice."""
        if self.dashes:
            return Sequence(tuple(self.found), Place(lines, self.start, end))
        if len(self.names) < len(self.found):
            raise UnsureError
        return Mapping(tuple(self.found), Place(lines, self.start, end))


class Levels:
    """All that is not at its end: `inner` is the innermost. `end` is where the last text ended."""

    def __init__(self, lines: Lines, start: int) -> None:
        self._lines = lines
        self.inner = Level(0, start, False)
        self._whole = Level(-1, start, True)
        self._around = [self._whole]
        self._count = 0  # of nodes
        self.end = start

    def of(self, column: int, dash: int, key: str | None, start: int) -> Level:
        """The level of a key or item: one that is open, or a new one below the key that awaits it.

        `dash` is how wide the dash before it is, 0 for none; it stands at `column`, which is at `start`.
        """
        level = self.inner
        if level.key and (level.column < column or (dash and level.column == column)):
            level = self._opened(Level(column, start, dash > 0))
        while level.column > column or (level.column == column and level.dashes and not dash):
            level = self._closed()
        if level.column != column or level.dashes is not (dash > 0):
            raise UnsureError
        if level.key:
            self._leave_empty(level, level.key)
        return self._opened(Level(column + dash, start + dash, False)) if dash and key else level

    def root(self) -> Mapping | None:
        """The outermost, when all has been read; None where nothing was."""
        while len(self._around) > 1:
            self._closed()
        first = self.inner.found[0].key if self.inner.found else self.inner.key
        if first is None:
            return None
        self.inner.start = first.start
        self._closed()
        root = self._whole.found[0]
        assert isinstance(root, Mapping)  # it was opened as one
        return root

    def made(self, level: Level, end: int) -> Mapping | Sequence:
        """A level as a node. Raises UnsureError where there are more nodes than YAML is asked for."""
        self._count += 1 + len(level.found) * (1 if level.dashes else 2)
        if self._count > MAX_NODES:
            raise UnsureError
        return level.node(self._lines, end)

    def _opened(self, level: Level) -> Level:
        if len(self._around) == _DEEPEST:
            raise UnsureError
        self._around.append(self.inner)
        self.inner = level
        return level

    def _closed(self) -> Level:
        """Makes a node of the innermost level, and puts it into the one around it, which is the innermost then."""
        inner = self.inner
        if inner.key:
            self._leave_empty(inner, inner.key)
        end, text = self.end, self._lines.text
        if text[end - 1].isspace():
            end = inner.start + len(text[inner.start : end].rstrip())
        node = self.made(inner, end)
        self.inner = level = self._around.pop()
        if level.key:
            level.found.append(Entry(level.key, node))
            level.key = None
        else:
            level.found.append(node)
        return level

    def _leave_empty(self, level: Level, key: Text) -> None:
        self.end = at = key.end + 1  # behind the colon
        level.found.append(Entry(key, Scalar(Text.empty(self._lines, at))))
        level.key = None
