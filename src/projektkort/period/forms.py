"""Knows the forms in which one point of the calendar is written; what is made of a match is left to `moments`.

The templates are regular expressions in which `<name>` stands for a fragment or a group of words, a blank for optional
white space and `_` for some. White space holds one line break at most: a date may be wrapped, but never reaches into
the next paragraph or, by a tab, into the next cell.
"""

from __future__ import annotations

from projektkort.frozen import Frozen
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
    "on": r"(?:(?P<weekday><weekdays><weekdays_more>{0,6})(?:(?P<colon>:)|\.?,?) (?:<article> )?)?",
    "weekdays_more": r"(?:\.? (?:--?|<to>|<and>|&|/|,) <weekdays>)",
    "named": r"(?:,? \( (?P<weekday><weekdays>)\.? \)|,? <a> (?P<apart><weekdays>)(?![\w.]* \d| <article>))",
    "every": r"<every_nth>_\Z",
    "amount": r" (?:%|€|,-|:-|(?:dkk|sek|nok|eur)\b|<counted>)",
    "of_year": r"(?:(?:,|/|-|_<of>|_) <year>)?",
    "joint": r"\.? (?:(?P<to>--?|\.\.|<to>)|(?P<comma>,)(?! <and>)|,? (?:<and>|&|\+|/)) (?:(?P<article><article>) )?",
    "time": r"(?:,? <clock>\.? \d{1,2}(?:[.:]\d\d)?(?: [ap]m)?(?: (?:-|<to>) \d{1,2}(?:[.:]\d\d)?)?(?: [ap]m)?)",
    "tail": r"<time>?[\s.,:;)\]*\x5f]*\Z",
    "recurs": r"(?<!\w)(?:<recurring>|<every_nth>_(?:\d+<th>|<ordinals>))",
    "goes_on": r"(?<!\w)<ongoing>",
    "lasts": r"(?<![\w.,])(?:\d+(?:[.,]\d+)?[½¼¾]?|[½¼¾])(?: - \d+(?:[.,]\d+)?[½¼¾]?)? <units>",
}

SIGN_WITHIN = 5  # characters: behind four digits at most
MEANINGS = ("from", "until", "by", "early", "middle", "late", "about")
LEAD = f"(?:{'|'.join(f'(?P<{name}><{name}>)' for name in MEANINGS)}):? "
"""The words before a date that change what it means, by their meaning."""
# The tilde stands for the blank itself until all else is put in. Bounded, or long runs of blanks would take for ever.
ANY = r"~{0,3}(?:\r?\n~{0,12})?"
SOME = r"(?:~{1,3}(?:\r?\n~{0,12})?|\r?\n~{0,12})"
NO_LETTER = r"(?![^\W\d\x5f])"


class Form(Frozen):
    """A way of writing: unit, what it needs to count, template, languages (none: all), unit that must stand before.

    What need not be tried is told by its beginning: how many `digits` stand there (none where it is a word), the `sign`
    behind them, a word of the group `opening`, or that letter; and behind the digits a word of one of the groups
    `words`.
    """

    unit: Precision
    trust: Trust
    template: str
    languages: tuple[str | None, ...] = ()
    after: Precision | None = None
    digits: tuple[int, ...] = ()
    sign: str = ""
    opening: str = ""
    words: tuple[str, ...] = ()


FORMS = (
    Form(Precision.DAY, Trust.SURE, r"<year4>-<mm>-<dd>(?:T\d\d:\d\d[\d:.Z+-]*)?<end>", sign="-", digits=(4,)),
    Form(Precision.DAY, Trust.ASKED, r"<year4>(?P<mark>[.\x20/])<mm>(?P=mark)<dd><end>", digits=(4,)),
    Form(
        Precision.DAY,
        Trust.SURE,
        r"<dd><th>? (?:<of> )?(?P<name><word>)(?:\.?,? <year>|\.? '<short>)?",
        digits=(1, 2),
        words=("of", "months"),
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
    Form(Precision.QUARTER, Trust.DATED, r"(?P<number>\d)<th>? <quarter><of_year>", words=("quarter",), digits=(1,)),
    Form(Precision.HALF, Trust.DATED, r"(?P<number>\d)<th>? <half><of_year>", words=("half",), digits=(1,)),
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
