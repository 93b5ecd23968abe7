"""The page of a report on goals: by theme, with the grade of each in a symbol and in words, and how many have which."""

from __future__ import annotations

from decimal import Decimal
from typing import get_args

import pytest
from builder import Words
from markup import parsed, safe_and_accessible, words
from reported import THEME, Desk, goal_report

from projektkort.locale import LANGUAGES
from projektkort.pages import page
from projektkort.pages.grades import SYMBOLS, mark, movement
from projektkort.pages.voice import Voice
from projektkort.project.models import Goal, Project
from projektkort.schema.model import Grade

DANISH = Voice("da", "md")


def followed(**grades: Grade) -> Project:
    """The report after one in which these goals had these grades (`a` is 1.1.A …)."""
    report = goal_report()
    ids = {"a": "1.1.A", "b": "1.1.B", "c": "1.2.A"}
    old = [graded(goal, grades[name]) for name, number in ids.items() for goal in report.goals if goal.id == number]
    return report.model_copy(update={"previous": report.model_copy(update={"goals": tuple(old)})})


def graded(goal: Goal, grade: Grade) -> Goal:
    assert goal.status is not None
    text = Desk().text(grade.replace("_", " "))
    return goal.model_copy(update={"status": goal.status.model_copy(update={"grade": grade, "text": text})})


def test_the_whole_page_as_markdown() -> None:
    assert (
        page(goal_report(), [], catalogue=Words())
        == """\
# Mål i kystplanen 2025–2027

5 mål: 2 opfyldt, 1 forsinket, 1 med en status som ikke kan læses, 1 uden status

Kontrollen fandt intet at bemærke.

## Mål

Målene er vedtaget i 2025.

### 1.1 Rene strande

#### 1.1.A To årlige strandrensninger

**Status:** ✓ Opfyldt for 2026

**Hvad er gjort:**

- Rensning ved havnen
- Rensning ved fyret

**Tidspunkt:**

- 12. april 2026
- 20. september 2026

#### 1.1.B Blåt flag ved 3 strande

**Status:** ✓ Opfyldt

**Ansvarlig:** Havnechefen

### 1.2 Viden

#### 1.2.A Nye skilte

**Status:** ! Forsinket: Lidt bagefter

**Forklaring:** Skiltene kom 4 uger for sent.

**Bemærkninger:**

- Bemærkning: se referat nr. 17

#### 1.2.B En årlig kystdag

**Status:** ? Med en status som ikke kan læses: Så godt som

### Et nyt badehus

**Status:** · Uden status
"""
    )


def test_the_html_page_says_the_same_in_the_same_order() -> None:
    text = words(parsed(goal_report()).text)
    order = ["Afrapportering af mål Mål i kystplanen 2025–2027", "5 mål", "2 opfyldt, 1 forsinket", "Kontrollen fandt"]
    order += ["Målene er vedtaget i 2025.", "1.1 Rene strande", "1.1.A To årlige strandrensninger ✓ Opfyldt for 2026"]
    order += ["Hvad er gjort Rensning ved havnen Rensning ved fyret", "Tidspunkt 12. april 2026 20. september 2026"]
    order += ["1.1.B Blåt flag ved 3 strande ✓ Opfyldt Ansvarlig Havnechefen", "1.2 Viden", "1.2.A Nye skilte"]
    order += ["Forklaring Skiltene kom 4 uger for sent.", "Bemærkninger Bemærkning: se referat nr. 17"]
    order += ["1.2.B En årlig kystdag ? Med en status som ikke kan læses: Så godt som", "Et nyt badehus · Uden status"]
    order += ["Siden er lavet af dokumentets egen tekst."]
    places = [text.rindex(piece) for piece in order]
    assert places == sorted(places)


@pytest.mark.parametrize("template", ["report", "card"])
def test_the_page_is_safe_and_accessible(template: str) -> None:
    safe_and_accessible(parsed(followed(a="partly", b="met", c="expected"), template=template))


def test_the_bar_tells_its_counts_in_words_and_symbols() -> None:
    reading = parsed(goal_report())
    assert "Mål: 2 opfyldt, 1 forsinket, 1 med en status som ikke kan læses, 1 uden status" in words(reading.text)
    assert [(piece["class"], piece["x"], piece["width"]) for piece in reading.of("rect")] == [
        ("met", "0.000%", "40.000%"),
        ("delayed", "40.000%", "20.000%"),
        ("unknown", "60.000%", "20.000%"),
        ("none", "80.000%", "20.000%"),
    ]
    assert "✓ 2 ! 1 ? 1 · 1" in words(reading.text)


def test_a_narrow_piece_of_the_bar_has_its_count_below_only() -> None:
    desk = Desk()
    goals = [desk.goal(str(number), "Et træ", "Opfyldt", "met") for number in range(19)]
    goals.append(desk.goal("20", "En skov", "Ikke opfyldt", "not_met"))
    text = words(parsed(desk.project(kind="goal-report", goals=tuple(goals))).text)
    assert text.count("✗ 1") == 1
    assert text.count("✓ 19") == 2


@pytest.mark.parametrize(
    ("status", "grade", "told"),
    [
        ("Opfyldt", "met", "Opfyldt"),
        ("opfyldt.", "met", "Opfyldt"),
        ("Opfyldt i 2023", "met", "Opfyldt i 2023"),
        ("Gennemført", "met", "Opfyldt: Gennemført"),
        ("Delvist opfyldt (3 af 4)", "partly", "Delvist opfyldt (3 af 4)"),
        ("Snart", None, "Med en status som ikke kan læses: Snart"),
        ("", "met", "Opfyldt"),
    ],
)
def test_the_status_is_told_as_written_where_that_says_more(status: str, grade: Grade | None, told: str) -> None:
    assert mark(Desk().goal("1", "Et mål", status, grade), DANISH).text == told


def test_every_grade_has_a_symbol_and_a_word_in_every_language() -> None:
    assert {*get_args(Grade), "unknown", "none"} == set(SYMBOLS)
    for language in LANGUAGES:
        told = {Voice(language, "md").form(f"grade-{grade}", 2) for grade in SYMBOLS}
        assert len(told) == len(SYMBOLS)


def test_swedish_counts_agree_with_their_number() -> None:
    desk = Desk()
    goals = tuple(desk.goal(None, "Ett mål", "Uppfyllt", grade) for grade in ("met", "met", "partly"))
    text = page(desk.project(kind="goal-report", language="sv", goals=goals), [], catalogue=Words())
    assert "3 mål: 2 uppfyllda, 1 delvis uppfyllt\n" in text


@pytest.mark.parametrize(
    ("before", "now", "kind", "told"),
    [
        ("partly", "met", "up", "frem, før: Delvist opfyldt: partly"),
        ("met", "not_met", "down", "tilbage, før: Opfyldt: met"),
        ("expected", "expected", "same", "uændret"),
        ("dropped", "met", "changed", "ændret, før: Udgået: dropped"),
        ("met", "not_assessed", "changed", "ændret, før: Opfyldt: met"),
    ],
)
def test_a_goal_moves(before: Grade, now: Grade, kind: str, told: str) -> None:
    goal = goal_report().goals[0]
    move = movement(graded(goal, now), graded(goal, before), DANISH)
    assert (move.kind, move.text) == (kind, told)


def test_movements_are_counted_where_the_report_before_is_known() -> None:
    project = followed(a="partly", b="met", c="expected")
    assert "Siden sidste rapport: 1 frem, 1 uændret, 1 tilbage, 2 nyt\n" in page(project, [], catalogue=Words())
    text = words(parsed(project).text)
    assert "↑ frem, før: Delvist opfyldt: partly" in text and "= uændret" in text and "+ nyt" in text
    assert "Siden sidste rapport" not in page(goal_report(), [], catalogue=Words())


def test_what_stands_around_the_goals_stays_in_its_place() -> None:
    desk = Desk()
    part = desk.section(None, "Om tallene", "Talt i uge 40.")
    goals = (desk.goal("1.1", "Et mål", "Opfyldt", "met", theme=THEME),)
    sections = (
        desk.section("deviations", "Afvigelser", "Ingen."),
        desk.section("summary", "Resumé", "Det går godt."),
        desk.section("goals", "Delmål", "", part),
        desk.section("goals", "Mål", ""),
    )
    text = page(desk.project(kind="goal-report", sections=sections, goals=goals), [], catalogue=Words())
    assert [line for line in text.splitlines() if line.startswith("#")] == [
        "# Projekt uden titel",
        *("## Resumé", "## Delmål", "### 1.1 Rene strande", "#### 1.1 Et mål", "### Om tallene", "## Afvigelser"),
    ]


def test_a_page_without_a_goals_heading_gets_one_in_the_language_of_the_page() -> None:
    desk = Desk()
    project = desk.project(kind="goal-report", goals=(desk.goal("1", "Et mål", "Opfyldt", "met"),))
    reading = parsed(project, language="sv")
    assert "Mål 1 Et mål ✓ Uppfyllt: Opfyldt" in words(reading.text)
    assert {"lang": "da"} in reading.of("p")


def test_goals_are_masked_and_escaped() -> None:
    desk = Desk()
    evil = "<i>010180-1233</i>"
    goal = desk.goal(
        evil, evil, evil, theme=("1", evil), measures=(evil,), times=(evil,), explanation=evil, notes=(evil,)
    )
    project = desk.project(kind="goal-report", goals=(goal,))
    reading = parsed(project)
    assert reading.of("i") == []
    for text in (reading.text, page(project, [], catalogue=Words())):
        assert "010180" not in text and "1233" not in text


def test_money_in_a_goal_report_is_told_beside_the_goals() -> None:
    desk = Desk()
    budget = desk.side("budget", [desk.line("Skilte", "4.000", "4000")])
    goals = (desk.goal("1", "Et mål", "Opfyldt", "met"),)
    text = page(desk.project(kind="goal-report", goals=goals, budget=budget), [], catalogue=Words())
    assert "1 mål: 1 opfyldt · Samlede udgifter: 4.000 kr." in text
    assert budget.figure == Decimal(4000) and "finansiering mangler" not in text


def test_goals_without_numbers_move_too() -> None:
    project = followed(a="partly", b="met", c="expected")
    assert project.previous is not None
    old, new = (
        tuple(goal.model_copy(update={"id": None}) for goal in report.goals) for report in (project.previous, project)
    )
    plain = project.model_copy(update={"goals": new, "previous": project.previous.model_copy(update={"goals": old})})
    assert "Siden sidste rapport: 1 frem, 1 uændret, 1 tilbage, 2 nyt\n" in page(plain, [], catalogue=Words())


def test_no_sub_goal_is_made_up_where_none_was_written() -> None:
    report = goal_report()
    goals = tuple(goal.model_copy(update={"theme": None}) for goal in report.goals)
    lines = page(report.model_copy(update={"goals": goals}), [], catalogue=Words()).splitlines()
    heads = [line for line in lines if line.startswith("###")]
    assert len(heads) == len(goals)
    assert heads[0] == "### 1.1.A To årlige strandrensninger"
