"""`projekt validate`: checks files and writes what was found."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from projektkort.cli.checking import check_paths
from projektkort.cli.errors import WrongCommand
from projektkort.cli.options import (
    AsOf,
    BaselineOption,
    ChangedSince,
    Config,
    Diff,
    Excerpts,
    FailOn,
    Fix,
    ForceExclude,
    Formats,
    Ignore,
    Jobs,
    KindOption,
    LangOption,
    NoAcross,
    NoCache,
    Paths,
    Publish,
    Scheduler,
    SchemaOption,
    Select,
    Statistics,
    StdinName,
    UnsafeFixes,
    Watch,
)
from projektkort.cli.order import Order

HELP = """Check project descriptions. Says what is wrong, where, and what to do.

PATH is a file, a folder, a glob, or - for standard input; without one it is the folder you stand in.

\b
projekt validate application.yaml
projekt validate applications/ --lang da
projekt validate applications/ --fix --diff
projekt validate . --output-format concise --fail-on warning
projekt validate . --output-format json=result.json --output-format text
cat application.md | projekt validate -

Exit codes: 0 in order, 1 findings, 2 wrong command, 3 nothing to check, 4 a bug in projektkort.
"""

OWN = frozenset({"fix", "unsafe_fixes", "diff", "watch"})
"""The options that say what is done with the order."""


def validate(  # noqa: PLR0913, PLR0917 - one parameter an option: that is how typer is told of them
    paths: Paths = None,
    schema: SchemaOption = None,
    kind: KindOption = None,
    output_format: Formats = None,
    select: Select = None,
    ignore: Ignore = None,
    fail_on: FailOn = None,
    lang: LangOption = None,
    as_of: AsOf = None,
    stdin_filename: StdinName = None,
    jobs: Jobs = None,
    scheduler: Scheduler = None,
    no_cache: NoCache = False,
    excerpts: Excerpts = None,
    statistics: Statistics = False,
    no_across: NoAcross = False,
    config: Config = None,
    force_exclude: ForceExclude = False,
    publish: Publish = False,
    baseline: BaselineOption = None,
    changed_since: ChangedSince = None,
    fix: Fix = False,
    unsafe_fixes: UnsafeFixes = False,
    diff: Diff = False,
    watch: Watch = False,
) -> int:
    """Checks what the paths name and writes what was found; the exit code."""
    return done(_order(locals()), fix=fix, unsafe=unsafe_fixes, diff=diff, watch=watch)


def _order(words: Mapping[str, Any]) -> Order:
    """The order; its fields bear the names of the options."""
    return Order(**{name: value for name, value in words.items() if name not in OWN})


def done(order: Order, *, fix: bool, unsafe: bool, diff: bool, watch: bool) -> int:
    """What an order comes to, as the options want it done."""
    if fix or unsafe or diff:
        return mended(order, fix=fix, unsafe=unsafe, diff=diff, watch=watch)
    return watched(order) if watch else check_paths(order)


def mended(order: Order, *, fix: bool, unsafe: bool, diff: bool, watch: bool) -> int:
    """The same after what can be mended is mended; with `diff` only what would be."""
    from projektkort.cli.mending import mend_paths, show_paths  # noqa: PLC0415 - most checks change nothing

    if watch:
        raise WrongCommand("--watch only looks on: mend with --fix first, or when you are done.")
    if not (fix or diff):
        raise WrongCommand("--unsafe-fixes goes with --fix, or with --diff to see them first.")
    return show_paths(order, unsafe=unsafe) if diff else mend_paths(order, unsafe=unsafe)


def watched(order: Order) -> int:
    """The same, again and again as files change."""
    from projektkort.cli.watch import watch  # noqa: PLC0415 - an extra, which few have

    named = (order.baseline, *(each.partition("=")[2] for each in order.output_format or ()))
    written = [target for target in named if target]
    return watch(order.paths or ["."], lambda: check_paths(order), written)
