"""Knows what all rows come to: counts, sums against the pool, likely duplicates, and what is missing most often."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from projektkort.frozen import Frozen
from projektkort.money import Money
from projektkort.pages.summary.figures import Sum, Total, sums_of, total_of
from projektkort.pages.summary.row import Row, State


class Decision(Frozen):
    """What was recommended and granted to one project; None where nothing is decided."""

    recommended: Money | None = None
    granted: Money | None = None


UNDECIDED = Decision()
KINDS = ("number", "text", "cost", "applicant")
"""The kinds of facts, the one that tells most first, as the rules across files have them."""
NO_DECISIONS: Mapping[str, Decision] = {}


class Spot(Frozen):
    """A line of a file."""

    path: str
    line: int


class Likeness(Frozen):
    """Files that have something in common that only one should have: `kind` is that of the facts, `count` how many."""

    kind: str
    spots: tuple[Spot, ...]
    count: int


class Frequency(Frozen):
    """In how many files a rule found something; `section` where it speaks of one."""

    rule: str
    section: str
    files: int


class Summary(Frozen):
    """What is said of many files: those that were read, faulty first, and those that were not.

    `decisions` are kept by path. `currency` is the one that figures are in where they name none.
    """

    rows: tuple[Row, ...]
    unread: tuple[Row, ...]
    applied: Total
    likenesses: tuple[Likeness, ...]
    frequent: tuple[Frequency, ...]
    currency: str | None
    pool: Money | None = None
    decisions: Mapping[str, Decision] = NO_DECISIONS
    as_of: dt.date | None = None

    @property
    def all(self) -> tuple[Row, ...]:
        """Every file."""
        return (*self.rows, *self.unread)

    @property
    def personal(self) -> tuple[Row, ...]:
        """The files that must not be published as they are."""
        return tuple(row for row in self.all if row.personal)

    def count(self, *states: State) -> int:
        """How many files are in one of these states."""
        return sum(row.state in states for row in self.all)

    def decision(self, row: Row) -> Decision:
        """What was decided about a file."""
        return self.decisions.get(row.path, UNDECIDED)

    def amounts(self, column: str) -> list[Money]:
        """What was decided about all files: `column` is "recommended" or "granted"."""
        found: Iterable[Money | None] = (getattr(self.decision(row), column) for row in self.all)
        return [Money(each.amount, each.currency or self.currency) for each in found if each is not None]

    def decided(self, column: str) -> tuple[Sum, ...]:
        """What that comes to, by currency."""
        return sums_of(self.amounts(column))


def summarise(
    rows: Iterable[Row],
    *,
    pool: Money | None = None,
    decisions: Mapping[str, Decision] = NO_DECISIONS,
    as_of: dt.date | None = None,
) -> Summary:
    """What rows come to; among those alike their order is kept."""
    every = list(rows)
    read = sorted((row for row in every if row.is_read), key=lambda row: (not row.personal, row.state))
    applied = total_of(row.applied for row in read if row.expects or row.applied.told)
    currency = pool.currency if pool is not None and pool.currency else _currency(read)
    return Summary(
        rows=tuple(read),
        unread=tuple(row for row in every if not row.is_read),
        applied=applied,
        likenesses=tuple(_likenesses(every)),
        frequent=tuple(_frequent(read)),
        currency=currency,
        pool=Money(pool.amount, currency) if pool is not None else None,
        decisions=decisions,
        as_of=as_of,
    )


def shared_language(rows: Iterable[Row]) -> str | None:
    """The language that all projects are written in; None where they share none."""
    languages = {row.language for row in rows if row.is_read}
    return languages.pop() if len(languages) == 1 else None


def _currency(rows: Sequence[Row]) -> str | None:
    """The currency that most figures are in."""
    figures = (figure for row in rows for figure in (row.applied, row.budget) if figure.bounds is not None)
    most = Counter(figure.currency for figure in figures).most_common(1)
    return most[0][0] if most else None


def _rank(group: tuple[tuple[str, tuple[str, ...]], object]) -> tuple[int, int]:
    (kind, paths), _ = group
    return KINDS.index(kind), -len(paths)


def _likenesses(rows: Iterable[Row]) -> Iterator[Likeness]:
    """What files have in common, one thing of each group of them: what tells most, and most files."""
    known: defaultdict[tuple[str, bytes], dict[str, Spot]] = defaultdict(dict)
    for row in rows:
        for fact in row.facts:
            known[fact.kind, fact.key].setdefault(row.path, Spot(row.path, fact.span.line))
    groups: defaultdict[tuple[str, tuple[str, ...]], list[tuple[Spot, ...]]] = defaultdict(list)
    for (kind, _), spots in known.items():
        if len(spots) > 1:
            groups[kind, tuple(spots)].append(tuple(spots.values()))
    told: defaultdict[str, list[set[str]]] = defaultdict(list)
    for (kind, paths), found in sorted(groups.items(), key=_rank):
        if not any(each.issuperset(paths) for each in told[paths[0]]):
            group = set(paths)
            for path in paths:
                told[path].append(group)
            yield Likeness(kind, found[0], len(found))


def _frequent(rows: Iterable[Row]) -> Iterable[Frequency]:
    """What is missing in most files first."""
    found = Counter(pair for row in rows for pair in dict.fromkeys((lack.rule, lack.section) for lack in row.lacks))
    return (Frequency(*pair, files) for pair, files in sorted(found.items(), key=lambda each: (-each[1], each[0])))
