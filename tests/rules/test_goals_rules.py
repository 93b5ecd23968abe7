"""What a report on goals must agree with: itself, its date, and the report before it."""

from __future__ import annotations

import datetime as dt
from typing import get_args

import pytest
from reporting import Sheet, ask, goal, goals, only, plan, section

from projektkort.finding import Note
from projektkort.locale import LANGUAGES
from projektkort.period import read
from projektkort.project.models import DateInText, Goal, Project
from projektkort.rules.texts import read_subject
from projektkort.schema.labels import Labels
from projektkort.schema.model import Grade, Schema

TABLE = """\
1.1 Two annual clean-ups | the harbour | 12 April 2026 | 20 September 2026 | Met for 2026
1.2 Monthly newsletters | sent out | 3 May 2026 | Met for 2026 | Partly met
Weather stopped us. Expected to be met in 2026. Delayed by the weather.
"""
OCTOBER = dt.date(2026, 10, 1)


def cleanups(sheet: Sheet, *times: str, status: str = "Met for 2026", scope: str | None = "2026") -> Goal:
    return goal(sheet, "1.1", "Two annual clean-ups", status, "met", scope, times=times)


def test_a_goal_without_a_status() -> None:
    sheet = Sheet(TABLE)
    project = goals(sheet, cleanups(sheet, status=""), goal(sheet, None, "Monthly newsletters", "Met", "met"))
    problem = only("goal-without-status", project)
    assert (problem.values["goal"], problem.place.text) == ("1.1", "Two annual clean-ups")


def test_a_status_that_is_only_a_dash() -> None:
    sheet = Sheet("Clean beaches | –")
    problem = only("goal-without-status", goals(sheet, goal(sheet, None, "Clean beaches", "–")))
    assert problem.values["goal"] == "Clean beaches"


@pytest.mark.parametrize("status", ["😊", "✅", "❌", "🟢", "🟡", ":)"])
def test_a_sign_is_a_status(status: str) -> None:
    sheet = Sheet(f"Clean beaches | {status}")
    told = goal(sheet, None, "Clean beaches", status, Labels().graded(status).grade)
    assert ask("goal-without-status", goals(sheet, told)) == ask("status-unknown", goals(sheet, told)) == []


@pytest.mark.parametrize("status", ["↗", "→", "☐"])
def test_a_sign_that_nobody_knows_is_a_status_too(status: str) -> None:
    sheet = Sheet(f"Clean beaches | {status}")
    project = goals(sheet, goal(sheet, None, "Clean beaches", status))
    assert ask("goal-without-status", project) == []
    assert only("status-unknown", project).values["status"] == status


def test_two_statuses_in_one_cell() -> None:
    sheet = Sheet("Clean beaches | Met / Not met")
    problem = only("status-unknown", goals(sheet, goal(sheet, None, "Clean beaches", "Met / Not met")))
    assert (problem.variant, problem.values["suggestion"]) == ("two", None)


@pytest.mark.parametrize(
    ("language", "status", "suggestion"),
    [("en", "Partialy met", "Partially met"), ("da", "Opfylt for 2026", "Opfyldt"), ("da", "Se bilaget", None)],
)
def test_a_status_in_unknown_words(language: str, status: str, suggestion: str | None) -> None:
    sheet = Sheet(f"Clean beaches | {status}", language)
    problem = only("status-unknown", goals(sheet, goal(sheet, None, "Clean beaches", status)))
    assert (problem.place.text, problem.values["suggestion"]) == (status, suggestion)
    assert problem.variant == ("suggestion" if suggestion else "")


def test_the_words_of_the_schema_come_first() -> None:
    sheet = Sheet("Clean beaches | Gren light")
    schema = Schema(id="own", kind="goal-report", status_words={"met": ("green light",)})
    problem = only("status-unknown", goals(sheet, goal(sheet, None, "Clean beaches", "Gren light")), schema)
    words = problem.values["words"]
    assert isinstance(words, tuple)
    assert (len(words), words[:2]) == (9, ("green light", Note("grade-expected")))
    assert problem.values["suggestion"] == "Green light"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("grade", get_args(Grade))
def test_the_words_that_are_offered_are_read_as_what_they_say(grade: str, language: str) -> None:
    assert Labels().graded(read_subject("goals").notes[f"grade-{grade}"][language]).grade == grade


def test_a_known_status_and_none() -> None:
    sheet = Sheet(TABLE)
    told = (goal(sheet, "1.1", "Two annual", "Met for 2026", "met"), goal(sheet, "1.2", "Monthly newsletters"))
    assert ask("status-unknown", goals(sheet, *told)) == []


def test_numbers_for_all_goals_or_for_none() -> None:
    sheet = Sheet(TABLE)
    one, other = cleanups(sheet), goal(sheet, None, "Monthly newsletters", "Met", "met")
    problem = only("goal-id-missing", goals(sheet, one, other))
    assert (problem.values["goal"], problem.values["example"]) == ("Monthly newsletters", "1.1")
    assert ask("goal-id-missing", goals(sheet, other)) == []
    assert ask("goal-id-missing", goals(sheet, one)) == []


def test_a_number_that_stands_twice() -> None:
    sheet = Sheet(TABLE)
    one, other = cleanups(sheet), goal(sheet, "1.1", "Monthly newsletters")
    problem = only("goal-id-twice", goals(sheet, one, other))
    assert (problem.place.line, [place.line for place in problem.related]) == (2, [1])


@pytest.mark.parametrize("grade", ["partly", "not_met", "delayed", "dropped"])
def test_a_goal_that_falls_short_without_a_word_on_why(grade: str) -> None:
    sheet = Sheet(TABLE)
    problem = only("goal-unexplained", goals(sheet, goal(sheet, "1.2", "Monthly newsletters", "Partly met", grade)))
    assert (problem.place.text, problem.values["status"]) == ("Partly met", "Partly met")


@pytest.mark.parametrize("grade", ["met", "expected", "ongoing", "not_started", None])
def test_other_grades_explain_themselves(grade: str | None) -> None:
    sheet = Sheet(TABLE)
    assert ask("goal-unexplained", goals(sheet, goal(sheet, "1.2", "Monthly newsletters", "Partly met", grade))) == []


def test_an_explanation_in_a_cell_of_its_own() -> None:
    sheet = Sheet(TABLE)
    told = goal(sheet, "1.2", "Monthly newsletters", "Partly met", "partly", explanation="Weather stopped us.")
    assert ask("goal-unexplained", goals(sheet, told)) == []


@pytest.mark.parametrize(
    ("status", "scope", "explained"),
    [
        ("Partly met – the harbour is left", None, True),
        ("Partly met (the harbour is left)", None, True),
        ("Delayed by the weather", "the weather", True),
        ("Partly met for 2026", "2026", False),
        ("Partly met in the spring of 2026", "the spring of 2026", False),
        ("Partly met.", None, False),
        ("Partly met for 2026, but the beach is left", "2026", True),
        ("Partly met because of the weather", None, True),
        ("Dropped, no funding", None, True),
        ("Partly met – spring cancelled", None, True),
        ("Not met - waiting", None, True),
        ("😐 Too few chargers", None, True),
        ("🔴 The supplier is bankrupt", None, True),
        ("🟡", None, False),
        ("The goal is partly met", None, False),
        ("2026: Partly met", "2026", False),
        ("Partly met (amber)", None, False),
    ],
)
def test_an_explanation_behind_the_status(status: str, scope: str | None, explained: bool) -> None:
    sheet = Sheet(f"Clean beaches | {status}")
    project = goals(sheet, goal(sheet, None, "Clean beaches", status, "partly", scope))
    assert (ask("goal-unexplained", project) == []) is explained


@pytest.mark.parametrize(
    ("language", "measure", "explained"),
    [
        ("da", "Aflyst på grund af vandskade", True),
        ("da", "Én sti anlagt, to afventer ekspropriation", True),
        ("sv", "Bryggan blev inte klar eftersom isen låg", True),
        ("sv", "Ej genomfört pga pengar", True),
        ("nb", "Avlyst, mangel på frivillige", True),
        ("en", "Called off due to a storm", True),
        ("en", "Two walks along the coast", False),
        ("da", "To vandringer langs kysten", False),
    ],
)
def test_an_explanation_among_the_measures(language: str, measure: str, explained: bool) -> None:
    sheet = Sheet(f"A path | {measure} | Not met", language)
    told = goal(sheet, None, "A path", "Not met", "not_met", measures=(measure,))
    assert (ask("goal-unexplained", goals(sheet, told)) == []) is explained


@pytest.mark.parametrize(("told", "explained"), [("1.2: the printer broke", True), ("1.2.A: the printer broke", False)])
def test_an_explanation_under_deviations(told: str, explained: bool) -> None:
    sheet = Sheet(f"Monthly newsletters | Partly met\nDeviations\n{told}")
    one = goal(sheet, "1.2", "Monthly newsletters", "Partly met", "partly")
    project = goals(sheet, one, sections=(section(sheet, "deviations", "Deviations", told),))
    assert (ask("goal-unexplained", project) == []) is explained


def test_fewer_dates_than_the_goal_asks_for() -> None:
    sheet = Sheet(TABLE)
    problem = only("goal-dates-too-few", goals(sheet, cleanups(sheet, "12 April 2026")))
    assert (problem.variant, problem.values["wanted"], problem.values["told"]) == ("", 2, 1)
    assert (problem.place.text, problem.related[0].text) == ("Met for 2026", "Two annual clean-ups")


def test_as_many_dates_as_the_goal_asks_for() -> None:
    sheet = Sheet(TABLE)
    assert ask("goal-dates-too-few", goals(sheet, cleanups(sheet, "12 April 2026", "20 September 2026"))) == []


def test_no_date_at_all_where_other_goals_have_some() -> None:
    sheet = Sheet(TABLE)
    bare = cleanups(sheet)
    dated = goal(sheet, "1.2", "newsletters", "Partly met", "partly", times=("3 May 2026",))
    problem = only("goal-dates-too-few", goals(sheet, bare, dated))
    assert (problem.variant, problem.values["told"]) == ("none", 0)
    assert ask("goal-dates-too-few", goals(sheet, bare)) == []


def test_a_date_of_another_year_does_not_count() -> None:
    sheet = Sheet("Two annual clean-ups | 12 April 2025, 20 September 2026 | Met for 2026")
    problem = only("goal-dates-too-few", goals(sheet, cleanups(sheet, "12 April 2025, 20 September 2026")))
    assert problem.values["told"] == 1


def test_dates_of_another_year_only() -> None:
    sheet = Sheet("Two annual clean-ups | 12 April 2025, 20 September 2025 | Met for 2026")
    problem = only("goal-dates-too-few", goals(sheet, cleanups(sheet, "12 April 2025, 20 September 2025")))
    assert (problem.variant, problem.values["told"]) == ("other-year", 0)


def test_both_years_that_a_status_holds_for_count() -> None:
    sheet = Sheet("Two annual clean-ups | 12 April 2025, 20 September 2026 | Met for 2025 and 2026")
    told = cleanups(sheet, "12 April 2025, 20 September 2026", status="Met for 2025 and 2026", scope="2025 and 2026")
    assert ask("goal-dates-too-few", goals(sheet, told)) == []


def test_a_bare_year_is_no_date_of_a_deed() -> None:
    sheet = Sheet("Two annual clean-ups | 2026 | Met for 2026\nA path | 3 May 2026 | Met")
    year = read("2026", "en")
    bare = cleanups(sheet, "2026")
    bare = bare.model_copy(update={"dates": (DateInText(place=bare.times[0].place, period=year, section="goals"),)})
    dated = goal(sheet, "2", "A path", "Met", "met", times=("3 May 2026",))
    assert only("goal-dates-too-few", goals(sheet, bare, dated)).variant == "none"
    assert ask("goal-dates-too-few", goals(sheet, bare)) == []


@pytest.mark.parametrize(("measure", "enough"), [("2 clean-ups done", True), ("1 clean-up done", False)])
def test_a_number_told_among_the_measures_counts(measure: str, enough: bool) -> None:
    sheet = Sheet(f"Two annual clean-ups | {measure} | 12 April 2026 | Met for 2026")
    told = goal(
        sheet,
        "1",
        "Two annual clean-ups",
        "Met for 2026",
        "met",
        "2026",
        measures=(measure,),
        times=("12 April 2026",),
    )
    assert (ask("goal-dates-too-few", goals(sheet, told)) == []) is enough


def test_a_day_that_stands_in_two_columns_counts_once() -> None:
    sheet = Sheet("Two annual clean-ups | Clean-up 12 April 2026 | 12 April 2026 | Met for 2026")
    told = goal(
        sheet,
        "1.1",
        "Two annual clean-ups",
        "Met for 2026",
        "met",
        "2026",
        measures=("Clean-up 12 April 2026",),
        times=("12 April 2026",),
    )
    assert only("goal-dates-too-few", goals(sheet, told)).values["told"] == 1


def monthly(scope: str | None, *times: str, date: dt.date | None = OCTOBER) -> Project:
    sheet = Sheet(f"Monthly newsletters | {', '.join(times)} | Met")
    return goals(
        sheet, goal(sheet, "1.2", "Monthly newsletters", "Met", "met", scope, times=(", ".join(times),)), date=date
    )


NINE = tuple(f"{month + 1} {name} 2026" for month, name in enumerate(["January", "February", "March", "April", "May"]))


def test_how_often_counts_for_one_year_only() -> None:
    assert only("goal-dates-too-few", monthly("2026", *NINE)).values["wanted"] == 10
    assert only("goal-dates-too-few", monthly("2026", *NINE, date=dt.date(2027, 1, 9))).values["wanted"] == 12
    assert ask("goal-dates-too-few", monthly("2026", *NINE, date=dt.date(2026, 5, 1))) == []
    assert ask("goal-dates-too-few", monthly("the period", *NINE)) == []
    assert ask("goal-dates-too-few", monthly(None, *NINE)) == []
    assert only("goal-dates-too-few", monthly("the first half of 2026", *NINE)).values["wanted"] == 6


def test_how_often_counts_for_the_year_of_the_report() -> None:
    sheet = Sheet("2026\nMonthly newsletters | 3 May 2026 | Met")
    report = plan(sheet, "2026")
    told = goal(sheet, "1.2", "Monthly newsletters", "Met", "met", times=("3 May 2026",))
    problem = only("goal-dates-too-few", goals(sheet, told, date=OCTOBER, report=report))
    assert (problem.values["wanted"], problem.values["told"]) == (10, 1)
    early = goals(sheet, told, date=dt.date(2025, 12, 1), report=report)
    assert ask("goal-dates-too-few", early) == []


def test_what_goes_on_all_the_time_needs_no_dates() -> None:
    sheet = Sheet("Two annual clean-ups | ongoing | 12 April 2026 | Met for 2026")
    assert ask("goal-dates-too-few", goals(sheet, cleanups(sheet, "ongoing", "12 April 2026"))) == []


def test_deeds_may_be_told_without_days() -> None:
    sheet = Sheet("Two annual clean-ups | the harbour | the beach | Met for 2026\nA path | 3 May 2026 | Met")
    done = goal(
        sheet, "1", "Two annual clean-ups", "Met for 2026", "met", "2026", measures=("the harbour", "the beach")
    )
    dated = goal(sheet, "2", "A path", "Met", "met", times=("3 May 2026",))
    assert ask("goal-dates-too-few", goals(sheet, done, dated)) == []


def test_more_than_a_cell_holds_is_not_counted() -> None:
    sheet = Sheet("2 meetings a month in 2026 | 3 May 2026 | Met")
    told = goal(sheet, "1", "2 meetings a month in 2026", "Met", "met", "2026", times=("3 May 2026",))
    assert ask("goal-dates-too-few", goals(sheet, told)) == []


def expected(scope: str | None, date: dt.date | None, period: str | None = None) -> Project:
    sheet = Sheet("1 January 2025 - 31 December 2026\nA path | Expected to be met")
    report = plan(sheet, period) if period else None
    told = goal(sheet, "1", "A path", "Expected to be met", "expected", scope)
    return goals(sheet, told, date=date, report=report)


def test_what_is_expected_although_its_time_is_over() -> None:
    problem = only("goal-expected-too-late", expected("2026", dt.date(2027, 2, 1)))
    assert (problem.values["end"], problem.values["date"]) == ("2026-12-31", "2027-02-01")
    plan_over = expected("the period", dt.date(2027, 2, 1), "1 January 2025 - 31 December 2026")
    assert only("goal-expected-too-late", plan_over).values["end"] == "2026-12-31"


@pytest.mark.parametrize(
    ("scope", "date", "period"),
    [
        ("2026", OCTOBER, None),
        ("2026", None, None),
        (None, dt.date(2027, 2, 1), None),
        ("2027", dt.date(2027, 2, 1), "1 January 2025 - 31 December 2026"),
    ],
)
def test_what_can_still_come(scope: str | None, date: dt.date | None, period: str | None) -> None:
    assert ask("goal-expected-too-late", expected(scope, date, period)) == []


def late(
    *times: str,
    measures: tuple[str, ...] = (),
    grade: str = "met",
    date: dt.date | None = OCTOBER,
    language: str = "en",
) -> Project:
    sheet = Sheet(" | ".join(("A path", *measures, *times, "Met")), language)
    return goals(sheet, goal(sheet, "1", "A path", "Met", grade, measures=measures, times=times), date=date)


def test_a_date_after_the_report_told_as_done() -> None:
    problem = only("goal-date-after-report", late("3 September 2026", "November 2026"))
    assert (problem.place.text, problem.values["date"]) == ("November 2026", "2026-10-01")


@pytest.mark.parametrize(
    "project",
    [
        late("1 October 2026"),
        late("3 November 2026", grade="expected"),
        late("3 November 2026", date=None),
        late("2027"),
        late("Planned for 3 November 2026"),
        late("3 November 2026", measures=("A meeting is planned",)),
        late("3 May 2026", "3 November 2026", measures=("A meeting", "Next meeting")),
        late(measures=("Opening expected on 3 November 2026",)),
        late("3. november 2026", measures=("Møde", "Byvandring planlagt til 3. november 2026"), language="da"),
    ],
)
def test_a_later_date_that_is_no_claim(project: Project) -> None:
    assert ask("goal-date-after-report", project) == []


def test_a_plan_for_one_day_does_not_excuse_another() -> None:
    project = late("3 May 2026", "3 November 2026", measures=("Next meeting", "A meeting"))
    assert only("goal-date-after-report", project).place.text == "3 November 2026"


def follow(before: tuple[Goal, ...], now: tuple[Goal, ...]) -> Project:
    sheet = Sheet("")
    return goals(sheet, *now, previous=goals(sheet, *before))


def one(number: str | None, words: str, status: str, grade: str, scope: str | None = None) -> Goal:
    return goal(Sheet(f"{words} | {status}"), number, words, status, grade, scope)


def test_a_goal_that_was_met_and_is_so_no_longer() -> None:
    before = one("1.1", "Clean beaches", "Met", "met")
    problem = only("goal-moved-back", follow((before,), (one("1.1", "Clean shores", "Partly met", "partly"),)))
    assert problem.values == {"goal": "1.1", "earlier": "Met", "status": "Partly met"}
    unnumbered = follow(
        (one(None, "Clean beaches", "Met", "met"),), (one(None, "Clean beaches!", "Delayed", "delayed"),)
    )
    assert len(ask("goal-moved-back", unnumbered)) == 1


@pytest.mark.parametrize(
    ("earlier", "now"),
    [
        (("Met", "met", None), ("Ongoing", "ongoing", None)),
        (("Met for 2026", "met", "2026"), ("Expected for 2027", "expected", "2027")),
        (("Partly met", "partly", None), ("Not met", "not_met", None)),
        (("Met", "met", None), ("Met", "met", None)),
    ],
)
def test_a_goal_that_did_not_move_back(earlier: tuple[str, str, str | None], now: tuple[str, str, str | None]) -> None:
    assert ask("goal-moved-back", follow((one("1", "A", *earlier),), (one("1", "A", *now),))) == []
    assert ask("goal-moved-back", follow((one("2", "A", *earlier),), (one("1", "A", *now),))) == []


def test_goals_that_are_gone() -> None:
    first, second, third = (one(number, f"Goal {number}", "Met", "met") for number in ("1", "2", "3"))
    problem = only("goal-gone", follow((first, second), (first,)))
    assert (problem.variant, problem.values["goals"]) == ("", ("2",))
    problem = only("goal-gone", follow((first, second, third), (first,)))
    assert (problem.variant, problem.values["goals"]) == ("several", ("2", "3"))
    assert ask("goal-gone", follow((first,), (first, second))) == []
    assert ask("goal-gone", follow((first,), ())) == []
    assert ask("goal-gone", goals(Sheet(""), first)) == []
