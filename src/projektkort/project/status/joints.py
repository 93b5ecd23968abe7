"""Knows how words and sentences are made whole that the end of a page or line has broken; pieces keep their places."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from projektkort.document.layout import Label, LabelStyle, Line, LineKind
from projektkort.frozen import replace
from projektkort.locale import every
from projektkort.locale.dates import date_words
from projektkort.project.status.pages import PAGE, SENTENCE
from projektkort.project.status.pieces import Piece
from projektkort.span import Text

BROKEN = re.compile(r"([^\W\d_]+)[-\u00ad\u2010]\Z")
WORD = re.compile(r"[^\W\d_]+")
NOTE = re.compile(r"\d{1,2}\s+[^\W\d_].*[.!?]", re.DOTALL)
BEFORE_NOTE = re.compile(r"(?<=[^\W\d_]-)\s+(?=\d{1,2}\s+[^\W\d_])")
LONGEST_NOTE = 400  # characters


def joined(pieces: Sequence[Piece]) -> tuple[list[Line], list[Text]]:
    """The lines with everything whole, and the footnotes that stood between the halves of a word."""
    done: list[Piece] = []
    notes: list[Text] = []
    for each in pieces:
        at = _last(done) if each.line.kind is LineKind.TEXT else None
        if at is not None:
            paged = any(piece.paged for piece in done[at:])
            at = _without_note(done, at, each.line, notes) if paged else at
            whole = _join(done[at].line, each.line, paged=paged) if paged or at == len(done) - 1 else None
            if whole is not None:
                done[at:] = [Piece(whole, each.paged)]
                continue
        done.append(each)
    return [each.line for each in done], notes


def _last(done: Sequence[Piece]) -> int | None:
    """The last line that says something."""
    return next((at for at in reversed(range(len(done))) if not done[at].line.blank), None)


def _without_note(done: list[Piece], at: int, follower: Line, notes: list[Text]) -> int:
    """Takes a footnote away that stands between the halves of a word, and says which line the word begins in."""
    line = done[at].line
    if not follower.text.value[:1].islower() or line.kind is not LineKind.TEXT:
        return at
    before = _last(done[:at])
    if before is not None and NOTE.fullmatch(line.text.value) and BROKEN.search(done[before].line.text.value):
        notes.append(line.whole.strip())
        return before
    tail = max(0, len(line.text.value) - LONGEST_NOTE)
    for match in reversed(list(BEFORE_NOTE.finditer(line.text.value, tail))):
        if NOTE.fullmatch(line.text.value, match.end()):
            notes.append(line.text.slice(match.end()))
            kept = line.text.slice(0, match.start())
            done[at] = Piece(replace(line, text=kept, whole=kept, label=None), paged=True)
            break
    return at


def _join(first: Line, second: Line, *, paged: bool) -> Line | None:
    """The two lines as one, if the second goes on where the first one breaks off."""
    if first.kind not in {LineKind.TEXT, LineKind.ITEM} or first.cells or second.cells:
        return None
    seam = _seam(first.text.value, second.text.value, paged=paged)
    if seam is None:
        return None
    cut, between = seam
    text = _sewn(first.text, second.text, cut, between)
    whole = _sewn(first.whole.slice(0, len(first.whole.value.rstrip())), second.whole.strip(), cut, between)
    label = first.label
    if label is not None and label.value.value:
        label = Label(label.text, _sewn(label.value, second.text, cut, between), label.style)
    elif label is not None and label.style is LabelStyle.PLAIN:
        label = None
    return replace(first, text=text, whole=whole, label=label)


def _sewn(first: Text, second: Text, cut: int, between: str) -> Text:
    return Text.join([first.slice(0, len(first.value) - cut), second], between)


def _seam(first: str, second: str, *, paged: bool) -> tuple[int, str] | None:
    """How many characters of the first fall away, and what stands between the two; None: they are two lines.

    The hyphen of a broken word falls away; that of a word left unfinished before “and” stays, and that between months.
    """
    broken = BROKEN.search(first)
    goes_on = second[:1].islower()
    if broken and goes_on:
        follower = WORD.match(second)
        if follower and follower[0].casefold() in every("joining"):
            return (0, " ") if paged else None
        return (0, "") if broken[1].casefold() in _months() else (1, "")
    if paged and not first.endswith(SENTENCE) and (goes_on or len(first) >= PAGE):
        return 0, " "
    return None


@cache
def _months() -> frozenset[str]:
    return frozenset(name.rstrip(".") for name in date_words(None).series["months"])
