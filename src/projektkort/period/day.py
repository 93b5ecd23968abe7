"""Knows the spellings that most days have: "2026-03-01", "1. marts 2026", "01.03.2026". Others are left to `phrase`."""

from __future__ import annotations

import datetime as dt
import re
from functools import cache

from projektkort.period.model import Period, Precision
from projektkort.period.vocabulary import LETTERS, NOUNS, Vocabulary

GOES_ON = NOUNS | LETTERS | {"to", "and", "counted", "article", "weekdays", "ordinals"}
"""A word behind a day that can join another date to it, or counts what its year would be the number of."""
CURRENCIES = frozenset({"dkk", "sek", "nok", "eur"})


def day_at(text: str, at: int, words: Vocabulary) -> tuple[dt.date, int] | None:
    """The day whose spelling begins there, and where it ends; None where there is none, or it takes a closer look."""
    match = _day().match(text, at)
    if match is None:
        return None
    try:
        if match["iso"]:
            return dt.date.fromisoformat(match["iso"]), match.end()
        month = words.number("months", match["name"]) if match["name"] else int(match["mm"])
        return dt.date(int(match["year"]), month or 0, int(match["day"] or match["dd"])), match.end()
    except ValueError:
        return None


def days_at(text: str, at: int, words: Vocabulary) -> Period | None:
    """The day that begins there, or two days with a hyphen between them."""
    first = day_at(text, at, words)
    if first is None:
        return None
    hyphen = _hyphen().match(text, first[1])
    last = day_at(text, hyphen.end(), words) if hyphen else None
    if last is None:
        return Period(text[at : first[1]], Precision.DAY, first[0], first[0], begin=at, stop=first[1])
    if first[0] > last[0]:
        return None
    return Period(text[at : last[1]], Precision.RANGE, first[0], last[0], begin=at, stop=last[1])


def days_alone(text: str, at: int, words: Vocabulary) -> Period | None:
    """The same in running text, where nothing else is joined to it; an "article" such as "den" may stand before it."""
    if text[at].isalpha() and words.opened(text, at) == {"article"}:
        article = words.pattern("<article>:? ").match(text, at)
        at = article.end() if article else at
    found = days_at(text, at, words)
    if found is None or not _ends(text, found.stop, words):
        return None
    return None if words.pattern("<named>").match(text, found.stop) else found


def is_whole(text: str, stop: int, words: Vocabulary) -> bool:
    """Whether a day that ends there cannot be read otherwise: it stands alone, or before another such day."""
    if _ends(text, stop, words):
        return True
    joint = words.pattern("<joint>").match(text, stop)
    return joint is not None and day_at(text, joint.end(), words) is not None


def _ends(text: str, stop: int, words: Vocabulary) -> bool:
    """Whether nothing behind a day can go on with it or make a number of it."""
    behind = _behind().match(text, stop)
    if behind is None or not behind[1]:
        return behind is not None
    return words.opened(text, behind.start(1)).isdisjoint(GOES_ON) and behind[1].lower() not in CURRENCIES


@cache
def _day() -> re.Pattern[str]:
    year = r"(?:19|20|21)\d\d"
    named, numbered = r"(?P<day>\d{1,2})\.? (?P<name>[^\W\d_]{3,9})\.? ", r"(?P<dd>\d{1,2})\.(?P<mm>\d{1,2})\."
    return re.compile(rf"(?:(?P<iso>{year}-\d\d-\d\d)|(?:{named}|{numbered})(?P<year>{year}))(?!\w|[.,:]\d)")


@cache
def _hyphen() -> re.Pattern[str]:
    return re.compile(r" ?- ?")


@cache
def _behind() -> re.Pattern[str]:
    """The end, a sign that joins nothing, or a word, perhaps behind one that may; ",-" would make it an amount."""
    return re.compile(r"(?!\s*[,:]-)(?:\s*[:;)\]]|\s+(?=\d)|[\s.,-]*(?:\Z|[\"(*|]|([^\W\d_]+)))")
