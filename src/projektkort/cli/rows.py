"""Knows how files become rows of a summary, in as many processes as are asked for; one that fails stops no other."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator

from projektkort.batch.asked import Asked
from projektkort.batch.check import Given
from projektkort.batch.run import run
from projektkort.cli.order import Order
from projektkort.engine import check_loaded, load
from projektkort.engine.standing import standing
from projektkort.finding import Result
from projektkort.frozen import Frozen, replace
from projektkort.identity import mask
from projektkort.output.typeset import escape
from projektkort.pages.summary import Row, State, row_of, unread_row
from projektkort.rules.file_names import told_path
from projektkort.source import Found, decode, read_file

FAILED = "rule-crashed"
SHOWN = ("path", "number", "title", "applicant")


class Told(Frozen):
    """A row, and the path of its file as it is: that of the row is as it may be shown. `fault` is one of ours."""

    path: str
    row: Row
    fault: str = ""


class Telling(Frozen):
    """The task of making rows; `given` are the bytes that are no file."""

    asked: Asked
    given: tuple[Given, ...] = ()

    def __call__(self, files: tuple[Found, ...]) -> list[Told]:
        """What is told of each file."""
        return [self._told(file) for file in files]

    def lost(self, file: Found) -> Told:
        """What is told of a file at which a process ended."""
        return self._failed(file, "the process ended")

    def rest(self) -> None:
        """Holds nothing that must not be carried into other processes."""

    def _failed(self, file: Found, fault: str) -> Told:
        return Told(file.path, Row(escape(self._shown(file)), State.UNREAD, FAILED, crashed=True), mask(fault))

    def _shown(self, file: Found) -> str:
        return told_path(file.path, published=bool(self.asked.of(file).publish))

    def _told(self, file: Found) -> Told:
        try:
            row = _visible(self._row(file))
        except Exception as fault:  # one of ours, whatever it is: it stops no other file, and the exit code says so
            return self._failed(file, f"{type(fault).__name__}: {fault}")
        # The name of a file is published with it.
        return Told(file.path, row if mask(file.path) == file.path else replace(row, personal=True))

    def _row(self, file: Found) -> Row:
        if file.skipped is not None:
            return unread_row(Result(path=self._shown(file), skipped=file.skipped))
        given = next((each for each in self.given if each.found == file.path), None)
        request = self.asked.of(file)
        loaded = load(decode(given.content, given.name) if given else read_file(file.path), request)
        result = check_loaded(loaded, request)
        if result.skipped is None and loaded.empty and os.path.isdir(file.path):  # noqa: PTH112 - the path is a text
            return unread_row(replace(result, skipped="folder-unreadable"))
        if result.skipped is not None or loaded.empty:
            return unread_row(result)
        schema = loaded.choice.schema
        standings = standing(loaded.project, schema, result, request.levels)
        return row_of(loaded.project, result, schema, unchecked=any(each.open for each in standings))


def _visible(row: Row) -> Row:
    """The row with what a terminal would obey, or nobody could see, written as the findings write it."""
    texts = {name: escape(getattr(row, name)) for name in SHOWN}
    lacks = tuple(replace(lack, section=escape(lack.section)) for lack in row.lacks)
    return replace(row, **texts, lacks=lacks)


def rows_of(order: Order, own: Iterable[str]) -> Iterator[Told]:
    """What is told of each file that the paths name, but for `own`: files of ours that are no documents."""
    ours = {os.path.realpath(path) for path in own}
    files = (file for file in order.files if not (file.skipped and os.path.realpath(file.path) in ours))
    return run(files, Telling(Asked(order.request, order.configurations), order.given), jobs=order.count)
