"""The pages of outlines and descriptions: paragraphs and lists, and nothing about money that nobody spoke of."""

from __future__ import annotations

import pytest
from builder import Draft, Words, reading_of
from markup import parsed, safe_and_accessible, words

from projektkort.money import Reading, State
from projektkort.pages import page
from projektkort.project.models import AmountInText, Applied, Project
from projektkort.schema.model import Schema, SideSchema


def description(*paragraphs: str) -> Project:
    draft = Draft()
    title = draft.text("Netværk på øerne", "\n\n")
    texts = tuple(draft.text(paragraph, "\n\n") for paragraph in paragraphs)
    return draft.project(kind="description", title=title, unplaced=texts)


def outline(*amounts: Reading) -> Project:
    draft = Draft()
    title = draft.text("En skitse")
    told = (draft.text("Ida fortalte om det."), draft.text("Det begynder i 2027."))
    purpose = draft.section("purpose", "Formål", "Flere øboere mødes.\n- i Nordby\n- på Sønderho")
    after = draft.text("Set og læst 12. maj")
    found = tuple(AmountInText(text=after, reading=reading) for reading in amounts)
    return draft.project(
        kind="outline", title=title, sections=(purpose,), unplaced=(*told, after), amounts_in_text=found
    )


def test_a_description_without_headings_is_read_as_prose() -> None:
    project = description("Øerne har *hver* sit netværk.", "12. maj 2027 mødes de.")
    assert page(project, [], catalogue=Words()) == (
        "# Netværk på øerne\n\nKontrollen fandt intet at bemærke.\n\n"
        "Øerne har *hver* sit netværk.\n\n12. maj 2027 mødes de.\n"
    )
    reading = parsed(project)
    assert len(reading.of("p")) == 5
    assert "Øerne har hver sit netværk. 12. maj 2027 mødes de." in words(reading.text)
    safe_and_accessible(reading)


def test_lines_of_one_paragraph_stay_together() -> None:
    text = page(outline(), [], catalogue=Words())
    assert "Ida fortalte om det.\nDet begynder i 2027.\n\n## Formål\n" in text
    assert "\n- i Nordby\n- på Sønderho\n" in text
    assert "## Anden tekst i filen\n\n- Set og læst 12. maj\n" in text


@pytest.mark.parametrize("project", [description("Tekst."), outline()])
def test_no_verdict_and_no_figures_where_there_is_no_money(project: Project) -> None:
    for text in (page(project, [], catalogue=Words()), parsed(project).text):
        assert "kontrolleres" not in text and "ikke oplyst" not in text


def test_the_verdict_is_told_where_the_form_asks_for_a_budget() -> None:
    schema = Schema(id="a", kind="description", budget=SideSchema(required=True))
    text = page(description("Tekst."), [], catalogue=Words(), schema=schema)
    assert "Kan ikke kontrolleres: budget og finansiering mangler" in text


def test_amounts_in_the_text_are_told_as_mentioned() -> None:
    reading = Reading(State.EXACT, amount=reading_of("5", "400000").amount, approximate=True)
    assert "Nævnt i teksten: Set og læst 12. maj (linje 8)\n" in page(outline(reading), [], catalogue=Words())
    assert "Nævnt" not in page(outline(*[reading] * 4), [], catalogue=Words())


def test_money_that_is_told_stands_on_the_first_screen() -> None:
    draft = Draft()
    lines = [draft.line("Kommunen", "500", "500", type="grant"), draft.line("Egne", "500", "500", type="own")]
    budget = draft.side("budget", [draft.line("Telt", "1.000", "1000")])
    project = draft.project(kind="description", budget=budget, financing=draft.side("financing", lines))
    text = page(project, [], catalogue=Words())
    assert "**Budget og finansiering stemmer: 1.000 kr. = 1.000 kr.**" in text
    assert "Samlede udgifter: 1.000 kr. · Egne penge: 500 kr. (50 % af finansieringen)\n" in text


def test_what_is_applied_for_is_told_in_an_outline_too() -> None:
    draft = Draft()
    text = draft.text("40.000 kr.")
    reading = reading_of("40.000 kr.", "40000")
    applied = Applied(amount=reading.amount, currency="DKK", by="stated", place=text.place, reading=reading)
    page_text = page(draft.project(kind="outline", applied=applied), [], catalogue=Words())
    assert "\nAnsøgt beløb: 40.000 kr.\n" in page_text
