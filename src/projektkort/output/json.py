"""Knows the format `json`: the contract that other programs rely on, one object for the whole run."""

from __future__ import annotations

from collections.abc import Iterator

from projektkort.finding import Result
from projektkort.output.catalogue import Catalogue, Options
from projektkort.output.record import (
    TOOL,
    Json,
    dumped,
    file_record,
    finding_records,
    skipped_record,
    summary_record,
)
from projektkort.output.spool import Spool
from projektkort.output.tally import Outcome, Tally

HEAD = '{{\n  "version": 1,\n  "tool": {tool},\n  "as_of": {day},\n  "files": ['


def piece(result: Result, catalogue: Catalogue, options: Options) -> str:
    """The elements of `files`, `skipped` or `across` that the result is; every key is always there."""
    if result.skipped is not None:
        return _element(skipped_record(result.path, result.skipped))
    if result.across:
        return ",".join(_element(record) for record in finding_records(result, catalogue, options))
    return _element(file_record(result, catalogue, options))


def _element(record: Json) -> str:
    return "\n    " + dumped(record, 2).replace("\n", "\n    ")


class Whole:
    """The object; what stands behind the list of files waits until that has ended."""

    __slots__ = ("_across", "_files", "_options", "_skipped")

    def __init__(self, options: Options) -> None:
        self._options = options
        self._files = _List()
        self._skipped, self._across = _Later(), _Later()

    def opening(self) -> str:
        day = f'"{self._options.as_of.isoformat()}"' if self._options.as_of else "null"
        return HEAD.format(tool=_inner(TOOL), day=day)

    def add(self, outcome: Outcome, piece: str) -> str:
        if outcome.skipped is None and not outcome.across:
            return self._files.next(piece)
        (self._across if outcome.across else self._skipped).add(piece)
        return ""

    def closing(self, tally: Tally) -> Iterator[str]:
        yield f"{self._files.end}],\n"
        for name, later in (("skipped", self._skipped), ("across", self._across)):
            yield f'  "{name}": ['
            yield from later.text
            yield f"{later.end}],\n"
        yield f'  "summary": {_inner(summary_record(tally, self._options))}\n}}\n'


def frame(catalogue: Catalogue, options: Options) -> Whole:
    return Whole(options)


class _List:
    """Elements with commas between them; `end` is what stands before the bracket behind them."""

    __slots__ = ("end",)

    def __init__(self) -> None:
        self.end = ""

    def next(self, element: str) -> str:
        text = f",{element}" if self.end else element
        self.end = "\n  "
        return text


class _Later(_List):
    """Elements that wait."""

    __slots__ = ("text",)

    def __init__(self) -> None:
        super().__init__()
        self.text = Spool()

    def add(self, element: str) -> None:
        self.text.add(self.next(element))


def _inner(record: Json) -> str:
    return dumped(record, 2).replace("\n", "\n  ")
