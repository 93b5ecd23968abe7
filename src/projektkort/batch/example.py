"""Knows what is found in the example of a rule: in one file, or in several that are compared."""

from __future__ import annotations

from projektkort.batch.across import Across
from projektkort.batch.check import Checked
from projektkort.batch.head import head_of
from projektkort.batch.records import packed_facts
from projektkort.engine import Request, check
from projektkort.finding import Finding
from projektkort.source import decode

NEW_LINE = "\n"
PARTING = "---\n"
"""Parts the files of an example. They are called example-1.yaml and so on."""


def found_in(example: str, schema: str) -> tuple[Finding, ...]:
    """The findings by the lines of the example, which each of several files keeps as its own."""
    files, line = example.split(PARTING), 0
    if len(files) == 1:
        return check(decode(example.encode(), "example.yaml"), Request(schema=schema)).findings
    across = Across()
    found: list[Finding] = []
    for number, text in enumerate(files, 1):
        path = f"example-{number}.yaml"
        result = check(decode(f"{NEW_LINE * line}{text}".encode(), path), Request(schema=schema, across=True))
        across.add(Checked(None, path, head_of(result), packed_facts(result.facts), None, lasting=False))
        found += result.findings
        line += text.count(NEW_LINE) + 1
    return (*found, *(finding for result in across.results() for finding in result.findings))
