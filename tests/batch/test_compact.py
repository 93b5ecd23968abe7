"""Results as short texts: nothing of them is lost, for any document there is."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from projektkort import check
from projektkort.batch.compact import packed, unpacked
from projektkort.finding import Excerpt, Finding, Note, Result, Severity, SpanEdit, SpanFix, Waiver
from projektkort.frozen import replace
from projektkort.money import Money
from projektkort.span import Span, Where

SPAN = Span(1, 2, 3, 4)
FULL = Finding(
    "budget-balances",
    Severity.WARNING,
    SPAN,
    "exact",
    {
        "costs": Money(Decimal("10.50"), "DKK"),
        "bare": Money(Decimal(-3)),
        "share": Decimal("0.1"),
        "line": SPAN,
        "count": 3,
        "hint": Note("twice", {"line": SPAN, "names": ("a", "b")}),
        "names": ("x", Money(Decimal(1), "SEK"), None),
        "none": None,
    },
    (SPAN, Span(9, 1, 9, 2)),
    (Excerpt(3, "Løn\t25.000", 7),),
    SpanFix(True, (SpanEdit(SPAN, "”"),)),
    Waiver("agreed", "2026-12-31", SPAN),
    Where(0, 2, 5, "B"),
)
RESULT = Result(
    "a.md",
    findings=(FULL, Finding("empty-section", Severity.INFO, SPAN, waived=Waiver("so", None, None))),
    crash="budget-balances",
)


def test_everything_comes_back() -> None:
    assert Result("a.md", **unpacked(packed(RESULT))) == RESULT


def test_a_clean_result_takes_nothing() -> None:
    assert packed(Result("a.md", "00", "generisk", "match", "application", "da")) == ""
    assert unpacked("") == {}


def test_the_results_of_all_examples_come_back(examples: Path) -> None:
    found = 0
    for path in sorted(examples.rglob("*.*")):
        result = check(path)
        again = replace(result, **{"findings": (), "crash": None} | unpacked(packed(result)))
        assert (again.findings, again.crash) == (result.findings, result.crash)
        found += len(result.findings)
    assert found > 50


@pytest.mark.parametrize("text", ["[", "[]", "[[],[],null]", "{}", "3", '[[["x"]],null]', '[["x"],null]'])
def test_what_is_not_ours_is_refused(text: str) -> None:
    with pytest.raises((ValueError, TypeError, LookupError, ArithmeticError)):
        unpacked(text)
