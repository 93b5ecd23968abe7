"""`projekt validate`: checks files and writes what was found."""

from __future__ import annotations

from projektkort.cli.checking import check_paths
from projektkort.cli.options import (
    AsOf,
    FailOn,
    Formats,
    Ignore,
    KindOption,
    LangOption,
    Paths,
    SchemaOption,
    Select,
    StdinName,
)

HELP = """Check project descriptions. Says what is wrong, where, and what to do.

PATH is a file, a folder, a glob, or - for standard input; without one it is the folder you stand in.

\b
projekt validate application.yaml
projekt validate applications/ --lang da
projekt validate . --output-format concise --fail-on warning
projekt validate . --output-format json=result.json --output-format text
cat application.md | projekt validate -

Exit codes: 0 in order, 1 findings, 2 wrong command, 3 nothing to check, 4 a bug in projektkort.
"""


def validate(  # noqa: PLR0913, PLR0917 - one parameter an option: that is how typer is told of them
    paths: Paths = None,
    schema: SchemaOption = None,
    kind: KindOption = None,
    output_format: Formats = None,
    select: Select = None,
    ignore: Ignore = None,
    fail_on: FailOn = "error",
    lang: LangOption = None,
    as_of: AsOf = None,
    stdin_filename: StdinName = None,
) -> int:
    """Checks what the paths name and writes what was found; the exit code."""
    return check_paths(paths, schema, kind, output_format, select, ignore, fail_on, lang, as_of, stdin_filename)
