"""Knows which papers a document says come along with it, and which of them it speaks of by number."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from projektkort.project.models import Project
from projektkort.rules.figures import sides
from projektkort.rules.lists import either, lists, whole
from projektkort.rules.names import near
from projektkort.rules.traces import running
from projektkort.schema.labels import Labels, normalise
from projektkort.schema.model import Attachment
from projektkort.schema.spelling import key
from projektkort.span import Text

SHORTEST = 5  # letters of a paper's name that may stand inside a longer word
PARTS = re.compile(r"[,;\n]|\s(?:og|och|and|&)\s")
OWNER = 60  # letters of whose paper it is, right before its number
NUMBER = re.compile(r"\d{1,2}")
RANGE = re.compile(r"(\d{1,2})\s*[-\u2013]\s*(\d{1,2})")


def listed(project: Project) -> Iterator[Text]:
    """What the list of attachments says, piece by piece; and lines elsewhere that say what comes along."""
    yield from project.attachments
    yield from (section.label for section in project.other if _numbered().match(section.label.value))
    for text in running(project, but=frozenset({"attachments"})):
        yield from (text.slice(*match.span()).strip() for match in _telling().finditer(text.value))


def holding(project: Project, side: str) -> Text | None:
    """The first paper that by its name holds a side of the books: “Annex 1. Budget”, “Funding plan enclosed”."""
    called = normalise(Labels().label_for(side, project.language or "en"))
    for text in listed(project):
        if any(word.startswith(called) for word in normalise(text.value).split()):
            return text
    return None


def holds(told: Text, paper: Attachment) -> bool:
    """Whether a piece of the list names a paper, and not to say that there is none."""
    return names(told.value, paper) and not _all_say(told.value, paper, _none(), _denied())


def is_promised(paper: Attachment, texts: Sequence[Text]) -> bool:
    """Whether a paper is named, but only as one that comes later: in its own piece of a list, or right behind it."""
    return bool(texts) and all(_all_say(text.value, paper, _later(), _later()) for text in texts)


def _all_say(told: str, paper: Attachment, words: re.Pattern[str], behind: re.Pattern[str]) -> bool:
    """Whether each piece with the paper's name holds the words, or those `behind` it begin the next one."""
    pieces = [*filter(None, PARTS.split(told)), ""]
    named = [at for at, piece in enumerate(pieces) if names(piece, paper)]
    if not named:
        return words.search(told) is not None
    return all(words.search(pieces[at]) or behind.match(pieces[at + 1].strip()) for at in named)


def names(told: str, paper: Attachment) -> bool:
    """Whether what comes along is, or has with it, a paper that the fund asks for; nearly its name will do."""
    words, letters = normalise(told).split(), key(told)
    spellings = [*paper.labels, *paper.title.values()] or [paper.id.replace("_", " ").replace("-", " ")]
    return any(_names(words, letters, normalise(spelling)) for spelling in spellings)


def _names(words: list[str], letters: str, spelling: str) -> bool:
    size = len(spelling.split())
    runs = [" ".join(words[at : at + size]) for at in range(len(words) - size + 1)]
    if len(spelling) >= SHORTEST and key(spelling) in letters:
        return True
    return spelling in runs or (len(spelling) >= SHORTEST and any(near(run, spelling) for run in runs))


def listed_numbers(project: Project) -> frozenset[int]:
    """The numbers of the attachments in the list: as they are told, else as many as there may be."""
    told = [match for text in project.attachments if (match := _numbered().match(text.value))]
    headed = [match for section in project.other if (match := _headed().match(section.label.value))]
    if len(told) == len(project.attachments):
        return frozenset(int(match["number"]) for match in (*told, *headed))
    most = sum(len(PARTS.split(text.value)) for text in project.attachments)
    return frozenset((*range(1, most + 1), *(int(match["number"]) for match in headed)))


def mentioned(project: Project) -> Iterator[tuple[int, Text]]:
    """The attachments that the text and the lines of the budget speak of by number, and the words that do."""
    lines = (line.label for side in sides(project) for line in side.lines)
    for text in (*running(project, but=frozenset({"attachments"})), *lines):
        for match in _mention().finditer(text.value):
            if _foreign().search(text.value, max(0, match.start() - OWNER), match.start()):
                continue
            said = text.slice(*match.span())
            yield from ((number, said) for number in _numbers(match["numbers"]))


def _numbers(said: str) -> Iterator[int]:
    """All numbers of “1, 3 and 5” and of “2-4”."""
    for first, last in RANGE.findall(said):
        yield from range(int(first), int(last))
    yield from map(int, NUMBER.findall(said))


@cache
def _word(field: str) -> str:
    return either(word for one in lists("papers").values() for word in one[field])


@cache
def _later() -> re.Pattern[str]:
    return whole(word for one in lists("papers").values() for word in one["later"])


@cache
def _denied() -> re.Pattern[str]:
    """That something is not there; with more behind it, only a part of it is not ("mangler underskrift")."""
    return re.compile(rf"(?<!\w)(?:{_word('denied')})(?!\s*\w)", re.IGNORECASE)


@cache
def _none() -> re.Pattern[str]:
    """The same, or a word before the name that says it."""
    none = rf"^[^\w(]*(?:(?:{_word('and')})\s+)?(?:{_word('none')})(?!\w)"
    return re.compile(rf"{none}|{_denied().pattern}", re.IGNORECASE)


@cache
def _foreign() -> re.Pattern[str]:
    """At the end of what stands before a paper: a law or a guide, whose paper it is."""
    return re.compile(rf"(?:{_word('owner')})\s+$", re.IGNORECASE)


@cache
def _telling() -> re.Pattern[str]:
    """A line that begins as a list of attachments does, or says that something is attached."""
    return re.compile(
        rf"^\W*(?:{_word('paper')})(?:\s+\d+)?\s*:.*$|^.*(?<!\w)(?:{_word('attached')})(?!\w).*$",
        re.IGNORECASE | re.MULTILINE,
    )


@cache
def _numbered() -> re.Pattern[str]:
    return re.compile(rf"\W*(?:(?:{_word('paper')})\s*(?:nr\.?\s*)?)?(?P<number>\d{{1,2}})(?![\w.,]*\d)", re.IGNORECASE)


@cache
def _headed() -> re.Pattern[str]:
    return re.compile(rf"\W*(?:{_word('paper')})\s*(?:nr\.?\s*)?(?P<number>\d{{1,2}})(?!\w)", re.IGNORECASE)


@cache
def _mention() -> re.Pattern[str]:
    link = r"\s*(?:,|og|och|and|&|[-\u2013])\s*"
    joined = rf"\d{{1,2}}(?:{link}\d{{1,2}}(?!\w))*"
    within = rf"(?:{link}(?:{_word('paper')})\s+\d{{1,2}})*\s+(?:{_word('within')})\s"
    return re.compile(
        rf"(?<!\w)(?:{_word('paper')})\s+(?:nr\.?\s*)?(?P<numbers>{joined})(?!\w|[.,]\d|\s\d{{3}}|{within})",
        re.IGNORECASE,
    )
