"""Knows what may be a label by what follows: bold words before others, words before a dash, an amount applied for."""

from __future__ import annotations

from projektkort.document.layout import TEXT, Label, LabelStyle, Line
from projektkort.patterns import late
from projektkort.schema.labels import Labels, Match

# Behind it stands something, and it begins in a capital: among other lines a small letter goes on with the sentence.
_BOLD = late(r"(?:\*\*|__|<(?:b|strong)>)\s*(?P<label>[^*_<>:]{2,60}?)\s*(?:\*\*|__|</(?:b|strong)>)\s+(?P<value>\S.*)")
_DASH = late(r"(?P<label>[^\W\d_][^:;.!?–—]{1,60}?)\s+[–—-]\s+(?P<value>\S.*)")
_MARKS = frozenset("*_<")

PHRASE = (3, 2)  # words at the beginning of such a sentence


def lead(line: Line) -> Label | None:
    """The label that a line may begin with, and what follows; whether anybody knows the label, others ask."""
    value = line.text.value
    if line.kind is not TEXT or line.cells or line.text.segments is not None:
        return None
    if value[:1] in _MARKS:
        found = _BOLD.fullmatch(value)
    elif _is_dashed(value) and value[0].isupper():
        found = _DASH.fullmatch(value)
    else:
        return None
    if not found or not found["label"][0].isupper():
        return None
    said, answer = (line.text.slice(*found.span(group)).strip() for group in ("label", "value"))
    return Label(said, answer, LabelStyle.INLINE)


def _is_dashed(value: str) -> bool:
    """Whether a dash stands between words; one sign is looked for much faster than three, and a hyphen is common."""
    return ("-" in value and " - " in value) or " – " in value or " — " in value


def applied(label: str, value: str, labels: Labels) -> Match | None:
    """What is applied for, where a label only says "Amount" and the sentence behind it begins with "We apply for"."""
    if labels.column(label) != "amount":
        return None
    words = value.split()
    found = (labels.section(" ".join(words[:size])) for size in PHRASE)
    return next((match for match in found if match and match.id == "applied" and not match.near), None)
