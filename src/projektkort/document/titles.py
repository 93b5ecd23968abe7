"""Knows headings: lines after number signs, and lines that somebody underlined. What stands under them, others know."""

from __future__ import annotations

import re

from projektkort.document import labels
from projektkort.document.inline import seen, stripped
from projektkort.document.layout import HEADING, ITEM, ROW, TEXT, Line
from projektkort.span import Text

_HEADING = re.compile(r"(?P<signs>#+)(?:\s++(?=.*[^\s#])|(?=[^\W\d_]))")
_AMOUNT_AT_END = re.compile(r"\d\W*(?:\w{0,3}kr\w*|dkk|sek|nok|eur)?\W*$", re.IGNORECASE)
_COLONS = frozenset(":：")
_YEAR_AT_END = re.compile(r"(?<!\d)(?:19|20)\d\d$")


def heading(whole: Text, content: Text) -> Line | None:
    """A heading with its signs in front: any number of them, with or without a space behind, and signs at the end."""
    match = _HEADING.match(content.value)
    if match is None:
        return None
    rest = content.value.rstrip("#")
    end = len(rest) if rest[-1].isspace() else None
    return titled_by(whole, stripped(content, match.end(), end), match.end("signs"))


def worded(whole: Text) -> Line | None:
    """The same for a line that nothing makes more than words: most are one sign or two, a space and a few words."""
    value = whole.value
    level = value.find(" ")
    if value[:level].strip("#") or not value[level + 1].isalnum() or not value[-1].isalnum():
        return heading(whole, whole)
    begin = level + 1
    return Line(HEADING, Text(value[begin:], whole.lines, whole.start + begin, whole.end), whole, level)


def titled_by(whole: Text, content: Text, level: int) -> Line:
    """A heading that its marks or tags make one, of which `content` is what stands between them."""
    text = seen(content)
    label = labels.find(content, text)
    if label and not label.value.value:
        label = None
    return Line(HEADING, _without_colon(text), whole, level, "", label)


def titled(line: Line, above: Line | None, underline: str) -> Line:
    """The line over a rule: a heading where the rule underlines it, else the line as it is.

    People type rules above sums and below budget lines: a title ends in no amount, and over hyphens it also stands
    alone and carries no value.
    """
    text = line.text
    sign = underline[0]
    if line.kind is not TEXT or line.cells or underline.strip(sign) or sign not in "=-":
        return line
    if not labels.short(text, own=True) or (_AMOUNT_AT_END.search(text.value) and not _YEAR_AT_END.search(text.value)):
        return line
    valued = line.label if line.label and line.label.value.value else None
    if sign == "-" and (valued or (above and above.kind in (TEXT, ITEM, ROW))):
        return line
    return Line(HEADING, _without_colon(text), line.whole, "=-".index(sign) + 1, label=valued)


def _without_colon(text: Text) -> Text:
    return text.slice(0, -1).strip() if text.value[-1:] in _COLONS else text
