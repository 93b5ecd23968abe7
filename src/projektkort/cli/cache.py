"""`projekt cache`: what is kept of earlier checks, and how to be rid of it."""

from __future__ import annotations

from pathlib import Path

import typer

from projektkort.batch.store import Store
from projektkort.cli import answered
from projektkort.cli.errors import WrongCommand
from projektkort.cli.order import Order
from projektkort.cli.place import cache_folder
from projektkort.cli.write import to_stdout

HELP = """Show or clear what is kept of earlier checks.

A file that was checked before, and has not changed, is not checked again. What is kept are findings, with the few
lines that they show; never a whole document, never a personal number.

\b
projekt cache info
projekt cache clear
"""

cache = typer.Typer(help=HELP, no_args_is_help=True, rich_markup_mode=None)


@cache.command()
def info() -> int:
    """Show where the cache lies, and how much is in it."""
    folder = _folder()
    store = Store(folder)
    results = store.count()
    store.close()
    answers = answered.kept(folder)
    size = sum(path.stat().st_size for path in (*store.files(), *answers))
    to_stdout(
        f"Folder: {folder}\nResults of files: {results}\nAnswers to single files: {len(answers)}\n"
        f"Size: {size / 1_000_000:.1f} MB\n"
    )
    return 0


@cache.command()
def clear() -> int:
    """Remove everything that is kept; the next check looks at every file anew."""
    folder = _folder()
    try:
        Store(folder).clear()
        for path in answered.kept(folder):
            path.unlink(missing_ok=True)
    except OSError as fault:
        raise WrongCommand(f"the cache “{folder}” cannot be cleared: {fault.strerror}.") from fault
    to_stdout(f"Nothing is kept any more in {folder}.\n")
    return 0


def _folder() -> str:
    folder = Order().cache_folder or cache_folder()
    if folder is None:
        raise WrongCommand("there is no folder for a cache. Name one in the variable PROJEKT_CACHE_DIR.")
    return str(Path(folder))
