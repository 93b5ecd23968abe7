"""Lines of a budget as people type them are read, or an error says that they are not: none is left out in silence."""

from __future__ import annotations

from decimal import Decimal

import pytest

from projektkort.engine import check_text, load
from projektkort.project.models import Project
from projektkort.source import decode

HEAD = "# Fest\n\nAnsøger: Foreningen\nFormål: At samle naboer.\n\n## Budget\nScene: 1.000 kr.\n"
FOOT = "\nMusik: 5.000 kr.\n\n## Finansiering\nAnsøgt: 16.000 kr.\n"
READ = [
    ("Telt: 10.000 kr. (tilbud fra Telt A/S af 3/10-2026)", "Telt"),
    ("Telt: 10.000 kr. (8.000 + moms 2.000)", "Telt"),
    ("Telt: 10.000 kr. i alt for 2 dage", "Telt"),
    ("Telt: 10.000 kr. Lejes hos Telt A/S.", "Telt"),
    ("Telt: 10.000 kr., tilbud vedlagt", "Telt"),
    ("Telt: 10.000 kr., heraf moms 2.000 kr.", "Telt"),
    ("Telt (10.000 kr.)", "Telt"),
    ("**Telt** 10.000", "Telt"),
    ("*Telt* 10.000", "Telt"),
    ("Telt **10.000**", "Telt"),
    ("Telt, 20 stk. á 500 kr. 10.000 kr.", "Telt"),
    ("Sangere 2 x 5.000 kr. = 10.000 kr.", "Sangere"),
    ("2 telte á 5.000", "2 telte á 5.000"),
]
UNREAD = ["Telt koster 10.000 kr.", "Telt til 10.000 kr.", "Så har vi lejet et telt til 10.000 kr. af naboen"]
TOTALS = [
    "**I alt** 99.000",
    "I alt: 99.000 kr. (inkl. moms 3.000 kr.)",
    "I alt: 99.000, heraf søges 10.000 og egne midler 5.000",
    "Samlede udgifter 99.000 kr.",
    "Samlede projektudgifter: 99.000",
    "Projektets samlede udgifter 99.000",
    "Samlet pris 99.000",
    "Total udgift 99.000",
    "Total (inkl. moms): 99.000",
]


def project(line: str) -> Project:
    return load(decode(f"{HEAD}{line}{FOOT}".encode(), "x.md")).project


def rules(line: str) -> list[tuple[str, int]]:
    return [(finding.rule, finding.span.line) for finding in check_text(f"{HEAD}{line}{FOOT}", "x.md").findings]


@pytest.mark.parametrize(("line", "label"), READ)
def test_an_amount_among_other_words_is_the_lines(line: str, label: str) -> None:
    read = project(line)
    assert read.budget is not None
    assert (read.budget.lines[1].label.value, read.budget.lines[1].amount) == (label, Decimal(10000))
    assert read.balances is True
    assert rules(line) == []


@pytest.mark.parametrize("line", UNREAD)
def test_an_amount_that_belongs_to_no_line_is_an_error_and_nothing_is_summed(line: str) -> None:
    read = project(line)
    assert read.budget is not None
    assert (read.budget.figure, read.balances) == (None, None)
    assert rules(line) == [("line-not-read", 8)]


def test_a_sentence_that_repeats_the_sum_is_no_line() -> None:
    assert rules("Telt: 10.000 kr.\nDet giver tilsammen 11.000 kr. for scene og telt, og resten er musik.") == [
        ("line-not-read", 9)
    ]
    text = HEAD.replace("Scene", "Budgettet er på 16.000 kr.\nScene") + "Telt: 10.000 kr." + FOOT
    assert check_text(text, "x.md").findings == ()


@pytest.mark.parametrize("line", TOTALS)
def test_a_total_is_known_in_all_its_forms(line: str) -> None:
    text = f"{HEAD}Telt: 15.000 kr.\n{line}\n\n## Finansiering\nAnsøgt: 16.000 kr.\n"
    assert [(f.rule, f.span.line) for f in check_text(text, "x.md").findings] == [("budget-total", 9)]


def test_a_product_that_is_not_the_stated_amount_is_told() -> None:
    for line in ("Telt: 7 x 1.000 kr. = 10.000 kr.", "Telt, 7 stk. à 1.000 kr. = 10.000 kr."):
        assert rules(line) == [("quantity-times-price", 8)]


@pytest.mark.parametrize(
    ("table", "found"),
    [
        ("| Post | Pris | Beløb |\n|---|---|---|\n| Telt | 10.000 | 5.000 |", [("column-unknown", 7)] * 2),
        ("| Post | Beløb | Ansøgt beløb |\n|---|---|---|\n| Telt | 16.000 | 9.000 |", []),
        ("| Nr. | Post | Beløb |\n|---|---|---|\n| 1 | Telt | 16.000 |", []),
        (
            "| Post | Antal | Pris | Beløb |\n|---|---|---|---|\n| Løn | 10 timer | 500 | 16.000 |",
            [("quantity-times-price", 9)],
        ),
        (
            "| Gruppe | Post | Beløb |\n|---|---|---|\n| Løn | Telt | 16.000 |\n| I alt | | 99.000 |",
            [("budget-total", 10)],
        ),
        ("| Post | Byen | Egne | I alt |\n|---|---|---|---|\n| Telt | 5.000 | 1.000 | 16.000 |", [("parts-differ", 9)]),
    ],
)
def test_columns(table: str, found: list[tuple[str, int]]) -> None:
    start = HEAD.replace("Scene: 1.000 kr.\n", "")
    text = f"{start}{table}\n\n## Finansiering\nAnsøgt: 16.000 kr.\n"
    assert [(finding.rule, finding.span.line) for finding in check_text(text, "x.md").findings] == found


def test_a_sentence_that_repeats_a_single_line_is_an_error_still() -> None:
    text = HEAD + "Telt koster 10.000 kr.\nMad: 10.000 kr." + FOOT
    assert [(finding.rule, finding.span.line) for finding in check_text(text, "x.md").findings] == [
        ("line-not-read", 8)
    ]
