"""`projekt new SCHEMA --from LAST`: the next report asks only for what is new."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from desk import GOOD, lay
from projektkort import load
from projektkort.period import Period, Precision
from projektkort.writing.follow import next_period
from terminal import projekt

pytestmark = pytest.mark.usefixtures("desk")
REPORT = """\
# Kystbyer i bevægelse
Ansøgning: ../ansoegning.md
Rapport nr.: 3
Periode: 1. januar – 31. marts 2027
Projektansvarlig: Kystrådet

## Delprojekter
### Havnebad
Pælene er sat.
### Stiforløb
Ruten er aftalt.

## Afvigelser
Ingen.

## Økonomi
| Post | Budget | Forbrug |
|---|---:|---:|
| Løn | 120.000 | 80.000 |
| Materialer | 60.000 | 12.500 |
"""
GOALS = """\
titel: Afrapportering af mål i kystplanen 2025–2027
periode: 2025 – 2027
dato: 1. oktober 2026
mål:
  - delmål: 1.1 Rene strande
    mål: 1.1.A To årlige strandrensninger
    opfyldt ved: [Rensning ved havnen, Rensning ved fyret]
    tidspunkt: [12. april 2026, 20. september 2026]
    status: Opfyldt for 2026
"""


def test_the_next_status_report() -> None:
    lay("ansoegning.md")
    lay("rapporter/rapport-3.md", REPORT)
    wanted = ("new", "status-report", "--from", "rapporter/rapport-3.md", "-o", "rapporter/rapport-4.md")
    assert projekt(*wanted) == (0, "", "")
    assert (
        Path("rapporter/rapport-4.md").read_text("utf-8")
        == """\
---
skema: status-report
sprog: da
---

<!-- Skriv efter hvert kolon og under hver overskrift. Det, der står i en kommentar, tæller ikke med. -->

# Kystbyer i bevægelse

Ansøgning: ../ansoegning.md
Forrige: rapport-3.md
Rapport nr.: 4
Periode: 1. april – 30. juni 2027
Projektansvarlig: Kystrådet

## Delprojekter

### Havnebad

#### Rapport 4, 1. april – 30. juni 2027

### Stiforløb

#### Rapport 4, 1. april – 30. juni 2027

## Afvigelser
<!-- kan udelades -->

## Økonomi

| Post | Budget | Forbrug |
|---|---:|---:|
| Løn | 120.000 |  |
| Materialer | 60.000 |  |
"""
    )
    project = load("rapporter/rapport-4.md")
    assert project.application is not None and project.previous is not None
    assert project.report is not None and project.report.number == 4
    assert [each.title.value for each in project.subprojects] == ["Havnebad", "Stiforløb"]


SWEDISH = """\
# Levande bygd – lägesrapport 2

**Projektägare:** Bygdeföreningen, Storgatan 1
**Journalnummer:** 2025-1187
**Rapportperiod:** 2026-01-01 – 2026-06-30

## Läget

### Kaféet
Kaféet är öppet.

## Tidplan

Leden invigs den 22 augusti 2026.
"""


def test_the_next_report_keeps_the_words_of_the_last_one() -> None:
    lay("rapport-2.md", SWEDISH)
    out = projekt("new", "status-report", "--from", "rapport-2.md").out
    for line in (
        "# Levande bygd – lägesrapport 3",
        "Journalnummer: 2025-1187",
        "Projektägare: Bygdeföreningen, Storgatan 1",
        "Rapportperiod: 1 juli – 31 december 2026",
        "## Tidplan",
    ):
        assert f"\n{line}\n" in out
    english = projekt("new", "status-report", "--from", "rapport-2.md", "--lang", "en").out
    assert "\n## Timetable\n" in english and "Tidplan" not in english


@pytest.mark.parametrize(
    ("heading", "title"),
    [
        ("Kystbyer, rapport 3", "Kystbyer, rapport 4"),
        ("Kystbyer – statusrapport", "Kystbyer – statusrapport"),
        ("Kystbyer – statusrapport 3, 1. kvartal 2027", "Kystbyer"),
    ],
)
def test_the_title_tells_the_number_of_the_report_and_nothing_that_is_over(heading: str, title: str) -> None:
    lay("rapport-3.md", REPORT.replace("# Kystbyer i bevægelse", f"# {heading}"))
    assert f"\n# {title}\n" in projekt("new", "status-report", "--from", "rapport-3.md").out


def test_what_was_planned_is_told_by_the_application_where_the_report_does_not() -> None:
    lay("ansoegning.md", GOOD)
    table = "| Post | Forbrug |\n|---|---:|\n| Redskaber | 900 |\n| Konsulent | 100 |\n"
    head = "# Fælles køkkenhave\nAnsøgning: ansoegning.md\nRapport nr.: 1\n\n## Afvigelser\nIngen.\n\n## Økonomi\n"
    lay("rapport-1.md", head + table)
    out = projekt("new", "status-report", "--from", "rapport-1.md").out
    assert "| Redskaber | 2.500 |  |\n| Konsulent |  |  |\n" in out


def test_the_first_report_of_an_application() -> None:
    lay("ansoegning.md", GOOD + "Ansøger: Køkkenhaven\n")
    assert projekt("new", "status-report", "--from", "ansoegning.md", "-o", "rapport-1.yaml").code == 0
    text = Path("rapport-1.yaml").read_text("utf-8")
    for line in (
        "ansøgning: ansoegning.md",
        "rapport nr.: 1",
        "projektperiode: 1. marts - 30. juni 2027",
        "  - {post: Jord og planter, budget: 7.500}",
    ):
        assert f"\n{line}\n" in text
    project = load("rapport-1.yaml")
    assert project.application is not None and project.title is not None
    assert (project.title.value, project.previous) == ("Fælles køkkenhave", None)
    assert project.budget is not None and project.budget.figure == 10000


def test_the_next_report_on_goals_has_the_goals_of_the_plan_and_no_status() -> None:
    lay("maal-2026.yaml", GOALS)
    out = projekt("new", "goal-report", "--from", "maal-2026.yaml").out
    assert "\nForrige: maal-2026.yaml\n" in out
    assert "\nProjektperiode: 2025 – 2027\n" in out
    assert "| 1.1.A | 1.1 Rene strande | To årlige strandrensninger |  |  |  |  |" in out
    assert "Opfyldt for" not in out and "havnen" not in out
    assert "delmål: 1.1 Rene strande" in projekt("new", "goal-report", "--from", "maal-2026.yaml", "--to", "yaml").out


def test_a_report_in_another_language() -> None:
    lay("rapport-3.md", REPORT.replace("Ansøgning: ../ansoegning.md\n", ""))
    out = projekt("new", "status-report", "--from", "rapport-3.md", "--lang", "sv").out
    assert "\nFöregående: rapport-3.md\nLägesrapport nr: 4\nRapporteringsperiod: 1 april – 30 juni 2027\n" in out


def test_without_number_and_period_none_are_made_up() -> None:
    lay("rapport.md", "# Havn\nSkema: status-report\n\n## Delprojekter\n### Havnebad\nPælene er sat.\n")
    out = projekt("new", "status-report", "--from", "rapport.md").out
    assert "\n### Havnebad\n" in out
    assert "Rapport nr" not in out and "####" not in out


WRONG = [
    ("lokaludvalg --from a.md", "--from makes the next report, but “lokaludvalg” asks for no report."),
    ("goal-report --from r.md", "“r.md” is a status-report, and “goal-report” asks for a goal-report."),
    ("status-report --from empty.md", "“empty.md” is no document to go on from."),
    ("status-report --from emty.md", "there is no file or folder “emty.md”. Did you mean “empty.md”?"),
    (
        "status-report --from a.md -o a.md --overwrite",
        "“a.md” is a file that was read; it would be lost. Name another one.",
    ),
    ("lokaludvlg", "there is no schema “lokaludvlg”. Did you mean “lokaludvalg”?"),
    ("lokaludvalg --lang xx", "there is no language “xx”. Known: da, en, nb, sv."),
    ("lokaludvalg -o a.docx", "“a.docx” would be no document: its name ends in .md or .yaml."),
]


@pytest.mark.parametrize(("command", "told"), WRONG, ids=[command for command, _ in WRONG])
def test_a_command_that_cannot_be_followed(command: str, told: str) -> None:
    lay("a.md")
    lay("r.md", REPORT.replace("Ansøgning: ../ansoegning.md\n", ""))
    lay("empty.md", "")
    ran = projekt("new", *command.split())
    assert (ran.code, ran.out, ran.err.splitlines()[-1]) == (2, "", f"projekt: {told}")


@pytest.mark.parametrize(
    ("start", "end", "first", "last"),
    [
        ("2027-01-01", "2027-03-31", "2027-04-01", "2027-06-30"),
        ("2027-02-01", "2027-02-28", "2027-03-01", "2027-03-31"),
        ("2026-07-01", "2026-12-31", "2027-01-01", "2027-06-30"),
        ("2027-01-01", "2027-12-31", "2028-01-01", "2028-12-31"),
        ("2027-12-01", "2028-02-29", "2028-03-01", "2028-05-31"),
        ("2027-01-04", "2027-01-17", "2027-01-18", "2027-01-31"),
        ("2014-04-01", "2014-07-31", "2014-08-01", "2014-11-30"),
    ],
)
def test_the_period_that_follows_is_as_long_and_leaves_no_gap(start: str, end: str, first: str, last: str) -> None:
    days = [dt.date.fromisoformat(day) for day in (start, end, first, last)]
    assert next_period(Period("", Precision.RANGE, days[0], days[1])) == (days[2], days[3])


def test_an_open_period_is_followed_by_none() -> None:
    assert next_period(Period("fra 2027", Precision.ONGOING, dt.date(2027, 1, 1))) is None
