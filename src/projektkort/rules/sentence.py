"""Knows how a template and the values of a finding become a sentence; the templates stand beside the rules.

`{name}` is written by the kind of its value: an amount with its currency, a place as its line number, several things
as a list, a note as a phrase of its own. A form says otherwise: `{name:quoted}`, `bare` (no currency), `size` (no
sign), `spelled` (in words), `decimals` (always two), `percent` (as many as there are), `sum` (with plus signs), `date`,
`note` (its key).
A value that is missing leaves no gap, and no sentence ends in two full stops.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal
from functools import lru_cache
from string import Formatter

from projektkort import locale
from projektkort.finding import Note, Value
from projektkort.frozen import Frozen
from projektkort.locale.numerals import spell
from projektkort.money import Money
from projektkort.span import Place, Span

LocalText = Mapping[str, str]
"""The same words in several languages, always in English."""
KEPT = 2048  # templates
LONGEST = 80
"""How many characters of the user's words a message quotes."""


class Speaker(Frozen):
    """One language, and the notes that messages may hold."""

    language: str
    notes: Mapping[str, LocalText]

    def say(self, words: LocalText, values: Mapping[str, Value]) -> str:
        """The sentence with its values; a placeholder without a value leaves nothing behind."""
        said = ""
        for literal, name, form in _pieces(words.get(self.language) or words.get("en", "")):
            said += literal[1:] if said.endswith(".") and literal.startswith(".") else literal
            if name is not None:
                value = self._written(values.get(name), form)
                said = said + value if value else said.rstrip(" ")
        return said

    def _written(self, value: Value, form: str) -> str:
        match value:
            case str():
                return self._text(value, form)
            case Money(amount, currency):
                return self._amount(amount, currency, form)
            case int() | Decimal():
                return self._number(Decimal(value), form)
            case Span(line) | Place(line=line):
                return str(line)
            case Note(key, values):
                return self.say(self.notes.get(key, {}), values)
            case tuple():
                each = [self._written(item, "bare" if form == "sum" else form) for item in value]
                return " + ".join(each) if form == "sum" else locale.listing(each, self.language)
        return ""

    def _text(self, text: str, form: str) -> str:
        if form == "note":
            return self._written(Note(text), "")
        if form == "date":
            return locale.date(dt.date.fromisoformat(text), self.language)
        flat = " ".join(text.split())
        if form != "quoted" or not flat:
            return flat
        return locale.quote(_cut(flat), self.language)

    def _amount(self, amount: Decimal, currency: str | None, form: str) -> str:
        if form in {"bare", "spelled", "decimals"}:
            return self._number(amount, form)
        return locale.amount(abs(amount) if form == "size" else amount, currency, self.language)

    def _number(self, number: Decimal, form: str) -> str:
        if form == "spelled":
            return spell(int(number), self.language)
        whole, mark = locale.number(number, self.language), locale.words(self.language).decimal
        if form == "percent":  # 33,3 and not 33,30
            return whole.rstrip("0") if mark in whole else whole
        return f"{whole}{mark}00" if form == "decimals" else whole


@lru_cache(maxsize=KEPT)
def _pieces(template: str) -> tuple[tuple[str, str | None, str], ...]:
    """What a template says in between, the names of its values, and how each is written."""
    return tuple((literal, name, form or "") for literal, name, form, _ in Formatter().parse(template))


def _cut(flat: str) -> str:
    """A long text up to the end of a word that no dot follows, so that the cut is not taken for the end."""
    if len(flat) <= LONGEST:
        return flat
    words = f"{flat[:LONGEST]}|".split(" ")[:-1]
    while words and words[-1].endswith("."):
        words.pop()
    return f"{' '.join(words).rstrip(',;:–-') or flat[: LONGEST - 1]}…"
