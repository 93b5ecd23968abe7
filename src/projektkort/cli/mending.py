"""Knows how `projekt validate --fix` mends files before it checks them, and `--diff` shows what it would change."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import redirect_stdout
from difflib import unified_diff
from pathlib import Path

from projektkort.batch.asked import Asked
from projektkort.cli.baseline import baseline_of
from projektkort.cli.checking import INTERRUPTED, check_paths
from projektkort.cli.errors import WrongCommand
from projektkort.cli.order import Order
from projektkort.cli.sources import STDIN, blamed
from projektkort.cli.write import Target, to_stdout
from projektkort.engine import Request, load
from projektkort.engine.mending import Mended, mend
from projektkort.finding import Result
from projektkort.frozen import Frozen, replace
from projektkort.identity import mask
from projektkort.output.typeset import escape
from projektkort.rules.file_names import told_path
from projektkort.source import decode, is_remote, read_bytes


class Case(Frozen):
    """A file and what mending makes of it; `path` is the one that it is found under, `name` the one it is told by."""

    path: str
    name: str
    content: bytes
    request: Request
    mended: Mended

    @property
    def changed(self) -> bool:
        """Whether anything was mended."""
        return self.mended.content != self.content

    @property
    def shown(self) -> str:
        """The name without what must not be shown."""
        return told_path(self.name, published=bool(self.request.publish))

    @property
    def diff(self) -> str:
        """The lines that change, as `diff -u` writes them, personal numbers masked and controls made visible.

        Empty where only the encoding is another one.
        """
        before, behind = map(self._lines, (self.content, self.mended.content))
        name = self.shown
        return "".join(f"{escape(line)}\n" for line in unified_diff(before, behind, name, name, lineterm=""))

    def _lines(self, content: bytes) -> list[str]:
        lines = load(decode(content, self.name), self.request).document.source.lines
        told = [lines.line(number) for number in range(1, lines.count + 1)]
        return told if told[-1] else told[:-1]  # behind the last line break stands no line


class Count:
    """How much was mended so far, and how much more has a fix."""

    def __init__(self) -> None:
        self.findings = self.files = self.left = self.seen = 0

    def add(self, case: Case) -> None:
        """Counts one more file."""
        self.seen += 1
        self.findings += case.mended.count
        self.files += case.changed
        self.left += case.mended.left

    def tell(self, what: str, *, unsafe: bool) -> None:
        """Says it on standard error."""
        mended = f"{what} {_number(self.findings, 'finding')} in {_number(self.files, 'file')}."
        sys.stderr.write(f"projekt: {mended if self.files else 'nothing to mend.'}\n")
        if self.left:
            why = "left: a new error would come of it" if unsafe else "for --unsafe-fixes; add --diff to see it first"
            sys.stderr.write(f"projekt: {_number(self.left, 'more fix', 'es')} {why}.\n")


def mend_paths(order: Order, *, unsafe: bool) -> int:
    """Mends what the paths name, then checks it and writes what is left; the exit code is that of the check.

    Standard input is written to standard output, mended or not, and what is left of it to standard error.
    """
    order, count = _with_input(order), Count()
    try:
        for case in _cases(order, unsafe=unsafe):
            if case.path == STDIN:
                order = replace(order, content=case.mended.content)
            elif case.changed and not _put(case):
                continue
            count.add(case)
    except (KeyboardInterrupt, WrongCommand) as stop:
        if count.files:
            count.tell("stopped before the end; mended", unsafe=unsafe)
        if isinstance(stop, WrongCommand):
            raise
        return INTERRUPTED
    count.tell("mended", unsafe=unsafe)
    if order.content is None:
        return check_paths(order)
    sys.stdout.buffer.write(order.content)
    sys.stdout.flush()
    with redirect_stdout(sys.stderr):
        return check_paths(order)


def show_paths(order: Order, *, unsafe: bool) -> int:
    """Writes what mending would change; 1 where it would change anything, 3 where there is no file, else 0."""
    if order.output_format:
        raise WrongCommand("--diff shows the changes and no findings: leave out --output-format, or --diff.")
    count = Count()
    for case in _cases(_with_input(order), unsafe=unsafe):
        count.add(case)
        diff = case.diff if case.changed else ""
        to_stdout(diff)
        if case.changed and not diff:
            sys.stderr.write(f"projekt: “{case.shown}” would be saved as UTF-8, with the same text.\n")
    count.tell("would mend", unsafe=unsafe)
    return (1 if count.files else 0) if count.seen else 3


def _with_input(order: Order) -> Order:
    """The order with standard input at hand: it can be read only once."""
    return replace(order, content=next((given.content for given in order.given), None))


def _cases(order: Order, *, unsafe: bool) -> Iterator[Case]:
    """The files that are there to be mended, one after another; of one that cannot be read the check tells."""
    asked, given = Asked(order.request, order.configurations), {each.found: each for each in order.given}
    aside = _aside(order)
    for file in order.files:
        if file.skipped is not None or is_remote(file.path):
            continue
        if order.changed_since is not None and Path(file.path).is_symlink():
            sys.stderr.write(f"projekt: “{mask(file.path)}” is a link, and is not mended: name the file itself.\n")
            continue
        own = given.get(file.path)
        name, content = (own.name, own.content) if own else (file.path, read_bytes(file.path))
        if isinstance(content, bytes):
            request = asked.of(file)
            with blamed(name):
                # What is not to be published is not to be lost either: nothing of it is hidden here.
                mended = mend(content, name, replace(request, publish=False), unsafe=unsafe, aside=aside)
            yield Case(file.path, name, content, request, mended)


def _aside(order: Order) -> Callable[[Result], Result]:
    """What sets aside what the baseline names, which is not mended either."""
    if order.baseline is None:
        return lambda result: result
    baseline = baseline_of(order.baseline, whole=order.whole)
    return lambda result: baseline.applied(result)[0]


def _put(case: Case) -> bool:
    """Writes the file that was mended, unless it is one that others write too. Raises WrongCommand."""
    if Path(case.path).stat().st_nlink > 1:
        return _left(case, "has other names (hard links), which would no longer be the same file")
    if not os.access(case.path, os.W_OK):
        raise WrongCommand(f"“{case.path}” cannot be mended: it may not be written.")
    target = Target(case.path)
    try:
        target.write(case.mended.content)
        if read_bytes(case.path) != case.content:
            return _left(case, "was changed meanwhile")
        target.close()
    finally:
        target.discard()
    return True


def _left(case: Case, why: str) -> bool:
    sys.stderr.write(f"projekt: “{case.shown}” {why}, and is left as it is.\n")
    return False


def _number(count: int, what: str, many: str = "s") -> str:
    return f"{count} {what}{'' if count == 1 else many}"
