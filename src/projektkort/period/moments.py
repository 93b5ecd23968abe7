"""Knows what a match of a form says: the moment that is told. Which moments make a period is left to `phrase`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from projektkort.frozen import replace
from projektkort.period.day import day_at, is_whole
from projektkort.period.forms import Form
from projektkort.period.model import Precision
from projektkort.period.moment import Moment, Trust
from projektkort.period.vocabulary import Vocabulary

PIVOT = 70  # '69 is 2069, '70 is 1970
SIX_DIGITS = {"da": ("day", "month", "year"), "nb": ("day", "month", "year"), "sv": ("year", "month", "day")}
FIRST_MONTHS = {Precision.QUARTER: 3, Precision.HALF: 6, Precision.SEASON: 3}

EVERY = 12  # characters: no longer word for "every" stands before a weekday
WORD = re.compile(r"[^\W\d_]+")
ON_WEEKDAYS = (Precision.DAY, Precision.NONE)
"""What may follow a weekday."""


def moments(text: str, at: int, after: Precision, words: Vocabulary) -> Iterator[Moment]:
    """All moments that can be read at `at`; `after` is the unit of the moment before in the same phrase."""
    opened = words.opened(text, at)
    if not (opened or text[at : at + 1].isdecimal() or text.startswith("'", at)):
        return
    on = words.pattern("<on>").match(text, at) if "weekdays" in opened else None
    if on is None or not on["weekday"]:
        for moment in _bare(text, at, after, words, dated=False):
            yield _named(moment, text, words)
        return
    every = on["colon"] is not None
    if every and words.pattern("<every>").search(text, max(0, at - EVERY), at) is None:
        return
    first, *more = filter(None, (words.number("weekdays", word) for word in WORD.findall(on["weekday"])))
    several = (first, *more) if more else ()
    for moment in _bare(text, on.end(), after, words, dated=True):
        yield replace(moment, begin=at, weekday=0 if more else first, weekdays=several, every=every and not more)


def _bare(text: str, at: int, after: Precision, words: Vocabulary, *, dated: bool) -> Iterator[Moment]:
    """The moments behind a weekday, or where there is none."""
    usual = day_at(text, at, words)
    if usual and is_whole(text, usual[1], words):
        day, stop = usual
        yield Moment(Precision.DAY, at, stop, year=day.year, month=day.month, day=day.day)
        return
    for form in words.forms(text, at):
        if form.after in (None, after) and (form.unit in ON_WEEKDAYS or not dated):
            match = _matched(words.pattern(form.template), text, at, words)
            moment = _told(form, match, at, words) if match else None
            if moment is not None:
                yield moment


def _named(moment: Moment, text: str, words: Vocabulary) -> Moment:
    """A whole date with the weekday that stands behind it: "2027-06-01 (Tuesday)", "1 June 2027, a Tuesday"."""
    if moment.unit is not Precision.DAY or moment.year is None:
        return moment
    found = words.pattern("<named>").match(text, moment.stop)
    weekday = words.number("weekdays", found["weekday"] or found["apart"]) if found else None
    return replace(moment, stop=found.end(), weekday=weekday) if found and weekday else moment


def _matched(pattern: re.Pattern[str], text: str, at: int, words: Vocabulary) -> re.Match[str] | None:
    """The match of a form; a number at its end that is an amount or a count is no part of it ("1. maj 2000 kr.")."""
    match = pattern.match(text, at)
    if match and match.lastgroup and match.end() < len(text) and words.pattern("<amount>").match(text, match.end()):
        return pattern.match(text, at, match.start(match.lastgroup))
    return match


def by_number(unit: Precision, number: int) -> int:
    """The first month of the quarter, half or season of that number."""
    return FIRST_MONTHS[unit] * number - (0 if unit is Precision.SEASON else FIRST_MONTHS[unit] - 1)


def _told(form: Form, match: re.Match[str], begin: int, words: Vocabulary) -> Moment | None:
    """What the groups of the match say; None where the form does not hold after all."""
    said = {name: value for name, value in match.groupdict().items() if value}
    moment = Moment(form.unit, begin, match.end(), form.trust, _year(said))
    match form.unit:
        case Precision.DAY:
            return _six_digits(moment, said["six"], words) if "six" in said else _day(moment, said, words)
        case Precision.MONTH:
            return _month(moment, said, words)
        case Precision.SEASON:
            return _season(moment, said, words)
        case Precision.QUARTER | Precision.HALF if "number" in said or "ordinal" in said:
            number = int(said["number"]) if "number" in said else words.number("ordinals", said["ordinal"]) or 0
            return replace(moment, number=number, month=by_number(form.unit, number))
        case Precision.YEAR:
            return replace(moment, month=int("plain" in match.groupdict()))
        case Precision.WEEK:
            return replace(moment, number=int(said["number"]))
        case Precision.NONE:
            return replace(moment, number=int(said["day"]))
    return moment


def _year(said: dict[str, str]) -> int | None:
    if "short" in said:
        return _full_year(int(said["short"]))
    return int(said["year"]) if "year" in said else None


def _full_year(short: int) -> int:
    return short + (2000 if short < PIVOT else 1900)


def _day(moment: Moment, said: dict[str, str], words: Vocabulary) -> Moment | None:
    """A day and a month, by name or number; English slashes may stand either way round."""
    day = int(said["day"])
    month = words.number("months", said["name"]) if "name" in said else int(said["month"])
    if month is None:
        return None
    if "slash" in said and words.language in ("en", None) and day != month:
        if day <= 12 < month:
            day, month = month, day
        elif day <= 12 and month <= 12:
            return replace(moment, day=day, month=month, reason="day-or-month")
    moment = replace(moment, day=day, month=month)
    return moment if moment.trust in (Trust.SURE, Trust.ASKED) or not moment.flaw else None


def _six_digits(moment: Moment, digits: str, words: Vocabulary) -> Moment | None:
    """130211: the Swedish write the year first, the others the day; nobody else writes so."""
    order = SIX_DIGITS.get(words.language or "")
    if order is None:
        return None
    pairs = dict(zip(order, (int(digits[at : at + 2]) for at in (0, 2, 4)), strict=True))
    return replace(moment, year=_full_year(pairs["year"]), month=pairs["month"], day=pairs["day"])


def _month(moment: Moment, said: dict[str, str], words: Vocabulary) -> Moment | None:
    """A month; "2007-08" may be two years as well, "2015-17" cannot be a month."""
    if "name" in said:
        named = words.number("months", said["name"])
        return replace(moment, month=named) if named else None
    month = int(said["month"])
    pair = "pair" in said
    if pair and month > 12:
        return None
    double = pair and month > int(said["year"]) % 100
    return replace(moment, month=month, reason="month-or-years" if double else "")


def _season(moment: Moment, said: dict[str, str], words: Vocabulary) -> Moment | None:
    """A season of the weather service, three whole months. A winter belongs to two years and must say which."""
    number = words.number("seasons", said["season"])
    if number is None:
        return None
    moment = replace(moment, number=number, month=by_number(Precision.SEASON, number))
    if "second" in said:
        return moment if number == 4 and moment.year and int(said["second"][-2:]) == (moment.year + 1) % 100 else None
    return replace(moment, reason="which-winter") if number == 4 and moment.year else moment
