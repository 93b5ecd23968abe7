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
YEARS = ("19", "20", "21", "'", "\u2019")
"""One of them stands in every text with a year."""
LONGEST = 160  # characters before a year that make a date of it, with all the white space that they may hold
# A digit, or a word; it begins with a set of signs, which `re` looks for in half the time that it looks behind each.
BEGINNING = late(r"[^\W_](?<![\w§#].)(?<!\d[.,:/-].)(?:(?<=\d)|[^\W\d_]*+)")
BEGUN = late(r"\d|'|([^\W\d_]+)")
BLANKED = bytes(code if chr(code).isalpha() else ord(" ") for code in range(256))
"""Latin-1 with a blank for all that is no letter."""

DASH = "-\u2010-\u2014\u2212"
# Day and month, month and year, all three in figures without a sign, 2026-W13, 2026Q1 and Q1.
SIGNED = (
    rf"(?:(?<=[QH]\d)|(?<!\d\d)(?:\d?(?:\.\s*[01]?\d(?!\d)|[{DASH}]\d\d?[{DASH}]\d{{4}}|/\s*(?:\d\d?|\d{{4}})(?!\d))"
    rf"|\d{{3}}[{DASH}./\s]\d\d?(?!\d)|\d{{5}}(?:\d\d)?(?!\d)|\d{{3}}[{DASH}\s]?[WQ]\d))"
)
FIGURES = late(rf"[0-9]{SIGNED}", re.IGNORECASE)  # looked for in half the time that those of all scripts take
ANY_FIGURES = late(rf"\d{SIGNED}", re.IGNORECASE)
FOREIGN = late(r"[\u0660-\u1fff\u3000-\U0010ffff]")
"""All decimal digits but those of ASCII are among these."""
ANY_DIGIT = late(r"\d")
ZEROS = bytes.maketrans(b"123456789", b"0" * 9)
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


def holds_digit(text: str) -> bool:
    """Whether any decimal digit stands in a text; told in a fifth of the time of a pattern where none does."""
    coded = text.encode("latin-1", "replace")
    return b"0" in coded.translate(ZEROS) or (b"?" in coded and ANY_DIGIT.search(text) is not None)


class Beginnings:
    """The words of one language with which a date in prose can begin; whatever they refuse begins none for certain."""

    __slots__ = ("_dating", "_nouns", "_openings", "_parts", "_words")

    def __init__(self, words: Vocabulary) -> None:
        self._words = words
        self._openings, self._dating = words.first_words(OPENINGS), words.first_words(DATING)
        self._nouns = frozenset(_first(word) for word in words.first_words(NOUNS))
        parts = {"".join(spelt.split()) for part in PARTS for spelt in words.words.leads[part]}
        self._parts = [part for part in parts if not any(other in part for other in parts - {part})]

    def tells_date(self, text: str) -> bool:
        """Whether a text with figures, as it is typeset, may hold a date that counts in prose; a no is certain."""
        small = text.lower().encode("latin-1", "replace")
        figures = ANY_FIGURES if b"?" in small and FOREIGN.search(text) else FIGURES
        if figures.search(text) or not self._nouns.isdisjoint(small.translate(BLANKED).split()):
            return True
        if not any(map(text.__contains__, YEARS)):
            return False
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


def _first(word: str) -> bytes:
    """The first letters of a word, small and as bytes: texts are parted into such in a sixth of the time."""
    return word.lower().encode("latin-1", "replace").translate(BLANKED).split()[0]
