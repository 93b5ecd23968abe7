"""Knows how to read a text as a period, and which of the phrases in running prose are periods."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from projektkort.frozen import replace
from projektkort.period.beginnings import BEGINNING, beginnings, holds_digit
from projektkort.period.day import DAY, days_alone, days_at
from projektkort.period.model import Period, Precision
from projektkort.period.moment import Moment, Trust
from projektkort.period.phrase import Element, Phrase, Phrases
from projektkort.period.resolve import cover, period_of
from projektkort.period.vocabulary import Vocabulary, vocabulary

# The dashes, blanks and apostrophes of typeset text, one character for one, so that places stay.
PLAIN = str.maketrans("\u2010\u2011\u2012\u2013\u2014\u2212\xa0\u2007\u2009\u202f\u2019", "------    '")
TYPESET = [*map(chr, PLAIN)]
OPENING = re.compile(r"[\s(\[*_\"»]*")
OPEN_END = re.compile(r"\s*-[\s.)]*\Z")
DIGIT = re.compile(r"\d")
END = re.compile(r"[\s.,:;)\]*_]*\Z")
CUT = re.compile(r"-\d|/\w|\.\d")
"""What may not follow a date in prose: it was the beginning of something else."""
SHORT = 40  # characters of a date in a cell or behind a label, which is asked about again and again
NEAR = 0.85
"""How alike a word must be to one for "ongoing" (difflib ratio), long words only."""


def read(text: str, language: str | None, *, year: int | None = None) -> Period:
    """The text, all of it meant as a date or period. `language` is da, sv, nb, en or None.

    `year` is the year known from the document; it counts where the text tells none.
    Where figures are left over that are no part of a date, nothing is read: NONE, not a part of what is told.
    """
    return (_kept if len(text) <= SHORT else _read)(text, language, year)


def _read(text: str, language: str | None, year: int | None) -> Period:
    words = vocabulary(language)
    plain = _plain(unicodedata.normalize("NFC", text)).strip()
    days = days_at(plain, 0, words)
    period = days if days and days.stop == len(plain) else _whole(plain, words, year) or _loose(plain, words, year)
    return replace(period, text=text, begin=0, stop=len(text))


_kept = lru_cache(maxsize=1024)(_read)


def _plain(text: str) -> str:
    return text if text.isascii() or not any(map(text.__contains__, TYPESET)) else text.translate(PLAIN)


def find(text: str, language: str | None, *, year: int | None = None) -> Iterator[Period]:
    """The dates, weeks and periods in prose, each with its slice, in order; only what can hardly be anything else."""
    return _found(text, vocabulary(language), year) if holds_digit(text) else iter(())


def _found(text: str, words: Vocabulary, year: int | None) -> Iterator[Period]:
    first = beginnings(words)
    if DAY.match(text) is None and not first.tells_date(text):
        return
    plain, stop = _plain(text), 0
    phrases = Phrases(plain, words, prose=True)
    for found in BEGINNING.finditer(plain):
        at, word = found.start(), found[0]
        if at < stop or not (word.isdecimal() or first.leads(plain, at, word)):
            continue
        days = days_alone(plain, at, words, text)
        if days is not None:
            yield days
            stop = days.stop
            continue
        phrase = None if word.isdecimal() and first.is_count(plain, at) else phrases.at(at)
        sure = _sure(phrase, plain, words) if phrase else []
        for element, meaning, begin in sure:
            end = element[-1].stop
            yield replace(period_of(element, meaning, year), text=text[begin:end], begin=begin, stop=end)
        stop = phrase.stop if phrase and sure else stop


def _whole(plain: str, words: Vocabulary, year: int | None) -> Period | None:
    """The text as one phrase, with nothing left over but the time of day or an open end."""
    opening = OPENING.match(plain)
    phrase = Phrases(plain, words, prose=False).at(opening.end() if opening else 0)
    if phrase is None:
        return None
    if not all(_holds(moment, meaning) for element, meaning, _ in _parts(phrase) for moment in element):
        return None
    if OPEN_END.match(plain, phrase.stop):
        phrase = replace(phrase, meaning="from")
    elif not (END.match(plain, phrase.stop) or words.pattern("<tail>").match(plain, phrase.stop)):
        return None
    return cover([period_of(element, meaning, year) for element, meaning, _ in _parts(phrase)])


def _loose(plain: str, words: Vocabulary, year: int | None) -> Period:
    """What other words make of the text: "every week", "ongoing", "begun in May 2026", "8 weeks"."""
    found = list(find(plain, words.language, year=year))
    dates = cover(found) if found and not DIGIT.search(_without(plain, found, words)) else Period("", Precision.NONE)
    if words.holds(plain, "recurring", "every_nth") and words.pattern("<recurs>").search(plain):
        return replace(dates, precision=Precision.RECURRING)
    if (words.holds(plain, "ongoing") and words.pattern("<goes_on>").search(plain)) or _nearly_ongoing(plain, words):
        return replace(dates, precision=Precision.ONGOING)
    if not found and words.holds(plain, "units") and words.pattern("<lasts>").search(plain):
        return Period("", Precision.DURATION)
    return dates


def _without(plain: str, found: list[Period], words: Vocabulary) -> str:
    """The text without the periods and without times of day."""
    edges = [0, *(edge for period in found for edge in (period.begin, period.stop)), len(plain)]
    rest = " ".join(plain[a:b] for a, b in zip(edges[::2], edges[1::2], strict=True))
    return words.pattern("<time>").sub(" ", rest)


def _nearly_ongoing(plain: str, words: Vocabulary) -> bool:
    first = plain.partition(" ")[0].lower()
    if len(first) <= 5:
        return False
    from difflib import get_close_matches  # noqa: PLC0415 - only where no date is read

    return bool(get_close_matches(first, words.words.groups["ongoing"], cutoff=NEAR))


def _parts(phrase: Phrase) -> list[tuple[Element, str, int]]:
    """Each element, the meaning of the words before it, and where it begins; those words belong to the first."""
    parts = [(element, "", element[0].begin) for element in phrase.elements]
    return [(phrase.elements[0], phrase.meaning, phrase.begin), *parts[1:]]


def _sure(phrase: Phrase, plain: str, words: Vocabulary) -> list[tuple[Element, str, int]]:
    """The parts of a phrase in prose that can hardly be anything else."""
    if CUT.match(plain, phrase.stop):
        return []
    return [part for part in _parts(phrase) if all(_stands(moment, part[1], plain, words) for moment in part[0])]


def _holds(moment: Moment, meaning: str) -> bool:
    """Whether a moment is told clearly enough where a date is asked for."""
    return moment.trust is not Trust.LOOSE or moment.year is not None or _backed(moment, meaning)


def _stands(moment: Moment, meaning: str, plain: str, words: Vocabulary) -> bool:
    """Whether a moment is told clearly enough in prose."""
    if moment.flaw and (moment.trust is not Trust.SURE or moment.day > 39 or moment.month > 19):
        return False
    if plain[moment.begin].islower() and not (moment.weekday or moment.weekdays) and _english_verb(moment, words):
        return False
    if moment.year is None and _is_feast(moment, plain, words):
        return False
    match moment.trust:
        case Trust.SURE:
            return True
        case Trust.ASKED if moment.unit is Precision.DAY:
            return _backed(moment, meaning)
        case Trust.ASKED:
            return meaning in ("early", "middle", "late")
    return moment.year is not None or _backed(moment, meaning)


def _backed(moment: Moment, meaning: str) -> bool:
    """Whether words before a number say that it is a date."""
    return bool(moment.weekday or moment.weekdays) or moment.article or meaning == "by"


def _english_verb(moment: Moment, words: Vocabulary) -> bool:
    """English months have capitals: "we may 12 times" and "march 5 miles" have none."""
    return moment.unit is Precision.DAY or (moment.unit is Precision.MONTH and words.language == "en")


def _is_feast(moment: Moment, plain: str, words: Vocabulary) -> bool:
    """Christmas is no July: "5. Jul" may be the fifth item of a list."""
    return plain[moment.begin : moment.stop].rsplit(maxsplit=1)[-1].lower() in words.words.groups["feast"]
