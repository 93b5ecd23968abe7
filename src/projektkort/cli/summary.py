"""`projekt summary`: many projects in one table, and what they come to."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import PurePath
from typing import Annotated, Literal, get_args
from urllib.parse import quote

import typer

from projektkort.cli.errors import WrongCommand, unknown
from projektkort.cli.options import AsOf, Jobs, PageLanguage, Paths, Publish, SchemaOption
from projektkort.cli.order import Order
from projektkort.cli.pool import amount_of, decided, pool_of
from projektkort.cli.rows import Told, rows_of
from projektkort.cli.summary_text import as_text
from projektkort.cli.values import language
from projektkort.cli.write import colourful, keep, seen_from, to_file, to_stdout, width
from projektkort.engine import catalogue
from projektkort.frozen import replace
from projektkort.identity import BULLET
from projektkort.pages.summary import Row, Summary, overview, shared_language, summarise, write
from projektkort.pages.voice import Voice
from projektkort.source import is_remote

HELP = """Make the table that a committee needs: all projects of a folder, what is missing, what they come to.

PATH is a file, a folder, a glob, or - for standard input; without one it is the folder you stand in.

\b
projekt summary applications/
projekt summary applications/ -o overview.html
projekt summary applications/ --pool 900000 -o round.csv
projekt summary applications/ --pool 900000 --pool round.csv -o overview.html

In round.csv the committee fills in what is recommended and granted; it is read back with --pool.

Exit codes: 0 there is a summary, 1 nothing could be read, 2 wrong command, 3 nothing to check, 4 a bug in projektkort.
"""
Form = Literal["text", "md", "html", "csv", "json"]
ENDINGS: dict[str, Form] = {
    ".txt": "text",
    ".md": "md",
    ".markdown": "md",
    ".html": "html",
    ".htm": "html",
    ".csv": "csv",
    ".json": "json",
}
To = Annotated[
    str | None,
    typer.Option(
        "--to", metavar="FORM", help="text, md, html, csv or json; without it the name of the output decides."
    ),
]
Target = Annotated[str | None, typer.Option("--output", "-o", metavar="FILE", help="The file to write.")]
PoolOption = Annotated[
    list[str] | None,
    typer.Option(
        "--pool", metavar="AMOUNT|FILE.csv", help="What there is to give out, or what was decided. Once for each."
    ),
]


def summary(  # noqa: PLR0913, PLR0917 - one parameter an option: that is how typer is told of them
    paths: Paths = None,
    to: To = None,
    output: Target = None,
    schema: SchemaOption = None,
    lang: PageLanguage = None,
    as_of: AsOf = None,
    pool: PoolOption = None,
    jobs: Jobs = None,
    publish: Publish = False,
) -> int:
    """Writes the summary of what the paths name; the exit code."""
    form, wanted = _form(to, output), language(lang)
    order = Order(paths=paths or (), schema=schema, as_of=as_of, jobs=jobs, publish=publish)
    configured = order.configuration
    funds = pool_of(pool or (), configured.pool)
    told = list(rows_of(order, filter(None, (output, funds.decisions, configured.path))))
    keep((each.path for each in told), filter(None, [output]))
    rows = [_linked(each, output) if form == "html" and output else each.row for each in told]
    speaks = wanted or configured.lang or shared_language(rows) or "en"
    decisions = decided(funds.decisions, output if form == "csv" else None, rows, speaks, order.paths or ())
    made = summarise(rows, pool=amount_of(funds, speaks), decisions=decisions, as_of=order.request.as_of)
    _put(made, form, output, speaks)
    for each in told:
        if each.fault:
            sys.stderr.write(f"{each.row.path}: {each.fault}\nThis is a fault of projektkort, not of your file.\n")
    return _code(rows)


def _form(to: str | None, output: str | None) -> Form:
    """What --to says, else what the name of the output ends in, else text; two that contradict are a WrongCommand."""
    told = ENDINGS.get(PurePath(output).suffix.lower()) if output else None
    asked = next((form for form in get_args(Form) if form == to), None)
    if to is not None and asked is None:
        raise unknown("form", to, get_args(Form))
    if asked and told and asked != told:
        raise WrongCommand(f"“--to” asks for {asked}, but “{output}” for {told}.")
    return asked or told or "text"


def _linked(told: Told, output: str) -> Row:
    """The row with a link to its file, unless the path must not be shown or a browser cannot follow it."""
    if BULLET in told.row.path or is_remote(told.path):
        return told.row
    return replace(told.row, link=quote(os.fsencode(seen_from(output, told.path))))


def _put(made: Summary, form: Form, output: str | None, speaks: str) -> None:
    if form == "text":
        page = overview(made, catalogue(), Voice(speaks, "md"))
        seen = {"columns": width(), "colour": colourful()} if output is None else {"columns": None, "colour": False}
        text = as_text(page, **seen)
    else:
        text = write(made, form, titles=catalogue(), language=speaks)
    if output is None:
        to_stdout(text, exact=form != "text")
    else:
        to_file(output, text)


def _code(rows: Sequence[Row]) -> int:
    """4 a fault of ours, 0 something was read, 1 nothing could be read, 3 there was nothing to read."""
    if any(row.crashed for row in rows):
        return 4
    if any(row.is_read for row in rows):
        return 0
    return 1 if any(row.lacks for row in rows) else 3
