"""Knows with which figures and words of running text a date can begin: most begin none, and are told at a glance."""

from __future__ import annotations

import re
from functools import cache

from projektkort.patterns import late
from projektkort.period.forms import FRAGMENTS, LEAD, MEANINGS
from projektkort.period.vocabulary import LETTERS, NO_GROUP, NOUNS, Vocabulary

DATING = NOUNS | LETTERS | {"weekdays", "ordinals"}
"""With one of these words, or with a figure, begins all that the words before a date can stand before."""
OPENINGS = DATING | {*MEANINGS, "article"}
PARTS = frozenset({"early", "middle", "late"})
"""Before these, a year alone is a date."""
JOINTS = LETTERS | {"months", "of", "quarter", "half", "to", "and"}
"""A word behind a figure that makes a date of it, or joins it to one."""
PAIRED = frozenset({"to", "and"})
"""A word between two figures that are both days, or both counts."""
YEARLESS = frozenset({"months", "seasons"})
"""A date in prose begins with one of these words only where a year is told behind it, at once or after other dates."""
GOES_ON = NOUNS | LETTERS | {"of", "to", "and", "article", "weekdays", "ordinals"}
"""A word behind such a one that a year can follow, or another date."""
LEADS = f"(?:{LEAD}(?:<plain>_)?)?(?:<article>:? )?"
"""All that can stand before a date in prose and belong to it."""
YEAR = late(r"\d(?:(?<=['\u2019]\d)|(?<=1)9\d|(?<=2)[01]\d)\d")
LONGEST = 160  # characters before a year that make a date of it, with all the white space that they may hold
BEGINNING = late(r"(?<![\w§#])(?<!\d[.,:/-])(?:\d|[^\W\d_]+)")
BEGUN = late(r"\d|'|([^\W\d_]+)")
BLANKED = bytes(code if chr(code).isalpha() else ord(" ") for code in range(256))
"""Latin-1 with a blank for all that is no letter."""

DASH = "-\u2010-\u2014\u2212"
# Day and month, month and year, all three in figures without a sign, 2026-W13, 2026Q1 and Q1.
FIGURES = late(
    rf"\d(?:(?<=[QH]\d)|(?<!\d\d)(?:\d?(?:\.\s*[01]?\d(?!\d)|[{DASH}]\d\d?[{DASH}]\d{{4}}|/\s*(?:\d\d?|\d{{4}})(?!\d))"
    rf"|\d{{3}}[{DASH}./\s]\d\d?(?!\d)|\d{{5}}(?:\d\d)?(?!\d)|\d{{3}}[{DASH}\s]?[WQ]\d))",
    re.IGNORECASE,
)
# A figure, (1) more of them with signs between, and behind them (2) a word, (3) one behind a sign that may join it to
# a date, a long number, the end or a sign that joins no dates.
COUNT = late(
    r"\d++((?:[.,:/-]\d++)*+)"
    rf"(?:(?:{FRAGMENTS['th']}\s*|\s+)([^\W\d_]+)|\s*[.,&+/-][\s.,&+/-]*(?!W\d)([^\W\d_]+)"
    r"|\.?\s+(?=\d{3})|[\s.,]*(?:\Z|[^\w\s.,/&+':-]))",
    re.IGNORECASE,
)
# What may be a date among several figures, and is neither an amount nor a time nor the number of a case.
DATED = late(r"(?<!\d)(?:\d{1,2}(?:/|\.[01]?\d(?!\d)|-\d{1,2}-\d{4})|\d{4}-\d{1,2}(?!\d))")
# The blank before the second figure of a pair.
SECOND = late(r"\s+(?=\d{1,2}(?!\d))")
# The word behind a month or a season, the end, or a sign that joins no dates.
NEXT = late(r"[\s.,]+([^\W\d_]+)|[\s.]*(?:\Z|[:;!?)\]])")


class Beginnings:
    """The words of one language with which a date in prose can begin; whatever they refuse begins none for certain."""

    __slots__ = ("_dating", "_nouns", "_openings", "_parts", "_words")

    def __init__(self, words: Vocabulary) -> None:
        self._words = words
        self._openings, self._dating = words.first_words(OPENINGS), words.first_words(DATING)
        self._nouns = frozenset(_said(word)[0] for word in words.first_words(NOUNS))
        self._parts = ["".join(spelt.split()) for part in PARTS for spelt in words.words.leads[part]]

    def tells_date(self, text: str) -> bool:
        """Whether a text with figures, as it is typeset, may hold a date that counts in prose; a no is certain."""
        if FIGURES.search(text):
            return True
        if not self._nouns.isdisjoint(_said(text)):
            return True
        for year in YEAR.finditer(text):
            before = "".join(text[max(0, year.start() - LONGEST) : year.start()].lower().split())
            if any(map(before.__contains__, self._parts)):
                return True
        return False

    def leads(self, text: str, at: int, word: str) -> bool:
        """Whether a date may begin with the word that stands there; a no is certain, and usual in prose."""
        folded = word.lower()
        if folded not in self._openings:
            return False
        if folded in self._dating:
            return not self._is_yearless(text, at + len(word), folded)
        lead = self._words.pattern(LEADS).match(text, at)
        begun = BEGUN.match(text, lead.end()) if lead and lead[0] else None
        return begun is not None and (begun[1] is None or begun[1].lower() in self._dating)

    def is_count(self, text: str, at: int) -> bool:
        """Whether what stands behind a figure makes a count of it: "12 people", "2. " before a line of a list, and
        "10 and 16 years", where it does so behind the second one."""
        count = COUNT.match(text, at)
        if count is None or _is_dated(count):
            return False
        if count[2] and not self._groups(count[2]).isdisjoint(PAIRED):
            second = SECOND.match(text, count.end())
            count = COUNT.match(text, second.end()) if second else None
            if count is None or _is_dated(count):
                return False
        return self._groups(count[2]).isdisjoint(JOINTS) and not self._groups(count[3])

    def _groups(self, word: str | None) -> frozenset[str]:
        return self._words.groups.get(word.lower(), NO_GROUP) if word else NO_GROUP

    def _is_yearless(self, text: str, at: int, word: str) -> bool:
        """Whether the month or the season that ends there stands without any year: "in December we meet"."""
        if not self._words.groups[word] <= YEARLESS:
            return False
        behind = NEXT.match(text, at)
        return behind is not None and GOES_ON.isdisjoint(self._groups(behind[1]))


@cache
def beginnings(words: Vocabulary) -> Beginnings:
    """How the dates of one language begin."""
    return Beginnings(words)


def _is_dated(count: re.Match[str]) -> bool:
    """Whether one of several figures with signs between may be a date."""
    return bool(count[1]) and DATED.search(count.string, count.start(), count.end(1)) is not None


def _said(text: str) -> list[bytes]:
    """The words of a text in small letters, as bytes: in a sixth of the time that an expression takes to find them."""
    return text.lower().encode("latin-1", "replace").translate(BLANKED).split()
