"""The Markdown page, written out; and every figure and date of the source on either page."""

from __future__ import annotations

import re
from decimal import Decimal
from html import unescape
from typing import Any

import pytest
from builder import Draft, Words, application
from hypothesis import given, settings
from hypothesis import strategies as st

from projektkort.finding import Finding, Severity
from projektkort.frozen import replace
from projektkort.locale import LANGUAGES, number
from projektkort.pages import page
from projektkort.pages.cover import tokens
from projektkort.pages.view import build
from projektkort.pages.voice import Voice
from projektkort.project.models import Project
from projektkort.span import Span


def markdown(project: Project, *findings: Finding, **options: Any) -> str:
    return page(project, findings, catalogue=Words(), **options)


def test_the_whole_report() -> None:
    finding = Finding("week-without-year", Severity.WARNING, Span(9, 1, 9, 2))
    assert (
        markdown(application(), finding)
        == """\
# Åben skurvogn på Nordpladsen

**Budget og finansiering stemmer: 21.500 kr. = 21.500 kr.**

Ansøgt beløb 18.500 kr. (86 % af udgifterne) · Samlede udgifter 21.500 kr. · Egne penge 3.000 kr. \
(14 % af finansieringen)

Se nærmere på

- Advarsel, linje 9: week-without-year (da)

- **Projektnavn:** Åben skurvogn på Nordpladsen
- **Ansøger:** Nordkvarterets Værksted
- **Periode:** 1. marts - 30. juni 2027
- **Ansøgt beløb:** 18.500 kr.

## Formål

Naboer, der ellers *ikke* mødes.

Det koster 25*450*2.
12. maj er der fest.

## Forventede resultater

### Kort sigt

- 120 deltagere
- 400 kg ting bruges igen

### Langt sigt

En dag hvert år fra 2028

## Tidsplan

uge 13: planlægning
fest i uge 20

## Naboerne siger

3 af 4 savner et sted at mødes.

## Budget

| Post | Antal | Enhed | Enhedspris | Beløb (kr.) |
| --- | ---: | --- | ---: | ---: |
| Telte og borde |  |  |  | 9.500 |
| Trykning | 300 | stk | 12,50 | 3.750 |
| Forplejning |  |  |  | 8.250 |
| I alt |  |  |  | 21.500 |

## Finansiering

| Kilde | Type | Beløb (kr.) | Andel |
| --- | --- | ---: | ---: |
| Nordkvarterets Lokaludvalg | søgt | 18.500 | 86 % |
| Egne penge | egne penge | 3.000 | 14 % |
| I alt |  | 21.500 |  |

## Bilag

- Tegning af pladsen

## Anden tekst i filen

- Side 1 af 2
"""
    )


def test_the_card() -> None:
    text = markdown(application(), template="card")
    assert text.startswith("# Åben skurvogn på Nordpladsen\n\n**Budget og finansiering stemmer")
    assert text.endswith("- **Ansøgt beløb:** 18.500 kr.\n")
    assert "Kontrollen fandt intet at bemærke." in text


def test_pipes_and_hashes_of_the_user_do_not_break_the_page() -> None:
    draft = Draft()
    section = draft.section("purpose", "Formål #", "# ikke en overskrift\n| ikke | en tabel |")
    budget = draft.side("budget", [draft.line("Telte | borde", "100", "100")])
    text = markdown(draft.project(sections=(section,), budget=budget))
    assert "## Formål \\#\n\n\\# ikke en overskrift\n\\| ikke | en tabel |\n" in text
    assert "| Telte \\| borde | 100 |" in text


def test_what_the_cells_do_not_say_stands_below_the_table() -> None:
    draft = Draft()
    budget = draft.side("budget", [draft.line("Ny hal", "5,5 mio.", "5500000")])
    assert "| Ny hal | 5.500.000 |\n| I alt | 5.500.000 |\n\n- linje 1: Ny hal · 5,5 mio.\n" in markdown(
        draft.project(budget=budget)
    )


def test_long_and_many_lined_answers_are_sections() -> None:
    draft = Draft()
    contact = draft.section("contact", "Kontakt", "Værkstedet\nNordpladsen 1")
    place = draft.section("place", "Sted", "ord " * 60)
    text = markdown(draft.project(sections=(contact, place)))
    assert "## Kontakt\n\nVærkstedet\nNordpladsen 1\n" in text
    assert "## Sted\n" in text


def test_what_the_document_says_of_itself_is_kept() -> None:
    draft = Draft()
    text = markdown(draft.project(sections=(draft.section("schema", "skema", "lokaludvalg"),)))
    assert "## Anden tekst i filen\n\n- skema: lokaludvalg\n" in text


def test_a_title_section_that_says_more_than_the_title_is_kept() -> None:
    draft = Draft()
    section = draft.section("title", "Projektnavn", "Fest på Torvet, 2. udgave")
    project = draft.project(title=section.text.slice(0, 14), sections=(section,))
    assert "- **Projektnavn:** Fest på Torvet, 2. udgave\n" in markdown(project)


def test_of_a_title_of_several_lines_the_first_is_the_heading() -> None:
    draft = Draft()
    section = draft.section("title", "Projektnavn", "Fest på Torvet\n\nog i gaderne")
    text = markdown(draft.project(title=section.text, sections=(section,)))
    assert text.startswith("# Fest på Torvet\n\n**")
    assert "## Projektnavn\n\nFest på Torvet\n\nog i gaderne\n" in text


def test_attachments_are_listed_once() -> None:
    draft = Draft()
    section = draft.section("attachments", "Bilag", "- Tegning\n- Tilbud")
    items = (draft.text("Tegning"), draft.text("Tilbud"))
    text = markdown(draft.project(sections=(section,), attachments=items))
    assert text.count("Tegning") == 1 and text.count("## Bilag") == 1


def schedule(*steps: tuple[str, str], text: str | None = None) -> list[tuple[str, str]]:
    draft = Draft()
    first = draft.section("schedule", "Tidsplan", text or "\n".join(step for step, _ in steps))
    made = [draft.step(step, when) for step, when in steps]
    section = replace(first, place=draft.project().document)
    view = build(draft.project(sections=(section,), schedule=tuple(made)), [], Words(), Voice("da", "md"), None)
    return [(stage.when, stage.what) for stage in view.sections[0].stages]


def test_a_schedule_of_lines_is_told_step_by_step() -> None:
    steps = [("uge 13: plan", "uge 13"), ("derefter fest", ""), ("fest uge 20", "uge 20"), ("uge 23", "uge 23")]
    assert schedule(*steps) == [
        ("uge 13", "plan"),
        ("", "derefter fest"),
        ("uge 20", "fest uge 20"),
        ("uge 23", ""),
    ]


@pytest.mark.parametrize(
    ("steps", "text"),
    [
        ([("uge 13: plan", "uge 13")], None),
        ([("plan", ""), ("fest", "")], None),
        ([("uge 13", "uge 13"), ("uge 20", "uge 20")], "uge 13, uge 20"),
        ([("uge 13", "uge 13"), ("uge 20", "uge 20")], "uge 13 plan\nuge 20 fest"),
    ],
)
def test_a_schedule_in_running_prose_stays_as_typed(steps: list[tuple[str, str]], text: str | None) -> None:
    assert schedule(*steps, text=text) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_units_stand_alone(language: str) -> None:
    own = {"da": ("DKK", "kr."), "sv": ("SEK", "kr"), "nb": ("NOK", "kr"), "en": ("DKK", "DKK")}[language]
    voice = Voice(language, "md")
    assert voice.unit(own[0]) == own[1]
    assert voice.unit("EUR") == "EUR"
    assert voice.unit(None) == ""


AMOUNTS = st.decimals(min_value=0, max_value=10**9, places=2, allow_nan=False, allow_infinity=False)
DATES = st.sampled_from(["12. maj", "1/5 2027", "2027-03-01", "uge 13", "1. marts - 30. juni 2027", "26.04.2027"])
LINES = st.lists(st.tuples(st.sampled_from(["Telte", "3 borde", "Leje | 2027", "#1"]), AMOUNTS), min_size=1, max_size=5)
MARKS = st.sampled_from(["-", "*", "\n", "fest", "#", ">"])
PROSE = st.lists(st.one_of(DATES, AMOUNTS.map(str), MARKS), max_size=8).map(" ".join)


def visible(text: str, to: str) -> str:
    if to == "html":
        return unescape(re.sub(r"<[^>]*>", " ", re.sub(r"(?s)<style>.*?</style>", "", text)))
    return text.replace("\\", "")


@settings(max_examples=60, deadline=None)  # the first page compiles the templates
@given(LINES, LINES, PROSE, DATES, st.sampled_from(["md", "html"]))
def test_every_figure_and_date_stands_on_the_page(costs: Any, income: Any, prose: str, date: str, to: Any) -> None:
    draft = Draft()
    sections = (draft.section("purpose", "Formål", prose), draft.section("period", "Periode", date))
    spent = [draft.line(label, number(Decimal(value), "da"), str(value)) for label, value in costs]
    found = [draft.line(label, f"{value:.2f}", str(value)) for label, value in income]
    budget, financing = draft.side("budget", spent), draft.side("financing", found)
    project = draft.project(
        sections=sections,
        other=(draft.section(None, f"Uge {date}", prose),),
        budget=budget,
        financing=financing,
        unplaced=(draft.text(prose),),
    )
    shown = tokens(visible(page(project, [], catalogue=Words(), to=to), to))
    wanted = {token for token in tokens(draft.lines.text.replace("-", " ")) if token.isdigit()}
    assert wanted - shown == set()
