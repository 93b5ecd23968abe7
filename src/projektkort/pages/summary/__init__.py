"""The summary: many projects in one table. What stands in it `view` knows, what it adds up to `whole`."""

from __future__ import annotations

from typing import Literal

from projektkort.pages.summary.cells import Titles
from projektkort.pages.summary.row import Row, State, row_of, unread_row
from projektkort.pages.summary.view import Column, Line, Overview, overview
from projektkort.pages.summary.whole import Decision, Summary, shared_language, summarise
from projektkort.pages.voice import Voice

__all__ = [
    "Column",
    "Decision",
    "Line",
    "Overview",
    "Row",
    "State",
    "Summary",
    "Titles",
    "overview",
    "row_of",
    "shared_language",
    "summarise",
    "unread_row",
    "write",
]

Written = Literal["md", "html", "csv", "json"]


def write(summary: Summary, to: Written, *, titles: Titles, language: str) -> str:
    """The summary as Markdown, one self-contained HTML file, CSV for Excel, or JSON."""
    # What is not asked for is not loaded: jinja2 is heavy.
    if to == "csv":
        from projektkort.pages.summary.sheet import as_csv  # noqa: PLC0415 - as above

        return as_csv(summary, titles, Voice(language, "md"))
    if to == "json":
        from projektkort.pages.summary.data import as_json  # noqa: PLC0415 - as above

        return as_json(summary, titles, Voice(language, "md"))
    from projektkort.pages.environment import laid_out  # noqa: PLC0415 - as above

    return laid_out(overview(summary, titles, Voice(language, to)), "summary", to)
