"""Languages as data, and formatters over Decimal, date and str; nothing of this package knows a project."""

from projektkort.locale.files import plain
from projektkort.locale.formats import amount, date, listing, number, percent, quote
from projektkort.locale.guess import guess, spoken
from projektkort.locale.phrases import Phrases
from projektkort.locale.words import LANGUAGES, Words, every, normal, words

__all__ = [
    "LANGUAGES",
    "Phrases",
    "Words",
    "amount",
    "date",
    "every",
    "guess",
    "listing",
    "normal",
    "number",
    "percent",
    "plain",
    "quote",
    "spoken",
    "words",
]
