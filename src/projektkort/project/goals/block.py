"""Knows what the lines below a goal say: labels with a value behind them, or with lines and lists below."""

from __future__ import annotations

from collections.abc import Sequence

from projektkort.document.layout import LabelStyle, Line, LineKind
from projektkort.frozen import Frozen
from projektkort.project.field import UNSAID
from projektkort.project.goals.draft import Draft, Reading, subgoal_of
from projektkort.project.goals.number import numbered
from projektkort.schema.goal_heads import GoalRole
from projektkort.span import Text

SKIPPED = UNSAID | {LineKind.RULE}
AS_WRITTEN = frozenset({LineKind.ROW, LineKind.CODE})
WORDS = 6  # of a label that nobody knows: behind more of them a colon is one in a sentence


class Told(Frozen):
    """A label below a goal: what it tells of it, None where nobody knows, and what follows it on its line."""

    role: GoalRole | None
    head: Text
    value: Text


def label_of(line: Line, reading: Reading) -> Told | None:
    """The label of a line, if it has one; the words of a numbered goal are none."""
    label = line.label
    if numbered(label.text if label else line.text, reading.labels, reading.language).named:
        return None
    if line.kind is LineKind.HEADING and label is None:
        role = reading.labels.goal_column(line.text.value)
        return Told(role, line.text, Text.empty(line.text.lines, line.text.end)) if role else None
    if label is None or label.style is LabelStyle.PLAIN or line.kind is LineKind.ROW:
        return None
    role = reading.labels.goal_column(label.text.value)
    if role is None and (label.style is not LabelStyle.INLINE or len(label.text.value.split()) > WORDS):
        return None
    return Told(role, label.text, label.value)


def read_block(draft: Draft, text: Text, lines: Sequence[Line]) -> Draft:
    """The draft of a goal with these words and the lines below them."""
    draft.add("goal", text, None)
    told: Told | None = None
    collected: list[Text] = []
    named = bool(numbered(text, draft.reading.labels, draft.reading.language).text.value)
    for line in lines:
        label = label_of(line, draft.reading)
        if label is not None:
            _put(draft, told, collected)
            told, collected = label, [label.value] if label.value.value else []
        elif told is None and line.kind is LineKind.ITEM and (named or collected):
            draft.add("measures", line.text, None)
        elif line.kind not in SKIPPED:
            collected.append(line.whole.strip() if line.kind in AS_WRITTEN else line.text)
    _put(draft, told, collected)
    return draft


def _put(draft: Draft, told: Told | None, texts: Sequence[Text]) -> None:
    """Adds what stands under a label, or with None before the first one."""
    if not texts:
        return
    whole = Text.join(texts)
    if told is None:
        _introduce(draft, whole)
    elif told.role == "goal":
        _name(draft, whole)
    elif told.role == "subgoal":
        draft.subgoal = subgoal_of(whole, draft.reading)
    elif told.role in {"status", "fulfilment"}:
        _grade(draft, told, texts)
    else:
        draft.add(told.role, whole, told.head)


def _introduce(draft: Draft, text: Text) -> None:
    """The words of the goal, where its heading has only a number; else a note."""
    heading = draft.last("goal")
    assert heading is not None
    has_words = numbered(heading, draft.reading.labels, draft.reading.language).text.value
    draft.add(None if has_words else "goal", text, None)


def _name(draft: Draft, text: Text) -> None:
    """The goal itself, below a heading that then names its number only, or the sub-goal above it."""
    heading = draft.last("goal")
    assert heading is not None
    if numbered(heading, draft.reading.labels, draft.reading.language).text.value:
        draft.subgoal = subgoal_of(heading, draft.reading)
        draft.cells["goal"] = [text]
    else:
        draft.add("goal", text, None)


def _grade(draft: Draft, told: Told, texts: Sequence[Text]) -> None:
    """The status on the first line, and what explains it on those below."""
    first, *others = texts
    graded = draft.reading.labels.graded(first.value).grade is not None
    known = draft.last("status") is not None
    draft.add("explanation" if told.role == "fulfilment" and (known or not graded) else "status", first, told.head)
    if others:
        draft.add("explanation", Text.join(others), None)
