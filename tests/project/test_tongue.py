"""Which language a document is written in, and which schema it follows."""

from __future__ import annotations

import pytest
from project_text import in_yaml, loaded, project


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Sprog: dansk\n\nPurpose: to celebrate\n\nTarget group: all", "da"),
        ("Language: sv-FI\n\nFormål: fest", "sv"),
        ("Språk: nynorsk\n\nFormål: fest", "nb"),
        ("Sprog: xyzzy\n\nPurpose: x\n\nTarget group: y\n\nBackground: z", "en"),
        ("Formål: fest\n\nMålgruppe: alle\n\nTidsplan: uge 13\n\nForankring: os", "da"),
        ("Syfte: fest\n\nMålgrupp: alla\n\nTidplan: v. 13", "sv"),
        ("Formål: fest\n\nFremdriftsplan: uke 13\n\nBudsjett\n\nSøknadssum: 5", "nb"),
        ("Formål: x\n\nBudget: 5", "da"),  # the only language that has both
        ("Purpose: x\n\nBudget: 5", "en"),
        ("Budget: 5", None),
        ("Budget: 5\n\nFinansiering: 5", None),
        ("x", None),
        ("Formål: Vi er en forening, der ikke har nogen penge, og derfor søges der om støtte.", "da"),
        ("Vi är en förening som inte har några pengar och därför söker vi bidrag till det här.", "sv"),
    ],
)
def test_language(text: str, language: str | None) -> None:
    assert project(text).language == language


def test_the_language_of_a_schema_counts_where_it_was_asked_for() -> None:
    text = "Budget: 5.000"
    assert project(text, schema="lokaludvalg").language == "da"
    assert project(f"Skema: lokaludvalg\n\n{text}").language == "da"
    assert project(text).language is None
    assert in_yaml("sprog: sv\nbudget: 5", schema="lokaludvalg").language == "sv"


def test_without_a_language_only_amounts_that_read_alike_count() -> None:
    side = in_yaml("budget: {Tents: 5000, Food: 25.000}").budget
    assert side is not None
    assert [(line.amount, str(line.reading.state)) for line in side.lines] == [(5000, "exact"), (None, "ambiguous")]


@pytest.mark.parametrize(
    ("text", "schema", "by"),
    [
        ("Skema: lokaludvalg\n\nPurpose: x", "lokaludvalg", "document"),
        ("---\nskema: lokaludvalg\n---\nFormål: x", "lokaludvalg", "document"),
        ("Skema: xyzzy\n\nFormål: x", "none", "default"),  # an unknown form demands nothing: that it is unknown is said
        ("Formål: x\n\nAnsøger: y\n\nBudget: 5", "generisk", "match"),
    ],
)
def test_schema(text: str, schema: str, by: str) -> None:
    choice = loaded(text).choice
    assert (choice.schema.id, choice.by) == (schema, by)


def test_the_schema_that_is_asked_for_comes_before_the_document() -> None:
    read = loaded("Skema: lokaludvalg\n\nFormål: x", schema="generisk")
    assert (read.choice.schema.id, read.choice.by) == ("generisk", "option")


def test_a_setting_below_a_heading_is_none() -> None:
    assert project("# Fest\n\nSprog: sv\n\n## Formål\n\nx").language == "sv"
    assert project("# Fest\n\n## Mere\n\nSprog: sv\n").language is None


GOALS = "| Mål | Status |\n|---|---|\n| 1. Sti | {} |\n| 2. Bro | {} |\n"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Dato: 1. november 2026\n\n" + GOALS.format("Opfyldt", "Delvist opfyldt, mangler tag"), "da"),
        ("Dato: 1. november 2026\n\n" + GOALS.format("Oppnådd", "Delvis oppnådd"), "nb"),
        ("Status: x\n\n" + GOALS.format("Uppfyllt", "Delvis uppfyllt (taket saknas)"), "sv"),
        ("mål:\n  - {mål: 1. Sti, status: Opfyldt}\n  - {mål: 2. Bro, status: Ikke igangsat}\n", "da"),
        ("# Fest\nSkema: outline\n\n## Formål\n\nFest", "da"),
        ("# Fest\nSkjema: outline\n\n## Formål\n\nFest", "nb"),
        (
            "# Målopfølgning for Vestby Kulturråd\n\n1.1 Fire koncerter om året på Søtorvet",
            None,
        ),  # not Swedish, at least
        ("Formål: Vi skal til Malmö, og det bliver ikke dyrt, hvis hver gæst af og til tager madpakke med.", "da"),
        ("Møder i Søby, in in in", None),  # small words of English do not speak for letters that it lacks
    ],
)
def test_statuses_keys_and_letters_speak_too(text: str, language: str | None) -> None:
    path = "x.yaml" if text.startswith("mål:") else "x.md"
    assert project(text, path).language == language
