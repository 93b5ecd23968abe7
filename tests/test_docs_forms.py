"""The forms that docs/forms.md shows are in order, each kind in both forms."""

from __future__ import annotations

import re

import pytest

from conftest import ROOT
from projektkort.engine import check_text
from projektkort.finding import Severity

PAGE = (ROOT / "docs/forms.md").read_text("utf-8")
BLOCK = re.compile(r"^```(markdown|yaml)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
KINDS = {
    "Application": "application",
    "Outline": "outline",
    "Description": "description",
    "Report on goals": "goal-report",
    "Status report": "status-report",
}
_, *PIECES = re.split(rf"^## ({'|'.join(KINDS)})$", PAGE, flags=re.MULTILINE)
SHOWN = [
    (heading, form, text)
    for heading, body in zip(PIECES[::2], PIECES[1::2], strict=True)
    for form, text in BLOCK.findall(body)
]


@pytest.mark.parametrize(("heading", "form", "text"), SHOWN, ids=[f"{heading}-{form}" for heading, form, _ in SHOWN])
def test_a_form_that_is_shown_is_in_order(heading: str, form: str, text: str) -> None:
    result = check_text(text, f"example.{'yaml' if form == 'yaml' else 'md'}")
    assert result.kind == KINDS[heading]
    told = [(found.rule, found.span.line) for found in result.findings if found.severity is not Severity.INFO]
    assert told == []


def test_each_kind_is_shown_in_both_forms() -> None:
    assert {(heading, form) for heading, form, _ in SHOWN} == {
        (each, form) for each in KINDS for form in ("markdown", "yaml")
    }
