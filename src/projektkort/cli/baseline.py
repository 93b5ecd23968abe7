"""Knows the baseline: a file that names findings of old material, which are set aside until they are mended.

It is made where it is not there yet, and afterwards only shrinks. A finding is known by its rule, its file and a hash
of the lines that it is about, wherever these move; no text of a document is in it.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from projektkort.batch.check import Checked
from projektkort.cli.errors import WrongCommand
from projektkort.cli.marks import Baseline, Mark
from projektkort.cli.pieces import Made
from projektkort.cli.write import in_ci, to_file
from projektkort.identity import BULLET
from projektkort.output import Tally
from projektkort.rules import across
from projektkort.source import is_remote
from projektkort.source.decode import STDIN

TOOL = {"version": 1, "tool": "projektkort"}


class Keeper:
    """Is told of every result in turn, and brings the file up to date at the end of a run."""

    __slots__ = ("_baseline", "_checked", "_ended", "_file", "_found")

    def __init__(self, file: str, *, whole: bool) -> None:
        if in_ci() and not Path(file).exists():
            _tell(f"there is no “{file}”, and in CI none is made: all findings count.")
        self._file = file
        self._baseline = baseline_of(file, whole=whole)
        self._checked: set[str] = set()
        self._found: set[Mark] = set()
        self._ended = False

    @property
    def baseline(self) -> Baseline:
        """What is set aside in this run."""
        return self._baseline

    def watched(self, checked: Iterable[Checked]) -> Iterator[Checked]:
        """The same, noted on the way."""
        for each in checked:
            made: Made = each.value
            if made.outcome.skipped is None and not made.outcome.across:
                self._checked.add(self._baseline.seen(made.outcome.path))
            self._found.update(made.marks)
            yield each
        self._ended = True

    def close(self, tally: Tally, *, whole: bool) -> None:
        """Makes the file, or takes out what is gone; `whole` says that all rules were asked.

        Of a run that did not come to its end, nothing. Raises WrongCommand where the file cannot be written.
        """
        known = self._baseline.known
        if not self._ended or tally.crashed:
            return
        if known is None:
            self._write(self._found)
            _tell(f"“{self._file}” was made. Set aside until they are mended: {_counted(len(self._found))}.")
        elif gone := {mark for mark in known - self._found if whole and self._is_gone(mark)}:
            if in_ci():
                _tell(f"gone, but left in “{self._file}” as this is CI: {_counted(len(gone))}.")
            else:
                self._write(known - gone)
                _tell(f"gone, and taken out of “{self._file}”: {_counted(len(gone))}.")

    def _is_gone(self, mark: Mark) -> bool:
        """Whether a finding that was not found is no more: its file was checked, or is not there any longer.

        What shows only when files are compared may show again when others are.
        """
        if mark.path in self._checked:
            return mark.rule not in across.RULES
        elsewhere = mark.path == STDIN or is_remote(mark.path) or BULLET in mark.path
        return not elsewhere and not Path(self._baseline.root, mark.path).exists()

    def _write(self, marks: Iterable[Mark]) -> None:
        told = ",".join(f"\n    {json.dumps(mark._asdict(), ensure_ascii=False)}" for mark in sorted(marks))
        to_file(self._file, f'{{\n  {json.dumps(TOOL)[1:-1]},\n  "findings": [{told}\n  ]\n}}\n')


def baseline_of(file: str, *, whole: bool) -> Baseline:
    """What the file sets aside; where it is not there, everything, and in CI nothing.

    Raises WrongCommand where it cannot be read, and where it would be made by a run that is not a `whole` one.
    """
    known = _read(file)
    if known is None and in_ci():
        known = frozenset()
    if known is None and not whole:
        raise WrongCommand(
            f"the baseline “{file}” is not there yet, and is made of all findings: "
            "leave out --select, --ignore and --changed-since this once."
        )
    return Baseline(str(Path(os.path.realpath(file)).parent), known)


def _read(file: str) -> frozenset[Mark] | None:
    """What a baseline names; None where there is no such file. Raises WrongCommand."""
    try:
        told = json.loads(Path(file).read_text("utf-8"))
    except FileNotFoundError:
        return None
    except OSError as fault:
        raise WrongCommand(f"the baseline “{file}” cannot be read: {fault.strerror}.") from fault
    except json.JSONDecodeError as fault:
        raise _broken(file, "here it is no JSON", fault.lineno, fault.colno) from fault
    except (UnicodeDecodeError, RecursionError) as fault:
        raise _broken(file, "it is no JSON in UTF-8") from fault
    if not isinstance(told, dict) or told.get("tool") != TOOL["tool"] or not isinstance(told.get("findings"), list):
        raise _broken(file, "it is no baseline of projektkort")
    if told.get("version") != TOOL["version"]:
        raise _broken(file, f"it is of version {told.get('version')}, and this projektkort reads {TOOL['version']}")
    for number, each in enumerate(told["findings"], 1):
        texts = isinstance(each, dict) and all(isinstance(value, str) for value in each.values())
        if not texts or set(each) != set(Mark._fields):
            raise _broken(file, f"entry {number} of “findings” must have {', '.join(Mark._fields)}, each a text")
    return frozenset(Mark(**each) for each in told["findings"])


def _broken(file: str, why: str, line: int = 1, column: int = 1) -> WrongCommand:
    told = f"{file}:{line}:{column}: {why}. Name another file; one that is not there is made."
    return WrongCommand(f"the baseline cannot be used:\n  {told}")


def _counted(number: int) -> str:
    return f"{number} finding" if number == 1 else f"{number} findings"


def _tell(text: str) -> None:
    sys.stderr.write(f"projekt: {text}\n")
