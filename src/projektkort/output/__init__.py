"""Output: results in one format; which formats there are stands in one table, each is loaded when it is asked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from importlib import import_module
from typing import Protocol, cast

from projektkort.finding import Result
from projektkort.output.catalogue import Catalogue, Options
from projektkort.output.tally import Outcome, Tally, outcome_of

__all__ = [
    "FORMATS",
    "Catalogue",
    "Format",
    "Frame",
    "Options",
    "Outcome",
    "Tally",
    "UnknownFormat",
    "load",
    "outcome_of",
    "write",
]

FORMATS = {
    "text": "projektkort.output.text",
    "concise": "projektkort.output.concise",
    "json": "projektkort.output.json",
    "jsonl": "projektkort.output.jsonl",
    "sarif": "projektkort.output.sarif",
    "junit": "projektkort.output.junit",
    "github": "projektkort.output.github",
    "github-summary": "projektkort.output.github_summary",
    "gitlab": "projektkort.output.gitlab",
    "csv": "projektkort.output.csv",
    "markdown": "projektkort.output.markdown",
    "checkstyle": "projektkort.output.checkstyle",
    "rdjson": "projektkort.output.rdjson",
}


class Frame(Protocol):
    """One output while it is written: what stands around the pieces, and between them. It keeps little."""

    def opening(self) -> str:
        """What stands before the first piece."""
        ...

    def add(self, outcome: Outcome, piece: str) -> str:
        """What to write of the next result; its piece as it is, or with what parts it from the one before."""
        ...

    def closing(self, tally: Tally) -> Iterator[str]:
        """What stands behind the last piece, in portions: what a frame had to set aside may be long."""
        ...


class Format(Protocol):
    """What a module of the table offers. Pieces are made where files are checked, frames where they are written."""

    def piece(self, result: Result, catalogue: Catalogue, options: Options) -> str:
        """All that the output says of one result; depends on nothing else. May be empty."""
        ...

    def frame(self, catalogue: Catalogue, options: Options) -> Frame:
        """A new output."""
        ...


def write(name: str, results: Iterable[Result], catalogue: Catalogue, options: Options) -> str:
    """Results at hand in the format of this name; empty where there is nothing to say. Raises UnknownFormat."""
    form, tally = load(name), Tally()
    frame = form.frame(catalogue, options)
    parts = [frame.opening()]
    for result in results:
        outcome = outcome_of(result)
        tally.add(outcome)
        parts.append(frame.add(outcome, form.piece(result, catalogue, options)))
    return "".join([*parts, *frame.closing(tally)])


class UnknownFormat(Exception):  # noqa: N818 - it is named for what happened, as the other exceptions of the house
    """Somebody asked for a format that is not in the table."""

    def __init__(self, name: str) -> None:
        self.name = name
        super().__init__(name)


@cache
def load(name: str) -> Format:
    """The format of this name; raises UnknownFormat."""
    if name not in FORMATS:
        raise UnknownFormat(name)
    return cast("Format", import_module(FORMATS[name]))
