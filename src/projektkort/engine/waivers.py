"""Knows how the writer of a document sets findings aside, where each such waiver counts, and what is wrong with it.

How a waiver may be written is told in docs/waivers.md; its words stand in the vocabulary, under `waiving` and `keys`.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from functools import cache

from projektkort.document.hidden import blanked
from projektkort.document.layout import Document, Mapping, Node, Scalar
from projektkort.document.layout import Sequence as Items
from projektkort.frozen import Frozen
from projektkort.period import Precision
from projektkort.period import read as read_period
from projektkort.project.setting import sets_aside
from projektkort.schema.vocabulary import exactly, vocabulary
from projektkort.span import Lines, Place, Text

PROGRAM = "projekt"
_PARTS = re.compile(r"(?P<head>[^:]*)(?::(?P<reason>.*))?", re.DOTALL)
_NAME = re.compile(r"[^\s,]+")
_MARK = re.compile(r"<!--|-->")


class Said(Frozen):
    """One waiver as it stands in a document: rules or subjects, the reason, the last day, and where all of it is.

    `line` is the one line that it is about; None: the whole document.
    """

    place: Place
    names: tuple[Text, ...]
    reason: str
    day: Text | None
    line: int | None

    @property
    def until(self) -> dt.date | None:
        """The last day, in any language; None where none is told, or none that can be read."""
        told = read_period(self.day.value, None) if self.day is not None else None
        return told.end if told is not None and told.precision is Precision.DAY else None


def waivers_in(document: Document) -> tuple[Said, ...]:
    """The waivers of a document, those of the whole first."""
    return (*_of_all(document), *_of_lines(document)) if document.root or document.comments else ()


def _of_all(document: Document) -> Iterator[Said]:
    """What stands behind the key for it, in YAML or front matter: a list, or a mapping from rules to reasons."""
    for entry in document.root.entries if document.root is not None else ():
        if sets_aside(entry, _key):
            yield from _listed(entry.value)


def _listed(node: Node) -> Iterator[Said]:
    if isinstance(node, Items):
        for item in node.items:
            yield from _listed(item)
    elif isinstance(node, Scalar):
        yield _said(node.text, "", node.place)
    elif any(_key(entry.key.value) == "rule" for entry in node.entries):
        yield _told(node, None)
    else:
        for entry in node.entries:
            place = Place(entry.key.lines, entry.key.start, max(entry.key.end, entry.value.place.end))
            if isinstance(entry.value, Mapping):
                yield _told(entry.value, entry.key)
            else:
                yield _said(entry.key, _words(entry.value), place)


def _told(node: Mapping, rule: Text | None) -> Said:
    """A waiver with a key for each of its parts; `rule` where that is told before them."""
    parts = {_key(entry.key.value): entry.value for entry in reversed(node.entries)}
    named = rule or (parts["rule"].text if isinstance(parts["rule"], Scalar) else None)
    day = parts.get("until", parts.get("end"))
    return Said(
        node.place,
        tuple(_names(named)) if named is not None else (),
        _words(parts.get("reason")),
        day.text if isinstance(day, Scalar) and day.text.value else None,
        None,
    )


def _of_lines(document: Document) -> Iterator[Said]:
    """What stands in comments that begin with our name and a word for it."""
    marked = [(comment, found) for comment in document.comments if (found := _begins(comment.value))]
    if not marked:
        return
    lines = _bare(document)
    for comment, found in marked:
        told = comment.slice(found.end())
        parts = _PARTS.fullmatch(told.value)
        assert parts is not None  # both parts may be empty
        head = told.slice(*parts.span("head"))
        yield _said(head, parts["reason"] or "", comment.place, _about(comment, lines))


def _said(head: Text, reason: str, place: Place, line: int | None = None) -> Said:
    """A waiver by what stands before its colon, rules and perhaps the last day, and what stands behind it."""
    found = _last_day().search(head.value)
    names = head.slice(0, found.start()) if found else head
    day = head.slice(*found.span("day")) if found else None
    return Said(place, tuple(_names(names)), " ".join(reason.split()), day, line)


def _names(text: Text) -> Iterator[Text]:
    return (text.slice(*found.span()) for found in _NAME.finditer(text.value))


def _words(node: Node | None) -> str:
    return " ".join(node.text.value.split()) if isinstance(node, Scalar) else ""


def _key(name: str) -> str | None:
    word = exactly(name, "keys")
    return word.id if word else None


def _begins(comment: str) -> re.Match[str] | None:
    # Comments come by the hundred, and none of them speaks of us.
    return _opening().match(comment) if PROGRAM in comment.lower() else None


@cache
def _opening() -> re.Pattern[str]:
    return re.compile(rf"[#\s]*{PROGRAM}:\s*(?:{_any_of('ignore')})(?!\w)", re.IGNORECASE)


@cache
def _last_day() -> re.Pattern[str]:
    return re.compile(rf"(?<!\S)(?:{_any_of('until')})\s+(?P<day>\S.*?)\s*$", re.IGNORECASE | re.DOTALL)


def _any_of(wanted: str) -> str:
    """A pattern for the words of one meaning in all languages, the longest first."""
    words = {word.label for word in vocabulary().words("waiving") if word.id == wanted}
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


def _bare(document: Document) -> Lines:
    """The lines of the text with blanks in the place of all comments and their marks."""
    text = document.source.lines.text
    stretches = tuple((comment.start, comment.end) for comment in document.comments)
    return Lines(_MARK.sub(lambda mark: " " * len(mark[0]), blanked(text, stretches, " ")))


def _about(comment: Text, lines: Lines) -> int:
    """The line that a comment is about: its own where anything else stands on it, else the next one that says anything.

    At the end of a document it is its own.
    """
    span = comment.span
    if lines.line(span.line).strip():
        return span.line
    following = (number for number in range(span.end_line, lines.count + 1) if lines.line(number).strip())
    return next(following, span.line)
