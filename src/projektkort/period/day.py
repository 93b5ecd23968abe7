"""Knows the spellings that most days have: "2026-03-01", "1. marts 2026", "01.03.2026". Others are left to `phrase`."""

from __future__ import annotations

import datetime as dt
import re
from functools import lru_cache

from projektkort.patterns import late
from projektkort.period.model import Period, Precision
from projektkort.period.vocabulary import LETTERS, NOUNS, Vocabulary

GOES_ON = NOUNS | LETTERS | {"to", "and", "counted", "article", "weekdays", "ordinals"}
"""A word behind a day that can join another date to it, or counts what its year would be the number of."""
CURRENCIES = frozenset({"dkk", "sek", "nok", "eur"})
DAY_ALONE = Precision.DAY  # found on its class only by a search
YEAR = r"(?:19|20|21)\d\d"
SPELT = rf"(?:({YEAR}-\d\d-\d\d)|(\d{{1,2}})(?:\.? ([^\W\d_]{{3,9}})\.? |\.(\d{{1,2}})\.)({YEAR}))(?!\w|[.,:]\d)"
DAY = late(SPELT)
# One day or two, and behind them the end or a sign with which nothing can go on.
DAYS = late(rf"{SPELT}(?: ?- ?{SPELT})?(\s*(?:\Z|[;)\]|]|:(?!-)))?")
# The end, a sign that joins nothing, or a word, perhaps behind one that may; ",-" would make it an amount.
BEHIND = late(r"(?!\s*[,:]-)(?:\s*[:;)\]]|\s+(?=\d)|[\s.,-]*(?:\Z|[\"(*|]|([^\W\d_]+)))")


def day_at(text: str, at: int, words: Vocabulary) -> tuple[dt.date, int] | None:
    """The day whose spelling begins there, and where it ends; None where there is none, or it takes a closer look."""
    match = DAY.match(text, at)
    day = _day(words, *match.groups()) if match else None
    return (day, match.end()) if match and day else None


def days_at(text: str, at: int, words: Vocabulary) -> Period | None:
    """The day that begins there, or two days with a hyphen between them."""
    match = DAYS.match(text, at)
    return _days(match, text, words) if match else None


def days_alone(text: str, at: int, words: Vocabulary, written: str) -> Period | None:
    """The same in running text, where nothing else is joined to it; an "article" such as "den" may stand before it.

    `written` is the text with its own dashes and blanks.
    """
    if text[at].isalpha() and words.opened(text, at) == {"article"}:
        article = words.pattern("<article>:? ").match(text, at)
        at = article.end() if article else at
    match = DAYS.match(text, at)
    found = _days(match, written, words) if match else None
    if match is None or found is None or match[11] is not None:
        return found
    if not _ends(text, found.stop, words) or words.pattern("<named>").match(text, found.stop):
        return None
    return found


def is_whole(text: str, stop: int, words: Vocabulary) -> bool:
    """Whether a day that ends there cannot be read otherwise: it stands alone, or before another such day."""
    if _ends(text, stop, words):
        return True
    joint = words.pattern("<joint>").match(text, stop)
    return joint is not None and day_at(text, joint.end(), words) is not None


def _days(match: re.Match[str], written: str, words: Vocabulary) -> Period | None:
    """The day or the two days of a match; None where they are none, or run backwards."""
    iso, day, name, month, year, *other, closed = match.groups()
    first = last = _day(words, iso, day, name, month, year)
    precision, begin = DAY_ALONE, match.start()
    if other[0] or other[4]:
        precision, last = Precision.RANGE, _day(words, *other)
    if first is None or last is None or first > last:
        return None
    stop = match.end() if closed is None else match.start(11)
    return Period(written[begin:stop], precision, first, last, False, (), "", None, begin, stop)


@lru_cache(maxsize=1024)
def _day(words: Vocabulary, iso: str | None, day: str, name: str | None, month: str, year: str) -> dt.date | None:
    try:
        if iso:
            return dt.date.fromisoformat(iso)
        return dt.date(int(year), (words.number("months", name) or 0) if name else int(month), int(day))
    except ValueError:
        return None


def _ends(text: str, stop: int, words: Vocabulary) -> bool:
    """Whether nothing behind a day can go on with it or make a number of it."""
    behind = BEHIND.match(text, stop)
    if behind is None or not behind[1]:
        return behind is not None
    return words.opened(text, behind.start(1)).isdisjoint(GOES_ON) and behind[1].lower() not in CURRENCIES
