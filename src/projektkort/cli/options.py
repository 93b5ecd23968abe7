"""Knows the options that several commands share. What their values mean, `values` knows."""

from __future__ import annotations

from typing import Annotated

import typer

from projektkort.output import FORMATS

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
        help=f"{', '.join(FORMATS)}; with =FILE into a file. Repeatable.",
    ),
]
Select = Annotated[
    list[str] | None, typer.Option("--select", metavar="RULE", help="Only this rule or subject. Repeatable.")
]
Ignore = Annotated[
    list[str] | None, typer.Option("--ignore", metavar="RULE", help="Not this rule or subject. Repeatable.")
]
FailOn = Annotated[
    str | None,
    typer.Option("--fail-on", metavar="SEVERITY", help="Exit 1 from this severity on: error, warning or info."),
]
Jobs = Annotated[
    str | None, typer.Option("--jobs", "-j", metavar="N", help="So many processes at once; auto is one for each core.")
]
Scheduler = Annotated[
    str | None,
    typer.Option(
        "--scheduler",
        metavar="ADDRESS",
        help="Check on other machines, those of a dask.distributed scheduler such as tcp://10.0.0.7:8786.",
    ),
]
NoCache = Annotated[bool, typer.Option("--no-cache", help="Check everything anew, and keep nothing.")]
Excerpts = Annotated[
    bool | None,
    typer.Option("--excerpts/--no-excerpts", help="Show lines of the documents. In CI the default is not to."),
]
Statistics = Annotated[bool, typer.Option("--statistics", help="Count the findings by rule.")]
Config = Annotated[
    str | None, typer.Option("--config", metavar="FILE", help="This configuration, in place of the nearest one.")
]
ForceExclude = Annotated[
    bool, typer.Option("--force-exclude", help="Leave out what is excluded even where it is named.")
]
Publish = Annotated[
    bool, typer.Option("--publish", help="What is private must not be there, and is not shown: it will be published.")
]
BaselineOption = Annotated[
    str | None,
    typer.Option(
        "--baseline",
        metavar="FILE",
        help="Set aside the findings in this file; where it is not there, it is made of all there are.",
    ),
]
ChangedSince = Annotated[
    str | None,
    typer.Option("--changed-since", metavar="REV", help="Only files that git says have changed since a revision."),
]
Watch = Annotated[bool, typer.Option("--watch", help="Check again whenever something changes, until Ctrl-C.")]
Fix = Annotated[bool, typer.Option("--fix", help="Mend what can be mended without changing what the text means.")]
UnsafeFixes = Annotated[
    bool, typer.Option("--unsafe-fixes", help="With --fix or --diff: also what you should look at, such as totals.")
]
Diff = Annotated[bool, typer.Option("--diff", help="Show what --fix would change, and change nothing.")]
NoAcross = Annotated[bool, typer.Option("--no-across", help="Compare no files with each other.")]
AsOf = Annotated[str | None, typer.Option("--as-of", metavar="DAY", help="Check as on this day, such as 2026-11-21.")]
To = Annotated[
    str | None,
    typer.Option("--to", metavar="KIND", help="md or html; without it the name of the output or the template decides."),
]
Template = Annotated[
    str,
    typer.Option(
        "--template", metavar="NAME|FILE", help="report, card, letter, checklist, or a Jinja template of your own."
    ),
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
