"""Every word that is written for people to go on with is read again, in all four languages."""

from __future__ import annotations

from pathlib import Path

import pytest

from desk import lay
from projektkort import load
from projektkort.locale import LANGUAGES
from projektkort.schema.labels import Labels
from projektkort.writing.words import PHRASES, key_of
from terminal import projekt

LABELS = Labels()
COLUMNS = {
    "post": "label", "funder": "funder", "quantity": "quantity", "unit-price": "unit_price", "amount": "amount",
    "planned": "amount", "actual": "actual",
}  # fmt: skip
KEYS = ("schema", "language", "application", "previous", "text")
GOALS = ("subgoal", "goal", "measures", "time", "status", "explanation", "responsible")
REPORT = """\
# Kystbyer
Skema: status-report
Sprog: da
Rapport nr.: 3
Periode: 1. januar – 31. marts 2027

## Delprojekter
### Delprojekt 1: Havnebad
Pælene er sat.
### Delprojekt 2: Stiforløb
Ruten er aftalt.

## Økonomi
| Post | Budget | Forbrug |
|---|---:|---:|
| Løn | 120.000 | 80.000 |
"""
PLAN = """\
skema: goal-report
titel: Mål i kystplanen
mål:
  - {delmål: 1.1 Rene strande, mål: 1.1.A En strandrensning hvert år, tidspunkt: 12. april 2026, status: Opfyldt}
  - {delmål: 1.2 Ro, mål: 1.2.A Nye bænke, ansvarlig: Kystrådet, status: Opfyldt}
"""
FORMS = [(language, form) for language in LANGUAGES for form in ("md", "yaml")]


@pytest.mark.parametrize("language", LANGUAGES)
def test_heads_and_keys_are_those_of_the_vocabulary(language: str) -> None:
    assert {name: LABELS.column(PHRASES.say(name, language)) for name in COLUMNS} == COLUMNS
    assert [LABELS.key(PHRASES.say(name, language)) for name in KEYS] == list(KEYS)
    assert [LABELS.goal_column(PHRASES.say(name, language)) for name in GOALS] == list(GOALS)


@pytest.mark.parametrize(("language", "form"), FORMS)
def test_the_next_status_report_is_read_as_what_it_is(language: str, form: str, desk: Path) -> None:
    lay("last.md", REPORT)
    name = f"next.{form}"
    assert projekt("new", "status-report", "--from", "last.md", "--lang", language, "-o", name) == (0, "", "")
    project = load(name)
    assert project.report is not None and project.report.period is not None and project.previous is not None
    period = project.report.period.period
    assert (project.report.number, str(period.start), str(period.end)) == (4, "2027-04-01", "2027-06-30")
    told = [(each.number, each.title.value, [entry.number for entry in each.entries]) for each in project.subprojects]
    assert told == [(1, "Havnebad", [4]), (2, "Stiforløb", [4])]
    assert project.budget is not None and project.budget.figure == 120000
    assert (project.language, project.unplaced[1:]) == (language, ())


@pytest.mark.parametrize(("language", "form"), FORMS)
def test_the_next_report_on_goals_is_read_as_what_it_is(language: str, form: str, desk: Path) -> None:
    lay("last.yaml", PLAN)
    name = f"next.{form}"
    assert projekt("new", "goal-report", "--from", "last.yaml", "--lang", language, "-o", name) == (0, "", "")
    goals = load(name).goals
    assert [(goal.id, goal.subgoal, goal.text.value) for goal in goals] == [
        ("1.1.A", "1.1", "En strandrensning hvert år"),
        ("1.2.A", "1.2", "Nye bænke"),
    ]
    assert [goal.theme.value if goal.theme else None for goal in goals] == ["Rene strande", "Ro"]
    assert [goal.responsible.value if goal.responsible else None for goal in goals] == [None, "Kystrådet"]
    assert [(goal.status, goal.times, goal.measures) for goal in goals] == [(None, (), ()), (None, (), ())]


def test_what_stands_in_brackets_of_a_label_is_left_as_it_is() -> None:
    assert key_of("Budget (EUR)") == "budget (EUR)"
    assert key_of("CVR-nummer") == "cvr-nummer"
