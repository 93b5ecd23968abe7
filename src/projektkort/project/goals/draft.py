"""Knows how a goal is put together from the cells, labels or keys that tell of it, whatever the form."""

from __future__ import annotations

import re
from collections.abc import Iterable

from projektkort.frozen import Frozen
from projektkort.project.field import pair
from projektkort.project.goals.dates import dates_of, parts_of, says_nothing
from projektkort.project.goals.number import Numbered, below, numbered, parent
from projektkort.project.reports import Goal, Status
from projektkort.schema.goal_heads import GoalRole
from projektkort.schema.labels import Labels
from projektkort.schema.spelling import key
from projektkort.schema.vocabulary import vocabulary
from projektkort.span import Place, Text

CUT = re.compile(r"[^\W\d_]-$")


class Reading(Frozen):
    """What reading goals depends on: the labels, the language, and the year of dates that tell none."""

    labels: Labels
    language: str | None
    year: int | None = None


class Subgoal(Frozen):
    """The sub-goal above some goals: its number, its words, and the whole of it as written."""

    id: str | None
    theme: Text | None
    text: Text


def subgoal_of(text: Text, reading: Reading) -> Subgoal:
    """The sub-goal that a cell, heading or key names."""
    found = numbered(text, reading.labels, reading.language, bare=True)
    return Subgoal(found.id, found.text if found.text.value else None, text)


class Draft:
    """One goal while its cells are being collected.

    `own` says that the sub-goal is named for this goal, and not only for one above it.
    """

    __slots__ = ("answers", "cells", "notes", "own", "place", "reading", "subgoal")

    def __init__(self, place: Place, subgoal: Subgoal | None, reading: Reading, *, own: bool = True) -> None:
        self.place, self.subgoal, self.reading, self.own = place, subgoal, reading, own
        self.cells: dict[GoalRole, list[Text]] = {}
        self.answers: list[tuple[Text, Text | None]] = []  # "Done: no", with the head
        self.notes: list[Text] = []

    def add(self, role: GoalRole | None, text: Text, head: Text | None, *, goes_on: bool = False) -> None:
        """Adds what a cell tells; with `goes_on` it is the rest of the one before in its column.

        What nobody knows, and a second status that says something else, is a note with the head of its column. A bare
        answer where measures are asked for is a status, if nothing else is.
        """
        if role != "goal" and says_nothing(text):
            return
        if role == "measures" and _is_answer(text, self.reading.labels):
            self.answers.append((text, head))
            return
        known = self.cells.get(role, []) if role else []
        if role and known and goes_on:
            known[-1] = _run_on(known[-1], text)
        elif role is None or (role == "status" and known):
            if not any(text.value == other.value for other in known):
                self.notes.append(pair(head, text) if head is not None and head.value else text)
        else:
            self.cells.setdefault(role, []).append(text)

    def last(self, role: GoalRole | None) -> Text | None:
        """The last cell of a column so far."""
        return self.cells[role][-1] if role and role in self.cells else None

    @property
    def id(self) -> str | None:
        """The goal's number."""
        return self._named()[0]

    def close(self) -> Goal:
        """The goal."""
        for answer, head in self.answers:
            self.add("status", answer, head)
        id_, text = self._named()
        above = self._above(id_)
        measures, times = self.cells.get("measures", []), self.cells.get("time", [])
        return Goal(
            id=id_,
            subgoal=above.id if above and above.id else parent(id_) if id_ else None,
            theme=above.theme if above else None,
            text=text,
            place=self.place,
            measures=_lines(measures),
            times=_lines(times),
            dates=tuple(dates_of([*times, *measures], self.reading.language, self.reading.year)),
            status=self._status(),
            explanation=self._joined("explanation"),
            responsible=self._joined("responsible"),
            notes=tuple(self.notes),
        )

    def _named(self) -> tuple[str | None, Text]:
        """The goal's number and its words; without words of its own it is its sub-goal."""
        subgoal, number = self.subgoal, self.last("number")
        whole = self._joined("goal", " ")
        found = self._numbered(whole) if whole is not None else None
        id_, text = (found.id, found.text) if found is not None else (subgoal.id if subgoal else None, None)
        if number is not None:
            own = self._numbered(number)
            id_ = own.id or number.value
            if found is not None and found.id != id_:
                text = whole  # its number stands elsewhere, and this is another
            if own.id and own.text.value:
                text = Text.join([own.text, text], ": ") if text is not None else own.text
        if text is None or not text.value:
            text = whole or (subgoal.theme or subgoal.text if subgoal else None)
        if id_ and len(id_) == 1 and id_.isalpha() and subgoal and subgoal.id:
            id_ = f"{subgoal.id}.{id_}"
        return id_, text or Text.empty(self.place.lines, self.place.start)

    def _numbered(self, text: Text) -> Numbered:
        return numbered(text, self.reading.labels, self.reading.language)

    def _above(self, id_: str | None) -> Subgoal | None:
        """The sub-goal, unless the goal's number says that the last one named is not its own."""
        if self.subgoal is None or self.own or id_ is None or self.subgoal.id is None or below(id_, self.subgoal.id):
            return self.subgoal
        return None

    def _status(self) -> Status | None:
        text = self._joined("status")
        if text is None:
            return None
        graded = self.reading.labels.graded(text.value, self.reading.year)
        return Status(text=text, grade=graded.grade, scope=graded.scope)

    def _joined(self, role: GoalRole, separator: str = "\n") -> Text | None:
        cells = self.cells.get(role)
        return Text.join(cells, separator) if cells else None


def _lines(cells: Iterable[Text]) -> tuple[Text, ...]:
    return tuple(part for cell in cells for part in parts_of(cell))


def _is_answer(text: Text, labels: Labels) -> bool:
    """Whether a text only answers: "yes", "partly"."""
    return labels.yes_no(text.value) is not None or (
        len(text.value.split()) == 1 and labels.graded(text.value).grade == "partly"
    )


def _run_on(before: Text, text: Text) -> Text:
    """One text of two halves; a word that the end of a line has cut in two is whole again."""
    word = vocabulary().word("goal_words", key(text.value.split()[0]))
    joined = word is not None and word.id == "and"  # "day- and night shifts"
    if CUT.search(before.value) and text.value[0].islower() and not joined:
        return Text.join([before.slice(0, -1), text], "")
    return Text.join([before, text], " ")
