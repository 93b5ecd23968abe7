"""Dates that cannot be, that can be two things, and weeks without a year."""

from __future__ import annotations

import pytest
from asking import ask, lines, marked, only

from projektkort.finding import Note


def test_a_period_that_ends_before_it_starts() -> None:
    problem = only("period-reversed", "title: Swap day\nperiod: 30 June 2027 - 1 March 2027\n")
    assert problem.values["text"] == "30 June 2027 - 1 March 2027"
    assert problem.place.line == 2
    assert ask("period-reversed", "period: 1 March - 30 June 2027\n") == []


def test_a_period_written_in_two_parts_is_looked_at_whole() -> None:
    assert len(ask("period-reversed", "period: {start: 2027-06-30, end: 2027-03-01}\n")) == 1
    assert ask("period-reversed", "period: {start: 2027-03-01, end: 2027-06-30}\n") == []


@pytest.mark.parametrize(
    ("text", "variant", "said"),
    [
        ("schedule: Opening on 30 February 2027\n", "no-such-day", "30 February 2027"),
        ("schedule: Opening in week 53, 2021\n", "no-such-week", "week 53, 2021"),
        ("period: 2027-02-30 - 2027-06-01\n", "no-such-day", "2027-02-30 - 2027-06-01"),
    ],
)
def test_a_date_that_is_not_in_the_calendar(text: str, variant: str, said: str) -> None:
    problem = only("date-impossible", text)
    assert (problem.variant, problem.values["text"], problem.place.text) == (variant, said, said)
    assert ask("period-reversed", text) == []


def test_a_date_that_can_be_two_days() -> None:
    problem = only("date-ambiguous", "schedule: Opening on 03/04/2027\n")
    assert (problem.variant, problem.place.text) == ("day-or-month", "03/04/2027")
    assert ask("date-ambiguous", "schedule: Opening on 3 April 2027, Sunday 22 May 2027\n") == []


def test_a_weekday_that_does_not_fit() -> None:
    problem = only("weekday-wrong", "schedule: Market on Sunday 22 May 2027\n")
    assert problem.values["day"] == "2027-05-22"
    assert problem.values["weekday"] == Note("weekday-6")
    assert ask("weekday-wrong", "schedule: Market on Saturday 22 May 2027\n") == []


def test_weeks_without_a_year_are_one_finding() -> None:
    text = "schedule:\n  - week 13 planning\n  - week 20 market\n  - week 13-16 talks\n  - week 20 again\n"
    problem = only("week-without-year", text)
    assert (problem.variant, problem.place.text, list(lines(problem))) == ("", "week 13", [3, 4, 5])
    assert problem.values["others"] == Note("also-weeks", {"weeks": ("20", "13-16")})
    assert problem.values["suggestion"] is None


def test_one_week_alone_has_no_others() -> None:
    problem = only("week-without-year", "schedule: week 13\n")
    assert (problem.values["others"], problem.related) == (None, ())


@pytest.mark.parametrize(
    "text",
    [
        "schedule: week 13 of 2027\n",
        "title: Swap day 2027\nschedule: week 13 and week 20\n",
        "period: March - June 2027\nschedule: week 13\n",
        "schedule: on 12 May\n",
        "title: Swap day\n",
    ],
)
def test_weeks_whose_year_can_be_told(text: str) -> None:
    assert ask("week-without-year", text) == []


@pytest.mark.parametrize(
    ("week", "suggestion"),
    [(6, "week 6 2028"), (40, "week 40 2027"), (20, "week 20 2027"), (53, "week 53 2028")],
)
def test_a_project_over_two_years_gets_a_suggestion(week: int, suggestion: str) -> None:
    text = f"period: 2027-03-01 - 2028-02-29\nschedule: opening in week {week}\n"
    problem = only("week-without-year", text)
    assert (problem.variant, problem.values["years"]) == ("two-years", ("2027", "2028"))
    assert problem.values["suggestion"] == suggestion


def test_a_project_over_three_years() -> None:
    problem = only("week-without-year", "period: 2026-03-01 - 2028-02-29\nschedule: week 53 and week 6\n")
    assert (problem.variant, problem.values["suggestion"]) == ("more-years", "week 53 2026")


def test_every_date_is_looked_at_once() -> None:
    text = "period: 30 February 2027\nschedule: 31 April 2027\n"
    assert marked(ask("date-impossible", text)) == ["30 February 2027", "31 April 2027"]


WEEKS = "Sprog: da\n\n# Fest\n\nVi fik penge i 2019.\n\n## {label}\n\n- uge 13: start\n- uge 20: slut\n"


def test_the_year_of_the_schedules_own_label_holds_for_its_weeks() -> None:
    text = WEEKS.format(label="Tidsplan 2027") + "\n## Baggrund\n\nI 2024 var der 80 gæster.\n"
    assert ask("week-without-year", text, path="x.md") == []


@pytest.mark.parametrize("label", ["Tidsplan 2027/2028", "Tidsplan 2027-2028", "Tidsplan 2027/28"])
def test_a_label_of_two_years_leaves_both_possible(label: str) -> None:
    problem = only("week-without-year", WEEKS.format(label=label), path="x.md")
    assert (problem.variant, problem.values["years"]) == ("headed-two-years", ("2027", "2028"))


SWEDISH = "Språk: sv\n\n# Fest\n\n{head}\n\n## {plan}\n\nmåndagen den 5 feb: start\n"


@pytest.mark.parametrize(
    ("head", "plan", "found"),
    [
        ("Projektperiod: 2014", "Tidplan", 1),
        ("Projektperiod: 1 januari - 31 december 2014", "Tidplan", 1),
        ("Syfte: Vi vill mötas.", "Tidplan 2014", 1),
        # Of a period over New Year only one of its years has that day in it.
        ("Projektperiod: 1 december 2013 - 30 mars 2014", "Tidplan", 1),
        ("Projektperiod: 1 december 2006 - 30 mars 2007", "Tidplan", 0),
        ("Projektperiod: 1 januari 2013 - 31 december 2014", "Tidplan", 0),
        ("Projektperiod: 1 mars 2014 - 30 november 2015", "Tidplan", 1),
        ("Syfte: Vi vill mötas.", "Tidplan", 0),
    ],
)
def test_a_weekday_without_a_year_is_checked_where_the_year_can_be_told(head: str, plan: str, found: int) -> None:
    assert len(ask("weekday-wrong", SWEDISH.format(head=head, plan=plan), path="a.md")) == found


def test_a_week_whose_year_nobody_tells_is_found() -> None:
    text = "Språk: sv\n\n# Fest\n\n## Tidplan\n\nv. 6: start\n"
    assert marked(ask("week-without-year", text, path="a.md")) == ["v. 6"]
    assert ask("week-without-year", text.replace("Tidplan", "Tidplan 2014"), path="a.md") == []


def test_the_day_that_its_weekday_does_not_fit_is_named() -> None:
    problem = only("weekday-wrong", "schedule: Market from Saturday to Monday 5-6 June 2027\n")
    assert (problem.values["day"], problem.values["weekday"]) == ("2027-06-06", Note("weekday-7"))
