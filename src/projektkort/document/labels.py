"""Knows how people write labels: bold, before a colon, on their own line. Which of them count, the binding decides."""

from __future__ import annotations

import re

from projektkort.document.inline import bare, piece
from projektkort.document.layout import Label, LabelStyle
from projektkort.span import Text

LONGEST = 120  # characters of a label that has markup or a colon

_OPEN = r"(?:[*_]|<(?:b|strong|i|em|u|span|font)(?:\s[^<>]*)?>){1,8}+"
_CLOSE = r"(?:[*_]|</(?:b|strong|i|em|u|span|font)>){1,8}+"
_BOLD = re.compile(
    rf"{_OPEN}\s*(?P<label>[^*<\s][^*<]{{0,{LONGEST}}}?)\s*"
    rf"(?:[:：]\s*{_CLOSE}|{_CLOSE}\s*[:：]|(?P<line>{_CLOSE})$)",
    re.IGNORECASE,
)
# Before white space or the end; or glued to a figure ("Sum:500"), to markup or a quotation, to a capital behind a small
# letter ("Goal:More"). Not in 17:30, 1:5, 250:-, https://, "EU:s".
_COLON = re.compile(
    r"[:：](?:(?<=：)|(?<!\\:)(?=\s|$)"
    r"|(?<![\d\\:/]:)(?=[\d\"'“”„»«(*_<]|kr\b)"
    r"|(?<=[a-z\u00df-\u00ff\d)?]:)(?=[A-Z\u00c0-\u00de]))"
)
_WORD = re.compile(r"[^\W_]")
_LETTER = re.compile(r"[^\W\d_]")


def find(content: Text, text: Text) -> Label | None:
    """The label candidate of a line that has markup or a colon, if there is one.

    `content` is what stands behind the marker, `text` the same as a reader sees it.
    """
    if content.value[0] in "*_<":
        match = _BOLD.match(content.value)
        if match and not (match["line"] and _colon(match["label"])):
            return Label(piece(content, *match.span("label")), piece(content, match.end()), LabelStyle.BOLD)
    inner = text if text.segments is None else bare(content)
    colon = _colon(inner.value)
    return _before(inner, colon) if colon else None


def bold(whole: Text, body: str) -> Label | None:
    """The label of a line that begins with it in bold, `**Label:** value`, where no other sign of markup stands.

    `body` is the line without white space at its end.
    """
    label, _, value = body[2:].partition(":** ")
    if not value or "*" in label or "_" in label or value[-1] in "*_>" or len(label) > LONGEST:
        return None
    if value[0] in "*_" or value[0].isspace():
        return None
    if body[1] != "*" or not label[:1].isalnum() or not label[-1].isalnum():
        return None
    lines, begin, end = whole.lines, whole.start + 2, whole.start + len(body)
    text = Text(label, lines, begin, begin + len(label))
    return Label(text, Text(value, lines, end - len(value), end), LabelStyle.BOLD)


def plain(text: Text, *, own: bool) -> Label | None:
    """The label that a line without a colon may be; `own` says whether it stands by itself or among others."""
    return Label(text, Text.empty(text.lines, text.end), LabelStyle.PLAIN) if short(text, own=own) else None


def short(text: Text, *, own: bool) -> bool:
    """Whether a line may be a label without a colon: no sentence, and shorter where other lines stand around it."""
    value = text.value
    if is_no_label(value) or not _LETTER.search(value):
        return False
    words = value.count(" ") + 1
    return words <= 12 if own else words <= 6 and len(value) <= 60 and not value[0].islower()


def is_no_label(value: str) -> bool:
    """Whether a line is too long for a label without a colon, or ends as a sentence does, or is empty."""
    return not value or len(value) > 100 or value[-1] in ".,;"


def _colon(value: str) -> re.Match[str] | None:
    """The first colon that can end a label: behind a word or figure, outside round brackets, not too far off."""
    head = value[: LONGEST + 2]
    if ":" not in head and "：" not in head:
        return None
    for match in _COLON.finditer(head):
        at = match.start()
        if at <= LONGEST and head.count("(", 0, at) <= head.count(")", 0, at) and _WORD.search(head, 0, at):
            return match
    return None


def _before(inner: Text, colon: re.Match[str]) -> Label:
    # "**Note: see below** and more" is bold past its colon.
    start = len(inner.value) - len(inner.value.lstrip("*_"))
    value = piece(inner, colon.end())
    style = LabelStyle.INLINE if value.value else LabelStyle.ALONE
    return Label(piece(inner, start, colon.start()), value, style)
