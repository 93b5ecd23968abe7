"""`projekt schema`: lists, shows and checks schemas."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from projektkort.cli.errors import WrongCommand, unknown
from projektkort.cli.options import LangOption
from projektkort.cli.schemas import faults, known_schema
from projektkort.cli.sources import found
from projektkort.cli.values import language, spoken
from projektkort.cli.write import to_stdout
from projektkort.config.keys import json_schema as configuration_schema
from projektkort.document import read
from projektkort.document.layout import Scalar
from projektkort.engine import load_schema
from projektkort.identity import mask
from projektkort.locale import normal
from projektkort.output.phrases import say
from projektkort.schema.describe import describe, overview, remarks, shared_sections
from projektkort.schema.json_schema import json_schema
from projektkort.schema.loading import BrokenSchema, UnknownSchema, ids, is_file, load
from projektkort.source import read_file

HELP = """List, show and check schemas: what a fund asks for.

\b
projekt schema list
projekt schema show lokaludvalg
projekt schema sections --lang da
projekt schema check our-fund.yaml
projekt schema json-schema lokaludvalg
projekt schema json-schema projekt.toml
"""
CONFIGURATION = "projekt.toml"
Name = Annotated[str, typer.Argument(metavar="ID|FILE", hidden=True)]

schema = typer.Typer(help=HELP, no_args_is_help=True, rich_markup_mode=None)


@schema.command("list")
def list_all(lang: LangOption = None) -> int:
    """List the schemas: id, kind, and title."""
    to_stdout(overview([load(each) for each in ids()], language(lang) or "en"))
    return 0


@schema.command()
def show(name: Name, lang: LangOption = None) -> int:
    """Show what a schema asks for, section by section."""
    known_schema(name)
    to_stdout(describe(load_schema(name), language(lang)))
    return 0


@schema.command()
def sections(lang: LangOption = None) -> int:
    """List the ids of the sections that every schema knows, with their first labels."""
    to_stdout(shared_sections(language(lang) or spoken()))
    return 0


@schema.command()
def check(
    paths: Annotated[list[str], typer.Argument(metavar="FILE", hidden=True)],
    lang: LangOption = None,
) -> int:
    """Check schema files; every fault is told with its line, and demands that a document need not tell about."""
    wanted = language(lang)
    broken = 0
    for path in paths:
        if path not in ids() and not is_file(path):
            if Path(path).exists():
                raise WrongCommand(f"“{path}” is no schema file: its name would end in .yaml.")
            raise unknown("schema", path, ids(), "projekt schema list")
        try:
            own = load_schema(path).language
        except UnknownSchema:
            list(found([path]))  # says which file was probably meant
        except BrokenSchema as wrong:
            broken += 1
            to_stdout(faults(wrong, wanted or _language_of(path) or spoken()) + "\n")
        else:
            chosen = wanted or own or spoken()
            to_stdout(f"{mask(path)}: {say('in-order', chosen)}\n{remarks(load_schema(path), chosen)}")
    return 1 if broken else 0


def _language_of(path: str) -> str | None:
    """The language that a schema file says it is written in, whatever else is wrong with it."""
    root = read(read_file(path)).root
    told = root.get("language") if root is not None else None
    return normal(told.text.value) if isinstance(told, Scalar) else None


@schema.command("json-schema")
def export(name: Name) -> int:
    """Print the JSON Schema of a schema's YAML form, or of projekt.toml, for editors."""
    if name == CONFIGURATION:
        made = configuration_schema()
    else:
        known_schema(name)
        made = json_schema(load_schema(name))
    to_stdout(json.dumps(made, ensure_ascii=False, indent=2) + "\n", exact=True)
    return 0
