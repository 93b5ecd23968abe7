"""Knows which of the files that were checked have something in common: a table on disk grows, the memory does not.

What it means, `rules.across` judges.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import groupby, islice
from operator import itemgetter
from typing import TYPE_CHECKING

from projektkort.batch.check import Checked
from projektkort.batch.head import Head, read_head
from projektkort.batch.pool import Applied
from projektkort.batch.records import keys, number_of, read_facts
from projektkort.engine.findings import catalogue
from projektkort.finding import Elsewhere, Fact, Finding, Result, Severity, Value
from projektkort.frozen import Frozen
from projektkort.rules.across import MANY, TWICE, Pair, Verdict, judged
from projektkort.span import Span

if TYPE_CHECKING:
    import sqlite3

TOGETHER = 500
"""Files that are put into the table at a time."""
HALVES = "surrogatepass"  # of characters: in file names that are no UTF-8
KEPT = 64  # files of which several later ones are copies
_TABLES = """
CREATE TABLE files (number INTEGER PRIMARY KEY, path BLOB, head TEXT, facts BLOB);
CREATE TABLE keys (key INTEGER, file INTEGER);
CREATE TABLE links (later INTEGER, first INTEGER, key INTEGER, size INTEGER);
PRAGMA journal_mode = OFF;
"""
_SHARED = """
SELECT key, file FROM keys WHERE key IN (SELECT key FROM keys GROUP BY key HAVING count(*) > 1) ORDER BY key, file
"""
Link = tuple[int, int, int, int]
"""A later file, the first one with a fact of this key, and in how many files it stands."""


class Member(Frozen):
    """A file that has something in common with another."""

    path: str
    head: Head
    facts: dict[int, Fact]

    @property
    def applicants(self) -> set[int]:
        """Who asks: the keys."""
        return {key for key, fact in self.facts.items() if fact.kind == "applicant"}


class Across:
    """Is told of every file in turn, and compares them all when asked for results, and their sum with the pool."""

    def __init__(self, applied: Applied | None = None) -> None:
        import sqlite3  # noqa: PLC0415 - a single file is compared with none

        self._table: sqlite3.Connection = sqlite3.connect("")  # a file that vanishes with it
        self._table.executescript(_TABLES)
        self._applied = applied if applied is not None and applied.is_asked else None
        self._waiting: list[Checked] = []
        self._count = 0
        self._member = lru_cache(KEPT)(self._read)

    def add(self, checked: Checked) -> None:
        """Remembers what the others are compared with."""
        if self._applied is not None and checked.head:
            self._applied.add(checked.head)
        if checked.facts:
            self._waiting.append(checked)
            if len(self._waiting) >= TOGETHER:
                self._put()

    def results(self) -> Iterator[Result]:
        """What was found, each at the later of two files, in the order of these."""
        self._put()
        self._table.execute("CREATE INDEX by_key ON keys (key, file)")
        self._table.executemany("INSERT INTO links VALUES (?, ?, ?, ?)", _links(self._table.execute(_SHARED)))
        links: Iterable[Link] = self._table.execute("SELECT * FROM links ORDER BY later, first, key")
        same: dict[int, int] = {}
        for later, own in groupby(links, itemgetter(0)):
            yield from self._of(later, list(own), same)
        if self._applied is not None:
            yield from self._applied.results()

    def _put(self) -> None:
        numbered = list(enumerate(self._waiting, self._count))
        names = {number: (each.shown or each.path).encode("utf-8", HALVES) for number, each in numbered}
        rows = ((number, names[number], each.head, each.facts) for number, each in numbered)
        self._table.executemany("INSERT INTO files VALUES (?, ?, ?, ?)", rows)
        pairs = ((key, number) for number, each in numbered for key in keys(each.facts))
        self._table.executemany("INSERT INTO keys VALUES (?, ?)", pairs)
        self._count += len(numbered)
        self._waiting = []

    def _read(self, number: int) -> Member:
        [(path, head, facts)] = self._table.execute("SELECT path, head, facts FROM files WHERE number = ?", (number,))
        return Member(
            path.decode("utf-8", HALVES),
            read_head(head),
            {number_of(fact.key): fact for fact in read_facts(facts)},
        )

    def _of(self, later: int, links: list[Link], same: dict[int, int]) -> Iterator[Result]:
        """What is said of a file. `same` are the files that seem to be versions of an earlier one, and grows."""
        own, found = self._read(later), []
        firsts = {link[1] for link in links}
        for first, common in groupby(links, itemgetter(1)):
            if same.get(first) not in firsts:  # else it is said of another version of that one
                verdicts = _compared(own, self._member(first), {key: size for _, _, key, size in common})
                for finding, is_same in verdicts:
                    found.append(finding)
                    same |= {later: first} if is_same else {}
        for finding in sorted(found, key=lambda each: each.order):
            yield Result(own.path, language=own.head.language or None, findings=(finding,), across=True)


def _links(shared: Iterable[tuple[int, int]]) -> Iterator[Link]:
    """Each later file with the first one; of what stands in many files only the second, with their number."""
    for key, rows in groupby(shared, itemgetter(0)):
        files = (file for _, file in rows)
        first, *others = islice(files, MANY + 1)
        size = 1 + len(others) + sum(1 for _ in files)
        for later in others if size <= MANY else others[:1]:
            yield later, first, key, size


def _compared(own: Member, other: Member, sizes: dict[int, int]) -> Iterator[tuple[Finding, bool]]:
    """What is said of two files, and whether they seem to be versions of one.

    That is one thing about all that only few have, and one about what stands in many.
    """
    told = own.head.severities
    wanted = {key: own.facts[key] for key in sizes if told.get(TWICE[own.facts[key].kind]) != Severity.OFF}
    for many in (False, True):
        facts = {key: fact for key, fact in wanted.items() if (sizes[key] > MANY) is many}
        if facts:
            common = Counter(fact.kind for fact in facts.values())
            verdict = judged(Pair(own.head.kind, common, _is_one(own, other), many))
            key = min((key for key in facts if facts[key].kind == verdict.about), key=lambda key: facts[key].span)
            yield _finding(verdict, facts[key].span, Elsewhere(other.path, other.facts[key].span), sizes[key], told)


def _finding(
    verdict: Verdict, span: Span, there: Elsewhere, size: int, told: Mapping[str, str]
) -> tuple[Finding, bool]:
    severity = Severity(told[verdict.rule]) if verdict.rule in told else catalogue().severity(verdict.rule)
    values: dict[str, Value] = {"path": there.path, "there": there.span, "count": size, "also": verdict.also}
    return Finding(verdict.rule, severity, span, verdict.variant, values, elsewhere=(there,)), verdict.is_same


def _is_one(own: Member, other: Member) -> bool | None:
    """Whether one applicant asks for both; None where not both tell who asks."""
    return bool(own.applicants & other.applicants) if own.applicants and other.applicants else None
