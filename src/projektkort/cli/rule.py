"""`projekt rule`: lists the rules, and explains one."""

from __future__ import annotations

from typing import Annotated

import typer

from projektkort.batch.example import found_in
from projektkort.cli.errors import unknown
from projektkort.cli.options import LangOption
from projektkort.cli.values import language
from projektkort.cli.write import to_stdout
from projektkort.engine import catalogue
from projektkort.rules.explain import explanation, listing

HELP = """List the rules, or explain one by its NAME. What it checks, why, an example that is right and one that is not.

\b
projekt rule
projekt rule budget-balances --lang da
"""


def rule(
    name: Annotated[str | None, typer.Argument(metavar="NAME", hidden=True)] = None,
    lang: LangOption = None,
) -> int:
    """Writes the list of the rules, or about one; the exit code."""
    wanted = language(lang) or "en"
    words = catalogue()
    if name is None:
        to_stdout(listing(words, wanted))
    elif name in words.names():
        entry = words.entry(name)
        to_stdout(explanation(words, name, wanted, found_in(entry.bad, entry.schema) if entry.bad else ()))
    else:
        raise unknown("rule", name, words.names(), "projekt rule")
    return 0
