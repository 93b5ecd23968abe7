"""What `inspect` shows of goals and reports, as JSON and as lines, and when two documents say the same."""

from __future__ import annotations

from typing import Any

import pytest
from reported import Desk, goal_report, status_report

from projektkort.engine import Request, load
from projektkort.pages.inspection import Inspected, as_data, as_lines, essence
from projektkort.project.models import Project
from projektkort.source import decode

PLACE = {"line", "span"}


def data(project: Project) -> dict[str, Any]:
    told: dict[str, Any] = as_data(Inspected("a.md", project, "x", "match"))["project"]
    return told


def without(place: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in place.items() if key not in PLACE}


def test_a_goal_as_data() -> None:
    first, _, third, unknown, bare = data(goal_report())["goals"]
    assert without(first) | {"status": without(first["status"])} == {
        "id": "1.1.A",
        "subgoal": "1.1",
        "theme": "Rene strande",
        "text": "To årlige strandrensninger",
        "measures": ["Rensning ved havnen", "Rensning ved fyret"],
        "dates": ["12. april 2026", "20. september 2026"],
        "times": ["12. april 2026", "20. september 2026"],
        "status": {"text": "Opfyldt for 2026", "grade": "met", "scope": None},
        "explanation": None,
        "responsible": None,
        "notes": [],
    }
    assert (third["explanation"], third["notes"]) == (
        "Skiltene kom 4 uger for sent.",
        ["Bemærkning: se referat nr. 17"],
    )
    assert (unknown["status"]["text"], unknown["status"]["grade"]) == ("Så godt som", None)
    assert (bare["id"], bare["subgoal"], bare["theme"], bare["status"]) == (None, None, None, None)
    assert all(goal["line"] == goal["span"]["line"] for goal in (first, third, unknown, bare))


def test_a_status_report_as_data() -> None:
    told = data(status_report())
    report = told["report"]
    assert (report["number"], without(report["period"])) == (
        3,
        {"start": "2027-01-01", "end": "2027-03-31", "precision": "range", "text": "1. januar – 31. marts 2027"},
    )
    assert [(each["title"], each["number"], len(each["entries"])) for each in told["subprojects"]] == [
        ("Havnebad", 1, 3),
        ("Stiforløb", None, 2),
        ("Sauna", None, 1),
    ]
    entry = told["subprojects"][0]["entries"][2]
    assert (entry["number"], entry["text"]) == (3, "Tre firmaer bød på opgaven, og det billigste er valgt.")
    assert entry["period"] == without(report["period"])
    assert [(section["id"], section["text"]) for section in entry["sections"]] == [("deviations", "Isen lå til uge 9.")]
    assert set(entry) > PLACE and set(entry["sections"][0]) > PLACE and set(told["subprojects"][0]) > PLACE
    assert told["subprojects"][2]["entries"][0]["period"] is None


def test_a_report_may_lack_number_and_period() -> None:
    desk = Desk()
    assert without(data(desk.project(kind="status-report", report=desk.report(2, None)))["report"]) == {
        "number": 2,
        "period": None,
    }


def test_personal_numbers_are_masked() -> None:
    desk = Desk()
    secret = "Ring til 010180-1233"
    goal = desk.goal(secret, secret, secret, theme=(secret, secret), measures=(secret,), notes=(secret,))
    entry = desk.entry(1, None, secret, sections=(desk.section(None, secret, secret),))
    project = desk.project(goals=(goal,), subprojects=(desk.subproject(secret, entry),))
    read = Inspected("a.md", project, "x", "match")
    assert "010180" not in str(as_data(read)) + as_lines(read)


def test_goals_as_lines() -> None:
    assert as_lines(Inspected("a.md", goal_report(), "m", "match")) == (
        """\
a.md: goal-report, m (match), da
    1  title  Mål i kystplanen 2025–2027
    2  goals  Mål: Målene er vedtaget i 2025.
    4  goal   1.1.A = met: To årlige strandrensninger
   11  goal   1.1.B = met: Blåt flag ved 3 strande
   15  goal   1.2.A = delayed: Nye skilte
   20  goal   1.2.B = ?: En årlig kystdag
   23  goal   ? = -: Et nyt badehus
"""
    )


def test_a_status_report_as_lines() -> None:
    lines = as_lines(Inspected("a.md", status_report(), "s", "match")).splitlines()
    told = [line[7:] for line in lines if "report " in line or "subproject" in line]
    assert told == [
        "report                       3, 1. januar – 31. marts 2027",
        "subproject.entry.deviations  Afvigelser: Isen lå til uge 9.",
        "subproject.entry             1, 1. juli – 30. september 2026: Tegninger er lavet. 14 nab…",
        "subproject.entry             2, 1. oktober – 31. december 2026: Udbud er sendt den 5. no…",
        "subproject.entry             3, 1. januar – 31. marts 2027: Tre firmaer bød på opgaven, …",
        "subproject                   Havnebad",
        "subproject.entry             1, 1. juli – 30. september 2026: Ruten er gået.",
        "subproject.entry             2, 1. oktober – 31. december 2026: 40 m grus.",
        "subproject                   Stiforløb",
        "subproject.entry             Et nyt ønske fra 25 vinterbadere.",
        "subproject                   Sauna",
    ]


MARKDOWN = """\
# Kystbad
Skema: none
Ansøger: Badelauget
Periode: 1. marts – 30. juni 2027

## Formål
Flere bader
hele året.

- om vinteren
- om natten

## Budget
| Post | Beløb |
|---|---|
| Trapper | 9.000 |
| I alt | 9.000 |
"""
YAML = """\
skema: none
titel: Kystbad
ansøger: Badelauget
periode: 1. marts – 30. juni 2027
formål: |
  Flere bader hele året.
  * om vinteren
  * om natten
budget:
  - {post: Trapper, beløb: 9.000}
  - {post: I alt, beløb: 9.000}
"""


def said(text: str, name: str) -> dict[str, Any]:
    loaded = load(decode(text.encode(), name), Request())
    return essence(as_data(Inspected(name, loaded.project, loaded.choice.schema.id, loaded.choice.by)))


def test_two_forms_of_one_document_say_the_same() -> None:
    first, second = said(MARKDOWN, "a.md"), said(YAML, "b.yaml")
    assert first == second
    assert [section["label"] for section in first["project"]["sections"]] == ["ansoger", "periode", "formal"]
    assert "'span'" not in str(first)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Kystbad", "Havbad"),
        ("Badelauget", "Badelavet"),
        ("1. marts", "2. marts"),
        ("hele året", "hele natten"),
        ("om natten", "om dagen"),
        ("Formål", "Baggrund"),
        ("Trapper", "trapper"),
        ("9.000", "9.001"),
        ("9.000", "snart"),
        ("## Budget", "Et nyt bad\n\n## Budget"),
    ],
)
def test_what_is_said_otherwise_is_not_the_same(old: str, new: str) -> None:
    assert said(MARKDOWN.replace(old, new), "a.md") != said(MARKDOWN, "a.md")


def test_sections_that_hold_only_what_is_typed_are_left_out() -> None:
    whole = as_data(Inspected("a.md", status_report(), "s", "match"))
    kept = [section["id"] for section in essence(whole)["project"]["sections"]]
    assert kept == ["period", "risks", "deviations"]
    desk = Desk()
    sections = (desk.section("goals", "Mål", ""), desk.section("situation", "Status", ""), desk.section("x", "X", ""))
    bare = essence(as_data(Inspected("a.md", desk.project(sections=sections), "s", "match")))
    assert [section["id"] for section in bare["project"]["sections"]] == ["goals", "situation", "x"]
    intro = essence(as_data(Inspected("a.md", goal_report(), "s", "match")))
    assert [section["text"] for section in intro["project"]["sections"]] == ["Målene er vedtaget i 2025."]
