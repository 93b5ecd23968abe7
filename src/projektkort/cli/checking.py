"""Knows how the files of `projekt validate` become results, one after another, and what is written of them.

What the words of the command mean, `order` knows; without any but paths, `main` comes here at once.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterable, Iterator
from itertools import chain, islice
from typing import TYPE_CHECKING

from projektkort.batch.asked import Asked
from projektkort.batch.check import Check, Checked
from projektkort.batch.run import run
from projektkort.cli import answered
from projektkort.cli.order import Order, Wanted
from projektkort.cli.outputs import Outputs, Paper
from projektkort.cli.pieces import Made, Pieces
from projektkort.cli.progress import Bar, visible
from projektkort.cli.write import Guard, to_stdout
from projektkort.finding import Severity
from projektkort.frozen import replace
from projektkort.output import Tally
from projektkort.source import Found

if TYPE_CHECKING:
    from projektkort.cli.baseline import Keeper
    from projektkort.cli.marks import Baseline

INTERRUPTED = 130
NOTHING = 3


def check_paths(order: Order) -> int:
    """Checks all that the paths name and writes the results; the exit code. Raises WrongCommand."""
    least, files = order.least, order.files
    first = list(islice(files, 2))
    wanted = order.wanted(alone=len(first) == 1 and first[0].skipped is None)
    bar, folder, keeper = Bar("en", seen=visible()), order.cache_folder, _keeper(order)
    pieces = _pieces(wanted, keeper.baseline if keeper is not None else None)
    # What has changed is no round: to compare it with itself alone would tell half the truth.
    across = len(first) > 1 and not order.no_across and order.changed_since is None
    checked = _kept(_checked(order, chain(first, files), pieces, folder, across=across), folder)
    if across:
        checked = _compared(checked, order, pieces)
    if keeper is not None:
        checked = keeper.watched(checked)
    tally = _written(checked, wanted, Outputs(wanted, held=bar.seen), bar)
    if keeper is not None:
        keeper.close(tally, whole=not (order.select or order.ignore))
    return _forgiven(exit_code(tally, least), order)


def _forgiven(code: int, order: Order) -> int:
    """The exit code of who asks about what is left, or has changed: there may be nothing to check."""
    if code == NOTHING and order.changed_since is not None:
        sys.stderr.write(f"projekt: nothing that is checked has changed since “{order.changed_since}”.\n")
        return 0
    return 0 if code == NOTHING and order.force_exclude else code


def _keeper(order: Order) -> Keeper | None:
    if order.baseline is None:
        return None
    from projektkort.cli.baseline import Keeper  # noqa: PLC0415 - few have old material

    return Keeper(order.baseline, whole=order.whole)


def answer(path: str, question: str) -> int:
    """Checks one file, and keeps what is written as the answer to a question of `answered`, where it holds for long."""
    order, paper = Order([path]), Paper()
    wanted, least = order.wanted(alone=True), order.least
    checked = list(_checked(order, order.files, _pieces(wanted), None, across=False))
    outputs = Outputs(wanted, held=False, paper=paper)
    code = exit_code(_written(checked, wanted, outputs, Bar("en", seen=False)), least)
    to_stdout(paper.text)
    if answered.may_keep(order.configuration) and all(each.lasting for each in checked):
        answered.keep(question, code, paper.text)
    return code


def _checked(
    order: Order, files: Iterable[Found], pieces: Pieces, folder: str | None, *, across: bool
) -> Iterator[Checked]:
    """What came of each file; `folder` is that of the cache, `across` says that they will be compared."""
    gc.disable()  # the task sees to what little there is to collect
    asked = Asked(replace(order.request, across=across), order.configurations)
    check = Check(asked, pieces, folder, order.given)
    if order.scheduler is None:
        return run(files, check, jobs=order.count)
    from projektkort.cli.cluster import checked_elsewhere  # noqa: PLC0415 - an extra, which few have

    return checked_elsewhere(order, order.scheduler, files, check)


def _pieces(wanted: Wanted, baseline: Baseline | None = None) -> Pieces:
    return Pieces(tuple((name, options) for name, _, options in wanted), baseline)


def _compared(checked: Iterator[Checked], order: Order, pieces: Pieces) -> Iterator[Checked]:
    """The same, and behind them what shows only when they are compared."""
    from projektkort.batch.across import Across  # noqa: PLC0415 - a single file is compared with none
    from projektkort.batch.pool import Applied  # noqa: PLC0415 - as above

    configuration = order.configuration
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
                    made: Made = each.value
                    tally.add(made.outcome)
                    outputs.add(made.outcome, made.pieces)
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
