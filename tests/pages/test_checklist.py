"""The checklist for the case file: every outcome with its mark and word, its head, and what a screen reader needs."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from pathlib import Path

import pytest
from builder import application
from markup import parsed, safe_and_accessible, words

import projektkort
from conftest import ROOT
from desk import GOOD, UNBALANCED, lay
from projektkort.finding import Finding, Outcome, Severity, Standing, Waiver
from projektkort.frozen import replace
from projektkort.pages import Checked, page
from projektkort.pages.checklist import Checklist, checklist
from projektkort.pages.voice import Voice
from projektkort.rules.texts import Catalogue
from projektkort.schema.model import Schema
from projektkort.span import Span
from terminal import projekt

WORDS = Catalogue()
SHA = "ab" * 32
SPAN = Span(3, 1, 3, 2)
SCHEMA = Schema.model_validate(
    {
        "id": "torvepuljen",
        "title": {"da": "Torvepuljens skema"},
        "provenance": {
            "text": "Puljen giver højst 50.000.",
            "url": "https://torv.example/",
            "read": dt.date(2026, 3, 1),
        },
        "valid": {"from": dt.date(2026, 1, 1), "to": dt.date(2026, 12, 31)},
    }
)


def error(rule: str, severity: Severity = Severity.ERROR, waived: Waiver | None = None) -> Finding:
    return Finding(rule, severity, SPAN, waived=waived, values={"costs": Decimal(2), "financing": Decimal(1)})


STANDINGS = (
    Standing("weekday-wrong", Outcome.FOUND, error("weekday-wrong", Severity.WARNING)),
    Standing("line-break-unusual", Outcome.FOUND, error("line-break-unusual", Severity.INFO)),
    Standing("budget-balances", Outcome.FOUND, error("budget-balances")),
    Standing("budget-total", Outcome.WAIVED, error("budget-total", waived=Waiver("Aftalt", "2027-03-01", None))),
    Standing("financing-total", Outcome.WAIVED, error("financing-total", waived=Waiver("Aftalt", None, None))),
    Standing("subtotal-differs", Outcome.UNCHECKED, lacks=("budget-unread", "financing")),
    Standing("parts-differ", Outcome.UNCHECKED, lacks=("budget-unread", "financing")),
    Standing("budget-missing", Outcome.IN_ORDER),
    Standing("financing-missing", Outcome.IN_ORDER),
    Standing("required-section", Outcome.IN_ORDER, section="purpose"),
    Standing("required-section", Outcome.UNCHECKED, section="communication", lacks=("text",)),
)
CHECKED = Checked("nord.md", SHA, dt.date(2026, 11, 22), STANDINGS)


def made(language: str = "da") -> Checklist:
    return checklist(application(), SCHEMA, "Torvepuljens skema", CHECKED, WORDS, Voice(language, "md"))


def test_the_head_says_what_was_checked_against_what_and_when() -> None:
    assert [(fact.label, fact.text) for fact in made().facts] == [
        ("Fil", "nord.md"),
        ("Ansøger", "Nordkvarterets Værksted"),
        ("Skema", "Torvepuljens skema (torvepuljen)"),
        ("Hvor kravene står", "Puljen giver højst 50.000. (https://torv.example/, læst den 1. marts 2026)"),
        ("Skemaet gælder", "fra 1. januar 2026 til og med 31. december 2026"),
        ("Kontrolleret pr.", "22. november 2026"),
        ("Filens kontrolsum (SHA-256)", SHA),
    ]


def test_each_outcome_is_counted_the_gravest_first() -> None:
    assert [count.text for count in made().counts] == [
        "1 skal rettes",
        "1 bør ses på",
        "1 til orientering",
        "3 kunne ikke kontrolleres",
        "2 sat til side",
        "3 i orden",
    ]
    assert "2 undantagna" in [count.text for count in made("sv").counts]


def test_the_subjects_come_in_the_order_of_the_rules() -> None:
    assert [group.heading for group in made().groups] == [
        "Afsnit",
        "Budget og finansiering",
        "Datoer og perioder",
        "Filen",
    ]


def test_the_lines_of_a_subject() -> None:
    books = made().groups[1]
    assert [(row.mark, row.word) for row in books.rows] == [
        ("missing", "skal rettes"),
        ("unchecked", "kunne ikke kontrolleres"),
        ("waived", "sat til side"),
        ("waived", "sat til side"),
        ("in-order", "i orden"),
    ]
    found, unchecked, until, forever, fine = books.rows
    assert (found.what, found.where) == (WORDS.title("budget-balances", "da"), "Under »Ansøger« (linje 3)")
    assert found.text.startswith("Budget og finansiering giver ikke det samme: udgifterne er 2")
    assert unchecked.what == (
        "Ikke alle beløb i budgettet kunne læses. Der er ingen finansiering. Der kunne derfor ikke søges efter dette"
    )
    assert unchecked.list == tuple(WORDS.title(rule, "da") for rule in ("subtotal-differs", "parts-differ"))
    assert until.text.endswith("Begrundelse (til og med 1. marts 2027): Aftalt")
    assert forever.text.endswith("Begrundelse: Aftalt")
    assert (fine.what, len(fine.list)) == ("Søgt efter og ikke fundet", 2)


def test_each_section_is_told_by_the_name_it_has() -> None:
    unread, there = made().groups[0].rows
    assert (there.mark, there.what, there.where) == ("in-order", "Formål", "Linje 9")
    assert (unread.mark, unread.what) == ("unchecked", "Kommunikation")
    assert unread.text == ""


def test_what_stands_in_the_way_of_every_check_is_told_once() -> None:
    assert made().cause == "Ikke alt i filen kunne læses."
    plain = replace(CHECKED, standings=STANDINGS[:-1])
    assert checklist(application(), SCHEMA, "", plain, WORDS, Voice("da", "md")).cause == ""


@pytest.mark.parametrize(("text", "told"), [
    (GOOD.replace("generisk", "generiks"), "Skemaet, som filen nævner, er ukendt, så ingen ved, hvad det kræver."),
    ("", "Not all of the file could be read."),
])  # fmt: skip
def test_a_file_with_one_cause_says_it_once(text: str, told: str, desk: Path) -> None:
    for to in ("md", "html"):
        out = projekt("render", lay("a.md", text), "--template", "checklist", "--to", to).out
        assert out.count(told) == 1
    other = "kunne læses" if "Skemaet" in told else "not known"
    assert other not in out


def test_the_page_tells_marks_in_words_and_heads_its_columns() -> None:
    reading = parsed(application(), template="checklist", schema=SCHEMA, checked=CHECKED)
    safe_and_accessible(reading)
    assert {each.get("scope") for each in reading.of("th")} == {"col", "rowgroup"}
    assert len(reading.of("caption")) == 1
    text = words(reading.text)
    assert "✗ skal rettes" in text and "? kunne ikke kontrolleres" in text and "✓ i orden" in text
    assert "Det, der ikke kunne kontrolleres, er ikke dermed i orden" in text


def test_markdown_keeps_one_line_for_each_row(desk: Path) -> None:
    lay("a.md", UNBALANCED.replace("Redskaber", "Spader | skovle"))
    ran = projekt("render", "a.md", "--template", "checklist", "--as-of", "2026-11-22")
    assert ran.code == 0
    rows = [line for line in ran.out.splitlines() if line.startswith("| ") and "---" not in line]
    assert {line.replace("\\|", "").count("|") for line in rows} == {4}
    assert "- **Kontrolleret pr.:** 22. november 2026\n" in ran.out
    assert "| ✗ skal rettes | Budget og finansiering giver ikke det samme: " in ran.out
    assert "| Under »Finansiering«, linjen »I alt« (linje 14) |" in ran.out


def test_a_file_that_cannot_be_read_has_nothing_in_order(desk: Path) -> None:
    out = projekt("render", lay("a.md", ""), "--template", "checklist").out
    assert "✗" in out and "?" in out and "✓" not in out


@pytest.mark.parametrize("language", ["da", "sv", "nb", "en"])
def test_it_speaks_each_language(language: str) -> None:
    path = ROOT / f"tests/pages/letters/{language}.md"
    out = projekt("render", str(path), "--template", "checklist").out
    assert out.startswith(f"# {Voice(language, 'md').say('check-title')}: ")


def test_the_library_makes_checklists_too(desk: Path) -> None:
    project, result = projektkort.load(lay("a.md")), projektkort.check("a.md")
    text = projektkort.render(project, page="checklist", to="md", result=result)
    whole = projekt("render", "a.md", "--template", "checklist").out
    assert text == "".join(line for line in whole.splitlines(keepends=True) if "Kontrolleret pr." not in line)


def test_without_a_check_there_is_no_checklist() -> None:
    with pytest.raises(ValueError, match="a checklist needs the result of a check"):
        page(application(), [], catalogue=WORDS, template="checklist")


def test_an_own_template_gets_the_same_values(desk: Path) -> None:
    lay("a.md", GOOD)
    lay("tal.md.j2", "{% for count in page.checklist.counts %}{{ count.mark }} {% endfor %}{{ page.letter.state }}")
    assert projekt("render", "a.md", "--template", "tal.md.j2").out == "in-order in-order\n"
