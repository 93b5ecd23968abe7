"""Knows the commands of `projekt` and what to say when the words make none of them."""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path
from shlex import quote
from typing import Any

import typer

from projektkort import __version__
from projektkort.cli.errors import WrongCommand, unknown

HELP = """Reads project descriptions as people write them, checks them, and makes pages of them.

Check one application, or all in a folder:

    projekt validate application.yaml

    projekt validate applications/

Make the page that a committee reads:

    projekt render application.md --to html -o page.html

See all applications of a round in one table:

    projekt summary applications/ -o overview.html

Begin with a form, or write a file anew in the other form:

    projekt new lokaludvalg -o application.md

    projekt convert application.md -o application.yaml

See what was read, and what a rule means:

    projekt inspect application.md

    projekt rule budget-balances
"""
NAMES = ("validate", "render", "inspect", "summary", "new", "convert", "rule", "schema", "cache")
"""The commands: each is the module of this package and the name in it, beside its HELP. Only those that are asked for
are imported."""


def application(words: list[str]) -> typer.Typer:
    """The program with the command that the words begin with; with all of them where they begin with none."""
    app = typer.Typer(
        name="projekt",
        help=HELP,
        no_args_is_help=True,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback()(start)
    for name in words[:1] if words[:1] and words[0] in NAMES else NAMES:
        module = import_module(f"projektkort.cli.{name}")
        command = getattr(module, name)
        if isinstance(command, typer.Typer):
            app.add_typer(command, name=name)
        else:
            app.command(name, help=module.HELP)(command)
    return app


def version(asked: bool) -> None:
    """Answers --version among other words."""
    if asked:
        typer.echo(f"projektkort {__version__}")
        raise typer.Exit


def start(
    _: bool = typer.Option(
        False, "--version", "-V", callback=version, is_eager=True, help="Show the version and exit."
    ),
) -> None:
    """Takes the options that stand before the command."""


def run(words: list[str]) -> int:
    """The exit code of a command line; words that typer cannot read are explained on standard error."""
    try:
        _first_word(words)
        outcome = application(words)(words, prog_name="projekt", standalone_mode=False)
    except Exception as fault:  # typer keeps its own exceptions private; what is none of them goes on
        if not hasattr(fault, "format_message"):
            raise
        typer.echo(_wrong_words(fault), err=True)
        return 2
    return outcome if isinstance(outcome, int) else 0


def _wrong_words(fault: Any) -> str:
    """What typer found wrong with an option, an argument or a subcommand, in the voice of our own messages."""
    said = re.sub(r"'([^']*)'", r"“\1”", fault.format_message())
    if said.startswith("Usage:"):
        return said  # the help, of a command that was given no words
    if hasattr(fault, "possibilities"):
        meant = f" Did you mean “{fault.possibilities[0]}”?" if fault.possibilities else ""
        said = f"there is no option “{fault.option_name}”.{meant}"
    path = fault.ctx.command_path if fault.ctx is not None else "projekt"
    return f"projekt: {said[0].lower()}{said[1:]}\nTo see what it takes: {path} --help"


def _first_word(words: list[str]) -> None:
    """Says what was probably meant where the first word is no command: a path, or a misspelt command."""
    first = words[0] if words else "-"
    if first.startswith("-") or first in NAMES:
        return
    if Path(first).exists():
        raise WrongCommand(f"“{first}” is no command. To check it: projekt validate {quote(first)}")
    raise unknown("command", first, NAMES, "projekt --help")
