"""Knows the waivers in comments, which line each is about, and which comments were meant for one and are none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice

from projektkort.document.hidden import blanked
from projektkort.document.layout import Document
from projektkort.engine.findings import catalogue
from projektkort.engine.said import Said, any_of, worded
from projektkort.finding import Problem
from projektkort.rules.texts import SUBJECTS
from projektkort.span import Lines, Text

PROGRAM = "projekt"
_OURS = re.compile(r"[#\s]*(?:projektkort|projekt|prosjekt|project)\b[\s:;,.=-]*", re.IGNORECASE)
_WORD = re.compile(r"[^\s,;:=()\[\]]+")
_PARTS = re.compile(r"(?P<head>[^:]*)(?::(?P<reason>.*))?", re.DOTALL)
_MARK = re.compile(r"<!--|-->")
_FIRST = 4  # words of a comment among which the name of a rule speaks of a waiver
_ALIKE = 0.8


def of_lines(document: Document) -> Iterator[Said]:
    """What stands in comments that begin with our name and a word for it, or were meant to."""
    marked = [(comment, found) for comment in document.comments if (found := _OURS.match(comment.value))]
    lines = _bare(document) if marked else None
    for comment, ours in marked:
        begun = _opening().match(comment.value)
        if begun and lines is not None:
            yield _said(comment, comment.slice(begun.end()), lines)
        elif _is_meant(comment.value[ours.end() :]):
            yield Said(comment.place, faults=(Problem(comment.place, rule="waiver-unclear", variant="comment"),))


def _said(comment: Text, told: Text, lines: Lines) -> Said:
    parts = _PARTS.fullmatch(told.value)
    assert parts is not None  # both parts may be empty
    head = told.slice(*parts.span("head"))
    return worded(head, parts["reason"] or "", comment.place, _about(comment, lines))


def _is_meant(rest: str) -> bool:
    """Whether what stands behind our name was meant as a waiver: our word for it, or one like it before a rule's name.

    The name of a rule alone says so too, where it is one that no text has by chance.
    """
    words = [found[0].lower() for found in islice(_WORD.finditer(rest), _FIRST)]
    known = (*catalogue().names(), *SUBJECTS)
    if any("-" in word and word in known for word in words):
        return True
    verbs = tuple(any_of("ignore").split("|"))
    from difflib import get_close_matches  # noqa: PLC0415 - only when something is wrong

    if not words or not (words[0].startswith(verbs) or get_close_matches(words[0], verbs, 1, _ALIKE)):
        return False
    return words[0] in verbs or any("-" in word or get_close_matches(word, known, 1, _ALIKE) for word in words[1:])


@cache
def _opening() -> re.Pattern[str]:
    return re.compile(rf"[#\s]*{PROGRAM}:\s*(?:{any_of('ignore')})(?!\w)", re.IGNORECASE)


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
