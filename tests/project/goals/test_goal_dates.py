"""The dates of goals, and the year of those that tell none."""

from __future__ import annotations

import datetime as dt

import pytest
from goal_text import dates, goals, measures, report, table, times


def told(cell: str, measure: str = "") -> list[str]:
    rows = table("Mål; Opfyldt ved; Tidspunkt; Status", f"1.1 Vand; {measure}; {cell}; Opfyldt")
    return dates(goals(f"Periode: 2025 – 2027\n\n{rows}")[0])


@pytest.mark.parametrize(
    ("cell", "days"),
    [
        ("23 februar 2026", ["2026-02-23"]),
        ("28. februar og 23. juni 2026", ["2026-02-28", "2026-06-23"]),
        ("September/oktober 2026", ["2026-09-01", "2026-10-01"]),
        ("Vi mødtes i 2026: 9. januar 27. januar 23 februar", ["2026-01-09", "2026-01-27", "2026-02-23"]),
        ("9. januar og senere i 2026", ["2026-01-09"]),
        ("9. januar", ["9. januar"]),
        ("2026", ["2026-01-01"]),
        ("Efteråret 2026", ["2026-09-01"]),
        ("Møder 3/3, 4/5 og 6/9", ["3/3", "4/5", "6/9"]),
        ("1/2 og 1/3 2026", ["2026-02-01", "2026-03-01"]),
        ("Møde 1/2 om skat, møde 1/3 om moms", ["1/2", "1/3"]),
        ("Fra 1/2 til 1/3 af holdene", []),
        ("3/4 af 1/2, 1/3 af resten", []),
        ("Løbende", []),
        ("Ukendt", []),
        ("Møde 2. maj, referat i sag 2025.114, svar 4. juni 2026", ["2026-05-02", "2026-06-04"]),
    ],
)
def test_dates_of_a_cell(cell: str, days: list[str]) -> None:
    assert told(cell) == days


def test_the_nearest_year_counts_and_the_one_before_first() -> None:
    assert told("2025: 9. maj. Siden 12. juni i 2026") == ["2025-05-09", "2026-06-12"]


def test_dates_of_the_measures_come_behind_those_of_the_times() -> None:
    assert told("Maj 2026", "Møde 3. april 2026") == ["2026-05-01", "2026-04-03"]


def test_lines_of_a_cell_are_measures_and_times_without_their_bullets() -> None:
    goal = goals(
        "| Mål | Opfyldt ved | Tidspunkt | Status |\n|---|---|---|---|\n"
        "| 1.1 | - Havnen<br>- Fyret<br><br>1. møde | • 12. april<br>3. maj 2026 | Opfyldt |\n"
    )[0]
    assert measures(goal) == ["Havnen", "Fyret", "1. møde"]
    assert times(goal) == ["12. april", "3. maj 2026"]
    assert dates(goal) == ["2026-04-12", "2026-05-03"]
    assert [date.place.text for date in goal.dates] == ["12. april", "3. maj 2026"]


TABLE = table("Mål; Tidspunkt; Status", "1.1 Vand; 12. april; Opfyldt")


@pytest.mark.parametrize(
    "head",
    [
        "# Mål for 2026\n\n",
        "Periode: 2026\n\n",
        "# Plan\n\nPeriode: 1. januar – 31. december 2026\nDato: 1. oktober 2026\n\n",
        "Målene i 2026\n\n",
    ],
)
def test_the_year_of_the_report_fills_in_where_there_is_but_one(head: str) -> None:
    assert dates(goals(head + TABLE)[0]) == ["2026-04-12"]


@pytest.mark.parametrize(
    "head",
    ["# Plan\n\n", "# Plan 2025–2027\n\nDato: 1. oktober 2026\n\n", "# Plan 2026\n\nDato: 2. maj 2027\n\n"],
)
def test_a_year_that_is_not_certain_is_not_filled_in(head: str) -> None:
    assert dates(goals(head + TABLE)[0]) == ["12. april"]


def test_the_head_of_the_status_and_yaml_tell_the_year_too() -> None:
    assert dates(goals(TABLE.replace("Status", "Status oktober 2026"))[0]) == ["2026-04-12"]
    text = "titel: Plan\nperiode: 2026\nmål:\n  - {mål: 1.1 Vand, tidspunkt: 12. april, status: Opfyldt}\n"
    assert dates(report(text, "x.yaml").goals[0]) == ["2026-04-12"]


@pytest.mark.parametrize(
    ("head", "period", "date"),
    [
        ("# Kystplan 2025–2027, oktober 2026\n", ("2025–2027", "2025-01-01", "2027-12-31"), dt.date(2026, 10, 31)),
        ("# Kystplan 2025–2027\n", ("2025–2027", "2025-01-01", "2027-12-31"), None),
        ("# Kystplan 2026 pr. 30. september 2026\n", ("2026", "2026-01-01", "2026-12-31"), dt.date(2026, 9, 30)),
        ("# Kystplan, 3. kvartal 2026\n", ("3. kvartal 2026", "2026-07-01", "2026-09-30"), None),
        (
            "# Kystplan\n\nPeriode: 2025 – 2027\nDato: oktober 2026\n",
            ("2025 – 2027", "2025-01-01", "2027-12-31"),
            dt.date(2026, 10, 31),
        ),
        ("# Kystplan\n\nDato: 1. oktober 2026\n", None, dt.date(2026, 10, 1)),
        ("# Kystplan\n", None, None),
    ],
)
def test_a_report_tells_its_period_and_its_date(
    head: str, period: tuple[str, str, str] | None, date: dt.date | None
) -> None:
    project = report(f"{head}\n{TABLE}")
    told = project.report.period if project.report else None
    assert (told and (told.text.value, str(told.period.start), str(told.period.end))) == period
    assert project.date == date
    if told and project.report:
        assert project.report.place.text == told.text.value


def test_the_head_of_the_status_tells_the_date_where_nothing_else_does() -> None:
    assert report("# Plan\n\n" + TABLE.replace("Status", "Status oktober 2026")).date == dt.date(2026, 10, 31)


def test_a_report_may_have_a_number() -> None:
    project = report(f"# Kystplan\n\nRapport nr.: 2\n\n{TABLE}")
    assert project.report is not None
    assert (project.report.number, project.report.period, project.report.place.text) == (2, None, "2")
    assert report(f"# Kystplan\n\nRapport nr.: den anden\n\n{TABLE}").report is None


@pytest.mark.parametrize(("date", "grade"), [("1. maj 2025", "met"), ("1. maj 2026", "not_met")])
def test_of_several_statuses_that_of_the_year_of_the_report_counts(date: str, grade: str) -> None:
    rows = table("Mål; Status", "1.1 Vand; 2025: Opfyldt<br>2026: Ikke opfyldt")
    status = goals(f"Dato: {date}\n\n{rows}")[0].status
    assert status is not None
    assert status.grade == grade


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("Status pr. 31. oktober 2026", dt.date(2026, 10, 31)),
        ("Opgjort den 3. november 2026.", dt.date(2026, 11, 3)),
        ("Per 31.10.2026", dt.date(2026, 10, 31)),
        ("Kurserne, der skulle have været holdt, er nu flyttet til den 3. november 2026", None),
        ("Mellem 3. maj 2026 og 4. maj 2026", None),
    ],
)
def test_a_short_line_below_the_title_tells_the_date(line: str, date: dt.date | None) -> None:
    text = f"# Kystplan\nSkema: goal-report\n\n{line}\n\n| Mål | Status |\n|---|---|\n| 1. Sti | Opfyldt |\n"
    assert report(text).date == date


@pytest.mark.parametrize("label", ["Udarbejdet af", "Handläggare", "Utarbeidet av", "Prepared by"])
def test_who_made_the_report_is_responsible(label: str) -> None:
    responsible = report(f"# Kystplan\n{label}: Havnekontoret\n").responsible
    assert responsible is not None
    assert responsible.value == "Havnekontoret"
