"""The empty form of any schema lacks only what its writer has to say, and is in order once that is said."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from desk import OWN_SCHEMA, lay
from projektkort.engine import check_text, load_schema
from projektkort.finding import Severity
from projektkort.locale import LANGUAGES
from projektkort.schema.labels import Labels
from projektkort.schema.loading import ids
from terminal import projekt

pytestmark = pytest.mark.usefixtures("desk")
FORMS = [(schema, language, form) for schema in ids() for language in LANGUAGES for form in ("md", "yaml")]
MISSING = {"many-sections-missing", "required-section", "empty-section", "budget-missing", "financing-missing"}
DEMANDED = {
    "applicant-number-missing",
    "applied-too-low",
    "attachment-missing",
    "costs-too-low",
    "grant-share-too-high",
    "started-too-early",
    "vat-not-told",
}
"""What a fund demands of figures, days and papers: no sentence and no example of a form can meet that."""
SENTENCE = {
    "da": "Vi mødes og laver noget sammen, som alle har glæde af.",
    "sv": "Vi träffas och gör något tillsammans som alla har nytta av.",
    "nb": "Vi møtes og lager noe sammen som alle har glede av.",
    "en": "We meet and make something together that everyone enjoys.",
}
ANSWERS = {
    "period": "2027-04-01 – 2027-06-30",
    "report_period": "2027-04-01 – 2027-06-30",
    "report_number": "1",
    "date": "2027-07-01",
    "applied": "1000",
}


def form_of(schema: str, language: str, form: str) -> str:
    ran = projekt("new", schema, "--lang", language, "--to", form)
    assert (ran.code, ran.err) == (0, "")
    return ran.out


def filled(text: str, schema: str, language: str, form: str) -> str:
    """The form as somebody fills it in: the examples taken over, an answer wherever nothing stands yet."""
    labels = Labels(load_schema(schema))

    def answer(label: str) -> str:
        match = labels.section(label)
        return ANSWERS.get(match.id if match else "", SENTENCE[language])

    if form == "yaml":
        shown = re.sub(r"^( +)# (?=-  *|  )", r"\1", text, flags=re.MULTILINE)
        empty = re.compile(r"^( *)([^#\s-][^:\n]*\??):\n(?!\n*(?: *#[^\n]*\n)*\1 )", re.MULTILINE)
        return empty.sub(lambda match: f"{match[1]}{match[2]}: {answer(match[2])}\n", shown + "\n")
    shown = re.sub(r"<!-- (\|.*?\||###.*?) -->", r"\1", text, flags=re.DOTALL)
    shown = re.sub(r"^([^\n#<|]+): (?=<!--)", lambda match: f"{match[0]}{answer(match[1])} ", shown, flags=re.MULTILINE)
    return "\n".join(_below_headings(shown.splitlines(), answer)) + "\n"


def _below_headings(lines: list[str], answer: Callable[[str], str]) -> Iterator[str]:
    """The lines with an answer below each heading that has nothing but comments below it."""
    for at, line in enumerate(lines):
        yield line
        if line.startswith("#"):
            below = [each for each in lines[at + 1 :] if each and not each.startswith("<!--")]
            depth = len(line) - len(line.lstrip("#"))
            if not below or 0 < len(below[0]) - len(below[0].lstrip("#")) <= depth:
                yield answer(line.lstrip("# "))


@pytest.mark.parametrize(("schema", "language", "form"), FORMS)
def test_an_empty_form_lacks_only_what_is_to_be_filled_in(schema: str, language: str, form: str) -> None:
    result = check_text(form_of(schema, language, form), f"form.{form}")
    assert (result.schema, result.schema_by, result.language) == (schema, "document", language)
    assert {finding.rule for finding in result.findings} <= MISSING | {"attachment-missing", "vat-not-told"}


@pytest.mark.parametrize(("schema", "language", "form"), FORMS)
def test_a_form_that_was_filled_in_is_in_order(schema: str, language: str, form: str) -> None:
    text = filled(form_of(schema, language, form), schema, language, form)
    found = [
        (finding.rule, finding.span.line)
        for finding in check_text(text, f"form.{form}").findings
        if finding.severity is not Severity.INFO and finding.rule not in DEMANDED
    ]
    assert found == [], text


def test_a_form_says_what_each_part_demands() -> None:
    lay(
        "own.yaml",
        "id: own\nlanguage: da\ntitle: {da: Egen pulje}\ncurrency: DKK\nsections:\n"
        "  - {id: title, required: true}\n"
        "  - {id: purpose, words: {min: 8, max: 40}, characters: {max: 300}, instructions: [Skriv kort.]}\n"
        "limits: {applied_min: 2000, applied_max: 20000, own_share_min: 10 %}\n",
    )
    assert (
        projekt("new", "own.yaml").out
        == """\
---
skema: own.yaml
---

<!-- Skriv efter hvert kolon og under hver overskrift. Det, der står i en kommentar, tæller ikke med. -->
<!-- Budget og finansiering skal give det samme beløb. -->

Projektnavn: <!-- skal udfyldes -->

## Formål
<!-- kan udelades, mindst 8 ord, højst 40 ord, højst 300 tegn -->
<!-- Skriv kort. -->

## Budget
<!-- kan udelades -->
<!-- En linje for hver, fx: -->

| Post | Antal | Enhedspris | Beløb |
|---|---:|---:|---:|
<!-- | Leje af telte | 2 | 500 | 1.000 | -->

## Finansiering
<!-- kan udelades -->
<!-- der kan søges om mindst 2.000 kr. -->
<!-- der kan søges om højst 20.000 kr. -->
<!-- mindst 10 % skal være egne penge -->
<!-- En linje for hver, fx: -->

| Kilde | Beløb |
|---|---:|
<!-- | Nabopuljen (søgt) | 1.000 | -->
"""
    )


def test_a_form_says_beside_each_part_what_else_the_fund_demands() -> None:
    form = projekt("new", "dk-lag").out
    number = "CVR-nummer: <!-- skal udfyldes --> <!-- ansøgerens nummer skal oplyses: CVR-nummer -->"
    assert number in form
    assert "projektet må ikke begynde, før der er søgt" in form.partition("Projektperiode:")[2].partition("\n")[0]
    assert (
        """\
## Bilag
<!-- skal udfyldes -->
<!-- skal følge med: Projektplan -->
<!-- skal følge med: Tilbud -->

## Budget
<!-- skal udfyldes -->
<!-- projektet skal koste mindst 100.000 kr. -->
<!-- der gives ikke penge til: brugt udstyr,"""
        in form
    )
    assert (
        """\
## Finansiering
<!-- skal udfyldes -->
<!-- der kan søges om mindst 50.000 kr. -->
<!-- der kan søges om højst 50 % af de tilskudsberettigede udgifter -->
<!-- det beløb, der søges om, skal gå op i 1.000 kr. -->
"""
        in form
    )


def test_a_form_in_yaml_goes_into_a_file_of_that_name() -> None:
    lay("own.yaml", OWN_SCHEMA)
    assert projekt("new", "own.yaml", "-o", "forms/mine.yaml") == (0, "", "")
    assert Path("forms/mine.yaml").read_text("utf-8").startswith('skema: "../own.yaml"\n# Skriv efter hvert kolon')
    assert check_text(Path("forms/mine.yaml").read_text("utf-8"), "forms/mine.yaml").schema == "egen"


def test_a_file_that_is_there_is_written_over_only_where_that_is_asked() -> None:
    lay("mine.md", "Et udkast.\n")
    said = "projekt: “mine.md” is there already. Name another file, or write --overwrite.\n"
    assert projekt("new", "lokaludvalg", "-o", "mine.md") == (2, "", said)
    assert Path("mine.md").read_text("utf-8") == "Et udkast.\n"
    assert projekt("new", "lokaludvalg", "-o", "mine.md", "--overwrite").code == 0
    assert Path("mine.md").read_text("utf-8").startswith("---\nskema: lokaludvalg\n")
