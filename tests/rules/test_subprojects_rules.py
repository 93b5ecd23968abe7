"""What must hold for the sub-projects of a report: told of this time, scheduled, called by one name."""

from __future__ import annotations

import pytest
from reporting import Sheet, ask, entry, only, report, section, subproject

from projektkort.frozen import replace
from projektkort.project.models import Project, Section
from projektkort.span import Text

FIRST, SECOND = "1 January - 31 March 2027", "1 April - 30 June 2027"


def two(bath: list[tuple[int | None, str | None, str]], path: list[tuple[int | None, str | None, str]]) -> Project:
    """Report 2, with two sub-projects that have these entries."""
    body = ["Bath", *(f"{period or ''}\n{text}" for _, period, text in bath)]
    body += ["Path", *(f"{period or ''}\n{text}" for _, period, text in path)]
    sheet = Sheet("\n".join([SECOND, *body]))
    sheet.text(SECOND)
    one = subproject(sheet.text("Bath"), *[entry(sheet, *each) for each in bath])
    other = subproject(sheet.text("Path"), *[entry(sheet, *each) for each in path])
    return report(sheet, 2, SECOND, one, other)


def test_each_sub_project_has_its_entry() -> None:
    assert ask("subproject-without-entry", two([(1, FIRST, "A"), (2, SECOND, "B")], [(2, SECOND, "C")])) == []
    assert ask("subproject-without-entry", two([(None, None, "A")], [(None, None, "B")])) == []
    assert ask("subproject-without-entry", two([(None, SECOND, "A")], [(2, None, "B")])) == []


def test_a_sub_project_that_was_told_of_last_time_only() -> None:
    problem = only("subproject-without-entry", two([(2, SECOND, "A")], [(1, FIRST, "B")]))
    assert (problem.variant, problem.values["title"], problem.place.text) == ("", "Path", "Path")
    assert [place.text for place in problem.related] == [FIRST]


def test_a_sub_project_of_which_nothing_is_told() -> None:
    assert only("subproject-without-entry", two([(2, SECOND, "A")], [])).variant == "never"
    assert only("subproject-without-entry", two([(2, SECOND, "A")], [(2, SECOND, "")])).variant == "empty"
    assert only("subproject-without-entry", two([(2, SECOND, "A")], [(2, SECOND, "–")])).variant == "empty"


def test_a_report_whose_number_fits_no_entry() -> None:
    problem = only("subproject-without-entry", two([(1, FIRST, "A")], [(1, FIRST, "B")]))
    assert (problem.variant, problem.values["number"]) == ("none", 2)


def test_a_report_that_does_not_say_which_it_is() -> None:
    project = two([(1, FIRST, "A")], []).model_copy(update={"report": None})
    assert [problem.variant for problem in ask("subproject-without-entry", project)] == ["none"]
    assert ask("subproject-without-entry", project.model_copy(update={"subprojects": ()})) == []


def scheduled(plan: str, *titles: str, spelt: str | None = None) -> Project:
    """A report with sub-projects and a schedule; `spelt` is how the schedule calls the first of them."""
    sheet = Sheet("\n".join([SECOND, *titles, "Schedule", plan]))
    heads = sheet.texts(*titles)
    schedule = section(sheet, "schedule", "Schedule", plan)
    spellings: tuple[Text, ...] = ()
    if spelt:
        start = schedule.text.start + plan.index(spelt)
        spellings = (Text(spelt, sheet.lines, start, start + len(spelt)),)
    told = [subproject(head, spellings=spellings if head is heads[0] else ()) for head in heads]
    return report(sheet, 2, SECOND, *told, sections=(schedule,))


@pytest.mark.parametrize(
    "plan",
    [
        "Harbour bath\nOpens in June.\nCoast path\nOpens in May.",
        "We go on with the harbour bath and the coast path.",
        "Harbour-baths\nOpens in June.\nCoast path: opens in May.",
        "Everything opens in June.",
    ],
)
def test_a_schedule_with_all_of_them_or_none(plan: str) -> None:
    assert ask("subproject-not-scheduled", scheduled(plan, "Harbour bath", "Coast path")) == []


def test_a_schedule_without_one_of_them() -> None:
    problem = only("subproject-not-scheduled", scheduled("Harbour bath: opens in June.", "Harbour bath", "Coast path"))
    assert (problem.place.text, problem.values["title"], problem.related[0].text) == (
        "Coast path",
        "Coast path",
        "Schedule",
    )


def test_a_schedule_that_calls_one_by_another_spelling() -> None:
    project = scheduled("The baths and the coast path.", "Harbour bath", "Coast path", spelt="The baths")
    assert ask("subproject-not-scheduled", project) == []


def test_a_schedule_with_parts() -> None:
    sheet = Sheet("Bath\nPath\nPier\nSchedule\n-\nBath\nOpens in June.\nPath\nOpens in May.")
    heads = sheet.texts("Bath", "Path", "Pier")
    whole = section(sheet, "schedule", "Schedule", "-")
    parts: tuple[Section, ...] = (
        section(sheet, "other", "Bath", "Opens in June."),
        section(sheet, "other", "Path", "Opens in May."),
    )
    plan = replace(whole, parts=parts)
    project = report(sheet, 2, None, *map(subproject, heads), sections=(plan,))
    assert only("subproject-not-scheduled", project).values["title"] == "Pier"


def test_no_schedule_at_all() -> None:
    assert ask("subproject-not-scheduled", report(Sheet("Bath"), 2, None, subproject(Sheet("Bath").text("Bath")))) == []


def spelt(title: str, *others: str) -> Project:
    sheet = Sheet("\n".join([*others, title]))
    spellings = sheet.texts(*others)
    return report(sheet, 2, None, subproject(sheet.text(title), spellings=spellings))


def test_a_title_that_is_spelt_otherwise_elsewhere() -> None:
    problem = only("subproject-spelt-twice", spelt("Market- and harbour work", "Market and harbour work"))
    assert (problem.place.line, problem.values["spelling"]) == (1, "Market and harbour work")
    assert [place.line for place in problem.related] == [2]


def test_the_same_odd_spelling_in_two_places_is_one_finding() -> None:
    problem = only("subproject-spelt-twice", spelt("Market- and harbour", "Market and harbour", "MARKET and harbour:"))
    assert [place.line for place in problem.related] == [3, 2]


@pytest.mark.parametrize("other", ["market- and  harbour", "Market– and harbour", "Market- and harbour:"])
def test_how_a_title_is_set_does_not_matter(other: str) -> None:
    assert ask("subproject-spelt-twice", spelt("Market- and harbour", other)) == []


def test_two_sub_projects_that_are_one() -> None:
    sheet = Sheet("Harbour bath\nStage 1: the pier\nHarbour-baths\nStage 2: the pier")
    told = map(subproject, sheet.texts("Harbour bath", "Stage 1: the pier", "Harbour-baths", "Stage 2: the pier"))
    problem = only("subproject-spelt-twice", report(sheet, 2, None, *told))
    assert (problem.place.text, problem.values["title"]) == ("Harbour-baths", "Harbour bath")


def test_another_spelling_in_the_last_report_or_in_the_application() -> None:
    last = spelt("Harbour-baths")
    problem = only("subproject-spelt-twice", spelt("Harbour bath").model_copy(update={"previous": last}))
    assert (problem.variant, problem.values["spelling"], problem.related) == ("last", "Harbour-baths", ())
    sheet = Sheet("Activities\nHarbour-baths and a coast path")
    told = section(sheet, "activities", "Activities", "Harbour-baths and a coast path")
    items = (told.text.slice(0, len("Harbour-baths")),)
    applied = sheet.project("application", sections=(replace(told, items=items),))
    problem = only("subproject-spelt-twice", spelt("Harbour bath").model_copy(update={"application": applied}))
    assert (problem.variant, problem.values["spelling"]) == ("application", "Harbour-baths")


def test_the_same_name_in_the_last_report() -> None:
    sheet = Sheet("Harbour bath\nHarbour-baths")
    both = report(sheet, 1, None, *map(subproject, sheet.texts("Harbour bath", "Harbour-baths")))
    assert ask("subproject-spelt-twice", spelt("Harbour bath").model_copy(update={"previous": both})) == []


def test_two_of_many_sub_projects_that_are_one() -> None:
    titles = [f"Harbour bath {number}" for number in range(2000)]
    sheet = Sheet("\n".join([*titles, "Coast path", "Coast paths"]))
    told = map(subproject, sheet.texts(*titles, "Coast path", "Coast paths"))
    problem = only("subproject-spelt-twice", report(sheet, 2, None, *told))
    assert (problem.place.text, problem.values["title"]) == ("Coast paths", "Coast path")
