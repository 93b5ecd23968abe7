"""`projekt convert`: writes what was read as Markdown or YAML, and nothing where the two would not say the same."""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path
from typing import Annotated, Any

import typer

from projektkort.cli.differences import told
from projektkort.cli.errors import WrongCommand
from projektkort.cli.options import Form, NewFile, Overwrite, SchemaOption, StdinName
from projektkort.cli.schemas import known_schema
from projektkort.cli.sources import blamed, loaded_from
from projektkort.cli.write import form_of, put, seen_from
from projektkort.engine import Loaded, Request, load
from projektkort.engine.waivers import waivers_in
from projektkort.identity import mask
from projektkort.pages.inspection import Inspected, as_data, essence
from projektkort.source import decode
from projektkort.writing import drafts

MOST = 8  # differences that are told one by one
TYPED = frozenset({"period", "report_period", "applicant", "application", "previous"})
"""Sections that are not compared: paths are told as from another folder, and YAML may tell the others in pieces."""

HELP = """Write FILE as clean Markdown or YAML. Nothing of it is lost, or nothing is written.

FILE is a file, or - for standard input; the ending of the new file decides what it becomes.

\b
projekt convert application.docx -o application.md
projekt convert application.md -o application.yaml
projekt convert application.yaml --to md

What was written is read again. Where it would say something else, nothing is written and the exit code is 1.
"""


def convert(
    path: Annotated[str, typer.Argument(metavar="FILE", hidden=True)],
    output: NewFile = None,
    to: Form = None,
    schema: SchemaOption = None,
    overwrite: Overwrite = False,
    stdin_filename: StdinName = None,
) -> int:
    """Writes the file in the other form; the exit code."""
    form = form_of(to, output)
    if form is None:
        raise WrongCommand("write --to md or --to yaml, or name the new file with -o.")
    request = Request(schema=known_schema(schema), publish=False)  # the writer's own copy keeps all of it
    loaded = list(loaded_from([path], request, stdin_filename))
    if len(loaded) > 1:
        raise WrongCommand(f"“{path}” is {len(loaded)} files: convert them one by one.")
    if not loaded or loaded[0].empty:
        return 1 if loaded else 3
    text = _converted(loaded[0], request, form, output)
    if text is None:
        return 1
    put(text, output, overwrite=overwrite, sources=[loaded[0].path])
    hidden = sum(problem.rule == "personal-number" for problem in loaded[0].problems)
    if hidden:
        numbers = "number was" if hidden == 1 else "numbers were"
        shown = mask(loaded[0].path)
        sys.stderr.write(f"{shown}: {hidden} personal {numbers} not carried over; bullets stand there.\n")
    return 0


def _converted(loaded: Loaded, request: Request, form: str, output: str | None) -> str | None:
    """The text in the other form; None where it would be read differently, which is told."""
    if is_form(loaded, form):
        return loaded.document.source.text
    with blamed(mask(loaded.path)):
        text, found = _drafted(loaded, request, form, output)
    if found:
        sys.stderr.write(f"{mask(loaded.path)}: nothing was written, for as {form} it would say something else:\n")
        sys.stderr.write("".join(f"  {line}\n" for line in found[:MOST]))
        rest = len(found) - MOST
        sys.stderr.write(f"  … and {rest} more.\n" if rest > 0 else "")
    return text


def _drafted(loaded: Loaded, request: Request, form: str, output: str | None) -> tuple[str | None, list[str]]:
    """The first draft that says the same; else None, and what the one that comes nearest would say otherwise."""
    before = _said(loaded)
    unsure = {"language": None} if loaded.project.language is None else {}  # more labels may tell it
    differences: list[str] = []
    folder = str(Path(loaded.path).parent)
    target = output or f"{folder}/-.{form}"
    moved = partial(seen_from, target, folder=folder)
    for text in drafts(loaded.project, loaded.document, loaded.choice.schema, form, moved):
        again = load(decode(text.encode(), target), request)
        found = list(dict.fromkeys(told(before, {**_said(again), **unsure})))
        if not found:
            return text, []
        differences = min(filter(None, (differences, found)), key=len)
    return None, differences


def is_form(loaded: Loaded, form: str) -> bool:
    """Whether a document is of this form already, so that its text can stay as it is."""
    return bool(loaded.document.lines) == (form == "md")


def _said(loaded: Loaded) -> dict[str, Any]:
    """What a document says, whatever its form. Text that stands under no label may become a comment, and so may a label
    that nobody knows and under which nothing stands."""
    data = as_data(Inspected("", loaded.project, loaded.choice.schema.id, loaded.choice.by))
    project = data["project"]
    sections = [section for section in project["sections"] if section["id"] not in TYPED]
    other = [section for section in project["other"] if section["text"] or section["parts"]]
    said = essence({**data, "project": {**project, "sections": sections, "other": other}}, placed=True)
    return {name: value for name, value in said.items() if name != "unplaced"} | {"waivers": _waived(loaded)}


def _waived(loaded: Loaded) -> list[dict[str, Any]]:
    """What is set aside in the whole document; what is on a line has another one now, and stands in a comment."""
    return [
        {"rules": [name.value for name in said.names], "reason": said.reason, "until": said.day and said.day.value}
        for said in waivers_in(loaded.document)
        if said.line is None
    ]
