"""Knows how to read back the CSV file of a summary that a committee has filled in, each fault with its row and column.

Rows are counted as Excel shows them: that of the heads is the first.
"""

from __future__ import annotations

import csv
import io
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import PurePosixPath

from projektkort.frozen import Frozen
from projektkort.locale import LANGUAGES, every, quote
from projektkort.money import Money, State, read
from projektkort.pages.cover import clean
from projektkort.pages.summary.row import Row
from projektkort.pages.summary.sheet import COLUMNS, unguarded
from projektkort.pages.summary.whole import Decision
from projektkort.pages.voice import Voice

AMOUNTS = ("recommended", "granted")
DELIMITERS = (";", ",", "\t")
STRAY = re.compile(r"\r(?!\r*\n)")
"""A line break inside a line: what stands behind it would be taken for another row."""


class Faults(Exception):  # noqa: N818 - named for what happened, as the other exceptions of the house
    """A file of decisions cannot be used: a sentence for each reason."""

    def __init__(self, faults: Iterable[str]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(self.faults))


class Decided(Frozen):
    """What a file of decisions says, by path; `others` are the heads of filled columns that no summary writes."""

    decisions: Mapping[str, Decision]
    others: tuple[str, ...] = ()


class Heads(Frozen):
    """Where the columns stand, and the language of their heads."""

    at: Mapping[str, int]
    language: str


def read_decisions(text: str, rows: Sequence[Row], voice: Voice) -> Decided:
    """What was decided about the files of these rows; raises Faults, told in the language of the voice."""
    if "\n" in text and (stray := STRAY.search(text)):
        raise Faults([voice.say("decisions-stray", row=str(text.count("\n", 0, stray.start()) + 1))])
    try:
        lines, heads = _table(text)
    except csv.Error as fault:
        raise Faults([voice.say("decisions-broken", fault=str(fault))]) from fault
    if not {"path", "number"} & heads.at.keys() or not set(AMOUNTS) & heads.at.keys():
        raise Faults([voice.say("decisions-heads", heads=", ".join(_head(name, voice) for name in ("path", *AMOUNTS)))])
    reading = _Reading(heads, rows, voice)
    for name in heads.at:
        reading.head(name, lines[0])
    for number, cells in enumerate(lines[1:], 2):
        reading.add(number, cells)
    if reading.faults:
        raise Faults(reading.faults)
    return Decided(reading.found, tuple(_others(lines, heads)))


def _table(text: str) -> tuple[list[list[str]], Heads]:
    """The lines and their heads, parted by what makes the most heads known; raises csv.Error."""
    tables = (list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)) for delimiter in DELIMITERS)
    return max(((lines, _heads(lines)) for lines in tables), key=lambda table: len(table[1].at))


def _heads(lines: Sequence[Sequence[str]]) -> Heads:
    told = [_plain(cell) for line in lines[:1] for cell in line]
    found = {
        (name, language): told.index(head)
        for name in COLUMNS
        for language in LANGUAGES
        if (head := _plain(_head(name, Voice(language, "md")))) in told
    }
    language = max(LANGUAGES, key=lambda code: sum(pair[1] == code for pair in found))
    return Heads({name: at for (name, _), at in found.items()}, language)


def _head(name: str, voice: Voice) -> str:
    return voice.say(f"column-{name}")


def _plain(head: str) -> str:
    return head.strip().casefold()


def _others(lines: Sequence[Sequence[str]], heads: Heads) -> Iterator[str]:
    """The heads of columns that no summary writes and in which something stands."""
    for at in range(max(map(len, lines))):
        if at not in heads.at.values() and any(cell.strip() for line in lines[1:] for cell in line[at : at + 1]):
            yield "".join(lines[0][at : at + 1])


class _Reading:
    """The lines of one file, one after the other."""

    def __init__(self, heads: Heads, rows: Iterable[Row], voice: Voice) -> None:
        self.found: dict[str, Decision] = {}
        self.faults: list[str] = []
        self._heads = heads
        self._voice = voice
        self._paths: defaultdict[str, list[Row]] = defaultdict(list)
        self._names: defaultdict[str, list[Row]] = defaultdict(list)
        self._numbers: defaultdict[str, list[Row]] = defaultdict(list)
        for row in rows:
            self._paths[row.path].append(row)
            self._names[PurePosixPath(row.path).name].append(row)
            if row.number:
                self._numbers[row.number].append(row)

    def head(self, name: str, heads: Sequence[str]) -> None:
        """A column must stand there once: nobody can tell which of two is meant."""
        own = heads[self._heads.at[name]]
        if sum(_plain(own) == _plain(head) for head in heads) > 1:
            self._blame("head", 1, name, own)

    def add(self, number: int, cells: Sequence[str]) -> None:
        """What a line says; one without amounts says nothing."""
        told = {name: unguarded(cells[at].strip()) for name, at in self._heads.at.items() if at < len(cells)}
        amounts = {name: amount for name in AMOUNTS if (amount := self._amount(number, name, told.get(name, "")))}
        path, own = told.get("path", ""), told.get("number", "")
        column = "path" if path or "number" not in told else "number"
        meant = self._meant(path, own)
        row = meant[0] if len(meant) == 1 else None
        if not amounts or (row is None and any(cell.strip().casefold() in every("total") for cell in cells)):
            return
        if row is None:
            fault = "several" if meant else "unknown"
            self._blame(fault if path or own else "nameless", number, column, path or own)
        elif row.path in self.found:
            self._blame("twice", number, column, path or own)
        else:
            usual = row.applied.currency or row.budget.currency
            settled = {name: Money(each.amount, each.currency or usual) for name, each in amounts.items()}
            self.found[row.path] = Decision(**settled)

    def _meant(self, path: str, number: str) -> Sequence[Row]:
        """The files that may be meant: by the path, or its name as from another folder, else by the number.

        Windows' own encoding has a question mark for a letter that it lacks: such a path leads nowhere.
        """
        named = self._paths.get(path) or self._names.get(PurePosixPath(path).name) if path else None
        numbered = self._numbers.get(number, [])
        return named or (numbered if not path or len(numbered) == 1 else [])

    def _amount(self, number: int, column: str, text: str) -> Money | None:
        reading = read(text, self._heads.language)
        if reading.state is State.BLANK:
            return None
        if reading.amount is None or reading.amount < 0 or reading.approximate:
            self._blame("amount", number, column, text)
            return None
        return Money(reading.amount, reading.currency)

    def _blame(self, fault: str, number: int, column: str, text: str) -> None:
        place = self._voice.say(
            "decisions-place", row=str(number), column=_head(column, Voice(self._heads.language, "md"))
        )
        told = self._voice.say(f"decisions-{fault}", text=quote(clean(text), self._voice.language))
        self.faults.append(f"{place}: {told}")
