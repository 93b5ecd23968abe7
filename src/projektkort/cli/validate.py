"""`projekt validate`: checks files and writes what was found."""

from __future__ import annotations

from projektkort.cli.checking import check_paths
from projektkort.cli.options import (
    AsOf,
    Config,
    Excerpts,
    FailOn,
    ForceExclude,
    Formats,
    Ignore,
    Jobs,
    KindOption,
    LangOption,
    NoAcross,
    NoCache,
    Paths,
    Scheduler,
    SchemaOption,
    Select,
    Statistics,
    StdinName,
    Watch,
)
from projektkort.cli.order import Order

HELP = """Check project descriptions. Says what is wrong, where, and what to do.

PATH is a file, a folder, a glob, or - for standard input; without one it is the folder you stand in.

\b
projekt validate application.yaml
projekt validate applications/ --lang da
projekt validate . --output-format concise --fail-on warning
projekt validate . --output-format json=result.json --output-format text
cat application.md | projekt validate -

Exit codes: 0 in order, 1 findings, 2 wrong command, 3 nothing to check, 4 a bug in projektkort.
"""


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
    watch: Watch = False,
) -> int:
    """Checks what the paths name and writes what was found; the exit code."""
    order = Order(**{name: value for name, value in locals().items() if name != "watch"})  # fields by the same names
    return watched(order) if watch else check_paths(order)


def watched(order: Order) -> int:
    """The same, again and again as files change."""
    from projektkort.cli.watch import watch  # noqa: PLC0415 - an extra, which few have

    written = [target for target in (each.partition("=")[2] for each in order.output_format or ()) if target]
    return watch(order.paths or ["."], lambda: check_paths(order), written)
