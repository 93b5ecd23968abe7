"""`projekt inspect`: shows what was read, and which line went where."""

from __future__ import annotations

import json

from projektkort.cli.errors import unknown
from projektkort.cli.options import Paths, SchemaOption, Shown, StdinName
from projektkort.cli.schemas import known_schema
from projektkort.cli.sources import loaded_from, reading_code
from projektkort.cli.write import to_stdout
from projektkort.engine import Request
from projektkort.identity import mask
from projektkort.pages.inspection import Inspected, as_data, as_lines

HELP = """Show what was read. Which line went to which field, or everything as JSON.

PATH is a file, a folder, a glob, or - for standard input; without one it is the folder you stand in.

\b
projekt inspect application.md
projekt inspect application.md --output-format json
"""


def inspect(
    paths: Paths = None,
    schema: SchemaOption = None,
    output_format: Shown = "text",
    stdin_filename: StdinName = None,
) -> int:
    """Writes what was read from what the paths name; the exit code."""
    if output_format not in {"text", "json"}:
        raise unknown("output format", output_format, ("text", "json"))
    loaded = list(loaded_from(paths or [], Request(schema=known_schema(schema)), stdin_filename))
    read = [Inspected(mask(each.path), each.project, each.choice.schema.id, each.choice.by) for each in loaded]
    if output_format == "json":
        shown = [as_data(each) for each in read]
        to_stdout(json.dumps(shown[0] if len(shown) == 1 else shown, ensure_ascii=False, indent=2) + "\n", exact=True)
    else:
        to_stdout("\n".join(as_lines(each) for each in read))
    return reading_code(loaded)
