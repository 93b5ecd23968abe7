"""Knows the words that make a row a total or a subtotal, and those that make a line a sentence or a share of one."""

from __future__ import annotations

import re
import unicodedata
from enum import Enum
from functools import cache

from projektkort.locale import every
from projektkort.patterns import late
from projektkort.project.books import SideName
from projektkort.schema.labels import Labels, normalise

YEAR = re.compile(r"\b(?:19|20)\d\d\b")
BRACKET = re.compile(r"\s*\([^()]*\)\s*:?\s*$")
PROJECT = re.compile(r"^pro(?:je|sje)[ck]t")
MARKS = re.compile(r"<[^<>]*>|[*_]")
APOSTROPHE = re.compile(r"['\u2019]")
QUOTED = late('["\u00ab\u00bb\u2018-\u201f]')


class Sum(Enum):
    """What a row's label says it is. NAMED: a total word beside other words, such as "Transport i alt"."""

    NONE = 0
    NAMED = 1
    SUBTOTAL = 2
    TOTAL = 3


def sum_kind(label: str, name: SideName, labels: Labels) -> Sum:
    """TOTAL for a total word alone or with its side's name, SUBTOTAL for a subtotal word."""
    spoken = normalise(BRACKET.sub("", label))
    if _sum_words().isdisjoint(spoken.split()):
        return Sum.NONE  # as of nearly every row
    if _bare(spoken) in _spoken("total") or _is_whole(spoken, name, labels):
        return Sum.TOTAL
    if spoken in _spoken("subtotal") or spoken.startswith(_leading("subtotal")):
        return Sum.SUBTOTAL
    for rest, behind in _rests(spoken):
        match = labels.section(rest)
        if match is not None and match.id == name and not match.near:
            return Sum.TOTAL
        if behind:
            return Sum.NAMED
    return Sum.NONE


def _bare(spoken: str) -> str:
    """A label without the currency, unit and VAT that may stand behind it: “i alt inkl moms”, “total kr”."""
    words = spoken.split()
    while len(words) > 1 and words[-1] in _spoken("behind_total"):
        words.pop()
    return " ".join(words)


def _is_whole(spoken: str, name: SideName, labels: Labels) -> bool:
    """Whether a label is the whole of its side in an adjective: “Samlede udgifter”, “Projektets totala kostnader”."""
    words = _bare(spoken).split()
    rest = [word for word in words if word not in _spoken("whole") and word not in _spoken("of_project")]
    if len(rest) == len(words) or not any(word in _spoken("whole") for word in words) or len(rest) > 1:
        return False
    if not rest:
        return True
    noun = PROJECT.sub("", rest[0])
    match = labels.section(rest[0]) or labels.section(noun)
    column = labels.column(noun)
    if match is not None and not match.near and match.id in {"budget", "financing"}:
        return match.id == name
    return column in {"costs", "amount", "unit_price"} if name == "budget" else column == "income"


def _rests(spoken: str) -> list[tuple[str, bool]]:
    """What a label says beside the total word that it begins or ends with, and whether it ends with it."""
    found = []
    for total in _spoken("total"):
        if spoken.endswith(f" {total}"):
            found.append((spoken.removesuffix(total).strip(), True))
        elif spoken.startswith(f"{total} "):
            found.append((spoken.removeprefix(total).strip(), False))
    return sorted(found, key=lambda pair: len(pair[0]))


def may_total(text: str) -> bool:
    """Whether the label of a total could stand in a text as the source has it: a quick look before a thorough one.

    What marks a word up may stand inside it, or spell its letters.
    """
    plain = MARKS.sub("", text)
    if not plain.isascii():
        plain = unicodedata.normalize("NFKC", plain)
    return "&" in plain or _sum_word().search(APOSTROPHE.sub("", plain).casefold()) is not None


def is_share(label: str) -> bool:
    """Whether a row tells a part of the one above and not a line of its own: “heraf moms”, “varav kontant”."""
    return normalise(label).startswith(_leading("of_which"))


def of_which_at(value: str) -> int | None:
    """Where the shares of an amount begin: “15.000, heraf moms 3.000”; None where none are told."""
    match = _shares().search(value)
    return match.start() if match else None


def without_of_which(value: str) -> int | None:
    """Where “, heraf:” begins at the end of a value, so that the parts of the whole follow; None where it does not."""
    match = _of_which().search(value)
    return match.start() if match else None


def dangles(label: str) -> bool:
    """Whether the words before an amount begin a sentence (“The cost is”) and are no label."""
    spoken = label.split()
    return len(spoken) > 1 and spoken[-1].casefold() in every("dangling")


def opens_sentence(label: str) -> bool:
    """Whether a label of some words begins as a sentence does (“In 2019 the committee granted”)."""
    spoken = YEAR.sub("#", " ".join(label.casefold().split()))
    return any(spoken.startswith(f"{word} ") for word in every("openers"))


def names_form(line: str) -> bool:
    """Whether a first line is the name of the form (“Application for support”) and not that of a project.

    “Application for a playground” names a project, and so do “Support to a playground” and anything in quotes.
    """
    spoken = normalise(line)
    if spoken in _spoken("forms"):
        return True
    begins = spoken.startswith(_leading("forms"))
    told = spoken.split()
    funds = [at for at, word in enumerate(told) if word in _spoken("funds")]
    if not begins or not funds or QUOTED.search(line):
        return False
    towards = told[funds[-1] + 1 : funds[-1] + 3]
    return len(towards) < len(("to", "what")) or towards[0] not in _spoken("to") - _spoken("conjunction")


@cache
def _spoken(field: str) -> frozenset[str]:
    """The words of one kind in all languages, as labels are compared: a Danish form may have an English total."""
    return frozenset(normalise(word) for word in every(field))


@cache
def _leading(field: str) -> tuple[str, ...]:
    return tuple(f"{word} " for word in _spoken(field))


@cache
def _sum_words() -> frozenset[str]:
    """The longest word of each phrase that makes a sum: without any of them nothing is one."""
    phrases = _spoken("total") | _spoken("subtotal") | _spoken("whole")
    return frozenset(max(phrase.split(), key=len) for phrase in phrases)


@cache
def _sum_word() -> re.Pattern[str]:
    return re.compile("|".join(re.escape(word) for word in sorted(_sum_words())))


@cache
def _shares() -> re.Pattern[str]:
    choices = "|".join(re.escape(word) for word in sorted(every("of_which")))
    return re.compile(rf"[\s,;:(–-]+(?:{choices})\b", re.IGNORECASE)


@cache
def _of_which() -> re.Pattern[str]:
    choices = "|".join(re.escape(word) for word in sorted(every("of_which")))
    return re.compile(rf"[\s,;:(–-]+(?:{choices})\s*:?\s*$", re.IGNORECASE)
