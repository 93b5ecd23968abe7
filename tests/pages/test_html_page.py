"""The HTML page: what stands on it, and what a browser, a reader of screens and a printer need of it."""

from __future__ import annotations

import re

import pytest
from builder import Draft, Words, application
from markup import html, parsed, safe_and_accessible, words

from projektkort.finding import Finding, Severity, Waiver
from projektkort.pages import page
from projektkort.schema.model import Schema
from projektkort.span import Span

ERROR = Finding("required-section", Severity.ERROR, Span(13, 1, 13, 2))
WARNING = Finding("week-without-year", Severity.WARNING, Span(9, 1, 9, 2))


def test_the_first_screen() -> None:
    text = words(parsed(application(), WARNING, ERROR).text)
    order = [
        "Gå til teksten",
        "Projektnavn Åben skurvogn på Nordpladsen Nordkvarterets Værksted",
        "Ansøgt beløb 18.500 kr. 86 % af udgifterne",
        "Samlede udgifter 21.500 kr.",
        "Egne penge 3.000 kr. 14 % af finansieringen",
        "Budget og finansiering stemmer: 21.500 kr. = 21.500 kr.",
        "Nordkvarterets Lokaludvalg 86 %",
        "Se nærmere på",
        "Fejl, linje 13: required-section (da)",
        "Advarsel, linje 9: week-without-year (da)",
        "Formål",
    ]
    places = [text.rindex(piece) for piece in order]
    assert places == sorted(places)


def test_all_parts_stand_on_the_report_in_order() -> None:
    text = words(parsed(application()).text)
    order = ["Periode", "1. marts - 30. juni 2027", "Formål", "Forventede resultater", "Kort sigt", "Langt sigt"]
    order += ["Tidsplan", "uge 13 planlægning", "uge 20 fest i uge 20", "Naboerne siger", "Hvad projektet koster"]
    order += ["Hvem der betaler", "Bilag", "Tegning af pladsen", "Anden tekst i filen", "Side 1 af 2"]
    order += ["Siden er lavet af ansøgerens egen tekst."]
    places = [text.rindex(piece) for piece in order]
    assert places == sorted(places)
    assert "-----" not in text


def test_findings_that_nobody_must_look_at_stay_away() -> None:
    info = Finding("note", Severity.INFO, Span(1, 1, 1, 2))
    waived = Finding("set-aside", Severity.ERROR, Span(1, 1, 1, 2), waived=Waiver("aftalt", None, None))
    text = parsed(application(), info, waived).text
    assert "Kontrollen fandt intet at bemærke." in text
    assert "note (da)" not in text and "set-aside" not in text


def test_the_card_is_the_first_screen_only() -> None:
    text = words(parsed(application(), template="card").text)
    assert "Budget og finansiering stemmer" in text and "Periode 1. marts - 30. juni 2027" in text
    assert "Formål" not in text and "Hvad projektet koster" not in text


@pytest.mark.parametrize("template", ["report", "card"])
def test_a_safe_and_accessible_document(template: str) -> None:
    reading = parsed(application(), ERROR, template=template)
    safe_and_accessible(reading)


def test_tables_are_told_to_those_who_do_not_see_them() -> None:
    reading = parsed(application())
    assert len(reading.of("table")) == len(reading.of("caption")) == 2
    assert {attributes.get("scope") for attributes in reading.of("th")} == {"col", "row"}
    regions = [attributes for attributes in reading.of("div") if attributes.get("role") == "region"]
    assert [region["tabindex"] for region in regions] == ["0", "0"]


def test_the_bar_has_its_text() -> None:
    reading = parsed(application())
    assert [(piece["x"], piece["width"]) for piece in reading.of("rect")] == [("0.000", "86.047"), ("86.047", "13.953")]
    assert "Hvem betaler: Nordkvarterets Lokaludvalg 86\u00a0%, Egne penge 14\u00a0%" in reading.text


def test_figures_do_not_break_and_have_a_real_minus() -> None:
    draft = Draft()
    line, other = draft.line("Telte", "21 500", "21500"), draft.line("Rabat", "-1000", "-1000")
    project = draft.project(language="sv", currency="SEK", budget=draft.side("budget", [line, other], currency="SEK"))
    text = parsed(project).text
    assert "21\u00a0500" in text and "\u22121\u00a0000" in text and "Belopp (kr)" in text
    draft = Draft()
    budget = draft.side("budget", [draft.line("Telte", "5", "5"), draft.line("Rabat", "-1.000", "-1000")])
    assert "\u22121.000" in parsed(draft.project(budget=budget)).text


def test_what_the_user_wrote_is_escaped_everywhere() -> None:
    draft = Draft()
    evil = '<img src=x onerror="a()">&"'
    section = draft.section("purpose", evil, evil, draft.section(None, evil, evil))
    fact = draft.section("contact", evil, evil)
    line = draft.line(evil, evil, None, category=evil, unit=evil)
    step = draft.step(f"uge 13 {evil}", "uge 13")
    project = draft.project(
        title=draft.text(evil),
        sections=(section, fact, draft.section("schedule", evil, step.text.value)),
        other=(draft.section(None, evil, evil),),
        schedule=(step,),
        budget=draft.side("budget", [line]),
        attachments=(draft.text(evil),),
        unplaced=(draft.text(evil),),
    )
    reading = parsed(project)
    assert reading.of("img") == []
    assert reading.text.count("onerror=") >= 14


def test_personal_numbers_are_masked_on_the_whole_page() -> None:
    draft = Draft()
    number = "010180-1233"
    section = draft.section("purpose", f"Om {number}", f"Kasserer {number}", draft.section(None, number, number))
    project = draft.project(
        title=draft.text(f"Hjælp {number}"),
        sections=(section, draft.section("contact", number, number)),
        other=(draft.section(None, number, number),),
        attachments=(draft.text(number),),
        unplaced=(draft.text(number),),
    )
    for to in ("md", "html"):
        text = page(project, [], catalogue=Words(), to=to)
        assert "010180" not in text and "1233" not in text
        assert "Kasserer" in text


def test_the_same_project_gives_the_same_bytes() -> None:
    assert html(application(), ERROR) == html(application(), ERROR)


def test_an_empty_project_has_a_page_that_makes_nothing_up() -> None:
    text = words(parsed(Draft().project(language=None)).text)
    assert "Untitled project" in text
    assert "Cannot be checked: budget and financing are missing" in text
    assert not re.search(r"\d", text)


def test_a_page_in_another_language_marks_the_text_of_the_document() -> None:
    reading = parsed(application(), language="en")
    assert reading.of("html") == [{"lang": "en"}]
    assert reading.of("h1") == [{"lang": "da"}]
    assert "Budget and financing agree: DKK\u00a021,500 = DKK\u00a021,500" in reading.text
    assert "What the project costs" in reading.text
    assert "lang" not in parsed(application()).of("h1")[0]


def test_the_form_is_named_in_the_language_of_the_page() -> None:
    schema = Schema(id="pulje", title={"da": "Ansøgning om puljemidler", "en": "Application"})
    assert "Skema: Ansøgning om puljemidler." in parsed(application(), schema=schema).text
    assert "Form: Application." in parsed(application(), schema=schema, language="en").text
    assert "Skema: pulje." in parsed(application(), schema=Schema(id="pulje")).text
    assert "Blankett: Application" not in parsed(application(), schema=schema, language="sv").text


def test_a_doubtful_amount_is_said_in_words_and_its_line_as_written() -> None:
    draft = Draft()
    wrong, scaled = draft.line("Telte", "25.00.000", None), draft.line("Ny hal", "5,5 mio.", "5500000")
    budget = draft.side("budget", [wrong, scaled])
    reading = parsed(draft.project(budget=budget))
    text = words(reading.text)
    assert "25.00.000 (kan ikke læses)" in text
    assert "Som skrevet: Ny hal · 5,5 mio." in text
    assert "Summen kan ikke beregnes: se linje 1" in text
    assert {"class": "line doubtful"} in reading.of("tr")
