"""The days on which a project may run and an application must be there; what is dated outside the period."""

from __future__ import annotations

import datetime as dt

import pytest
from asking import ask, lines, marked, only
from hypothesis import given
from hypothesis import strategies as st

from projektkort.finding import Note
from projektkort.period import read
from projektkort.rules.extent import end_at_least, months_behind, start_at_most
from projektkort.rules.registry import rules
from projektkort.schema.model import Days, Schema

WINTER, AUTUMN = dt.date(2027, 1, 15), dt.date(2027, 8, 15)


def form(**days: object) -> Schema:
    return Schema(id="form", language="en", days=Days(**days), clauses={"start": "Nothing begins before we say so."})


def early(date: str, period: str, **days: object) -> list[str]:
    return [p.variant for p in ask("started-too-early", f"date: {date}\nperiod: {period}\n", form(**days))]


def test_a_project_begins_after_it_was_applied_for() -> None:
    text = "date: 10 May 2027\nperiod: 1 May - 30 June 2027\n"
    problem = only("started-too-early", text, form(start="application"))
    assert (problem.variant, problem.place.text, list(lines(problem))) == ("", "1 May - 30 June 2027", [1])
    assert (problem.values["date"], problem.values["first"]) == ("2027-05-10", "2027-05-10")
    assert problem.values["source"] == Note("source", {"text": "Nothing begins before we say so."})
    assert early("1 May 2027", "1 May - 30 June 2027", start="application") == []


def test_a_project_begins_after_the_next_decision() -> None:
    days = {"start": "decision", "decisions": (dt.date(2027, 2, 20), dt.date(2027, 9, 20))}
    assert early("10 January 2027", "19 February - 30 June 2027", **days) == ["decision"]
    assert early("10 January 2027", "20 February - 30 June 2027", **days) == []
    assert early("21 February 2027", "1 March - 30 June 2027", **days) == ["decision"]
    # After the last decision that is known only the day of the application is sure.
    assert early("1 October 2027", "5 October - 30 November 2027", **days) == []
    assert early("10 October 2027", "5 October - 30 November 2027", **days) == ["undecided"]


def test_weeks_of_waiting_count_from_the_deadline_else_from_the_application() -> None:
    days = {"start": "decision", "decision_weeks": 4}
    assert early("1 March 2027", "28 March - 30 June 2027", **days) == ["weeks"]
    assert early("1 March 2027", "29 March - 30 June 2027", **days) == []
    assert early("1 January 2027", "11 February - 30 June 2027", **days, deadlines=(WINTER, AUTUMN)) == ["weeks"]
    assert early("1 January 2027", "12 February - 30 June 2027", **days, deadlines=(WINTER, AUTUMN)) == []


@pytest.mark.parametrize("period", ["May 2027 - August 2027", "2027", "about May 2027", "until June 2027", "in summer"])
def test_what_may_begin_later_is_not_too_early(period: str) -> None:
    assert early("20 May 2027", period, start="application") == []


def test_a_month_that_is_over_is_too_early() -> None:
    assert early("2 June 2027", "May - August 2027", start="application") == [""]
    assert early("10 May 2027", "week 18-20 2027", start="application") == [""]
    assert early("9 May 2027", "week 18-20 2027", start="application") == []


def test_a_fund_that_says_nothing_of_days_asks_nothing() -> None:
    asking = {"started-too-early", "applied-too-late", "project-too-long", "outside-frame", "several-years"}
    assert asking <= {each.name for each in rules()}
    assert not asking & {each.name for each in rules() if each.asked(form())}
    assert asking & {each.name for each in rules() if each.asked(form(months_max=9))} == {"project-too-long"}


def test_a_report_is_no_application() -> None:
    schema = form(start="application", deadlines=(WINTER,)).model_copy(update={"kind": "status-report"})
    text = "date: 10 May 2027\nperiod: 1 May - 30 June 2027\n"
    assert ask("started-too-early", text, schema) == ask("applied-too-late", text, schema) == []


def test_the_last_deadline_counts() -> None:
    schema = form(deadlines=(AUTUMN, WINTER))
    assert ask("applied-too-late", "date: 15 August 2027\n", schema) == []
    problem = only("applied-too-late", "title: Fair\ndate: 16 August 2027\n", schema)
    assert (problem.place.text, problem.values["last"]) == ("16 August 2027", "2027-08-15")


def test_a_project_lasts_no_longer_than_allowed() -> None:
    schema = form(months_max=24)
    long = only("project-too-long", "period: 1 March 2027 - 31 March 2029\n", schema)
    assert (long.values["limit"], long.values["latest"], long.place.text) == (
        24,
        "2029-02-28",
        "1 March 2027 - 31 March 2029",
    )
    for period in (
        "1 March 2027 - 28 February 2029",
        "1 March 2027 - 1 March 2029",
        "March 2027 - March 2029",
        "2027-2028",
    ):
        assert ask("project-too-long", f"period: {period}\n", schema) == []


def test_a_project_lies_within_the_frame() -> None:
    schema = form(earliest=dt.date(2027, 1, 1), latest=dt.date(2028, 12, 31))
    assert ask("outside-frame", "period: 1 January 2027 - 31 December 2028\n", schema) == []
    found = ask("outside-frame", "period: 1 December 2026 - 31 January 2029\n", schema)
    assert [(p.variant, p.values["limit"]) for p in found] == [("early", "2027-01-01"), ("", "2028-12-31")]


def test_a_project_lies_within_one_year() -> None:
    schema = form(same_year=True)
    assert ask("several-years", "period: 1 January - 31 December 2027\n", schema) == []
    problem = only("several-years", "period: 1 November 2027 - 31 January 2028\n", schema)
    assert (problem.values["first"], problem.values["last"]) == ("2027", "2028")


PLAN = "period: 1 March - 30 June 2027\nschedule:\n"


def test_steps_after_the_period_are_one_finding() -> None:
    text = PLAN + "  - 5 April 2027: opening\n  - 3 July 2027: fair\n  - August 2027: concert\n"
    problem = only("activity-outside-period", text)
    assert (problem.variant, problem.place.text, list(lines(problem))) == ("", "3 July 2027", [1, 5])
    assert problem.values["others"] == Note("also-outside", {"texts": ("August 2027",)})
    assert (problem.values["start"], problem.values["end"]) == ("2027-03-01", "2027-06-30")


def test_steps_before_the_period_are_another() -> None:
    found = ask("activity-outside-period", PLAN + "  - 5 January 2027: fair\n  - 3 July 2027: concert\n")
    assert [(problem.variant, problem.place.line) for problem in found] == [("before", 3), ("", 4)]


def test_dated_activities_count_too() -> None:
    text = "# Fair\n\nPeriod: 1 March - 30 June 2027\n\n## Activities\n\n- Fair on 3 July 2027\n- Walk on 5 June 2027\n"
    assert marked(ask("activity-outside-period", text, path="a.md")) == ["3 July 2027"]


@pytest.mark.parametrize(
    "step",
    [
        "August 2027: evaluation and accounts",
        "January 2027: planning",
        "2028: the club goes on",
        "before 1 September 2027: thanks",
        "September: thanks every year",
        "28 June - 2 July 2027: camp",
        "week 26 of 2027: camp",
        "in autumn 2027: thanks",
    ],
)
def test_what_leads_there_or_follows_is_no_alarm(step: str) -> None:
    assert ask("activity-outside-period", f"{PLAN}  - {step}\n") == []


def test_without_a_year_it_must_be_outside_in_every_year() -> None:
    assert marked(ask("activity-outside-period", f"{PLAN}  - 3 July - fair\n")) == ["3 July"]
    longer = "period: 1 October 2027 - 31 March 2028\nschedule:\n"
    assert ask("activity-outside-period", f"{longer}  - 5 February - fair\n") == []


@pytest.mark.parametrize(
    "period", ["5 June 2027", "5-7 June 2027", "about May 2027", "until June 2027", "30 June - 1 March 2027"]
)
def test_the_day_of_an_event_is_no_period(period: str) -> None:
    assert ask("activity-outside-period", f"period: {period}\nschedule: Posters on 3 January 2027\n") == []


@given(st.dates(dt.date(1990, 1, 1), dt.date(2090, 1, 1)), st.integers(0, 60))
def test_months_behind_keep_the_day_or_the_end_of_the_month(day: dt.date, months: int) -> None:
    later = months_behind(day, months)
    assert (later.year * 12 + later.month) - (day.year * 12 + day.month) == months
    assert later.day == day.day or (later.day < day.day and (later + dt.timedelta(days=1)).day == 1)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("5 May - 7 June 2027", "2027-05-05", "2027-06-07"),
        ("1 May - 30 June 2027", "2027-05-01", "2027-06-30"),
        ("May - June 2027", "2027-05-31", "2027-06-01"),
        ("May 2027 - 15 June 2027", "2027-05-31", "2027-06-15"),
        ("2027", "2027-12-31", "2027-01-01"),
        ("week 20 2027", "2027-05-23", "2027-05-17"),
        ("from 5 May 2027", "2027-05-05", "None"),
        ("about May 2027", "None", "None"),
    ],
)
def test_the_surest_days_of_a_period(text: str, start: str, end: str) -> None:
    period = read(text, "en")
    assert (str(start_at_most(period)), str(end_at_least(period))) == (start, end)


@pytest.mark.parametrize(
    ("period", "step", "outside"),
    [
        ("autumn 2027 - spring 2028", "2 June 2028: the last show", False),
        ("autumn 2027 - spring 2028", "20 August 2027: the first show", False),
        ("autumn 2027 - spring 2028", "2 July 2028: the last show", True),
        ("autumn 2027 - 15 May 2028", "20 May 2028: the last show", True),
        ("September 2027 - May 2028", "2 June 2028: the last show", True),
        ("September 2027 - May 2028", "20 May 2027: the board approved the plan", False),
    ],
)
def test_a_season_ends_softly(period: str, step: str, *, outside: bool) -> None:
    found = ask("activity-outside-period", f'period: {period}\nschedule:\n  - "{step}"\n', form())
    assert bool(found) is outside
