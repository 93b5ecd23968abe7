"""Knows what a check is asked to do."""

from __future__ import annotations

import datetime as dt

from projektkort.frozen import Frozen, replace


class Request(Frozen):
    """All that a result depends on beside the source and our own version.

    `schema` is an id or the path of a schema file; `configured` is the one that configuration names, and `schemas` are
    the paths of those that it adds to ours. `named` says that the file was given by name and is checked whatever it
    is. `levels` are the severities that the configuration sets, by rule; they stand above those of the schema.
    `publish` says that the documents will be published, or False that they stay with their writer; None leaves it to
    the schema. `across` asks for what the rules across files need.
    """

    schema: str | None = None
    configured: str | None = None
    kind: str | None = None
    as_of: dt.date | None = None
    select: frozenset[str] = frozenset()
    ignore: frozenset[str] = frozenset()
    named: bool = True
    levels: tuple[tuple[str, str], ...] = ()
    publish: bool | None = None
    across: bool = False
    schemas: tuple[str, ...] = ()

    def walked(self) -> Request:
        """The same for a file that a folder happened to hold."""
        return replace(self, named=False)


EVERYTHING = Request()
"""All rules, for a file that is named; the document decides about the rest."""
