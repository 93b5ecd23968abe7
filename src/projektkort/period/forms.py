"""Knows the forms in which one point of the calendar is written; what is made of a match is left to `moments`.

The templates are regular expressions in which `<name>` stands for a fragment or a group of words, a blank for optional
white space and `_` for some. White space holds one line break at most: a date may be wrapped, but never reaches into
the next paragraph or, by a tab, into the next cell.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from projektkort.frozen import Frozen
from projektkort.locale import LANGUAGES
from projektkort.locale.dates import Spellings, date_words
from projektkort.period.model import Precision
from projektkort.period.moment import Trust

FRAGMENTS = {
    "year4": r"(?P<year>(?:19|20|21)\d\d)",
    "year": r"<year4><end>",
    "short": r"(?P<short>\d\d)<end>",
    "mm": r"(?P<month>\d{1,2})",
    "dd": r"(?P<day>\d{1,2})",
    "th": r"(?:\.|:[ea]|:[dt]e|(?:st|nd|rd|th)\b)",
    "end": r"(?!\w|[.,:]\d)",
    "word": r"[^\W\d\x5f]+",
    "on": r"(?:(?P<weekday><weekdays>)\.?,? (?:<article> )?)?",
    "amount": r" (?:%|€|,-|:-|(?:dkk|sek|nok|eur)\b|<counted>)",
    "of_year": r"(?:(?:,|/|-|_<of>|_) <year>)?",
    "joint": r"\.? (?:(?P<to>--?|\.\.|<to>)|(?P<comma>,)(?! <and>)|,? (?:<and>|&|\+|/)) (?:(?P<article><article>) )?",
    "time": r"(?:,? <clock>\.? \d{1,2}(?:[.:]\d\d)?(?: [ap]m)?(?: (?:-|<to>) \d{1,2}(?:[.:]\d\d)?)?(?: [ap]m)?)",
    "tail": r"<time>?[\s.,:;)\]*\x5f]*\Z",
    "recurs": r"(?<!\w)(?:<recurring>|<every_nth>_(?:\d+<th>|<ordinals>))",
    "goes_on": r"(?<!\w)<ongoing>",
    "lasts": r"(?<![\w.,])(?:\d+(?:[.,]\d+)?[½¼¾]?|[½¼¾])(?: - \d+(?:[.,]\d+)?[½¼¾]?)? <units>",
}

FRAGMENT = re.compile(r"(?<!\?P)<(\w+)>")
SIGN_WITHIN = 5  # characters: behind four digits at most
WORD_WITHIN = 48  # characters: no ordinal and white space between a number and its word are longer
DIGITS = re.compile(r"\d+")
WORD = re.compile(r"[^\W\d_]+")
BEGINNING = re.compile(r"(?<![\w§#])(?<!\d[.,:/-])(?:\d|[^\W\d_]+)")
OPENINGS = (
    *("from", "until", "by", "early", "middle", "late", "about", "article"),
    *("weekdays", "months", "seasons", "ordinals", "week", "quarter", "term", "double_year", "feast"),
)
"""The groups of words that a date in prose may begin with, beside Q1 and H1."""
# The tilde stands for the blank itself until all else is put in. Bounded, or long runs of blanks would take for ever.
ANY = r"~{0,3}(?:\r?\n~{0,12})?"
SOME = r"(?:~{1,3}(?:\r?\n~{0,12})?|\r?\n~{0,12})"
NO_LETTER = r"(?![^\W\d\x5f])"


class Form(Frozen):
    """A way of writing: unit, what it needs to count, template, languages (none: all), unit that must stand before.

    What need not be tried is told by its beginning: how many `digits` stand there (none where it is a word), the `sign`
    behind them, a word of the group `opening`, or that letter; and further on a word of the group `word`.
    """

    unit: Precision
    trust: Trust
    template: str
    languages: tuple[str | None, ...] = ()
    after: Precision | None = None
    digits: tuple[int, ...] = ()
    sign: str = ""
    opening: str = ""
    word: str = ""


FORMS = (
    Form(Precision.DAY, Trust.SURE, r"<year4>-<mm>-<dd>(?:T\d\d:\d\d[\d:.Z+-]*)?<end>", sign="-", digits=(4,)),
    Form(Precision.DAY, Trust.ASKED, r"<year4>(?P<mark>[.\x20/])<mm>(?P=mark)<dd><end>", digits=(4,)),
    Form(
        Precision.DAY, Trust.SURE, r"<dd><th>? (?:<of> )?(?P<name><word>)(?:\.?,? <year>|\.? '<short>)?", digits=(1, 2)
    ),
    Form(Precision.DAY, Trust.SURE, r"<dd>\. <mm>\. <year>", sign=".", digits=(1, 2)),
    Form(Precision.DAY, Trust.SURE, r"<dd>-<mm>-<year>", sign="-", digits=(1, 2)),
    Form(Precision.DAY, Trust.SURE, r"<dd>(?P<slash>/)<mm>(?:[-/,] |_)<year>", sign="/", digits=(1, 2)),
    Form(Precision.DAY, Trust.DATED, r"<dd>(?P<slash>/)<mm>(?!\d)<end>", sign="/", digits=(1, 2)),
    Form(Precision.DAY, Trust.DATED, r"<dd>(?P<slash>/)<mm>[-/]'?<short>", sign="/", digits=(1, 2)),
    Form(Precision.DAY, Trust.ASKED, r"<dd>\. <mm>\. '?<short>", sign=".", digits=(1, 2)),
    Form(Precision.DAY, Trust.DATED, r"<dd>\. <mm>\.(?! \d)", sign=".", digits=(1, 2)),
    Form(Precision.DAY, Trust.LOOSE, r"<dd>\.<mm>(?![.\d])<end>", sign=".", digits=(1, 2)),
    Form(Precision.DAY, Trust.ASKED, r"(?P<six>\d{6})<end>", digits=(6,)),
    Form(Precision.DAY, Trust.ASKED, r"<year4>(?P<month>\d\d)(?P<day>\d\d)<end>", digits=(8,)),
    Form(Precision.MONTH, Trust.ASKED, r"<mm>/<year>", sign="/", digits=(1, 2)),
    Form(Precision.MONTH, Trust.ASKED, r"(?P<pair><year4>-)(?P<month>\d\d)(?!-?\d)<end>", sign="-", digits=(4,)),
    Form(Precision.WEEK, Trust.SURE, r"<year4>-?W(?P<number>\d\d)<end>", digits=(4,)),
    Form(Precision.WEEK, Trust.SURE, r"(?P<number>\d{1,2})<end><of_year>", after=Precision.WEEK, digits=(1, 2)),
    Form(Precision.QUARTER, Trust.DATED, r"<year4>[\x20-]?Q(?P<number>\d)<end>", digits=(4,)),
    Form(Precision.QUARTER, Trust.DATED, r"(?P<number>\d)<th>? <quarter><of_year>", word="quarter", digits=(1,)),
    Form(Precision.HALF, Trust.DATED, r"(?P<number>\d)<th>? <half><of_year>", word="half", digits=(1,)),
    Form(Precision.YEAR, Trust.ASKED, r"(?P<plain>)<year>", digits=(4,)),
    Form(Precision.YEAR, Trust.ASKED, r"(?P<plain>)<short>", after=Precision.YEAR, digits=(2,)),
    Form(Precision.NONE, Trust.SURE, r"<dd>(?P<dot><th>)(?!\d)", digits=(1, 2)),
    Form(Precision.NONE, Trust.LOOSE, r"<dd>(?![.,:]?\d)", digits=(1, 2)),
    Form(
        Precision.DAY,
        Trust.SURE,
        r"(?P<name><word>)\.?_<dd><th>?<end>(?:,? <year>)?",
        languages=("en", None),
        opening="months",
    ),
    Form(Precision.APPROXIMATE, Trust.DATED, r"<feast><of_year>", opening="feast"),
    Form(Precision.MONTH, Trust.DATED, r"(?P<name><word>)(?:\.?(?:,|_<of>|_) <year>|\.? '<short>)?", opening="months"),
    Form(Precision.WEEK, Trust.SURE, r"<week>\.? (?P<number>\d{1,2})<end><of_year>", opening="week"),
    Form(Precision.QUARTER, Trust.DATED, r"Q(?P<number>\d)<end><of_year>", opening="q"),
    Form(Precision.QUARTER, Trust.DATED, r"(?P<ordinal><ordinals>) <quarter><of_year>", opening="ordinals"),
    Form(Precision.QUARTER, Trust.DATED, r"<quarter> (?P<number>\d)<end><of_year>", opening="quarter"),
    Form(Precision.HALF, Trust.DATED, r"H(?P<number>\d)<end><of_year>", opening="h"),
    Form(Precision.HALF, Trust.DATED, r"(?P<ordinal><ordinals>) <half><of_year>", opening="ordinals"),
    Form(Precision.HALF, Trust.DATED, r"<term><of_year>", opening="term"),
    Form(
        Precision.SEASON,
        Trust.DATED,
        r"(?P<season><word>)<of_year>(?:[/-](?P<second>\d{4}|\d\d)(?!\d))?",
        opening="seasons",
    ),
    Form(Precision.YEAR, Trust.DATED, r"<double_year> <year>[/-](?:\d{4}|\d\d)(?!\d)", opening="double_year"),
    Form(Precision.YEAR, Trust.ASKED, r"(?P<plain>)'<short>", sign="'"),
)


class Vocabulary:
    """The forms and the fragments of one language, each compiled when it is first tried."""

    __slots__ = ("_compiled", "_firsts", "_forms", "_fragments", "language", "words")

    def __init__(self, language: str | None) -> None:
        self.language = language
        self.words = date_words(language)
        spoken = [form for form in FORMS if not form.languages or language in form.languages]
        self._forms = {count: [form for form in spoken if count in (form.digits or (0,))] for count in range(9)}
        self._fragments = FRAGMENTS | {name: _alternatives(group) for name, group in self._groups()}
        self._compiled: dict[str, re.Pattern[str]] = {}
        self._firsts: dict[tuple[str, ...], frozenset[str]] = {}

    def _groups(self) -> Iterator[tuple[str, Spellings]]:
        yield from self.words.groups.items()
        yield from self.words.leads.items()
        yield from ((name, tuple(numbers)) for name, numbers in self.words.series.items())

    def pattern(self, template: str) -> re.Pattern[str]:
        """A template, compiled."""
        compiled = self._compiled.get(template)
        if compiled is None:
            compiled = self._compiled[template] = _compile(template, self._fragments)
        return compiled

    def forms(self, text: str, at: int) -> Iterator[Form]:
        """The forms that can stand there; cheaper than to compile and try them all."""
        digits = DIGITS.match(text, at)
        head, further = text[at : at + SIGN_WITHIN], text[at : at + WORD_WITHIN]
        for form in self._forms.get(len(digits[0]) if digits else 0, ()):
            opened = not form.opening or self.opens(text, at, form.opening)
            if opened and form.sign in head and (not form.word or self.holds(further, form.word)):
                yield form

    def opens(self, text: str, at: int, *groups: str) -> bool:
        """Whether the word that begins there is the first one of a spelling in one of the groups."""
        word = WORD.match(text, at)
        return word is not None and word[0].lower() in self._first_words(groups)

    def holds(self, text: str, *groups: str) -> bool:
        """Whether some word of the text is the first one of a spelling in one of the groups."""
        return not self._first_words(groups).isdisjoint(WORD.findall(text.lower()))

    def start(self, text: str, at: int = 0) -> re.Match[str] | None:
        """The next figure or word of the text that a date in prose can begin with."""
        words = self._first_words(OPENINGS)
        for found in BEGINNING.finditer(text, at):
            word = found[0].lower()
            if word.isdecimal() or word in words or (word in ("q", "h") and text[found.end() :][:1].isdecimal()):
                return found
        return None

    def _first_words(self, groups: tuple[str, ...]) -> frozenset[str]:
        """The first words of all spellings in some groups; what names no group stands for itself."""
        known = self._firsts.get(groups)
        if known is None:
            spelt = dict(self._groups())
            found = (WORD.match(word) for group in groups for word in spelt.get(group, (group,)))
            known = self._firsts[groups] = frozenset(word[0] for word in found if word)
        return known

    def number(self, series: str, word: str) -> int | None:
        """Which of the months, weekdays, seasons or ordinals a word names, from 1; None where it names none."""
        return self.words.series[series].get(word.lower())


def vocabulary(language: str | None) -> Vocabulary:
    """The words of `language`; of all languages together where it is None or none of ours."""
    return _of(language if language in LANGUAGES else None)


@cache
def _of(language: str | None) -> Vocabulary:
    return Vocabulary(language)


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
