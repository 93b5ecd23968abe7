"""`projekt rule`: lists the rules, all or those of a subject, and explains one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Annotated

import typer

from projektkort.batch.explained import explained
from projektkort.cli.errors import unknown
from projektkort.cli.options import LangOption
from projektkort.cli.schemas import known_schema
from projektkort.cli.values import language, spoken
from projektkort.cli.write import to_stdout
from projektkort.engine import catalogue, load_schema
from projektkort.output.typeset import wrap
from projektkort.rules.explain import Part, rows

HELP = """List the rules, those of a SUBJECT, or explain one by its NAME. What it checks, why, an example that is right
and one that is not, what to do, and how grave it is.

\b
projekt rule
projekt rule days
projekt rule budget-balances --lang da
projekt rule grant-share-too-high --schema dk-lag
"""
WIDTH = 80
MARGIN = "  "
Of = Annotated[
    str | None,
    typer.Option("--schema", metavar="ID|FILE", help="As this schema has it, with the fund's own words."),
]


def rule(
    name: Annotated[str | None, typer.Argument(metavar="NAME", hidden=True)] = None,
    lang: LangOption = None,
    schema: Of = None,
) -> int:
    """Writes the list of the rules, or about one; the exit code."""
    wanted = language(lang) or spoken()
    words = catalogue()
    if name is None or name in words.subjects():
        to_stdout("\n".join(_listed((name,) if name else words.subjects(), wanted)))
    elif name in words.names():
        of = load_schema(schema) if known_schema(schema) and schema else None
        blocks = (f"{name}\n{words.title(name, wanted)}", *map(_block, explained(name, wanted, of)))
        to_stdout("\n\n".join(blocks) + "\n")
    else:
        raise unknown("rule", name, (*words.names(), *words.subjects()), "projekt rule")
    return 0


def _listed(subjects: Iterable[str], language: str) -> Iterator[str]:
    """Each rule on a line of its own, its name first; a title that is longer than the line is cut off."""
    for subject in subjects:
        heading, own = rows(catalogue(), subject, language)
        wide = max(len(name) for name, _ in own)
        told = [f"{MARGIN}{name:<{wide}}{MARGIN}{title}" for name, title in own]
        yield "\n".join((f"{heading} ({subject})", *map(_cut, told), ""))


def _cut(line: str) -> str:
    return line if len(line) <= WIDTH else f"{line[: WIDTH - 1].rsplit(' ', 1)[0]}…"


def _block(part: Part) -> str:
    """An example as it stands, four columns in; all else in lines of the width of a terminal."""
    if not part.form:
        return "\n".join(wrap(f"{part.heading} {part.text}".strip(), WIDTH))
    lines = (f"    {line}".rstrip() for line in part.text.rstrip("\n").split("\n"))
    return "\n".join((*filter(None, (part.heading,)), *lines))
