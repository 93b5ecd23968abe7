"""Knows the options that several commands share. What their values mean, `values` knows."""

from __future__ import annotations

from typing import Annotated

import typer

Paths = Annotated[list[str] | None, typer.Argument(metavar="PATH", hidden=True)]
"""Files, folders, globs, or - for standard input. Typer would show their Python type: the help of a command tells."""
SchemaOption = Annotated[
    str | None,
    typer.Option(
        "--schema", metavar="ID|FILE", help="What to check against: a schema's id, or a schema file of your own."
    ),
]
LangOption = Annotated[
    str | None, typer.Option("--lang", metavar="LANG", help="Language of the messages: da, sv, nb or en.")
]
PageLanguage = Annotated[
    str | None, typer.Option("--lang", metavar="LANG", help="Language of the page: da, sv, nb or en.")
]
KindOption = Annotated[
    str | None, typer.Option("--kind", metavar="KIND", help="Only schemas of this kind, such as application.")
]
Formats = Annotated[
    list[str] | None,
    typer.Option(
        "--output-format",
        metavar="FORMAT[=FILE]",
        help="text, concise or json; with =FILE into a file. Repeatable.",
    ),
]
Select = Annotated[
    list[str] | None, typer.Option("--select", metavar="RULE", help="Only this rule or subject. Repeatable.")
]
Ignore = Annotated[
    list[str] | None, typer.Option("--ignore", metavar="RULE", help="Not this rule or subject. Repeatable.")
]
FailOn = Annotated[
    str,
    typer.Option("--fail-on", metavar="SEVERITY", help="Exit 1 from this severity on: error, warning or info."),
]
AsOf = Annotated[str | None, typer.Option("--as-of", metavar="DAY", help="Check as on this day, such as 2026-11-21.")]
To = Annotated[
    str | None,
    typer.Option("--to", metavar="KIND", help="md or html; without it the name of the output or the template decides."),
]
Template = Annotated[
    str, typer.Option("--template", metavar="NAME|FILE", help="report, card, or a Jinja template of your own.")
]
Target = Annotated[
    str | None,
    typer.Option("--output", "-o", metavar="PATH", help="A file, or a folder for several pages (pages/)."),
]
Shown = Annotated[str, typer.Option("--output-format", metavar="FORMAT", help="text or json.")]
StdinName = Annotated[
    str | None,
    typer.Option("--stdin-filename", metavar="NAME", help="The name of standard input; .yaml is read as YAML."),
]
Form = Annotated[
    str | None, typer.Option("--to", metavar="FORM", help="md or yaml; without it the name of the new file decides.")
]
NewFile = Annotated[str | None, typer.Option("--output", "-o", metavar="FILE", help="The file to write.")]
Overwrite = Annotated[bool, typer.Option("--overwrite", help="Write over a file that is there already.")]
