"""Which lines of a text are labels, and what stands under each."""

from __future__ import annotations

import pytest
from project_text import DANISH, ids, lines, problems, project


@pytest.mark.parametrize(
    "text",
    [
        "**Formål:** At feste.",
        "**Formål**: At feste.",
        "**Formål:**\n\nAt feste.",
        "**Formål**\n\nAt feste.",
        "**Formål:**\nAt feste.",
        "<b>Formål:</b> At feste.",
        "<strong>Formål</strong>\nAt feste.",
        "__Formål:__ At feste.",
        "***Formål:*** At feste.",
        "Formål:\n\nAt feste.",
        "Formål:\nAt feste.",
        "Formål: At feste.",
        "FORMÅL: At feste.",
        "formål : At feste.",
        "Formål\n\nAt feste.",
        "Formål\nAt feste.",
        "- **Formål:** At feste.",
        "- Formål: At feste.",
        "* Formål:\n\nAt feste.",
        "2. Formål: At feste.",
        "2. Formål\n\nAt feste.",
        "# Formål\n\nAt feste.",
        "### Formål\nAt feste.",
        "## **Formål:**\nAt feste.",
        "## 2. Formål ##\n\nAt feste.",
        "Formål\n------\n\nAt feste.",
        "Formål\n======\nAt feste.",
        "Formålet med projektet:\nAt feste.",
        "Projektets formål: At feste.",
        "Formaal: At feste.",
        "| Formål | At feste. |\n| Målgruppe | Alle |",
        "---\nformål: At feste.\n---\n",
    ],
)
def test_a_label_is_known_however_it_is_written(text: str) -> None:
    read = project(f"{text}\n")
    assert ids(read.sections)[0] == ("purpose", "At feste.")
    assert (read.title, read.other, read.unplaced) == (None, (), ())


def test_two_labels_follow_each_other_without_a_blank_line() -> None:
    read = project("Formål: At feste.\nMålgruppe: Alle\nTidsplan: uge 13")
    assert ids(read.sections) == [("purpose", "At feste."), ("target_group", "Alle"), ("schedule", "uge 13")]


def test_text_under_a_label_keeps_paragraphs_items_and_rules() -> None:
    read = project(
        "Aktiviteter: to\n\nFørst:\n- spise\n  - suppe\n2) danse\n\n***\n```\n  kode\n```\n> sagt\n\nSlut.\n\n"
    )
    [section] = read.sections
    assert section.text.value == ("to\n\nFørst:\n- spise\n  - suppe\n2) danse\n\n***\n```\nkode\n```\nsagt\n\nSlut.")
    assert [item.value for item in section.items] == ["spise", "suppe", "danse"]


def test_an_item_goes_on_in_indented_lines() -> None:
    [section] = project("Aktiviteter:\n- spise\n  sammen\n- danse\nSlut.").sections
    assert [item.value for item in section.items] == ["spise sammen", "danse"]


def test_parts_of_a_section_stand_inside_it() -> None:
    text = (
        "**Forventede resultater:** Mange.\n\n**Kort sigt:** Glæde.\n\n**Langt sigt:**\n\nVenskab.\n\n"
        "**Forankring:** Os."
    )
    read = project(text, schema="lokaludvalg")
    assert ids(read.sections) == [("results", "Mange."), ("anchoring", "Os.")]
    assert ids(read.sections[0].parts) == [("short_term", "Glæde."), ("long_term", "Venskab.")]
    assert read.section("long_term") is read.sections[0].parts[1]
    assert read.section("budget") is None
    assert [section.id for section in read.walk()] == ["results", "short_term", "long_term", "anchoring"]


def test_a_part_without_its_section_stands_alone() -> None:
    assert ids(project("Kort sigt: Glæde.").sections) == [("short_term", "Glæde.")]


def test_a_near_miss_is_taken_and_said() -> None:
    text = "Formål: fest\n\nMålgrupppe: Alle"
    assert ids(project(text).sections) == [("purpose", "fest"), ("target_group", "Alle")]
    assert problems(text) == [("near-miss-label", "Målgrupppe")]


def test_a_near_miss_without_any_mark_is_text() -> None:
    text = "Formål: fest\n\nMålgrupppe\n\nAlle"
    assert ids(project(text).sections) == [("purpose", "fest\n\nMålgrupppe\n\nAlle")]
    assert problems(text) == []


def test_a_heading_nobody_knows_opens_a_section_of_its_own() -> None:
    read = project("# Fest\n\n## Formål\n\nAt feste.\n\n## Naboerne siger\n\nHurra.\n\n**Og byen siger:** Ja.")
    assert ids(read.sections) == [("purpose", "At feste.")]
    assert [(section.label.value, section.text.value) for section in read.other] == [
        ("Naboerne siger", "Hurra.\n\n**Og byen siger:** Ja.")
    ]


def test_bold_labels_nobody_knows_stand_beside_bold_labels() -> None:
    read = project("**Formål:** At feste.\n\n**Naboerne siger:** Hurra.")
    assert ids(read.sections) == [("purpose", "At feste.")]
    assert [(section.label.value, section.text.value) for section in read.other] == [("Naboerne siger", "Hurra.")]


def test_an_unknown_heading_below_a_known_one_belongs_to_it() -> None:
    [section] = project("# Formål\n\nAt feste.\n\n## Hvad så\n\nSang.").sections
    assert section.text.value == "At feste.\n\n## Hvad så\n\nSang."


def test_labels_nobody_knows_in_the_head_of_a_form() -> None:
    read = project("Ansøger: Foreningen\nYndlingsret: suppe\nPeriode: 2026\nFormål: At spise.\nHusk: det er vigtigt")
    assert ids(read.sections) == [
        ("applicant", "Foreningen"),
        ("period", "2026"),
        ("purpose", "At spise.\nHusk: det er vigtigt"),
    ]
    assert ids(read.other) == [(None, "suppe")]


def test_text_under_no_label_is_unplaced() -> None:
    read = project("# Fest\n\nKære alle.\n\n- Hej\n\n## Formål\n\nAt feste.")
    assert read.title is not None
    assert (read.title.value, [text.value for text in read.unplaced]) == ("Fest", ["Kære alle.", "- Hej"])


def test_comments_are_unplaced_and_say_nothing() -> None:
    read = project("<!-- Budget: 500 kr. -->\nFormål: At feste.\n<!-- Telte 100 -->\nMere.")
    assert ids(read.sections) == [("purpose", "At feste.\nMere.")]
    assert [text.value for text in read.unplaced] == ["Budget: 500 kr.", "Telte 100"]
    assert read.amounts_in_text == ()


def test_settings_are_plain_first_lines() -> None:
    read = project("Skema: lokaludvalg\nSprog: da\nValuta: EUR\n\nFormål: At feste.")
    assert [section.id for section in read.sections] == ["schema", "language", "currency", "purpose"]
    assert (read.language, read.currency) == ("da", "EUR")


def test_a_setting_below_the_first_section_is_text() -> None:
    read = project("Formål: At feste.\nSprog: på engelsk")
    assert ids(read.sections) == [("purpose", "At feste.\nSprog: på engelsk")]


def test_a_label_given_twice_stands_twice() -> None:
    read = project("Formål: At feste.\n\nMålgruppe: Alle\n\nFormål: At danse.")
    assert [section.id for section in read.sections] == ["purpose", "target_group", "purpose"]


@pytest.mark.parametrize(
    "text",
    [
        "## Formål\n\nAt feste.\n\nMål: tre fester",  # a label in text under a heading
        "**Formål:** At feste.\nTid: kl. 17.30",
        "## Tidsplan\n\nuge 13: Evaluering\nEvaluering: uge 14",  # a step of the schedule
        "## Aktiviteter\n\nProgram\n\nSang",  # a plain line under a heading
    ],
)
def test_a_weak_label_under_a_strong_one_may_be_text(text: str) -> None:
    assert len(project(text).sections) == 1


def test_a_weak_label_that_a_heading_bears_elsewhere_is_text() -> None:
    read = project("Formål: At feste.\nBudget: se nedenfor\n\n## Budget\n\nTelte 500")
    assert lines(read.budget) == [("Telte", "500")]


def test_labels_inside_a_side_are_its_lines() -> None:
    text = "## Budget\n\nAktiviteter: 500\nKommunikation 300\nEvaluering:\n200\nFormidling\n\n100\n"
    read = project(DANISH + text)
    assert lines(read.budget) == [
        ("Aktiviteter", "500"),
        ("Kommunikation", "300"),
        ("Evaluering", "200"),
        ("Formidling", "100"),
    ]
    assert [section.id for section in read.sections] == ["language", "budget"]


def test_labels_behind_a_side_end_it() -> None:
    sides = "Budget:\n\nTelte 500\n\nFinansiering:\n\nFonden 500\n\n"
    text = f"{sides}Evaluering: Vi spørger alle.\n\nKommunikation\n\nOpslag."
    read = project(DANISH + text)
    assert (lines(read.budget), lines(read.financing)) == ([("Telte", "500")], [("Fonden", "500")])
    assert ids(read.sections)[-2:] == [("evaluation", "Vi spørger alle."), ("communication", "Opslag.")]


def test_bold_lines_inside_a_side() -> None:
    text = "**Budget:**\n\n**Transport**\n\nBus 500\n\n**Aktiviteter:** 300\n\n**I alt:** 800\n\n**Evaluering:** Ja"
    read = project(DANISH + text)
    assert lines(read.budget) == [("Bus", "500"), ("Aktiviteter", "300")]
    assert ids(read.sections)[-1] == ("evaluation", "Ja")


def test_the_applied_amount_beside_a_budget_is_no_line_of_it() -> None:
    read = project(f"{DANISH}Budget:\n\nTelte: 500 kr.\n\nAnsøgt beløb: 400 kr.\n")
    assert lines(read.budget) == [("Telte", "500")]
    assert read.applied is not None
    assert read.applied.amount == 400


def test_a_table_of_labels_and_answers_is_a_form() -> None:
    read = project("| Ansøger | Foreningen |\n| Formål | At feste |\n| Yndlingsret | suppe |\n")
    assert ids(read.sections) == [("applicant", "Foreningen"), ("purpose", "At feste")]
    assert [(section.label.value, section.text.value) for section in read.other] == [("Yndlingsret", "suppe")]


def test_a_label_at_the_end_of_a_side_opens_a_section_even_when_nothing_follows() -> None:
    read = project(f"{DANISH}Budget:\n\nTelte 500\n\nEvaluering:\n\n# Slut\n")
    assert ids(read.sections)[-1] == ("evaluation", "")
    assert [section.label.value for section in read.other] == ["Slut"]


@pytest.mark.parametrize(
    ("heading", "title"),
    [
        ("Ansøgning om legeplads på Torvet", "Ansøgning om legeplads på Torvet"),
        ("Afsættelse af areal til haver", "Afsættelse af areal til haver"),
        ("Ansøgning om tilskud fra puljen", None),
        ("Ansøgningsskema", None),
    ],
)
def test_a_heading_is_the_name_of_the_form_only_where_it_speaks_of_its_money(heading: str, title: str | None) -> None:
    read = project(f"Sprog: da\n\n# {heading}\n\n## Formål\n\nNaboer mødes.\n")
    assert (read.title.value if read.title else None) == title


@pytest.mark.parametrize(
    ("text", "fields", "unplaced"),
    [
        ("Periode: 2026\n\nVi flyttede et kursus til marts 2027.", {"period": "2026"}, 1),
        ("Dato:\n1. maj 2026\n\n7\n\nFormål: fest", {"date": "1. maj 2026", "purpose": "fest"}, 1),
        ("Dato:\n\n1. maj 2026\n\n7", {"date": "1. maj 2026"}, 1),
        ("**Ansøger:** Foreningen\nNygade 1\n\nSe også bagsiden", {"applicant": "Foreningen\nNygade 1"}, 1),
        ("Dato: 1. maj 2026\n| a | b |\n|---|---|\n| c | d |", {"date": "1. maj 2026"}, 3),
        ("Rapportperiode: forår 2026\n\nAlt går godt.", {"report_period": "forår 2026"}, 1),
    ],
)
def test_the_answer_to_a_label_of_the_head_is_one_paragraph(text: str, fields: dict[str, str], unplaced: int) -> None:
    read = project(f"{DANISH}{text}\n")
    assert {section.id: section.text.value for section in read.sections if section.id != "language"} == fields
    assert len(read.unplaced) == unplaced


def test_what_follows_such_an_answer_stands_under_the_heading_around_it() -> None:
    read = project("# Fest\n\n## Formål\n\nPeriode: 2026\n\nAt feste.")
    assert ids(read.sections) == [("purpose", "At feste."), ("period", "2026")]


@pytest.mark.parametrize(
    "text",
    [
        "**Kontaktperson:** Formanden tager gerne imod opkald om aftenen.\n\nHun svarer også på breve.",
        "## Periode\n\n2026\n\nVi begynder om foråret.",
        "**Periode:**\n\nStart: 1. maj 2026\n\nSlut: 2. juni 2026",
    ],
)
def test_an_answer_that_tells_may_go_on(text: str) -> None:
    read = project(f"{DANISH}{text}\n")
    assert read.unplaced == ()
    assert len(read.sections) == 2


@pytest.mark.parametrize(
    ("text", "title", "unplaced"),
    [
        ("Projektskitse: Fælleshus i Byen\n\nFormål\nEt sted.", "Fælleshus i Byen", ["Projektskitse:"]),
        ("# Projektskiss: Cykelväg\n\n## Syfte\n\nCykla.", "Cykelväg", ["Projektskiss:"]),
        ("Prosjektbeskrivelse: Tur\n\nVi går tur.", "Tur", ["Prosjektbeskrivelse:", "Vi går tur."]),
        ("PROJECT OUTLINE\n\nNight Harbour\n\nPurpose\nLight.", "Night Harbour", ["PROJECT OUTLINE"]),
        ("# Afrapportering 2026\nDato: 1. maj 2026\n\n## Formål\n\nFest", "Afrapportering 2026", []),
        ("Sprog: da\n\n# Handlingsplan 2026\n\n## Formål\n\nFest", "Handlingsplan 2026", []),
        ("# Søknad om støtte til kyststi\nSøker: Vel\n\n## Formål\n\nTur", "Søknad om støtte til kyststi", []),
        ("Ansøgning: Legeplads på Torvet\n\nFormål: leg", "Legeplads på Torvet", ["Ansøgning:"]),
    ],
)
def test_the_title_behind_below_or_instead_of_what_the_document_is(text: str, title: str, unplaced: list[str]) -> None:
    read = project(text)
    assert (read.title and read.title.value, [each.value for each in read.unplaced]) == (title, unplaced)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("# Handlingsplan 2026\n\nMaj: vi begynder\n\n## Formål\n\nFest", "schedule"),
        ("# Tidsplan\n\n## Uge 1\n\nFest\n\n## Uge 2\n\nFest", "schedule"),
        ("# Tidsplan\n\n# Formål\n\nFest", "schedule"),
        ("Projektbeskrivelse: Vi holder fest.\n\nFormål: leg", "summary"),
        ("Projektbeskrivelse: Fest\n\nTitel: Sommerfest\n\nFormål: leg", "summary"),
        ("PROJEKTSKITSE\n\nFormål\n\nFest", "purpose"),
    ],
)
def test_a_first_label_that_is_answered_is_no_title(text: str, wanted: str) -> None:
    assert project(text).sections[0].id == wanted
