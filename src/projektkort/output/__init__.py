"""Output: results in one format; which formats there are stands in one table, each is loaded when it is asked for."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from typing import Protocol, cast

from projektkort.finding import Result
from projektkort.output.catalogue import Catalogue, Options

__all__ = ["FORMATS", "Catalogue", "Format", "Options", "UnknownFormat", "load"]

FORMATS = {
    "text": "projektkort.output.text",
    "concise": "projektkort.output.concise",
    "json": "projektkort.output.json",
}


class Format(Protocol):
    """What a module of the table offers."""

    def write(self, results: Sequence[Result], catalogue: Catalogue, options: Options) -> str:
        """The results in this format, with a line break at the end; empty where there is nothing to say."""
        ...


class UnknownFormat(Exception):  # noqa: N818 - it is named for what happened, as the other exceptions of the house
    """Somebody asked for a format that is not in the table."""

    def __init__(self, name: str) -> None:
        self.name = name
        super().__init__(name)


def load(name: str) -> Format:
    """The format of this name; raises UnknownFormat."""
    if name not in FORMATS:
        raise UnknownFormat(name)
    return cast("Format", import_module(FORMATS[name]))
