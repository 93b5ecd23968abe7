"""Knows the words by which a schema marks sub-projects and entries, and reads such a marker where it stands.

Words count in any case and with any white space between them; around a number stands what people put there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from projektkort.frozen import Frozen, replace
from projektkort.locale import every
from projektkort.period import Period, Precision, find, read
from projektkort.schema.spelling import NUMBERING
from projektkort.span import Text

TOKEN = re.compile(r"\{(number|title|period)\}|(\w+)|([^\w\s{}])")
# A letter counts where a dash, a colon or the like parts it from the title: "Sub-project A – Path".
NUMBER = r"(?P<number>\d{1,3}(?:\.\d{1,2})*(?!\d)|(?-i:[A-Z]|[IVX]{2,5})(?=\s*[:–—]|\s+-\s|\.\s))"
AROUND = r"[\s.:,;()–—-]*"
PARTING = r"\s*[:–—-]\s*"
CLOSING = " \t\r\n.,:;)–—-"
AHEAD = 90  # characters in which a period must be told
DAYS_APART = re.compile(r"[\s,–—-]+")


class Marker(Frozen):
    """What a marker tells; `begin` and `end` are its own slice of the text, `title` is that of the title in it."""

    begin: int
    end: int
    number: int | None
    title: tuple[int, int] | None = None
    period: Period | None = None


class Template(Frozen):
    """One pattern of a schema as an expression up to its title or its period, and what it tells."""

    lead: re.Pattern[str]
    names: frozenset[str]


def alternatives(words: Iterable[str]) -> str:
    """An expression for any of some words or phrases, the longest first."""
    phrases = sorted(set(words), key=len, reverse=True)
    return "(?:" + "|".join(r"\s+".join(map(re.escape, phrase.split())) for phrase in phrases) + ")"


@cache
def templates(patterns: tuple[str, ...]) -> tuple[Template, ...]:
    """The patterns of a schema, ready to be matched."""
    return tuple(_template(pattern) for pattern in patterns)


@cache
def _any(patterns: tuple[str, ...]) -> re.Pattern[str]:
    """Any of them: of most texts one look tells that no pattern of a schema is in them."""
    leads = (template.lead.pattern.replace("(?P<number>", "(?:") for template in templates(patterns))
    return re.compile("|".join(f"(?:{lead})" for lead in leads) or r"(?!)", re.IGNORECASE)


def _template(pattern: str) -> Template:
    lead, before, names = "", "", []
    for name, word, sign in TOKEN.findall(pattern):
        if word:
            lead += {"": r"\b", "word": r"\s+", "number": AROUND}.get(before, PARTING) + re.escape(word)
        elif name == "number":
            lead += rf"\s*(?:{alternatives(every('numero'))}\s*)?" + NUMBER
        elif name:
            lead += AROUND if "number" in names or name == "period" else PARTING if before == "sign" else r"\s+"
        names += [name] if name else []
        before = name or ("word" if word else "sign" if sign else "")
    return Template(re.compile(lead, re.IGNORECASE), frozenset(names))


def title_marker(text: str, patterns: tuple[str, ...]) -> Marker | None:
    """A whole text that is the marker of a sub-project; with its number alone it has no title."""
    for template, lead in _leads(text, patterns):
        rest = text[lead.end() :]
        stop = lead.end() + len(rest.rstrip(" \t:"))
        if rest.strip(CLOSING):
            return Marker(lead.start(), len(text), _number(lead), (lead.end(), stop))
        if "number" in template.names:
            return Marker(lead.start(), len(text), _number(lead))
    return None


def _leads(text: str, patterns: tuple[str, ...]) -> Iterator[tuple[Template, re.Match[str]]]:
    """The markers at the beginning of a text, or behind a number that the heading has of its own ("4.1 Stage 1: …")."""
    own = NUMBERING().match(text)
    places = (0, own.end()) if own and text[own.end()].isalpha() else (0,)
    if not any(_any(patterns).match(text, at) for at in places):
        return
    for template in templates(patterns):
        lead = next((found for at in places if (found := template.lead.match(text, at))), None)
        if lead is not None:
            yield template, lead


def lead_before(before: str, patterns: tuple[str, ...]) -> int:
    """How many characters at the end of a text are the words of a marker that lead to a title; 0: none are."""
    for template in templates(patterns):
        for lead in template.lead.finditer(before) if "number" in template.names else ():
            if lead.end() == len(before):
                return len(before) - lead.start()
    return 0


def entry_marker(text: str, patterns: tuple[str, ...], language: str | None) -> Marker | None:
    """A whole text that is the marker of an entry: what its pattern names must all be told."""
    for template, lead in _leads(text, patterns):
        found = _told(text, lead, template, language, whole=True)
        if found is not None and not text[found.end :].strip(CLOSING):
            return found
    return None


def entry_markers(text: str, above: int, patterns: tuple[str, ...], language: str | None) -> Iterator[Marker]:
    """The markers of entries in running text: each with a period, and a number higher than the last one's, first than
    `above`."""
    if not _any(patterns).search(text):
        return
    found = [
        marker
        for template in templates(patterns)
        if {"number", "period"} <= template.names
        for lead in template.lead.finditer(text)
        if (marker := _told(text, lead, template, language, whole=False)) is not None
    ]
    last = Marker(0, 0, above)
    for marker in sorted(found, key=lambda each: (each.begin, -each.end)):
        follows = text[marker.end :].lstrip(CLOSING)[:1]
        if marker.begin >= last.end and (marker.number or 0) > (last.number or 0) and not follows.islower():
            last = marker
            yield marker


def _told(text: str, lead: re.Match[str], template: Template, language: str | None, *, whole: bool) -> Marker | None:
    if "period" not in template.names:
        return Marker(lead.start(), lead.end(), _number(lead))
    period = period_at(text, lead.end(), language, whole=whole)
    return Marker(lead.start(), period.stop, _number(lead), None, period) if period else None


def period_at(text: str, at: int, language: str | None, *, whole: bool) -> Period | None:
    """The period that a text tells at an offset, perhaps behind words for one, with its slice of that text.

    Of a `whole` text that ends with it, a bare year or season is one, too.
    """
    begin = _covering().match(text, at)
    start = begin.end() if begin else at
    ahead = text[start : start + AHEAD]
    found = list(find(ahead, language))
    if found and found[0].begin == 0:
        stop = found[0].stop
        if len(found) > 1 and found[0].precision is found[1].precision is Precision.DAY:
            stop = found[1].stop if DAYS_APART.fullmatch(ahead, stop, found[1].begin) else stop
        return replace(read(ahead[:stop], language), begin=start, stop=start + stop)
    rest = ahead.rstrip(CLOSING) if whole else ""
    period = read(rest, language)
    if period.start is None or len(rest.split()) > 3:
        return None
    return replace(period, begin=start, stop=start + len(rest))


@cache
def _covering() -> re.Pattern[str]:
    return re.compile(rf"\(?(?:{alternatives(every('covering'))}\b{AROUND})?", re.IGNORECASE)


def _number(lead: re.Match[str]) -> int | None:
    told = lead.groupdict().get("number") or ""
    return int(told) if told.isdecimal() else None


def without_marker(text: Text, patterns: tuple[str, ...]) -> tuple[Text, int | None]:
    """A title without the words that mark it, and its number."""
    marker = title_marker(text.value, patterns)
    if marker is None:
        return text, None
    return (text.slice(*marker.title).strip() if marker.title else text), marker.number


def number_of(text: str) -> int | None:
    """A text that is the number of a report or a sub-project, perhaps behind a word for a number."""
    found = _numbered().fullmatch(text)
    return int(found[1]) if found else None


@cache
def _numbered() -> re.Pattern[str]:
    words = rf"(?:{alternatives(every('reports'))}\s*)?(?:{alternatives(every('numero'))}\s*)?"
    return re.compile(rf"\W*{words}(\d{{1,3}})\W*", re.IGNORECASE)
