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
from projektkort.schema.model import Schema

HELP = """List the rules, those of a SUBJECT, or explain some by their NAME. What a rule checks, why, an example that is
right and one that is not, what to do, and how grave it is.

\b
projekt rule
projekt rule days
projekt rule budget-balances --lang da
projekt rule budget-total financing-total
projekt rule grant-share-too-high --schema dk-lag
"""
WIDTH = 80
MARGIN = "  "
BETWEEN = "\n\n"
"""Parts what is told of several rules."""
Of = Annotated[
    str | None,
    typer.Option("--schema", metavar="ID|FILE", help="As this schema has it, with the fund's own words."),
]


def rule(
    names: Annotated[list[str] | None, typer.Argument(metavar="NAME", hidden=True)] = None,
    lang: LangOption = None,
    schema: Of = None,
) -> int:
    """Writes the list of the rules, or about some; the exit code."""
    wanted, words = language(lang) or spoken(), catalogue()
    known, asked = (*words.names(), *words.subjects()), [name.lower() for name in names or ()]
    for name in asked:
        if name not in known:
            raise unknown("rule", name, known, "projekt rule")
    of = load_schema(schema) if known_schema(schema) and schema else None
    told = (_about(name, wanted, of) for name in dict.fromkeys(asked))
    to_stdout(BETWEEN.join(told) if asked else _list(words.subjects(), wanted))
    return 0


def _about(name: str, language: str, schema: Schema | None) -> str:
    """The rules of a subject, or all about one rule."""
    words = catalogue()
    if name in words.subjects():
        return _list((name,), language)
    blocks = (f"{name}\n{words.title(name, language)}", *map(_block, explained(name, language, schema)))
    return "\n\n".join(blocks) + "\n"


def _list(subjects: Iterable[str], language: str) -> str:
    return "\n".join(_listed(subjects, language))


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
