"""Knows how moments stand together: "1. marts til 30. juni", "uge 13, 14 og 20"; the days are left to `resolve`."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Collection

from projektkort.frozen import Frozen, replace
from projektkort.period.forms import LEAD, MEANINGS
from projektkort.period.model import Precision
from projektkort.period.moment import Moment, Trust
from projektkort.period.moments import by_number, moments
from projektkort.period.vocabulary import Vocabulary

Element = tuple[Moment, ...]
"""One moment, or the two ends of a range."""
LONGEST = 24  # moments in one phrase; what goes on longer begins a new one


class Phrase(Frozen, guarded=False):
    """Moments read together, with the words before them."""

    elements: tuple[Element, ...]
    meaning: str  # one of MEANINGS, or empty
    begin: int
    stop: int


class _Link(Frozen, guarded=False):
    moment: Moment
    joint: str  # what joins it to the one before: "to", "list", "comma"; empty for the first


class Phrases:
    """Finds the longest phrase at an offset of one text; `prose` where numbers may be other things than dates."""

    def __init__(self, text: str, words: Vocabulary, *, prose: bool) -> None:
        self.text = text
        self.words = words
        self.prose = prose
        self._known: dict[tuple[int, Precision, str, bool], list[_Link]] = {}

    def at(self, offset: int) -> Phrase | None:
        """The phrase that begins at `offset`, with its years told once for all; None where there is none."""
        begin, meaning, article = self._lead(offset)
        links = self._links(begin, Precision.NONE, "", article, LONGEST)
        if not links:
            return None
        links = _articled(links) if article else links
        begin = offset if meaning else links[0].moment.begin
        return Phrase(_elements(self.text, links), meaning, begin, links[-1].moment.stop)

    def _lead(self, at: int) -> tuple[int, str, bool]:
        """Where the words before a date end, what they mean, and whether an article is the last of them."""
        lead = self._skip(at, MEANINGS, LEAD)
        meaning, at = (lead.lastgroup or "", lead.end()) if lead else ("", at)
        # In prose the date behind "in" begins at its own word, and is found there.
        plain = None if self.prose and not meaning else self._skip(at, ("plain",), "<plain>_")
        at = plain.end() if plain else at
        article = self._skip(at, ("article",), "<article>:? ")
        return article.end() if article else at, meaning, article is not None

    def _skip(self, at: int, groups: Collection[str], template: str) -> re.Match[str] | None:
        """The words of some groups that stand there."""
        opened = self.words.opened(self.text, at)
        return None if opened.isdisjoint(groups) else self.words.pattern(template).match(self.text, at)

    def _links(self, at: int, after: Precision, joint: str, article: bool, room: int) -> list[_Link]:
        """The chain of moments from `at` that reaches farthest."""
        key = (at, after, joint, article)
        if key not in self._known:
            told = moments(self.text, at, after, self.words)
            chains = (self._chain(moment, joint, article, room) for moment in told)
            self._known[key] = max(chains, key=lambda chain: chain[-1].moment.stop if chain else -1, default=[])
        return self._known[key]

    def _chain(self, moment: Moment, joint: str, article: bool, room: int) -> list[_Link]:
        """The moment and what is joined to it; empty where it cannot stand so."""
        goes_on = room and moment.stop < len(self.text)
        found = self.words.pattern("<joint>").match(self.text, moment.stop) if goes_on else None
        tail: list[_Link] = []
        if found is not None:
            kind = "to" if found["to"] else "comma" if found["comma"] else "list"
            tail = self._links(found.end(), moment.unit, kind, article, room - 1)
            tail = _articled(tail) if tail and found["article"] else tail
        if moment.unit is Precision.NONE and not self._completes(moment, tail, article):
            return []
        if self.prose and joint == "comma" and moment.unit is Precision.WEEK and not tail and self._counts(moment):
            return []
        return [_Link(moment, joint), *tail]

    def _completes(self, bare: Moment, tail: list[_Link], article: bool) -> bool:
        """Whether the chain gives the bare number a unit. In prose "4, 12. maj" is one date and a count."""
        if not tail or tail[0].moment.unit not in (Precision.DAY, Precision.QUARTER, Precision.HALF, Precision.NONE):
            return False
        return not self.prose or bare.trust is Trust.SURE or article or tail[0].joint == "to"

    def _counts(self, week: Moment) -> bool:
        """Whether a number in a list of weeks is followed by what it counts: "uge 13, 14 deltagere"."""
        return self.text[week.stop : week.stop + 2].strip().isalpha() and self.text[week.begin].isdigit()


def _articled(links: list[_Link]) -> list[_Link]:
    first, *others = links
    return [replace(first, moment=replace(first.moment, article=True)), *others]


def _elements(text: str, links: list[_Link]) -> tuple[Element, ...]:
    """The links in ones and twos; every bare number has its unit, and a year at the end counts for all before it."""
    told = _told_once([link.moment for link in links])
    elements: list[Element] = [(told[0],)]
    for link, moment in zip(links[1:], told[1:], strict=True):
        last = elements[-1]
        if len(last) == 1 and (link.joint == "to" or _is_interval(text, last[0], moment)):
            elements[-1] = _year_of_start(last[0], moment)
        else:
            elements.append((moment,))
    return tuple(_on_weekdays(elements))


def _on_weekdays(elements: list[Element]) -> list[Element]:
    """The same with several weekdays shared out, in their order: to as many days, or to the ends of every range."""
    first, flat = elements[0][0], [moment for element in elements for moment in element]
    if first.every:
        return [tuple(replace(each, weekday=each.weekday or first.weekday) for each in element) for element in elements]
    named = iter(first.weekdays * (len(flat) // len(first.weekdays))) if first.weekdays else iter(())
    whole = len(flat) == len(first.weekdays) or all(len(element) == len(first.weekdays) for element in elements)
    if not first.weekdays or not whole:
        return elements
    return [tuple(replace(each, weekday=each.weekday or next(named)) for each in element) for element in elements]


def _told_once(chain: list[Moment]) -> list[Moment]:
    told: list[Moment] = []
    for moment in reversed(chain):
        full = _completed(moment, told[-1]) if moment.unit is Precision.NONE else moment
        told.append(replace(full, year=told[-1].year) if full.year is None and told else full)
    return told[::-1]


def _completed(bare: Moment, full: Moment) -> Moment:
    """The bare number as the unit of the moment that follows it."""
    told = {"weekday": bare.weekday, "weekdays": bare.weekdays, "every": bare.every}
    here = replace(full, begin=bare.begin, stop=bare.stop, **told)
    if full.unit is Precision.DAY:
        return replace(here, day=bare.number)
    return replace(here, number=bare.number, month=by_number(full.unit, bare.number))


def _is_interval(text: str, first: Moment, second: Moment) -> bool:
    """Whether a slash stands between two whole dates; between months it makes a list ("juni/juli")."""
    whole = first.unit is second.unit is Precision.DAY and first.year is not None
    return whole and text[first.stop : second.begin].strip() == "/"


def _year_of_start(first: Moment, second: Moment) -> Element:
    """A year told at the start only counts for the end, too, where the end comes later in that year."""
    if second.year is None and first.year is not None:
        same = replace(second, year=first.year)
        if not (first.flaw or same.flaw) and (first.days[0] or dt.date.max) <= (same.days[1] or dt.date.min):
            return first, same
    return first, second
