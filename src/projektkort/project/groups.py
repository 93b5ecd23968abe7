"""Knows the groups among the rows of a side, and which of them the label of a subtotal names."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator

from projektkort.locale import every
from projektkort.schema.labels import normalise

AND = re.compile(r"[\s,/&+]+")
SHORT = 2  # letters; a word of a label that is no longer names no group
LONG = 20  # letters by which words are looked up before they are compared


class Groups:
    """The headings among some rows, each with the first line below it, in the order written."""

    __slots__ = ("_begun", "_firsts", "_numbered", "_whole", "_words")

    def __init__(self) -> None:
        self._words: list[str] = []
        self._firsts: list[int] = []
        self._whole: defaultdict[str, list[int]] = defaultdict(list)  # by their first words
        self._begun: defaultdict[str, list[int]] = defaultdict(list)  # by each beginning of them
        self._numbered: defaultdict[str, list[int]] = defaultdict(list)

    def begin(self, label: str, line: int) -> None:
        """A group begins with this line."""
        first, *others = normalise(label).split(" ")
        self._whole[first[:LONG]].append(len(self._words))
        for size in range(SHORT + 1, min(len(first), LONG) + 1):
            self._begun[first[:size]].append(len(self._words))
        for number in {word for word in others if word.isdecimal()}:
            self._numbered[number].append(len(self._words))
        self._words.append(first)
        self._firsts.append(line)

    def lines_of(self, label: str, stop: int) -> list[int]:
        """The lines, up to `stop`, of the groups whose first words a label names by their beginnings.

        Of groups with the same first word, the label of “Subtotal, package 2” names the one with the number.
        """
        if not self._words:
            return []
        words = AND.split(normalise(label))
        spoken = [word for word in words if len(word) > SHORT and word not in every("total")]
        numbered = {at for word in words if word.isdecimal() for at in self._numbered.get(word, ())}
        named = self._named(spoken, numbered) or self._named(spoken, self._like(spoken))
        return [line for at in named for line in range(self._firsts[at], self._end(at, stop))]

    def _end(self, at: int, stop: int) -> int:
        return self._firsts[at + 1] if at + 1 < len(self._firsts) else stop

    def _like(self, spoken: Iterable[str]) -> Iterator[int]:
        """The groups whose first words may go on as one of these begins, or the other way round."""
        for word in spoken:
            yield from self._begun.get(word[:LONG], ())
            for size in range(1, min(len(word), LONG) + 1):
                yield from self._whole.get(word[:size], ())

    def _named(self, spoken: Collection[str], among: Iterable[int]) -> list[int]:
        """Those of some groups whose first word is the beginning of one of these words, or the other way round."""
        return sorted({at for at in among if any(_related(self._words[at], word) for word in spoken)})


def _related(first: str, word: str) -> bool:
    return first != "" and (first.startswith(word) or word.startswith(first))
