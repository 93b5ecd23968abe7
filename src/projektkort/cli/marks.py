"""Knows by which marks a finding is known again, and sets those of a baseline aside. The file, `baseline` knows."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from decimal import Decimal
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from projektkort.engine.aside import may_be_set_aside
from projektkort.finding import Elsewhere, Finding, Note, Result, Value, Waiver
from projektkort.frozen import Frozen, replace
from projektkort.money import Money
from projektkort.output.fingerprint import fingerprints
from projektkort.source import is_remote
from projektkort.source.decode import STDIN

WAIVER = Waiver("baseline", None, None)


class Mark(NamedTuple):
    """One finding in a baseline: the file as seen from the folder of the baseline, the rule, the fingerprint."""

    path: str
    rule: str
    mark: str


class Baseline(Frozen):
    """What is set aside; it travels to the processes that check.

    `root` is the real folder that paths are told from. `known` None: everything, for the file is about to be made.
    """

    root: str
    known: frozenset[Mark] | None

    def applied(self, result: Result) -> tuple[Result, tuple[Mark, ...]]:
        """The result with what the baseline names set aside, and the marks of that."""
        moved = tuple(replace(each, elsewhere=self._elsewhere(each)) for each in result.findings)
        path = self.seen(result.path)
        marks = fingerprints(replace(result, path=path, findings=moved))
        findings, found = [], []
        for finding, hashed in zip(result.findings, marks, strict=True):
            mark = Mark(path, finding.rule, _mark(hashed, finding))
            if finding.waived is None and self._names(mark):
                found.append(mark)
                findings.append(replace(finding, waived=WAIVER))
            else:
                findings.append(finding)
        return replace(result, findings=tuple(findings)), tuple(found)

    def seen(self, path: str) -> str:
        """A path as seen from the folder of the baseline, wherever the command was given."""
        if path == STDIN or is_remote(path):
            return path
        return Path(os.path.relpath(os.path.realpath(path), self.root)).as_posix()

    def _names(self, mark: Mark) -> bool:
        return may_be_set_aside(mark.rule) and (self.known is None or mark in self.known)

    def _elsewhere(self, finding: Finding) -> tuple[Elsewhere, ...]:
        return tuple(replace(each, path=self.seen(each.path)) for each in finding.elsewhere)


def _mark(fingerprint: str, finding: Finding) -> str:
    """The fingerprint with what the finding is about: the lines of its places, and its amounts.

    Where another line of the same sum is changed, it is another finding.
    """
    lines = (" ".join(excerpt.text.split()) for excerpt in finding.excerpts)
    whole = "\0".join((fingerprint, *lines, *_amounts(tuple(finding.values.values()))))
    return hashlib.sha256(whole.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _amounts(value: Value) -> Iterator[str]:
    if isinstance(value, Money | Decimal):
        yield str(value)
    elif isinstance(value, tuple):
        yield from chain.from_iterable(map(_amounts, value))
    elif isinstance(value, Note):
        yield from _amounts(tuple(value.values.values()))
