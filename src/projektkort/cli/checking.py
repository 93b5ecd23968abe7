"""Knows how the files of `projekt validate` become results, one after another, and what is written of them.

What the words of the command mean, `order` knows; without any but paths, `main` comes here at once.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterable, Iterator
from itertools import chain, islice

from projektkort.batch.asked import Asked
from projektkort.batch.check import Check, Checked
from projektkort.batch.run import run
from projektkort.cli import answered
from projektkort.cli.order import Order, Wanted
from projektkort.cli.outputs import Outputs, Paper
from projektkort.cli.pieces import Pieces
from projektkort.cli.progress import Bar, visible
from projektkort.cli.write import Guard, to_stdout
from projektkort.finding import Severity
from projektkort.frozen import replace
from projektkort.output import Tally
from projektkort.source import Found

INTERRUPTED = 130
NOTHING = 3


def check_paths(order: Order) -> int:
    """Checks all that the paths name and writes the results; the exit code. Raises WrongCommand."""
    least, files = order.least, order.files
    first = list(islice(files, 2))
    wanted = order.wanted(alone=len(first) == 1 and first[0].skipped is None)
    bar, folder, across = Bar("en", seen=visible()), order.cache_folder, len(first) > 1 and not order.no_across
    checked = _kept(_checked(order, chain(first, files), wanted, folder, across=across), folder)
    if across:
        checked = _compared(checked, order, wanted)
    code = exit_code(_written(checked, wanted, Outputs(wanted, held=bar.seen), bar), least)
    # Who leaves out even what is named, as a hook does, asks about what is left: there may be nothing.
    return 0 if code == NOTHING and order.force_exclude else code


def answer(path: str, question: str) -> int:
    """Checks one file, and keeps what is written as the answer to a question of `answered`, where it holds for long."""
    order, paper = Order([path]), Paper()
    wanted, least = order.wanted(alone=True), order.least
    checked = list(_checked(order, order.files, wanted, None, across=False))
    outputs = Outputs(wanted, held=False, paper=paper)
    code = exit_code(_written(checked, wanted, outputs, Bar("en", seen=False)), least)
    to_stdout(paper.text)
    if answered.may_keep(order.configuration) and all(each.lasting for each in checked):
        answered.keep(question, code, paper.text)
    return code


def _checked(
    order: Order, files: Iterable[Found], wanted: Wanted, folder: str | None, *, across: bool
) -> Iterator[Checked]:
    """What came of each file; `folder` is that of the cache, `across` says that they will be compared."""
    gc.disable()  # the task sees to what little there is to collect
    asked = Asked(replace(order.request, across=across), order.configurations)
    check = Check(asked, _pieces(wanted), folder, order.given)
    if order.scheduler is None:
        return run(files, check, jobs=order.count)
    from projektkort.cli.cluster import checked_elsewhere  # noqa: PLC0415 - an extra, which few have

    return checked_elsewhere(order, order.scheduler, files, check)


def _pieces(wanted: Wanted) -> Pieces:
    return Pieces(tuple((name, options) for name, _, options in wanted))


def _compared(checked: Iterator[Checked], order: Order, wanted: Wanted) -> Iterator[Checked]:
    """The same, and behind them what shows only when they are compared."""
    from projektkort.batch.across import Across  # noqa: PLC0415 - a single file is compared with none
    from projektkort.batch.pool import Applied  # noqa: PLC0415 - as above

    configuration, pieces = order.configuration, _pieces(wanted)
    asked = Asked(order.request, order.configurations).of(Found(configuration.path or "."))
    across = Across(Applied(configuration, asked))
    for each in checked:
        across.add(each)
        yield each
    for result in across.results():
        yield Checked(pieces(result), result.path, "", b"", None, lasting=False)


def _kept(checked: Iterator[Checked], folder: str | None) -> Iterator[Checked]:
    """The same; what is new is kept in the cache on the way."""
    if folder is None:
        yield from checked
        return
    from projektkort.batch.store import Keeper  # noqa: PLC0415 - loads the database, which is not for one file

    with Keeper(folder) as keeper:
        for each in checked:
            keeper.keep(each.row)
            yield each


def _written(checked: Iterable[Checked], wanted: Wanted, outputs: Outputs, bar: Bar) -> Tally:
    """Writes what was found as it comes; the sums."""
    guard = Guard(target for _, target, _ in wanted if target is not None)
    tally = Tally()
    try:
        try:
            with bar:
                for each in checked:
                    guard.read(each.path)
                    outcome, pieces = each.value
                    tally.add(outcome)
                    outputs.add(outcome, pieces)
                    bar.tell(tally.checked, tally.counts[Severity.ERROR])
                    if outputs.are_for_nobody:
                        break
        except KeyboardInterrupt:
            tally.interrupted = True
        if not tally.interrupted or tally.checked or tally.skipped:
            for name in outputs.close(tally):
                sys.stderr.write(f"projekt: stopped before the end, so “{name}” was not written.\n")
    finally:
        outputs.discard()  # of what is in its place by now, nothing
    return tally


def exit_code(tally: Tally, least: Severity) -> int:
    """130 stopped, 4 a fault of ours, 1 findings of this severity or graver, 3 nothing was checked, 0 in order."""
    if tally.interrupted:
        return INTERRUPTED
    if tally.crashed:
        return 4
    if any(number and severity.rank <= least.rank for severity, number in tally.counts.items()):
        return 1
    return 0 if tally.checked else NOTHING
