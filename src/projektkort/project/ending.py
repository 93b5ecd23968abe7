"""Knows where the answer to a label at the head of a form ends: it is one paragraph, whatever follows it."""

from __future__ import annotations

from projektkort.document.layout import Line, LineKind
from projektkort.patterns import late
from projektkort.project.field import BOLD, UNSAID
from projektkort.schema.labels import Labels
from projektkort.span import Text

HEADER = frozenset(
    {
        "title", "id", "applicant", "responsible", "contact", "place", "period", "date", "applied", "stage",
        "report_number", "report_period",
    }
)  # fmt: skip
"""The labels at the head of a form, between which unknown ones may stand."""
ANSWERED = frozenset(
    {
        "title", "id", "applicant_id", "phone", "email", "account", "period", "date", "applied", "stage",
        "report_number", "report_period",
    }
)  # fmt: skip
"""What is answered in one paragraph, also in a whole sentence."""
TOLD = frozenset({"applicant", "responsible", "contact", "place"})
"""What is answered in one paragraph, unless that tells: then another one may go on with it."""
ONE_PARAGRAPH = ANSWERED | TOLD
ENDS = frozenset({"start", "end"})

_STOP = late(r"[.!?…][\"'”’»)]*$")
_SENTENCE = 6  # words; a shorter answer with a full stop is no sentence ("Per Holm, form.")


def is_over(wanted: str | None, rank: int, value: Text | None, lines: list[Line], line: Line, labels: Labels) -> bool:
    """Whether the answer that stands on and below a label is complete before this line, which opens no field.

    Below a heading everything is the heading's. The ends of a period may stand in paragraphs of their own.
    """
    if rank < BOLD or wanted is None or wanted not in ONE_PARAGRAPH or line.blank:
        return False
    said = _last(value, lines)
    if said is None or (not (lines and lines[-1].blank) and line.kind is not LineKind.ROW):
        return False
    if line.label is not None and labels.key(line.label.text.value) in ENDS:
        return False
    return wanted in ANSWERED or not _tells(said.value)


def _last(value: Text | None, lines: list[Line]) -> Text | None:
    """The last that has been said on a label's line and below it."""
    below = (each.text for each in reversed(lines) if each.kind not in UNSAID and each.text.value)
    return next(below, value if value is not None and value.value else None)


def _tells(text: str) -> bool:
    return len(text.split()) >= _SENTENCE and _STOP.search(text) is not None
