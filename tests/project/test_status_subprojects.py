"""Sub-projects are read below the sections that hold them and behind the schema's words, each with its entries."""

from __future__ import annotations

import pytest
from project_text import project
from report_text import danish, report, text_of, titles, told

from projektkort.project.models import Project

Q3, Q4 = ("2026-07-01", "2026-09-30"), ("2026-10-01", "2026-12-31")
HEAD = "# Byen\nRapport nr.: 3\nPeriode: 4. kvartal 2026\n\n## Delprojekter\n"
CUMULATIVE = """# Byen
Rapport nr.: 2

## Status
Det går godt.
### Havnebad
#### Rapport 1, 1. juli – 30. september 2026
Tegnet.

- Skitse
- Pris
#### Rapport 2, 1. oktober – 31. december 2026
Bygget.
### Sti
#### Rapport 2, 1. oktober – 31. december 2026
Ryddet.
## Afvigelser
Ingen.
"""


def sections(read: Project) -> list[tuple[str | None, str]]:
    return [(section.id, section.text.value) for section in read.sections if section.id != "language"]


def test_a_heading_below_the_situation_is_a_sub_project_with_an_entry_per_report() -> None:
    read = danish(CUMULATIVE)
    assert titles(read) == [(None, "Havnebad"), (None, "Sti")]
    assert told(read.subprojects[0]) == [(1, Q3, "Tegnet.\n\n- Skitse\n- Pris"), (2, Q4, "Bygget.")]
    assert told(read.subprojects[1]) == [(2, Q4, "Ryddet.")]
    assert [item.value for item in read.subprojects[0].entries[0].items] == ["Skitse", "Pris"]
    assert sections(read) == [("report_number", "2"), ("situation", "Det går godt."), ("deviations", "Ingen.")]
    assert read.other == ()


def test_a_sub_project_reaches_from_its_heading_to_its_last_character() -> None:
    first = danish(CUMULATIVE).subprojects[0]
    assert first.place.text == CUMULATIVE[CUMULATIVE.index("### Havnebad") : CUMULATIVE.index("\n### Sti")]
    assert first.entries[1].place.text == "#### Rapport 2, 1. oktober – 31. december 2026\nBygget."
    assert first.entries[1].label is not None
    assert first.entries[1].label.value == "Rapport 2, 1. oktober – 31. december 2026"


def test_what_stands_before_the_first_entry_is_one_without_a_number() -> None:
    read = danish(CUMULATIVE.replace("### Havnebad\n", "### Havnebad\nTovholder: Ida\n"))
    assert told(read.subprojects[0])[0] == (None, None, "Tovholder: Ida") or told(read.subprojects[0])[0][:2] == (
        None,
        None,
    )
    assert len(read.subprojects[0].entries) == 3


def test_the_only_entry_is_the_current_report_s() -> None:
    read = danish(f"{HEAD}### Havnebad\nBygget.\n### Sti\n### Kor\nSang.\n")
    assert [told(each) for each in read.subprojects] == [[(3, Q4, "Bygget.")], [], [(3, Q4, "Sang.")]]
    assert read.subprojects[0].entries[0].label is None
    assert text_of(read, "subprojects") == ""


def test_an_only_entry_that_tells_another_report_keeps_it() -> None:
    read = danish(f"{HEAD}### Havnebad\n**Periode:** 3. kvartal 2026\n\nBygget.\n")
    assert told(read.subprojects[0]) == [(None, Q3, "Bygget.")]


def test_labelled_parts_of_a_sub_project_are_its_entry_s() -> None:
    text = """# Byen
Rapport nr.: 2
## Delprojekter
### Havnebad
Bygget.
#### Afvigelser
En uge sent.
##### Årsag
Regn.
#### Økonomi
- 40 %
### Sti
Ryddet.
**Afvigelser:** Ingen.
## Økonomi
Godt.
"""
    [bath, path] = danish(text).subprojects
    found = [(part.id, part.label.value, part.text.value) for part in bath.entries[0].sections]
    assert found == [("deviations", "Afvigelser", "En uge sent.\n##### Årsag\nRegn."), ("economy", "Økonomi", "- 40 %")]
    assert [item.value for item in bath.entries[0].sections[1].items] == ["40 %"]
    assert [(part.id, part.text.value) for part in path.entries[0].sections] == [("deviations", "Ingen.")]
    assert text_of(danish(text), "economy") == "Godt."


def test_a_label_that_only_the_last_sub_project_has_is_the_report_s() -> None:
    paths = "### Sti\nRyddet.\n**Risici:** Regn.\n\n**Økonomi:** Godt.\n"
    read = danish(f"{HEAD}### Bad\nBygget.\n**Risici:** Ingen.\n{paths}")
    assert [[part.id for part in each.entries[0].sections] for each in read.subprojects] == [["risks"], ["risks"]]
    assert text_of(read, "economy") == "Godt."


def test_a_number_or_a_period_below_a_label_is_the_entry_s() -> None:
    text = "# Byen\n\n## Delprojekter\n### Bad\n**Rapport nr.:** 2\n**Periode:** 4. kvartal 2026\n\nBygget.\n"
    assert told(danish(text).subprojects[0]) == [(2, Q4, "Bygget.")]


@pytest.mark.parametrize(
    ("heading", "number", "title"),
    [
        ("## Delprojekt 1 - Havnebad", 1, "Havnebad"),
        ("## Delprojekt nr. 1: Havnebad", 1, "Havnebad"),
        ("## DELPROJEKT 1 Havnebad", 1, "Havnebad"),
        ("## Delprojekt: Havnebad", None, "Havnebad"),
        ("## Delprojekt 1", 1, "Delprojekt 1"),
        ("## Delprojekt 1.2 Havnebad", None, "Havnebad"),
        ("**Indsatsområde 1 – Havnebad**", 1, "Havnebad"),
        ("**Indsatsområde 1 – Havnebad:** Bygget.", 1, "Havnebad"),
        ("Arbejdspakke 1: Havnebad", 1, "Havnebad"),
        ("Work package 1 – Havnebad", 1, "Havnebad"),
    ],
)
def test_the_words_of_the_schema_mark_a_sub_project_anywhere(heading: str, number: int | None, title: str) -> None:
    body = "" if heading.endswith("Bygget.") else "Bygget.\n"
    read = danish(f"# Byen\n\n{heading}\n{body}\n## Økonomi\nGodt.\n")
    assert titles(read) == [(number, title)]
    assert [text for _, _, text in told(read.subprojects[0])] == ["Bygget."]
    assert text_of(read, "economy") == "Godt."


@pytest.mark.parametrize(
    "line",
    [
        "Delprojekt 1 er afsluttet",
        "Delprojekt 1: Havnebadet åbnede i maj.",
        "Vi talte om Delprojekt 1: Havnebad",
        "- Delprojekt 1: Bad",
    ],
)
def test_a_line_that_only_begins_like_a_marker_is_text(line: str) -> None:
    read = danish(f"# Byen\n\n## Resumé\nKort.\n{line}\n")
    assert read.subprojects == ()
    assert text_of(read, "summary") == f"Kort.\n{line}"


def test_plain_text_needs_whole_lines() -> None:
    text = """Statusrapport 2, 4. kvartal 2026

Delprojekt 1: Havnebad
Rapport 1, 3. kvartal 2026
Tegnet. Se Rapport 2, 4. kvartal 2026, for mere.
Rapport 2 (4. kvartal 2026)
Bygget.
Resultater: 40 kom.

Delprojekt 2: Kommunikation
Rapport 2: 4. kvartal 2026
Trykt.
Resultater: 900 foldere.

Tidsplan
Kommunikation: juni

Økonomi
Godt.
"""
    read = danish(text)
    assert titles(read) == [(1, "Havnebad"), (2, "Kommunikation")]
    assert told(read.subprojects[0]) == [
        (1, Q3, "Tegnet. Se Rapport 2, 4. kvartal 2026, for mere."),
        (2, Q4, "Bygget."),
    ]
    assert [part.text.value for part in read.subprojects[1].entries[0].sections] == ["900 foldere."]
    assert (text_of(read, "schedule"), text_of(read, "economy")) == ("Kommunikation: juni", "Godt.")


def test_names_in_the_schedule_are_no_sub_projects_of_their_own() -> None:
    text = """# Byen
## Status
### Havnebad
Bygget.
### Kommunikation
Trykt.
### Aktiviteter
Mange.
## Tidsplan
### Havne-bad
Maj.
### Kommunikation
Juni.
### Delprojekt 9: Kor
Juli.
## Risici
Ingen.
"""
    read = danish(text)
    assert titles(read) == [(None, "Havnebad"), (None, "Kommunikation")]
    assert [[text.value for text in each.spellings] for each in read.subprojects] == [["Havne-bad"], ["Kommunikation"]]
    assert text_of(read, "schedule").split("\n") == [
        "### Havne-bad",
        "Maj.",
        "Kommunikation",
        "Juni.",
        "### Delprojekt 9: Kor",
        "Juli.",
    ]
    assert text_of(read, "activities") == "Mange."
    assert text_of(read, "risks") == "Ingen."


def test_the_same_number_is_the_same_sub_project_however_it_is_spelt() -> None:
    text = (
        "# Byen\n## Delprojekt 1: Havnebad\nBygget.\n## Tidsplan\n### Delprojekt 1: Badet\nMaj.\n**Havnebad:** Juni.\n"
    )
    assert [text.value for text in danish(text).subprojects[0].spellings] == ["Badet", "Havnebad"]


def test_sub_projects_below_their_section_may_be_bold() -> None:
    text = "# Byen\n\n## Delprojekter\n**Havnebad:** Bygget.\n\n**Kommunikation**\nTrykt.\n\n## Økonomi\nGodt.\n"
    read = danish(text)
    assert [(title, told(each)[0][2]) for each, (_, title) in zip(read.subprojects, titles(read), strict=True)] == [
        ("Havnebad", "Bygget."),
        ("Kommunikation", "Trykt."),
    ]


def test_a_title_may_be_counted() -> None:
    assert titles(danish("# Byen\n\n## Delprojekter\n### 1. Havnebad\nTekst.\n### 2.1 Sti\nTekst.\n")) == [
        (1, "Havnebad"),
        (None, "2.1 Sti"),
    ]


def test_other_kinds_have_no_sub_projects() -> None:
    assert project("# Byen\n\n## Status\n### Havnebad\nTekst.\n", schema="generisk").subprojects == ()
    assert project("# Byen\n\n## Delprojekt 1: Sti\nTekst.\n", schema="goal-report").subprojects == ()
    assert report("# Byen\n").subprojects == ()
