"""Knows what is counted while results go by, one after another, and nothing that grows with their number."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from projektkort.finding import Result, Severity

LISTED = 1000
"""So many files with findings are listed at the end by their names; of the others it is said how many they are."""
COUNTED = (Severity.ERROR, Severity.WARNING, Severity.INFO)


class Outcome(NamedTuple):
    """What is left of a result when it is written: small enough to travel between processes by the million.

    `counts` are those of errors, warnings and infos that are not set aside; `rules` names each of these findings, and
    `waived` each of those that are.
    """

    path: str
    skipped: str | None
    counts: tuple[int, int, int]
    waived: tuple[str, ...]
    crash: str | None
    language: str | None
    across: bool
    rules: tuple[str, ...]

    @property
    def clean(self) -> bool:
        """Whether the file was checked and nothing was found in it."""
        return self.skipped is None and not any(self.counts)


def outcome_of(result: Result) -> Outcome:
    """What is counted of a result."""
    grave = [finding.severity for finding in result.findings if finding.waived is None]
    return Outcome(
        result.path,
        result.skipped,
        (grave.count(Severity.ERROR), grave.count(Severity.WARNING), grave.count(Severity.INFO)),
        tuple(finding.rule for finding in result.findings if finding.waived is not None),
        result.crash,
        result.language,
        result.across,
        tuple(finding.rule for finding in result.findings if finding.waived is None),
    )


class Tally:
    """The sums of a run. Findings across files count as findings, but are no files.

    `failed` are the outcomes of the first LISTED files with findings; `hidden` is how many more there are.
    `interrupted` says that somebody stopped the run before its end.
    """

    __slots__ = (
        "checked",
        "counts",
        "crashed",
        "failed",
        "hidden",
        "interrupted",
        "languages",
        "rules",
        "skipped",
        "waived",
    )

    def __init__(self, outcomes: Iterable[Outcome] = ()) -> None:
        self.checked = 0
        self.counts: Counter[Severity] = Counter()
        self.crashed = 0
        self.failed: list[Outcome] = []
        self.hidden = 0
        self.interrupted = False
        self.languages: set[str | None] = set()
        self.rules: Counter[str] = Counter()
        self.skipped: Counter[str] = Counter()
        self.waived = 0
        for outcome in outcomes:
            self.add(outcome)

    def add(self, outcome: Outcome) -> None:
        """Counts one more."""
        if outcome.skipped is not None:
            self.skipped[outcome.skipped] += 1
            return
        self.checked += not outcome.across
        self.languages.add(outcome.language)
        self.crashed += outcome.crash is not None
        self.waived += len(outcome.waived)
        if outcome.rules:
            self.counts.update(dict(zip(COUNTED, outcome.counts, strict=True)))
            self.rules.update(outcome.rules)
            self._list(outcome)

    def _list(self, outcome: Outcome) -> None:
        if outcome.across:
            return
        if len(self.failed) < LISTED:
            self.failed.append(outcome)
        else:
            self.hidden += 1

    @property
    def language(self) -> str | None:
        """The language that all checked files share; None where they share none."""
        return next(iter(self.languages)) if len(self.languages) == 1 else None

    def by_rule(self) -> list[tuple[str, int]]:
        """How many findings each rule has, the most frequent one first."""
        return sorted(self.rules.items(), key=lambda item: (-item[1], item[0]))
