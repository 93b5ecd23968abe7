"""Titles glued to running text are headings where the contents confirm them; what looks like one elsewhere is text."""

from __future__ import annotations

from pathlib import Path

import pytest
from project_text import project
from report_text import LONG, danish, period, report, text_of, titles, told, unplaced

CONTENTS = (
    "Indhold Status... 2 Delprojekt 1 - Havnebad... 2 Delprojekt 2 - Kajgade... 3 "
    "Tidsplan... 4 Havnebad... 4 Økonomi... 4"
)
FIRST, SECOND = "Rapport 1, 1. juli – 30. september 2026", "Rapport 2, 1. oktober – 31. december 2026"
PAGES = [
    f"Status Delprojekt 1 - Havnebad {FIRST} Badet er tegnet. {SECOND} Badet er bygget. {LONG}2",
    f"Delprojekt 2 - Kajgade {FIRST} Vi aftalte det med Delprojekt 1. {SECOND} Alt står i {FIRST} som før. {LONG}3",
    "Tidsplan Havnebad Åbner i maj 2027. Økonomi Efter planen. 4",
]
BATH = [
    (1, ("2026-07-01", "2026-09-30"), "Badet er tegnet."),
    (2, ("2026-10-01", "2026-12-31"), f"Badet er bygget. {LONG.strip()}"),
]


def glued(*pages: str, contents: str = CONTENTS) -> str:
    return "\n".join(("Byen samles Rapport 2", contents, *pages, ""))


def test_sub_projects_and_entries_of_running_text_are_read() -> None:
    read = danish(glued(*PAGES))
    assert titles(read) == [(1, "Havnebad"), (2, "Kajgade")]
    assert told(read.subprojects[0]) == BATH
    assert [text for _, _, text in told(read.subprojects[1])] == [
        "Vi aftalte det med Delprojekt 1.",
        f"Alt står i {FIRST} som før. {LONG.strip()}",
    ]
    assert text_of(read, "situation") == ""
    assert text_of(read, "schedule") == "Havnebad\nÅbner i maj 2027."
    assert text_of(read, "economy") == "Efter planen."
    assert unplaced(read) == [CONTENTS, "2", "3", "4"]


def test_every_piece_knows_its_place() -> None:
    read = danish(glued(*PAGES))
    [first, second] = read.subprojects[0].entries
    assert first.label is not None
    assert (first.label.place.text, first.text.place.text) == (FIRST, "Badet er tegnet.")
    assert (first.place.line, first.place.text) == (6, f"{FIRST} Badet er tegnet.")
    assert read.subprojects[0].place.text == PAGES[0].removeprefix("Status ").removesuffix(" 2")
    assert second.period is not None
    assert second.label is not None
    assert second.label.value[second.period.begin : second.period.stop] == "1. oktober – 31. december 2026"


def test_the_spellings_in_contents_and_schedule_are_kept_as_written() -> None:
    text = glued(*PAGES).replace("Havnebad... 4", "Havne-bad... 4").replace("Tidsplan Havnebad", "Tidsplan Havne bad")
    read = danish(text)
    assert [text.value for text in read.subprojects[0].spellings] == ["Havnebad", "Havne-bad", "Havne bad"]
    assert [text.value for text in read.subprojects[1].spellings] == ["Kajgade"]


@pytest.mark.parametrize(
    "contents",
    [
        CONTENTS.replace(" ", "\n", 1).replace("... ", " ........ ").replace(" Delprojekt", "\nDelprojekt"),
        CONTENTS.replace("...", "…"),
        CONTENTS.replace("...", " . . . . "),
        CONTENTS.replace("Indhold", "**Indholdsfortegnelse**"),
        CONTENTS.replace("Indhold", "## Indhold:"),
        CONTENTS.replace("Delprojekt 1 - ", "").replace("Delprojekt 2 - ", ""),
        CONTENTS.replace(" - ", ": "),
        CONTENTS.replace("Havnebad", "HAVNEBAD"),
    ],
)
def test_contents_are_written_in_many_ways(contents: str) -> None:
    read = danish(glued(*PAGES, contents=contents))
    assert [(number, title.casefold()) for number, title in titles(read)] == [(1, "havnebad"), (2, "kajgade")]
    assert told(read.subprojects[0]) == BATH
    assert text_of(read, "economy") == "Efter planen."


def test_contents_in_lines_of_their_own_need_no_dots_where_the_titles_stand_in_the_text_again() -> None:
    contents = "Indhold\nStatus 2\nDelprojekt 1 - Havnebad\t2\nDelprojekt 2 - Kajgade   3\n\nTidsplan 4\nØkonomi 4"
    assert titles(danish(glued(*PAGES, contents=contents))) == [(1, "Havnebad"), (2, "Kajgade")]


@pytest.mark.parametrize(
    "text",
    [
        "Indhold: Vi måler i to år... 2 gange om året.",
        "Indhold\nNaboer 12\nGæster 14",
        "Indhold\nNaboer 12\nGæster 14\nBørn 16",
    ],
)
def test_a_section_that_is_called_contents_stays(text: str) -> None:
    read = danish(f"# Byen\n\n{text}\n\n## Økonomi\nGodt.\n")
    assert unplaced(read) == []
    assert "".join(text_of(read, "activities").split()) in "".join(text.split())


def test_pages_need_no_numbers_for_titles_that_begin_something() -> None:
    read = danish(glued(*(page[:-1] for page in PAGES)))
    assert titles(read) == [(1, "Havnebad"), (2, "Kajgade")]
    assert told(read.subprojects[0]) == BATH


def test_a_title_inside_a_sentence_is_no_heading() -> None:
    contents = CONTENTS.replace("Delprojekt 2 - Kajgade", "Kajgade")
    page = f"Status Delprojekt 1 - Havnebad {FIRST} Vi gik ad Kajgade Vest. Kajgade er lang. {LONG}"
    [only] = danish(glued(page, "Tidsplan Maj. Økonomi Godt.", contents=contents)).subprojects
    assert only.entries[0].text.value == f"Vi gik ad Kajgade Vest. Kajgade er lang. {LONG.strip()}"


def test_a_title_in_a_sentence_is_a_heading_on_the_page_that_the_contents_tell() -> None:
    contents = CONTENTS.replace("Delprojekt 2 - Kajgade", "Kajgade")
    pages = (
        PAGES[0].replace("Badet er tegnet.", "Vi gik ad Kajgade Vest"),
        f"Mere om badet i juni Kajgade {FIRST} Ny. {LONG}3",
    )
    read = danish(glued(*pages, PAGES[2], contents=contents))
    assert [title for _, title in titles(read)] == ["Havnebad", "Kajgade"]
    assert told(read.subprojects[1])[0][2] == f"Ny. {LONG.strip()}"
    assert "Vi gik ad Kajgade Vest" in told(read.subprojects[0])[0][2]


def test_titles_far_from_their_page_are_text_unless_they_begin_something() -> None:
    pages = [f"{LONG}{page}" for page in (2, 3, 4, 5, 6)]
    contents = "Indhold Status... 2 Økonomi... 6 Risici... 7"
    read = danish(
        glued(
            f"Status {pages[0]}",
            f"Alt om Økonomi Vest. {pages[1]}",
            *pages[2:],
            "Økonomi Godt. Risici Ingen.",
            contents=contents,
        )
    )
    assert text_of(read, "economy") == "Godt."
    assert text_of(read, "risks") == "Ingen."


def test_one_title_that_is_missing_costs_no_other() -> None:
    read = danish(glued(PAGES[0], PAGES[1].replace("Delprojekt 2 - Kajgade", "Om kajen:"), PAGES[2]))
    assert titles(read) == [(1, "Havnebad")]
    assert text_of(read, "economy") == "Efter planen."


def test_numbers_of_entries_go_up_and_periods_are_told() -> None:
    again = (
        "Rapport 1, 1. juli – 30. september 2026 Igen. Rapport 3 Uden periode. Rapport 4, 1. april 2027 var en torsdag."
    )
    page = f"Status Delprojekt 1 - Havnebad {FIRST} Tegnet. {SECOND} Bygget. {again}"
    [bath] = danish(glued(page, contents="Indhold Status... 2 Delprojekt 1 - Havnebad... 2")).subprojects
    assert told(bath)[1][2] == f"Bygget. {again}"


def test_numbered_titles_are_as_deep_as_their_numbers() -> None:
    contents = "Innehåll 1 Sammanfattning... 1 2 Läget... 1 2.1 Bryggan... 1 2.2 Torget... 2 3. Ekonomi... 2"
    text = (
        "Byen\n"
        + contents
        + "\n1 Sammanfattning Bra. 2 Läget 2.1 Bryggan Byggd. Torget Ritat. 3. Ekonomi Enligt plan.\n"
    )
    read = report("---\nspråk: sv\n---\n" + text)
    assert [
        (title, [entry.text.value for entry in each.entries])
        for each, (_, title) in zip(read.subprojects, titles(read), strict=True)
    ] == [
        ("2.1 Bryggan", ["Byggd."]),
        ("Torget", ["Ritat."]),
    ]
    assert text_of(read, "economy") == "Enligt plan."


def test_a_schema_s_own_markers_count(tmp_path: Path) -> None:
    path = tmp_path / "egen.yaml"
    path.write_text(
        "id: egen\nkind: status-report\nlanguage: da\nsections: [{id: situation}, {id: economy}]\n"
        "markers: {subproject: ['Spor {title}'], entry: ['Runde {number} ({period})', 'Opsamling {number}']}\n",
        "utf-8",
    )
    text = (
        "Byen\n\n## Spor Havnebad\n### Runde 2 (4. kvartal 2026)\nBygget.\n### Opsamling 3\nGodt.\n### Runde 4\nMere.\n"
    )
    [bath] = project(text, schema=str(path)).subprojects
    assert (bath.title.value, told(bath)) == (
        "Havnebad",
        [(2, ("2026-10-01", "2026-12-31"), "Bygget."), (3, None, "Godt.\n### Runde 4\nMere.")],
    )


def test_headings_of_markdown_stay_what_they_are() -> None:
    text = glued("# Status", "## Delprojekt 1 - Havnebad", f"### {FIRST}", "Tegnet.", "# Økonomi", "Godt.")
    read = danish(text)
    assert titles(read) == [(1, "Havnebad")]
    assert [(entry.number, period(entry), entry.text.value) for entry in read.subprojects[0].entries] == [
        (1, ("2026-07-01", "2026-09-30"), "Tegnet.")
    ]
    assert text_of(read, "economy") == "Godt."


def test_a_print_with_its_numbers_at_the_top_is_read_page_by_page() -> None:
    contents = "Indhold Resumé... 2 Status... 2 Delprojekt 1 - Havnebad... 2 Kajgade... 3 Økonomi... 4"
    pages = (
        f"Byen samles 2 Resumé Godt. Status Delprojekt 1 - Havnebad {SECOND} Bygget ved Kajgade Vest.",
        f"3 Byen samles Vi nåede det hele i juni Kajgade {SECOND} Brolagt.",
        "Byen samles 4 Økonomi Efter planen.",
    )
    read = danish(glued(*pages, contents=contents))
    assert [text for each in read.subprojects for _, _, text in told(each)] == [
        "Bygget ved Kajgade Vest.\nVi nåede det hele i juni",
        "Brolagt.",
    ]
    assert (text_of(read, "summary"), text_of(read, "economy")) == ("Godt.", "Efter planen.")
    assert unplaced(read) == [contents, "Byen samles 2", "3 Byen samles", "Byen samles 4"]


@pytest.mark.parametrize("leaders", ["." * 50_000, " ." * 25_000, "…" * 50_000, "_" * 50_000, " " * 50_000])
def test_a_very_long_line_that_begins_like_a_list_of_contents(leaders: str) -> None:
    line = f"Indholdsfortegnelse A{leaders}x"
    assert text_of(danish(f"# Byen\nRapport nr.: 2\n\n## Økonomi\n{line}\n"), "economy") == line


def test_dots_with_spaces_between_lead_to_pages() -> None:
    contents = CONTENTS.replace("...", " . . . .")
    assert titles(danish(glued(*PAGES, contents=contents))) == [(1, "Havnebad"), (2, "Kajgade")]


def test_numbers_before_the_marker_words_of_the_contents() -> None:
    contents = CONTENTS.replace("Delprojekt 1", "2. Delprojekt 1").replace("Delprojekt 2", "3. Delprojekt 2")
    assert titles(danish(glued(*PAGES, contents=contents))) == [(1, "Havnebad"), (2, "Kajgade")]


@pytest.mark.parametrize("bare", [CONTENTS, CONTENTS.replace("...", ""), CONTENTS.replace("...", "")[:-2] + " 4 1"])
def test_contents_may_stand_on_the_line_of_the_title_and_without_dots(bare: str) -> None:
    read = danish("\n".join((f"Byen samles Rapport 2 {bare}", *PAGES, "")))
    assert titles(read) == [(1, "Havnebad"), (2, "Kajgade")]
    assert told(read.subprojects[0]) == BATH
    assert read.title is not None
    assert read.title.value == "Byen samles"


def test_the_word_for_contents_in_a_sentence_begins_no_list() -> None:
    text = "Byen samles Rapport 2\nVi gav festen et nyt Indhold og talte 12 gæster og 14 børn.\n\n## Økonomi\nGodt.\n"
    assert any("12 gæster" in each for each in unplaced(danish(text)))
