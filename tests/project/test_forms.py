"""Forms laid out as tables: the answer right of its label, below it, or in the same cell; and what is no form."""

from __future__ import annotations

import pytest
from project_text import DANISH, figure, ids, lines, problems, project

RIGHT = "| Projektnavn | Byttedag |\n|---|---|\n| Ansøger | Foreningen Sol |\n| Formål | At mødes |\n"
WIDE = """\
<table><tr><td>Projektnavn<td>Byttedag<tr><td>Ansøger<td>Foreningen Sol
<tr><td colspan=2>Formål<tr><td colspan=2>At mødes</table>
"""
DRAWN = """\
+-------------+------------+
| Projektnavn | Byttedag   |
+-------------+------------+
| Ansøger     | Foreningen |
|             | Sol        |
+-------------+------------+
| Formål      | At mødes   |
+-------------+------------+
"""
ANSWERS = [("title", "Byttedag"), ("applicant", "Foreningen Sol"), ("purpose", "At mødes")]


@pytest.mark.parametrize(
    "text",
    [
        RIGHT,
        RIGHT.replace("|---|---|\n", ""),
        RIGHT.replace("| Projektnavn", "| **Projektnavn:**"),
        "Projektnavn\tByttedag\nAnsøger\tForeningen Sol\nFormål\tAt mødes\n",
        "|  |  |\n|---|---|\n| Projektnavn | Byttedag |\n| Ansøger | Foreningen Sol |\n| Formål | At mødes |\n",
        "| Projektnavn | Byttedag | Ansøger | Foreningen Sol |\n| Formål | At mødes |  |  |\n",
        "| Projektnavn | Ansøger | Formål |\n|---|---|---|\n| Byttedag | Foreningen Sol | At mødes |\n",
        "| Projektnavn | Ansøger |\n| Byttedag | Foreningen Sol |\n| Formål |\n| At mødes |\n",
        "| Projektnavn |\n|---|\n| Byttedag |\n| Ansøger |\n| Foreningen Sol |\n| Formål |\n| At mødes |\n",
        "| Projektnavn<br>Byttedag | Ansøger:<br>Foreningen Sol |\n| Formål<br>At mødes | |\n",
        WIDE,
        DRAWN,
        "Projektnavn\nByttedag\nAnsøger\nForeningen Sol\nFormål\nAt mødes\n",
        "Projektnavn\nByttedag\n\nAnsøger\nForeningen Sol\n\nFormål\n\nAt mødes\n",
    ],
)
def test_answers_of_a_form(text: str) -> None:
    read = project(f"{DANISH}{text}\n")
    said = [(section.id, section.text.value.replace("\n", " ")) for section in read.sections[1:]]
    assert said == ANSWERS
    assert read.title is not None
    assert (read.title.value, [each.label.value for each in read.other]) == ("Byttedag", [])


def test_answers_have_their_places() -> None:
    read = project(DANISH + "| Projektnavn | Ansøger |\n|---|---|\n| Byttedag | Foreningen |\n")
    [_, title, applicant] = read.sections
    assert (title.text.span.line, title.text.span.column, applicant.text.span.column) == (5, 3, 14)
    assert (applicant.label.span.line, applicant.label.span.column) == (3, 17)
    assert read.applicant is not None
    assert read.applicant.name.span.line == 5


def test_labels_that_nobody_knows_are_labels_among_those_of_a_form() -> None:
    beside = project(DANISH + RIGHT + "| Yndlingsret | Suppe |\n")
    assert [(each.label.value, each.text.value) for each in beside.other] == [("Yndlingsret", "Suppe")]
    below = project(DANISH + "| Projektnavn | Ansøger | Yndlingsret |\n| Byttedag | Foreningen | Suppe |\n")
    assert [(each.label.value, each.text.value) for each in below.other] == [("Yndlingsret", "Suppe")]


def test_an_answer_may_go_on_in_the_next_row() -> None:
    read = project(DANISH + RIGHT + "|  | og spise |\n")
    assert ids(read.sections)[-1] == ("purpose", "At mødes\nog spise")
    read = project(DANISH + "| Formål |\n| At mødes |\n| og spise |\n| Målgruppe |\n| Alle |\n")
    assert ids(read.sections)[1:] == [("purpose", "At mødes\nog spise"), ("target_group", "Alle")]


def test_answers_and_labels_need_not_be_equally_many() -> None:
    more = project(DANISH + "| Projektnavn | Ansøger |\n| Byttedag | Sol | og Måne |\n")
    assert ids(more.sections)[1:] == [("title", "Byttedag"), ("applicant", "Sol\nog Måne")]
    fewer = project(DANISH + "| Projektnavn | Ansøger |\n| Byttedag |\n")
    assert ids(fewer.sections)[1:] == [("title", "Byttedag"), ("applicant", "")]


def test_a_question_without_an_answer_stays_a_label() -> None:
    read = project(DANISH + "| Projektnavn | Byttedag |\n| Ansøger |  |\n| Formål | At mødes |\n| Målgruppe |  |\n")
    assert ids(read.sections)[1:] == [
        *(("title", "Byttedag"), ("applicant", ""), ("purpose", "At mødes"), ("target_group", "")),
    ]


def test_amounts_in_a_form() -> None:
    read = project(DANISH + "| Projektnavn | Byttedag |\n| Formål | At mødes |\n| Ansøgt beløb | 25.000 kr. |\n")
    assert read.applied is not None
    assert str(read.applied.amount) == "25000"


@pytest.mark.parametrize(
    "table",
    [
        "| Udgifter | Beløb |\n| Kommunikation | efter aftale |\n| Evaluering | - |\n| Telte | 5.000 |\n",
        "| Kommunikation | 2.000 |\n| Evaluering | efter aftale |\n| Samarbejde | - |\n| Telte | 5.000 |\n",
        "| Aktiviteter | Beløb |\n|---|---|\n| Formidling | 5.000 |\n",
    ],
)
def test_a_budget_is_no_form(table: str) -> None:
    read = project(f"{DANISH}## Budget\n\n{table}")
    assert [section.id for section in read.sections] == ["language", "budget"]
    assert figure(read.budget) in {"5000", None}
    assert [label for label, _ in lines(read.budget)][-1] in {"Telte", "Formidling"}


@pytest.mark.parametrize(
    "table",
    [
        "| Mål | Aktiviteter | Status |\n|---|---|---|\n| To årlige møder | Møde | Opfyldt |\n",
        "| Mål | Status |\n| Mål 1 | Opfyldt |\n| Mål 2 | Delvist |\n",
        "| Aktivitet | Periode | Ansvarlig |\n|---|---|---|\n| Fest | maj 2027 | Anna |\n",
        "| Projektnavn | Ansøger |\n|---|---|\n| Byttedag | Sol |\n| Løb | Måne |\n| Fest | Jord |\n",
        "| Formål |\n| Målgruppe |\n| Tidsplan |\n",
        "Navn<br>og titel | Rolle<br>i projektet\nFormål<br>og mål | Anna\n",
    ],
)
def test_other_tables_are_no_forms(table: str) -> None:
    read = project(f"{DANISH}## Aktiviteter\n\n{table}", schema="generisk")
    assert [section.id for section in read.sections] == ["language", "activities"]
    assert read.sections[1].text.value.split() == table.replace("<br>", " ").split()


def test_a_comment_in_a_form_stays_a_comment() -> None:
    read = project(DANISH + RIGHT.replace("|---|---|\n", "<!-- husk -->\n"))
    assert [text.value for text in read.unplaced] == ["husk"]
    assert ids(read.sections)[1:] == ANSWERS


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("**Tidsplan** maj", ("schedule", "maj")),
        ("__Tidsplan__ maj", ("schedule", "maj")),
        ("<b>Tidsplan</b> maj", ("schedule", "maj")),
        ("Tidsplan – maj", ("schedule", "maj")),
        ("Tidsplan — maj", ("schedule", "maj")),
        ("Tidsplan - maj", ("schedule", "maj")),
        ("Kommunikation – opslag – og avis", ("communication", "opslag – og avis")),
    ],
)
def test_a_known_label_needs_no_colon(text: str, expected: tuple[str, str]) -> None:
    assert ids(project(f"Formål — At feste.\n{text}").sections) == [("purpose", "At feste."), expected]


@pytest.mark.parametrize(
    "text",
    ["**Naboerne** siger hurra", "Naboerne – og deres børn", "følger vores\ntidsplan – maj til juni", "Tidsplan-maj"],
)
def test_other_words_do(text: str) -> None:
    assert ids(project(f"Formål: At feste.\n{text}").sections) == [("purpose", f"At feste.\n{text}")]


def test_a_table_that_heads_funders_is_the_financing() -> None:
    costs = "## Budget\n\n| Post | Beløb |\n|---|---|\n| Telte | 5.000 |\n| I alt | 5.000 |\n"
    funds = "| Finansieringskilde | Beløb |\n|---|---|\n| Kommunen (søgt) | 4.000 |\n| Egne penge | 1.000 |\n"
    for gap in ("\n", ""):
        read = project(f"{DANISH}{costs}{gap}{funds}")
        assert (figure(read.budget), figure(read.financing)) == ("5000", "5000")
        assert lines(read.financing) == [("Kommunen (søgt)", "4000"), ("Egne penge", "1000")]
        assert problems(f"{DANISH}{costs}{gap}{funds}") == []


def test_a_column_of_funders_beside_the_costs_is_not_the_financing() -> None:
    read = project(f"{DANISH}## Budget\n\n| Post | Finansieringskilde | Beløb |\n|---|---|---|\n| Telte | Os | 5 |\n")
    assert (lines(read.budget), read.financing) == ([("Telte", "5")], None)


def test_a_table_ruled_between_all_its_rows_has_no_head_unless_it_names_columns() -> None:
    rule = "+-------+-------+\n"
    body = f"{rule}| Telte | 5.000 |\n{rule}| Borde | 3.000 |\n{rule}"
    assert lines(project(f"{DANISH}## Budget\n\n{body}").budget) == [("Telte", "5000"), ("Borde", "3000")]
    for head in (f"| Post  | Beløb |\n{rule}", "| Ting  | Tal   |\n+=======+=======+\n"):
        ruled = f"{rule}{head}{body.removeprefix(rule)}"
        assert lines(project(f"{DANISH}## Budget\n\n{ruled}").budget) == [("Telte", "5000"), ("Borde", "3000")]


def test_lines_of_a_cell_are_one_label() -> None:
    table = "<table><tr><th>Post<th>Beløb<tr><td><p>Løn</p><p>to folk</p><td>9.500<br>kr.</table>"
    read = project(f"{DANISH}## Budget\n\n{table}")
    assert lines(read.budget) == [("Løn to folk", "9500")]
    assert read.sections[-1].text.value == "Post | Beløb\nLøn to folk | 9.500 kr."


TABLE = (
    "# Dag\n\n## Formål\nNaboer mødes.\n\n{heading}\n\n{rows}\n\n"
    "## Budget\n\nBorde: 12.000\n\n## Finansiering\n\nPuljen (søgt): 12.000\n"
)
THREE = (
    "| Aktivitet | Tidspunkt | Ansvarlig |\n|---|---|---|\n| Planlægning | januar 2027 | Ida |\n"
    "| PR | uge 18 2027 | Per |\n| Evaluering | juni 2027 | Ida |"
)
TWO = (
    "| Hvad | Hvornår |\n|---|---|\n| Planlægning | januar 2027 |\n| PR | uge 18 2027 |\n| Dagen | 29. maj 2027 |\n"
    "| Evaluering | juni 2027 |"
)


@pytest.mark.parametrize("heading", ["## Tidsplan", "**Tidsplan**"])
@pytest.mark.parametrize("rows", [THREE, TWO])
def test_a_schedule_whose_steps_are_called_as_sections_are_is_no_form(heading: str, rows: str) -> None:
    read = project(TABLE.format(heading=heading, rows=rows))
    assert len(read.schedule) == rows.count("2027")
    assert {section.id for section in read.sections} == {"purpose", "schedule", "budget", "financing"}
    assert read.period is None


def test_headings_without_marks_go_on_below_a_form() -> None:
    read = project(
        "Projektnavn:\tCykelsti\nAnsøger:\tLauget\n\nFormål\nFlere skal cykle.\n\nBaggrund\nDer er langt.\n\n"
        "Budget\nGrus: 12.000\n\nFinansiering\nPuljen (søgt): 12.000\n"
    )
    texts = {section.id: section.text.value for section in read.sections}
    assert (texts["purpose"], texts["background"], texts["applicant"]) == (
        "Flere skal cykle.",
        "Der er langt.",
        "Lauget",
    )
    assert read.balances is True


def test_an_answer_that_is_spelt_as_a_label_does_not_undo_a_form() -> None:
    read = project("Sökande:\tLaget\nProjektnamn:\tBastu\n\n## Syfte\nFler badar.\n")
    assert read.title is not None
    assert (read.title.value, read.applicant and read.applicant.name.value) == ("Bastu", "Laget")
