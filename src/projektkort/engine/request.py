"""Knows what a check is asked to do."""

from __future__ import annotations

import datetime as dt

from projektkort.frozen import Frozen, replace


class Request(Frozen):
    """All that a result depends on beside the source and our own version.

    `schema` is an id or the path of a schema file; `configured` is the one that configuration names. `named` says
    that the file was given by name and is checked whatever it is.
    """

    schema: str | None = None
    configured: str | None = None
    kind: str | None = None
    as_of: dt.date | None = None
    select: frozenset[str] = frozenset()
    ignore: frozenset[str] = frozenset()
    named: bool = True

    def walked(self) -> Request:
        """The same for a file that a folder happened to hold."""
        return replace(self, named=False)


EVERYTHING = Request()
"""All rules, for a file that is named; the document decides about the rest."""
