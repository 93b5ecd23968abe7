"""What the entries of a status report must agree with: their periods, each other's texts, the report before."""

from __future__ import annotations

import pytest
from reporting import Sheet, ask, entry, only, report, section, subproject

from projektkort.project.models import Project

FIRST, SECOND = "1 January - 31 March 2027", "1 April - 30 June 2027"
LONG = " ".join(f"word{number}" for number in range(50))


def cumulative(periods: list[str], texts: list[str] | None = None, names: tuple[str, ...] = ("Bath",)) -> Project:
    """A report whose sub-projects all have these entries."""
    told = texts or [f"Text {number}" for number in range(len(periods))]
    body = "\n".join([name + "\n" + "\n".join(map("\n".join, zip(periods, told, strict=True))) for name in names])
    sheet = Sheet(f"{periods[-1]}\n{body}")
    sheet.text(periods[-1])
    subprojects = []
    for name in names:
        title = sheet.text(name)
        pairs = enumerate(zip(periods, told, strict=True), 1)
        subprojects.append(subproject(title, *[entry(sheet, number, *pair) for number, pair in pairs]))
    return report(sheet, len(periods), periods[-1], *subprojects)


def current(text: str, period: str | None = FIRST, language: str = "en", number: int | None = 1) -> Project:
    """A report that tells of one sub-project, this time only."""
    sheet = Sheet(f"{period}\nBath\n{text}", language)
    return report(sheet, number, period, subproject(sheet.text("Bath"), entry(sheet, None, None, text)))


def test_periods_that_follow_each_other() -> None:
    assert ask("report-periods", cumulative([FIRST, SECOND])) == []
    assert ask("report-periods", cumulative([SECOND, FIRST])) == []
    assert ask("report-periods", cumulative(["1 January - 1 April 2027", SECOND])) == []


def test_a_gap_between_two_periods() -> None:
    problem = only("report-periods", cumulative(["1 January - 15 March 2027", SECOND]))
    assert (problem.variant, problem.values["first"], problem.values["last"]) == ("gap", "2027-03-16", "2027-03-31")
    assert problem.place.text == SECOND


def test_an_overlap_of_two_periods() -> None:
    problem = only("report-periods", cumulative(["1 January - 15 April 2027", SECOND]))
    assert (problem.variant, problem.values["end"], problem.values["start"]) == ("overlap", "2027-04-15", "2027-04-01")


def test_the_same_gap_in_all_sub_projects_is_one_finding() -> None:
    problem = only("report-periods", cumulative(["1 January - 15 March 2027", SECOND], names=("Bath", "Path", "Pier")))
    assert [place.line for place in (problem.place, *problem.related)] == [5, 10, 15]


@pytest.mark.parametrize(
    ("last", "variant"),
    [(FIRST, None), ("1 January - 1 March 2027", "gap-last"), ("1 January - 1 May 2027", "overlap-last")],
)
def test_the_last_report_and_this_one(last: str, variant: str | None) -> None:
    this = current("Now", SECOND).model_copy(update={"previous": current("Then", last)})
    assert [problem.variant for problem in ask("report-periods", this)] == ([variant] if variant else [])


def test_a_gap_that_the_entries_show_is_told_once() -> None:
    this = cumulative(["1 January - 15 March 2027", SECOND])
    last = current("Then", "1 January - 15 March 2027")
    assert [problem.variant for problem in ask("report-periods", this.model_copy(update={"previous": last}))] == ["gap"]


@pytest.mark.parametrize(
    ("language", "text", "date"),
    [
        ("en", "Work started on 24 April.", "24 April"),
        ("en", "The fair was held on 28-29 April 2027.", "28-29 April 2027"),
        ("da", "Arbejdet startede den 24. april.", "24. april"),
        ("sv", "Arbetet startade den 24 april.", "24 april"),
        ("nb", "Arbeidet startet 24. april.", "24. april"),
    ],
)
def test_a_day_after_the_period_told_as_done(language: str, text: str, date: str) -> None:
    problem = only("event-outside-period", current(text, "2027-01-01 - 2027-03-31", language))
    assert (problem.variant, problem.place.text, problem.values["end"]) == ("after", date, "2027-03-31")


@pytest.mark.parametrize(
    "text",
    [
        "Work started on 24 February.",
        "The opening is planned for 24 April.",
        "Opening on 24 April.",
        "The fair was moved to 24 April.",
        "Work started in April 2027.",
        "We were founded on 3 May 2011.",
        "After the fair on 5 December the stalls were sold.",
        "The next meeting was set for 5 April.",
    ],
)
def test_days_that_do_no_harm(text: str) -> None:
    assert ask("event-outside-period", current(text)) == []


def test_a_day_before_the_period() -> None:
    problem = only("event-outside-period", current("Work started on 5 December."))
    assert (problem.variant, problem.values["start"]) == ("before", "2027-01-01")


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("The fair was held on 12 February 2026.", "2027-02-12"),
        ("The fair was held on 12 February 2028.", "2027-02-12"),
        ("The planning of the day on 12 April 2026 was done.", "2027-04-12"),
        ("The board will meet on 20 April 2026.", "2027-04-20"),
    ],
)
def test_a_slip_of_the_year(text: str, meant: str) -> None:
    problem = only("event-outside-period", current(text))
    assert (problem.variant, problem.values["meant"]) == ("year", meant)


def test_a_leap_day_has_no_neighbour() -> None:
    problem = only("event-outside-period", current("Work started on 29 February 2028."))
    assert (problem.variant, problem.values["meant"]) == ("after", "")


def test_the_year_is_the_one_that_fits_the_entry() -> None:
    period = "1 December 2026 - 31 March 2027"
    assert ask("event-outside-period", current("We met on 9 December and on 5 February.", period)) == []
    assert only("event-outside-period", current("We met on 14 April.", period)).variant == "after"


def test_nothing_is_outside_a_period_that_nobody_knows() -> None:
    assert ask("event-outside-period", current("Work started on 24 April.", None)) == []


def test_the_sections_of_a_report_are_looked_at_too() -> None:
    text = "Work started on 24 April. The pool was dug on 5 December."
    sheet = Sheet(f"{FIRST}\nActivities\n{text}")
    project = report(sheet, 1, FIRST, sections=(section(sheet, "activities", "Activities", text),))
    problem = only("event-outside-period", project)
    assert (problem.variant, problem.place.text, problem.related) == ("after", "24 April", ())


def test_the_weekday_is_looked_up_in_the_year_of_the_entry() -> None:
    period = "1 December 2026 - 31 March 2027"
    assert ask("weekday-wrong", current("We met on Wednesday 9 December.", period)) == []
    problem = only("weekday-wrong", current("We met on Monday 5 February.", period))
    assert (problem.values["day"], problem.place.text) == ("2027-02-05", "Monday 5 February")


def test_impossible_dates_in_entries_and_goals() -> None:
    assert only("date-impossible", current("We met on 31 February 2027.")).place.text == "31 February 2027"


def test_a_text_that_stands_as_it_was() -> None:
    problem = only("text-unchanged", cumulative([FIRST, SECOND], [LONG, f"{LONG}!"]))
    assert (problem.place.line, [place.line for place in problem.related]) == (6, [3])
    assert problem.values["title"] == "Bath"
    assert ask("text-unchanged", cumulative([FIRST, SECOND], [LONG, "Work started."])) == []


def test_the_latest_entry_may_stand_first() -> None:
    problem = only("text-unchanged", cumulative([SECOND, FIRST], [LONG, LONG]))
    assert (problem.place.line, [place.line for place in problem.related]) == (4, [5])


def test_a_text_that_stands_as_in_the_last_report() -> None:
    last = current(LONG, FIRST)
    problem = only("text-unchanged", current(LONG, SECOND).model_copy(update={"previous": last}))
    assert (problem.variant, problem.related) == ("last", ())
    nothing = last.model_copy(update={"subprojects": ()})
    assert ask("text-unchanged", current(LONG, SECOND).model_copy(update={"previous": nothing})) == []


def test_a_section_that_stands_as_in_the_last_report() -> None:
    sheet = Sheet(f"{SECOND}\nDeviations\n{LONG}\nRisks\n{LONG}")
    sections = (section(sheet, "deviations", "Deviations", LONG), section(sheet, "risks", "Risks", LONG))
    last = report(sheet, 1, FIRST, sections=sections)
    problem = only("text-unchanged", report(sheet, 2, SECOND, sections=sections, previous=last))
    assert (problem.variant, problem.values["title"]) == ("last", "Deviations")


def test_a_report_without_a_word_on_its_economy() -> None:
    project = current("Work started.")
    assert only("economy-missing", project).place == project.end
    assert ask("economy-missing", project.model_copy(update={"kind": "goal-report"})) == []
    sheet = Sheet("Economy\nAs planned.")
    economy = section(sheet, "economy", "Economy", "As planned.")
    assert ask("economy-missing", project.model_copy(update={"sections": (economy,)})) == []
    told = project.subprojects[0].entries[0].model_copy(update={"sections": (economy,)})
    inside = project.subprojects[0].model_copy(update={"entries": (told,)})
    assert ask("economy-missing", project.model_copy(update={"subprojects": (inside,)})) == []
