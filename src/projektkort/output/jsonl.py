"""Knows the format `jsonl`: one JSON object a line for programs that read along, the last one the summary."""

from __future__ import annotations

from collections.abc import Iterator

from projektkort.finding import Result
from projektkort.output.catalogue import Catalogue, Options
from projektkort.output.frames import Row
from projektkort.output.record import (
    TOOL,
    Json,
    dumped,
    file_record,
    finding_records,
    skipped_record,
    summary_record,
)
from projektkort.output.tally import Tally


def piece(result: Result, catalogue: Catalogue, options: Options) -> str:
    """The line of the file; of a result across files one line for each finding."""
    if result.skipped is not None:
        return _line("skipped", skipped_record(result.path, result.skipped))
    if result.across:
        return "".join(_line("across", record) for record in finding_records(result, catalogue, options))
    return _line("file", file_record(result, catalogue, options))


def _line(kind: str, record: Json) -> str:
    return dumped({"type": kind} | record) + "\n"


class Lines(Row):
    """The lines, and the summary with what else `json` says of the whole run."""

    __slots__ = ("_options",)

    def __init__(self, options: Options) -> None:
        super().__init__()
        self._options = options

    def closing(self, tally: Tally) -> Iterator[str]:
        day = self._options.as_of.isoformat() if self._options.as_of else None
        run = {"version": 1, "tool": TOOL, "as_of": day}
        yield _line("summary", run | summary_record(tally, self._options))


def frame(catalogue: Catalogue, options: Options) -> Lines:
    return Lines(options)
