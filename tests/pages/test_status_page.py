"""The page of a status report: which sub-project was told of when, a line of time, and every entry, newest first."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
from builder import Words
from markup import parsed, safe_and_accessible, words
from reported import JANUARY, JULY, OCTOBER, Desk, status_report

from projektkort.frozen import replace
from projektkort.pages import page
from projektkort.pages.progress import progress
from projektkort.pages.slots import Series
from projektkort.pages.timeline import timeline
from projektkort.pages.voice import Voice
from projektkort.project.models import Project, Section
from projektkort.span import Place, Text

DANISH = Voice("da", "md")


def headings(project: Project) -> list[str]:
    text = page(project, [], catalogue=Words())
    return [line for line in text.splitlines() if line.startswith("#")]


def test_the_first_screen_tells_which_report_it_is_and_how_far_the_project_is() -> None:
    text = page(status_report(), [], catalogue=Words())
    assert text.startswith(
        """\
# Kystbyer i bevægelse

Rapport 3, 1. januar – 31. marts 2027

Delprojekter: 3 (2 af 3 er omtalt i denne rapport) · Budget: 160.000 kr. · \
Forbrug: 120.000 kr. (75 % af budgettet) · Forløbet tid: 37,5 % (1. juli 2026 – 30. juni 2028)

Kontrollen fandt intet at bemærke.

- **Rapport nr.:** 3
- **Periode:** 1. januar – 31. marts 2027
- **Projektperiode:** 1. juli 2026 – 30. juni 2028

## Periode for periode

| Delprojekt | Rapport 3, 1. januar – 31. marts 2027 | Rapport 2, 1. oktober – 31. december 2026 | \
Rapport 1, 1. juli – 30. september 2026 |
| --- | --- | --- | --- |
| 1. Havnebad | Tre firmaer bød på opgaven, og det billigste … | Udbud er sendt den 5. november 2026. | \
Tegninger er lavet. 14 naboer kom. |
| Stiforløb | — | 40 m grus. | Ruten er gået. |
| Sauna | Et nyt ønske fra 25 vinterbadere. | — | — |

## Tidslinje

- Rapport 1: 1. juli – 30. september 2026
- Rapport 2: 1. oktober – 31. december 2026
- Rapport 3: 1. januar – 31. marts 2027
- 12. april 2027: bygget begynder
- 1. maj 2028: indvielse

## Afvigelser
"""
    )


def test_the_order_of_the_page() -> None:
    entry = "#### Rapport {}, {}".format
    assert headings(status_report()) == [
        "# Kystbyer i bevægelse",
        *("## Periode for periode", "## Tidslinje", "## Afvigelser", "## Økonomi", "## Risici", "## Budget"),
        "## Seneste: Rapport 3, 1. januar – 31. marts 2027",
        *("### 1. Havnebad", entry(3, JANUARY), "##### Afvigelser", "### Stiforløb", "### Sauna", entry(3, JANUARY)),
        *("## Tidsplan", "## Tidligere perioder"),
        *("### 1. Havnebad", entry(2, OCTOBER), entry(1, JULY), "### Stiforløb", entry(2, OCTOBER), entry(1, JULY)),
    ]


def test_every_entry_stands_on_both_pages_in_full() -> None:
    project = status_report()
    for text in (page(project, [], catalogue=Words()), words(parsed(project).text)):
        for subproject in project.subprojects:
            for entry in subproject.entries:
                assert entry.text.value in text
                assert all(section.text.value in text for section in entry.sections)


@pytest.mark.parametrize("template", ["report", "card"])
def test_the_page_is_safe_and_accessible(template: str) -> None:
    safe_and_accessible(parsed(status_report(), template=template))


def test_the_matrix_leads_to_the_entries_and_says_where_nothing_is_told() -> None:
    reading = parsed(status_report())
    links = [attributes["href"] for attributes in reading.of("a") if attributes["href"] != "#text"]
    assert links == ["#entry-1-3", "#entry-1-2", "#entry-1-1", "#entry-2-2", "#entry-2-1", "#entry-3-1"]
    text = words(reading.text)
    assert "Stiforløb — ikke omtalt 40 m grus. Ruten er gået." in text
    assert "Stiforløb ikke omtalt Sauna" in text


def test_the_line_of_time() -> None:
    reading = parsed(status_report())
    pieces = [(piece.get("class"), piece["x"], piece["width"]) for piece in reading.of("rect")]
    assert pieces == [
        (None, "0.000%", "13.711%"),
        (None, "13.711%", "13.711%"),
        ("current", "27.422%", "13.413%"),
    ]
    assert [piece["cx"] for piece in reading.of("circle")] == ["42.474%", "99.851%"]
    text = words(reading.text)
    assert "Tidslinje: Rapport 1 1. juli – 30. september 2026; Rapport 2" in text
    assert "1 2 3 2027 2028 Rapport 1: 1. juli – 30. september 2026 Rapport 2:" in text


def test_a_line_of_time_needs_two_things_on_it() -> None:
    desk = Desk()
    one = desk.subproject("Bad", desk.entry(1, JULY, "Begyndt."))
    project = desk.project(kind="status-report", subprojects=(one,))
    assert timeline(project, Series(project), DANISH) is None
    undated = desk.subproject("Bad", desk.entry(1, None, "Begyndt."), desk.entry(2, None, "Færdigt."))
    project = desk.project(kind="status-report", subprojects=(undated,))
    assert timeline(project, Series(project), DANISH) is None
    assert "Tidslinje" not in page(project, [], catalogue=Words())
    assert "Tidslinje" not in words(parsed(project).text)


def test_a_long_line_of_time_names_some_years_only() -> None:
    desk = Desk()
    old, new = desk.entry(1, "1. januar – 31. marts 1990", "Plantet."), desk.entry(2, JANUARY, "Fældet.")
    project = desk.project(kind="status-report", subprojects=(desk.subproject("Skov", old, new),))
    line = timeline(project, Series(project), DANISH)
    assert line is not None
    assert [tick.year for tick in line.ticks] == ["1991", "1996", "2001", "2006", "2011", "2016", "2021", "2026"]
    assert [stretch.extent.label for stretch in line.stretches] == ["", ""]


def columns(project: Project) -> list[tuple[str, str]]:
    told = progress(project, DANISH)
    assert told is not None
    return [(column.name, column.span) for column in told.columns]


def test_a_number_tells_the_report_and_takes_its_period_where_that_is_told() -> None:
    desk = Desk()
    bath = desk.subproject("Bad", desk.entry(1, JULY, "a"), desk.entry(None, OCTOBER, "b"))
    path = desk.subproject("Sti", desk.entry(1, None, "c"), desk.entry(2, OCTOBER, "d"))
    project = desk.project(kind="status-report", subprojects=(bath, path))
    assert columns(project) == [
        ("Rapport 2", "1. oktober – 31. december 2026"),
        ("Rapport 1", "1. juli – 30. september 2026"),
    ]
    told = progress(project, DANISH)
    assert told is not None
    assert [[cell.text for cell in row.cells] for row in told.rows] == [["b", "a"], ["d", "c"]]


def test_a_report_that_tells_of_nothing_has_its_column() -> None:
    desk = Desk()
    bath = desk.subproject("Bad", desk.entry(1, JULY, "a"))
    project = desk.project(kind="status-report", report=desk.report(2, OCTOBER), subprojects=(bath,))
    assert columns(project)[0] == ("Rapport 2", "1. oktober – 31. december 2026")
    assert "### Bad\n\nikke omtalt\n" in page(project, [], catalogue=Words())


def test_entries_without_number_and_period_are_of_this_report() -> None:
    desk = Desk()
    bath = desk.subproject("Bad", desk.entry(None, None, "Begyndt."))
    project = desk.project(kind="status-report", subprojects=(bath,))
    assert columns(project) == [("Denne rapport", "")]
    assert headings(project)[1:] == ["## Periode for periode", "## Delprojekter", "### Bad", "#### Denne rapport"]
    dated = project.model_copy(update={"report": desk.report(None, JULY)})
    assert columns(dated) == [("1. juli – 30. september 2026", "")]
    assert page(dated, [], catalogue=Words()).count("\n1. juli – 30. september 2026\n") == 1


def test_two_entries_of_one_period_are_both_kept() -> None:
    desk = Desk()
    bath = desk.subproject(
        "Bad", desk.entry(1, JULY, ""), desk.entry(1, JULY, "Begyndt."), desk.entry(1, JULY, "Igen.")
    )
    project = desk.project(kind="status-report", subprojects=(bath,))
    text = page(project, [], catalogue=Words())
    assert "| Bad | Begyndt. |" in text and "\nIgen.\n" in text


def test_an_entry_may_tell_all_in_its_parts() -> None:
    desk = Desk()
    part = desk.section("deviations", "Afvigelser", "Forsinket\n2 uger.")
    bath = desk.subproject("Bad", desk.entry(1, JULY, "", sections=(part,)))
    text = page(desk.project(kind="status-report", subprojects=(bath,)), [], catalogue=Words())
    assert "| Bad | Forsinket 2 uger. |" in text


def test_periods_that_end_before_they_begin_are_not_drawn() -> None:
    desk = Desk()
    bath = desk.subproject(
        "Bad", desk.entry(1, "31. december 2026 – 1. oktober 2026", "a"), desk.entry(2, JANUARY, "b")
    )
    project = desk.project(kind="status-report", subprojects=(bath,))
    assert columns(project) == [("Rapport 2", "1. januar – 31. marts 2027"), ("Rapport 1", "")]


def test_what_is_left_under_the_heading_of_the_subprojects_stays() -> None:
    desk = Desk()
    bath = desk.subproject("Bad", desk.entry(1, JULY, "a"))
    sections = (
        desk.section("subprojects", "Delprojekter", "Alle er i gang."),
        desk.section("situation", "Status", " "),
    )
    text = page(desk.project(kind="status-report", subprojects=(bath,), sections=sections), [], catalogue=Words())
    assert "## Delprojekter\n\nAlle er i gang.\n" in text and "## Status" not in text


def test_the_economy_with_figures_is_a_table_under_its_own_name() -> None:
    desk = Desk()
    label = desk.text("Økonomi")
    lines = [desk.line("Løn", "120.000", "120000", actual=Decimal(60000)), desk.line("Grus", "40.000", "40000")]
    body = desk.text("Resten bruges i 2028.")
    section = desk.section("economy", "Økonomi", body.value)
    section = replace(section, label=label, text=body, place=Place(desk.lines, label.start, body.end))
    budget = desk.side("budget", lines)
    text = page(desk.project(kind="status-report", sections=(section,), budget=budget), [], catalogue=Words())
    assert (
        """\
## Økonomi

| Post | Budget (kr.) | Forbrug | Forbrug i procent |
| --- | ---: | ---: | ---: |
| Løn | 120.000 | 60.000 | 50 % |
| Grus | 40.000 |  |  |
| I alt | 160.000 |  |  |

- Resten bruges i 2028.
"""
        in text
    )
    assert text.count("## Økonomi") == 1
    assert "Forbrug: kan ikke beregnes" in text and "Forløbet tid" not in text


def test_the_sum_of_what_was_spent_stands_in_the_total() -> None:
    assert "| I alt | 160.000 | 120.000 | 75 % |" in page(status_report(), [], catalogue=Words())


def test_the_time_is_that_of_the_application_where_the_report_tells_only_its_own() -> None:
    project = status_report()
    own = project.report.period if project.report else None
    alone = project.model_copy(update={"period": own})
    assert "Forløbet tid" not in page(alone, [], catalogue=Words())
    applied = alone.model_copy(update={"application": project})
    assert "Forløbet tid: 37,5 %" in page(applied, [], catalogue=Words())


def test_other_languages() -> None:
    text = words(parsed(status_report(language="sv"), language="sv").text)
    assert "Lägesrapport Kystbyer i bevægelse Rapport 3, 1 januari – 31 mars 2027" in text
    english = words(parsed(status_report(), language="en").text)
    assert "The latest: Report 3, 1 January – 31 March 2027" in english


def test_a_schedule_by_sub_project_is_parted_by_their_titles() -> None:
    desk = Desk()
    desk.text("### ", "")
    first, _ = desk.text("Havnebad"), desk.text("12. april 2027: bygget begynder")
    second, last = desk.text("Stiforløb", ""), desk.text(": Grus i september 2027")
    body = Text(desk.lines.text[: last.end], desk.lines, 0, last.end)
    section = Section(id="schedule", label=desk.text("Tidsplan"), text=body, place=Place(desk.lines, 0, last.end))
    bath = desk.subproject("Havnebad", desk.entry(1, JULY, "a")).model_copy(update={"spellings": (first,)})
    path = desk.subproject("Stiforløb", desk.entry(1, JULY, "b")).model_copy(update={"spellings": (second,)})
    project = desk.project(kind="status-report", sections=(section,), subprojects=(bath, path))
    told = "### Havnebad\n\n12. april 2027: bygget begynder\n\n### Stiforløb\n\nGrus i september 2027\n"
    assert f"## Tidsplan\n\n{told}" in page(project, [], catalogue=Words())


def test_a_title_that_begins_a_sentence_parts_nothing() -> None:
    desk = Desk()
    title, _ = desk.text("Havnebad", ""), desk.text(" åbner i maj.")
    body = Text(desk.lines.text.strip(), desk.lines, 0, len(desk.lines.text) - 1)
    section = Section(id="schedule", label=desk.text("Tidsplan"), text=body, place=body.place)
    bath = desk.subproject("Havnebad", desk.entry(1, JULY, "a")).model_copy(update={"spellings": (title,)})
    project = desk.project(kind="status-report", sections=(section,), subprojects=(bath,))
    assert "## Tidsplan\n\nHavnebad åbner i maj.\n" in page(project, [], catalogue=Words())


def test_numbers_of_pages_share_a_line() -> None:
    desk = Desk()
    unplaced = tuple(map(desk.text, ("2", "3", "Side 4", "5")))
    text = page(desk.project(kind="status-report", unplaced=unplaced), [], catalogue=Words())
    assert text.endswith("## Anden tekst i filen\n\n- 2 · 3\n- Side 4\n- 5\n")


def test_a_marker_that_says_more_than_the_report_is_kept() -> None:
    desk = Desk()
    one, two = desk.entry(1, JULY, "a"), desk.entry(2, OCTOBER, "b")
    spoken = one.model_copy(update={"label": desk.text("Sommeren 2026")})
    project = desk.project(kind="status-report", subprojects=(desk.subproject("Bad", spoken, two),))
    assert "#### Sommeren 2026\n\na\n" in page(project, [], catalogue=Words())
    text = words(parsed(project).text)
    assert "Bad b Tidligere perioder Bad Sommeren 2026 a" in text


def test_whole_years_are_told_as_years() -> None:
    desk = Desk()
    project = desk.project(kind="status-report", report=desk.report(None, "2025 – 2027"))
    assert page(project, [], catalogue=Words()).startswith("# Projekt uden titel\n\n2025 – 2027\n")
    assert Voice("da", "md").span(dt.date(2026, 1, 1), dt.date(2026, 12, 31)) == "2026"
    assert Voice("da", "md").span(dt.date(2026, 5, 1), dt.date(2026, 5, 1)) == "1. maj 2026"


def test_an_entry_with_days_of_its_own_says_them_in_its_cell() -> None:
    desk = Desk()
    both = desk.subproject("Bad", desk.entry(1, JULY, "a"), desk.entry(2, OCTOBER, "b"))
    late = desk.subproject("Sti", desk.entry(1, "1. juli – 15. september 2026", "c"), desk.entry(2, OCTOBER, "d"))
    project = desk.project(kind="status-report", subprojects=(both, late))
    found = progress(project, DANISH)
    assert found is not None
    assert [(cell.text, cell.span) for row in found.rows for cell in row.cells] == [
        *(("b", ""), ("a", "")),
        *(("d", ""), ("c", "1. juli – 15. september 2026")),
    ]
    assert [each.report for story in found.older for each in story.tellings] == [
        "Rapport 1, 1. juli – 30. september 2026",
        "Rapport 1, 1. juli – 15. september 2026",
    ]
    assert "| Sti | d | c (1. juli – 15. september 2026) |" in page(project, [], catalogue=Words())
    assert "c 1. juli – 15. september 2026" in words(parsed(project).text)
