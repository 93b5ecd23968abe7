"""Knows the words of dates in one language, what may begin with each, and the forms with the words put in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice

from projektkort.locale import LANGUAGES
from projektkort.locale.dates import Spellings, date_words
from projektkort.period.forms import ANY, FORMS, FRAGMENTS, MEANINGS, NO_LETTER, SIGN_WITHIN, SOME, Form

FRAGMENT = re.compile(r"(?<!\?P)<(\w+)>")
DIGITS = re.compile(r"\d+")
WORD = re.compile(r"[^\W\d_]+")
FIGURE_OR_WORD = re.compile(r"\d|[^\W\d_]+")
BEGINNING = re.compile(r"(?<![\w§#])(?<!\d[.,:/-])(?:\d|[^\W\d_]+)")
YEAR = re.compile(r"(?:19|20|21)\d\d|'\d\d")
NOUNS = frozenset({"months", "seasons", "week", "quarter", "half", "term", "double_year", "feast"})
"""One of these words is in every date that has no two figures with a sign between them."""
LETTERS = frozenset({"q", "h"})
"""A date may begin with Q1 and H1, too."""
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
LEADING = 8
"""Words between the first word before a date and the date itself, at most: "not later than in the course of the"."""
NO_GROUP = frozenset[str]()


class Vocabulary:
    """The forms and the fragments of one language, each compiled when it is first tried."""

    __slots__ = ("_compiled", "_forms", "_fragments", "_groups", "_words", "language", "words")

    def __init__(self, language: str | None) -> None:
        self.language = language
        self.words = date_words(language)
        spoken = [form for form in FORMS if not form.languages or language in form.languages]
        self._forms = {count: [form for form in spoken if count in (form.digits or (0,))] for count in range(9)}
        series = {name: tuple(numbers) for name, numbers in self.words.series.items()}
        spelt = self.words.groups | self.words.leads | series
        self._fragments = FRAGMENTS | {name: _alternatives(group) for name, group in spelt.items()}
        self._compiled: dict[str, re.Pattern[str]] = {}
        self._groups = _by_first_word(spelt | {letter: (letter,) for letter in LETTERS})
        self._words = {
            kind: frozenset(word for word, groups in self._groups.items() if groups & kind)
            for kind in (OPENINGS, DATING, NOUNS, PARTS)
        }

    def pattern(self, template: str) -> re.Pattern[str]:
        """A template, compiled."""
        compiled = self._compiled.get(template)
        if compiled is None:
            compiled = self._compiled[template] = _compile(template, self._fragments)
        return compiled

    def forms(self, text: str, at: int) -> Iterator[Form]:
        """The forms that can stand there; cheaper than to compile and try them all."""
        digits = DIGITS.match(text, at)
        opened, sign = self.opened(text, at), text[at : at + SIGN_WITHIN]
        word = _behind().match(text, digits.end()) if digits else None
        behind = self._groups.get(word[1].lower(), NO_GROUP) if word else NO_GROUP
        for form in self._forms.get(len(digits[0]) if digits else 0, ()):
            opens = form.sign in sign and (not form.opening or form.opening in opened)
            if opens and (not form.words or not behind.isdisjoint(form.words)):
                yield form

    def opened(self, text: str, at: int) -> frozenset[str]:
        """The groups in which the word that begins there is the first one of a spelling."""
        word = WORD.match(text, at)
        return self._groups.get(word[0].lower(), NO_GROUP) if word else NO_GROUP

    def holds(self, text: str, *groups: str) -> bool:
        """Whether some word of the text is the first one of a spelling in one of the groups."""
        return any(not self._groups.get(word, NO_GROUP).isdisjoint(groups) for word in WORD.findall(text.lower()))

    def tells_date(self, text: str) -> bool:
        """Whether a text with figures may hold a date that counts in prose; a no is certain."""
        if _figures().search(text):
            return True
        said = WORD.findall(text.lower())
        if not self._words[NOUNS].isdisjoint(said):
            return True
        return not self._words[PARTS].isdisjoint(said) and YEAR.search(text) is not None

    def start(self, text: str, at: int = 0) -> int | None:
        """Where the next figure or word of the text stands that a date in prose can begin with."""
        openings, dating = self._words[OPENINGS], self._words[DATING]
        for found in BEGINNING.finditer(text, at):
            word = found[0]
            if word.isdecimal():
                if not self._is_count(text, found.start()):
                    return found.start()
            elif (folded := word.lower()) in dating:
                if not self._is_yearless(text, found.end(), folded):
                    return found.start()
            elif folded in openings and self._leads(text, found.end()):
                return found.start()
        return None

    def _leads(self, text: str, at: int) -> bool:
        """Whether a date can follow soon on a word such as "until": most of those in prose lead to none."""
        dating = self._words[DATING]
        ahead = islice(FIGURE_OR_WORD.finditer(text, at), LEADING)
        return any((word := found[0]).isdecimal() or word.lower() in dating for found in ahead)

    def _is_count(self, text: str, at: int) -> bool:
        """Whether what stands behind a figure makes a count of it: "12 people", "2. " before a line of a list, and
        "10 and 16 years", where it does so behind the second one."""
        count = _count().match(text, at)
        second = _second().match(text, count.end()) if count and self._behind(count) & PAIRED else None
        count = _count().match(text, second.end()) if second else count
        return count is not None and JOINTS.isdisjoint(self._behind(count))

    def _behind(self, count: re.Match[str]) -> frozenset[str]:
        """The groups of the word behind a figure."""
        return self._groups.get(count[1].lower(), NO_GROUP) if count[1] else NO_GROUP

    def _is_yearless(self, text: str, at: int, word: str) -> bool:
        """Whether the month or the season that ends there stands without any year: "in December we meet"."""
        if not self._groups[word] <= YEARLESS:
            return False
        behind = _next().match(text, at)
        return behind is not None and GOES_ON.isdisjoint(self._groups.get((behind[1] or "").lower(), NO_GROUP))

    def number(self, series: str, word: str) -> int | None:
        """Which of the months, weekdays, seasons or ordinals a word names, from 1; None where it names none."""
        return self.words.series[series].get(word.lower())


def vocabulary(language: str | None) -> Vocabulary:
    """The words of `language`; of all languages together where it is None or none of ours."""
    return _of(language if language in LANGUAGES else None)


@cache
def _of(language: str | None) -> Vocabulary:
    return Vocabulary(language)


@cache
def _behind() -> re.Pattern[str]:
    """The word behind a figure."""
    return re.compile(rf"{FRAGMENTS['th']}?\s*([^\W\d_]+)", re.IGNORECASE)


@cache
def _count() -> re.Pattern[str]:
    """A figure, and behind it a word, a long number, the end or a sign that joins no dates."""
    word, number, end = rf"(?:{FRAGMENTS['th']}\s*|\s+)([^\W\d_]+)", r"\.?\s+(?=\d{3})", r"\s*(?:\Z|[^\w\s.,/&+':-])"
    return re.compile(rf"\d+(?:{word}|{number}|{end})", re.IGNORECASE)


@cache
def _second() -> re.Pattern[str]:
    """The blank before the second figure of a pair."""
    return re.compile(r"\s+(?=\d{1,2}(?!\d))")


@cache
def _next() -> re.Pattern[str]:
    """The word behind a month or a season, the end, or a sign that joins no dates."""
    return re.compile(r"[\s.,]+([^\W\d_]+)|[\s.]*(?:\Z|[:;!?)\]])")


@cache
def _figures() -> re.Pattern[str]:
    """Day and month, month and year, all three in figures without a sign, 2026-W13, 2026Q1 and Q1."""
    parts = (r"\d?[-./]\s*\d{1,2}(?!\d)", r"\d?/\s*\d{4}(?!\d)", r"\d{3}[-./ ]\d{1,2}(?!\d)")
    rest = r"\d{5}(?:\d\d)?(?!\d)|\d{3}[ -]?[WQ]\d"
    return re.compile(rf"\d(?:(?<=[QH]\d)|(?<!\d\d)(?:{'|'.join(parts)}|{rest}))", re.IGNORECASE)


def _by_first_word(spelt: dict[str, Spellings]) -> dict[str, frozenset[str]]:
    """For the first word of every spelling the groups that have one."""
    found: dict[str, set[str]] = {}
    for group, spellings in spelt.items():
        for first in filter(None, map(WORD.match, spellings)):
            found.setdefault(first[0], set()).add(group)
    return {word: frozenset(groups) for word, groups in found.items()}


def _compile(template: str, fragments: dict[str, str]) -> re.Pattern[str]:
    """The template with its fragments put in and its white space spelt out."""
    while FRAGMENT.search(template):
        template = FRAGMENT.sub(lambda found: fragments[found[1]], template)
    spaced = template.replace("_", SOME).replace(" ", ANY).replace("~", " ")
    return re.compile(spaced, re.IGNORECASE)


def _alternatives(words: tuple[str, ...]) -> str:
    """Any of the words, the longest first; no letter may follow one that ends in a letter."""
    longest = sorted(words, key=len, reverse=True)
    dotted = [_spelt(word) for word in longest if not word[-1].isalpha()]
    plain = "|".join(_spelt(word) for word in longest if word[-1].isalpha())
    return f"(?:{'|'.join([*dotted, f'(?:{plain}){NO_LETTER}'])})"


def _spelt(word: str) -> str:
    return " ".join(map(re.escape, word.split()))
