"""Knows what to say of the schema that a command names: that there is none, or what is wrong with its file."""

from __future__ import annotations

from pathlib import Path

from projektkort.cli.errors import WrongCommand, unknown
from projektkort.cli.sources import found
from projektkort.engine import catalogue, finding_of, load_schema
from projektkort.identity import mask
from projektkort.locale import quote
from projektkort.output.phrases import say
from projektkort.schema.loading import BrokenSchema, UnknownSchema, ids, is_file


def known_schema(given: str | None) -> str | None:
    """The schema that a command names, which must be there and without fault; raises WrongCommand."""
    if given is not None:
        if is_file(given) and not Path(given).exists():
            list(found([given]))  # says which file was probably meant
        try:
            load_schema(given)
        except UnknownSchema as wrong:
            raise unknown("schema", given, ids(), "projekt schema list") from wrong
        except BrokenSchema as broken:
            raise WrongCommand(faults(broken)) from broken
    return given


def faults(broken: BrokenSchema, language: str = "en") -> str:
    """What is wrong with a schema file and what to do, a line for each problem."""
    lines = [say("schema-broken", language, path=quote(broken.path, language))]
    for problem in broken.problems:
        finding = finding_of(problem)
        words = (catalogue().message(finding, language), catalogue().help(finding, language))
        lines.append(f"  {broken.path}:{finding.span.line}:{finding.span.column}: {' '.join(filter(None, words))}")
    return mask("\n".join(lines))
