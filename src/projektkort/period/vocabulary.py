"""Knows the words of dates in one language, and the forms with the words put in."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import cache

from projektkort.locale import LANGUAGES
from projektkort.locale.dates import Spellings, date_words
from projektkort.period.forms import ANY, FORMS, FRAGMENTS, NO_LETTER, SIGN_WITHIN, SOME, Form

FRAGMENT = re.compile(r"(?<!\?P)<(\w+)>")
DIGITS = re.compile(r"\d+")
WORD = re.compile(r"[^\W\d_]+")
NOUNS = frozenset({"months", "seasons", "week", "quarter", "half", "term", "double_year", "feast"})
"""One of these words is in every date that has no two figures with a sign between them."""
LETTERS = frozenset({"q", "h"})
"""A date may begin with Q1 and H1, too."""
NO_GROUP = frozenset[str]()


class Vocabulary:
    """The forms and the fragments of one language, each compiled when it is first tried."""

    __slots__ = ("_compiled", "_forms", "_fragments", "groups", "language", "words")

    def __init__(self, language: str | None) -> None:
        self.language = language
        self.words = date_words(language)
        spoken = [form for form in FORMS if not form.languages or language in form.languages]
        self._forms = {count: [form for form in spoken if count in (form.digits or (0,))] for count in range(9)}
        series = {name: tuple(numbers) for name, numbers in self.words.series.items()}
        spelt = self.words.groups | self.words.leads | series
        self._fragments = FRAGMENTS | {name: _alternatives(group) for name, group in spelt.items()}
        self._compiled: dict[str, re.Pattern[str]] = {}
        self.groups = _by_first_word(spelt | {letter: (letter,) for letter in LETTERS})

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
        behind = self.groups.get(word[1].lower(), NO_GROUP) if word else NO_GROUP
        for form in self._forms.get(len(digits[0]) if digits else 0, ()):
            opens = form.sign in sign and (not form.opening or form.opening in opened)
            if opens and (not form.words or not behind.isdisjoint(form.words)):
                yield form

    def opened(self, text: str, at: int) -> frozenset[str]:
        """The groups in which the word that begins there is the first one of a spelling."""
        word = WORD.match(text, at)
        return self.groups.get(word[0].lower(), NO_GROUP) if word else NO_GROUP

    def holds(self, text: str, *groups: str) -> bool:
        """Whether some word of the text is the first one of a spelling in one of the groups."""
        return any(not self.groups.get(word, NO_GROUP).isdisjoint(groups) for word in WORD.findall(text.lower()))

    def first_words(self, kind: Collection[str]) -> frozenset[str]:
        """The words that are the first one of a spelling in one of the groups."""
        return frozenset(word for word, groups in self.groups.items() if not groups.isdisjoint(kind))

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
