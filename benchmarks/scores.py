"""Knows how what was said of a document with a defect is counted."""

from __future__ import annotations

from typing import NamedTuple

from plots import Plot
from sowing import Sown

from projektkort.finding import Finding


class Score(NamedTuple):
    """What came of one class: how many were put in, found, found just there; and what was said beside them."""

    planted: int = 0
    found: int = 0
    exact: int = 0
    extra: int = 0

    def plus(self, other: Score) -> Score:
        return Score(*(one + more for one, more in zip(self, other, strict=True)))

    @property
    def recall(self) -> float:
        return self.found / self.planted if self.planted else 0.0

    @property
    def precision(self) -> float:
        said = self.found + self.extra
        return self.found / said if said else 0.0

    @property
    def placed(self) -> float:
        return self.exact / self.found if self.found else 0.0


Scores = dict[str, Score]
"""By class."""


class Trial(NamedTuple):
    """One document with one defect, and what was said about it; `before`: what was said of it while it was good."""

    plot: Plot
    rule: str
    sown: Sown
    findings: tuple[Finding, ...]
    before: tuple[Finding, ...] = ()

    @property
    def score(self) -> Score:
        """The first finding of the rule that stands where it must, else any of it, is the one; all others are extra."""
        own = [found for found in self.findings if found.rule == self.rule]
        exact = any((f.span.line, f.span.column) == (self.sown.line, self.sown.column) for f in own)
        extra = len(self.findings) - int(bool(own)) + len(self.before)
        return Score(1, int(bool(own)), int(exact), extra)

    def told(self) -> str:
        """What was expected and what was said, on one line."""
        said, before = map(_listed, (self.findings, self.before))
        wrongly = f"; while it was good: {before}" if self.before else ""
        return f"{self.plot.name}: {self.rule}@{self.sown.line}:{self.sown.column}, said: {said}{wrongly}"


def _listed(findings: tuple[Finding, ...]) -> str:
    return ", ".join(f"{f.rule}@{f.span.line}:{f.span.column}" for f in findings) or "nothing"
