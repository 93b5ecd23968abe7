"""`projekt new`: writes the empty form of a schema, or the report that follows another one."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from projektkort.cli.errors import WrongCommand
from projektkort.cli.options import Form, NewFile, Overwrite
from projektkort.cli.schemas import known_schema
from projektkort.cli.sources import loaded_from
from projektkort.cli.values import language
from projektkort.cli.write import form_of, put, seen_from
from projektkort.engine import Loaded, Request, load_schema
from projektkort.schema.labels import Labels
from projektkort.schema.loading import is_file
from projektkort.schema.model import REPORTS, Schema
from projektkort.writing import sheet_text
from projektkort.writing.follow import next_report
from projektkort.writing.form import form_of as empty_form
from projektkort.writing.form import language_for

HELP = """Make a form to fill in, by what SCHEMA asks for; or with --from the next report.

SCHEMA is a schema's id, or a schema file of your own.

\b
projekt new lokaludvalg -o application.md
projekt new generisk --to yaml --lang sv
projekt new status-report --from report-2.md -o report-3.md
projekt new status-report --from application.md -o report-1.md

Beside a JSON Schema of the same name, which your editor understands, a YAML form says so in its first line:

\b
projekt schema json-schema lokaludvalg > lokaludvalg.json
projekt new lokaludvalg -o application.yaml
"""
Name = Annotated[str, typer.Argument(metavar="SCHEMA", hidden=True)]
Last = Annotated[
    str | None, typer.Option("--from", metavar="FILE", help="The report before this one, or its application.")
]
FormLanguage = Annotated[
    str | None, typer.Option("--lang", metavar="LANG", help="Language of the form: da, sv, nb or en.")
]


def new(
    schema: Name,
    output: NewFile = None,
    to: Form = None,
    last: Last = None,
    lang: FormLanguage = None,
    overwrite: Overwrite = False,
) -> int:
    """Writes the form; the exit code."""
    form, wanted = form_of(to, output) or "md", language(lang)
    known_schema(schema)
    asked = load_schema(schema)
    name = seen_from(output, schema) if is_file(schema) else asked.id
    if last is None:
        sheet = empty_form(asked, language_for(asked, wanted), name)
    else:
        before = _before(last, asked)
        spoken = wanted or before.project.language or language_for(asked, None)
        sheet = next_report(before.project, asked, spoken, name, _references(before, output))
    sources = [schema] if last is None else [schema, last]
    text = _editable(output, form, asked) + sheet_text(sheet, form, Labels(asked))
    put(text, output, overwrite=overwrite, sources=sources)
    return 0


def _editable(output: str | None, form: str, schema: Schema) -> str:
    """The line that tells an editor which keys there are, where their JSON Schema lies beside the new YAML file."""
    name = f"{schema.id}.json"
    if form != "yaml" or output is None or not Path(output).with_name(name).is_file():
        return ""
    return f"# yaml-language-server: $schema={name}\n"


def _before(last: str, asked: Schema) -> Loaded:
    """The document that the new one follows."""
    if asked.kind not in REPORTS:
        raise WrongCommand(f"--from makes the next report, but “{asked.id}” asks for no report.")
    loaded = list(loaded_from([last], Request(publish=False), None))
    if len(loaded) != 1 or loaded[0].empty:
        raise WrongCommand(f"“{last}” is no document to go on from.")
    if loaded[0].project.kind not in {"application", "outline", "description", asked.kind}:
        raise WrongCommand(f"“{last}” is a {loaded[0].project.kind}, and “{asked.id}” asks for a {asked.kind}.")
    return loaded[0]


def _references(before: Loaded, output: str | None) -> dict[str, str]:
    """The paths that the new report names, as seen from its own folder."""
    here = {"previous": seen_from(output, before.path)}
    if before.project.kind not in REPORTS:
        return {"application": here["previous"]}
    named = before.project.section("application")
    if named is None:
        return here
    return {"application": seen_from(output, named.text.value.strip(), str(Path(before.path).parent)), **here}
