"""Knows labels that a number or a code ends without a colon ("Report no. 3", "Case no. KUL-2024/88"), and no title."""

from __future__ import annotations

import re
from collections.abc import Sequence

from projektkort.document.layout import TEXT, Label, LabelStyle, Line
from projektkort.frozen import replace
from projektkort.patterns import late
from projektkort.project.field import Field, content
from projektkort.schema.labels import Labels
from projektkort.span import Text

CODED = frozenset({"id", "applicant_id"})
REPORT = "report_number"
NUMBER = re.compile(r"\d{1,3}")

_END = late(
    r"(?P<label>[^\W\d_][^:;!?\u2013\u2014]{0,40}?)\s+"
    r"(?P<code>(?:[A-Z\u00c0-\u00de]{1,5}[-/. ]?)?\d[\w./-]*(?: \d[\w./-]*)*)"
)


def with_codes(lines: Sequence[Line], labels: Labels) -> Sequence[Line]:
    """The lines, those that are the number of a case or an applicant with that as the value of their label.

    A line that only says that the document is a report is no label of its number.
    """
    read = list(lines)
    for at, line in enumerate(lines):
        if line.kind is not TEXT or not _is_bare(line):
            continue
        coded = _coded(line.text, labels)
        if coded is not None and coded[0] in CODED:
            read[at] = replace(line, label=Label(coded[1], coded[2], LabelStyle.PLAIN))
        elif line.label and _names_report(line.text, labels):
            after = lines[at + 1].text.value if at + 1 < len(lines) else ""
            read[at] = line if NUMBER.match(after) else replace(line, label=None)
    return read


def _is_bare(line: Line) -> bool:
    """Whether a line of text has no sign of a label."""
    if line.cells or line.text.segments is not None:
        return False
    return line.label is None or (line.label.style is LabelStyle.PLAIN and not line.label.value.value)


def _names_report(text: Text, labels: Labels) -> bool:
    if not labels.kind(text.value) or any(map(str.isdecimal, text.value)):
        return False
    match = labels.section(text.value)
    return match is not None and match.id == REPORT and match.near is None


def with_number(field: Field, labels: Labels) -> Field:
    """The field of a report's number, that being its value where it ends the label and nothing stands below."""
    if field.id != REPORT or not field.rank or content(field).value:
        return field
    coded = _coded(field.label, labels)
    if coded is None or coded[0] != REPORT or not NUMBER.fullmatch(coded[2].value):
        return field
    return Field(REPORT, coded[1], coded[2], field.body, field.rank, line=field.line)


def _coded(text: Text, labels: Labels) -> tuple[str, Text, Text] | None:
    """What the label means that a code ends, and both of them."""
    coded = any(map(str.isdecimal, text.value.rpartition(" ")[2]))  # a look at the last word, for most are prose
    found = _END.fullmatch(text.value) if coded else None
    match = labels.section(found["label"]) if found else None
    if found is None or match is None or match.near is not None:
        return None
    return match.id, text.slice(*found.span("label")), text.slice(*found.span("code"))
