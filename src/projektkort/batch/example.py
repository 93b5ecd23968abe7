"""Knows what is found in the example of a rule: in a document, in the file of a schema, or in several documents."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from projektkort.batch.across import Across
from projektkort.batch.check import Checked
from projektkort.batch.head import head_of
from projektkort.batch.records import packed_facts
from projektkort.engine import Request, check, finding_of, schema_problems
from projektkort.engine.aside import PRIVACY
from projektkort.finding import Finding, Result
from projektkort.rules.entry import Entry
from projektkort.source import decode

NEW_LINE = "\n"
PARTING = "-----\n"
"""Parts the files of an example. They are called example-1.yaml and so on, and lie in one folder."""
PLAIN = "id: example\nextends: none\n"
"""Before what the schema of an example demands."""
DAY = dt.date(2027, 1, 1)
"""The day on which examples are checked."""
SCHEMA = "schema"


def found_in(example: str, entry: Entry) -> tuple[Finding, ...]:
    """The findings by the lines of the example, which each of several files keeps as its own.

    Only an example that needs other files is written down, into a folder that goes at once.
    """
    if entry.form != SCHEMA and not entry.demands and PARTING not in example:
        return _checked(example, f"example.{entry.form}", _request(entry, entry.schema)).findings
    with TemporaryDirectory(prefix="projekt-") as name:
        folder = Path(name)
        schema = folder / "example-schema.yaml"
        if entry.form == SCHEMA:
            schema.write_text(example, "utf-8")
            return tuple(map(finding_of, schema_problems(str(schema))[1]))
        schema.write_text(f"{PLAIN}{entry.demands}", "utf-8")
        return tuple(_compared(example, entry, folder, str(schema) if entry.demands else entry.schema))


def _compared(example: str, entry: Entry, folder: Path, schema: str) -> Iterator[Finding]:
    across, line = Across(), 0
    request = _request(entry, schema)
    for number, text in enumerate(example.split(PARTING), 1):
        file = folder / f"example-{number}.{entry.form}"
        whole = f"{NEW_LINE * line}{text}"
        file.write_text(whole, "utf-8")
        result = _checked(whole, str(file), request)
        across.add(Checked(None, file.name, head_of(result), packed_facts(result.facts), None, lasting=False))
        yield from result.findings
        line += text.count(NEW_LINE) + 1
    for result in across.results():
        yield from result.findings


def _request(entry: Entry, schema: str) -> Request:
    several = PARTING in entry.bad
    return Request(schema=schema or None, as_of=DAY, publish=entry.subject == PRIVACY, across=several)


def _checked(text: str, path: str, request: Request) -> Result:
    return check(decode(text.encode(), path), request)
