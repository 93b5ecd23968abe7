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


@pytest.mark.parametrize("number", ["4.1", "4.1.", "4)", "IV."])
def test_a_heading_with_a_number_of_its_own_before_the_marker(number: str) -> None:
    body = f"## {number} Delprojekt 1: Havnebad\n### {number} Rapport 3, 4. kvartal 2026\nBygget.\n"
    read = danish(f"# Byen\nRapport nr.: 3\nPeriode: 4. kvartal 2026\n\n{body}")
    assert titles(read) == [(1, "Havnebad")]
    assert told(read.subprojects[0]) == [(3, Q4, "Bygget.")]


@pytest.mark.parametrize(
    "text",
    [
        "2. Status for delprojekterne\n\n2.1 Bad\nBygget.\n\n2.2 Sti\nRyddet.\n\n3. Afvigelser\nIngen.\n",
        "Delprojekter:\n\nBad:\nBygget.\n\nSti:\nRyddet.\n\nAfvigelser:\nIngen.\n",
        "## Delprojekter\n\nBad:\nBygget.\n\nSti:\nRyddet.\n\n## Afvigelser\nIngen.\n",
        "## Delprojekt A – Bad\nBygget.\n\n## Delprojekt B: Sti\nRyddet.\n\n## Afvigelser\nIngen.\n",
        "## Delprojekt II – Bad\nBygget.\n\n## Delprojekt III – Sti\nRyddet.\n\n## Afvigelser\nIngen.\n",
    ],
)
def test_lines_that_are_heads_by_where_they_stand(text: str) -> None:
    read = danish(f"Rapport nr.: 2\nPeriode: 2. halvår 2026\n\n{text}")
    assert titles(read) == [(None, "Bad"), (None, "Sti")]
    assert [told(each)[0][2] for each in read.subprojects] == ["Bygget.", "Ryddet."]
    assert text_of(read, "deviations") == "Ingen."


@pytest.mark.parametrize(
    "text",
    [
        "## Delprojekter\n\nVi arbejder med havnen nu:\nDen bygges.\n",  # one alone leads to what follows
        "## Delprojekter\n\nVores to:\n- Bad\n\nDe andre:\n- Sti\n",
        "## Økonomi\n\nBad:\nBrugt.\n\nSti:\nBrugt.\n",
        "## Indsats i byen\nBygget.\n",
    ],
)
def test_lines_that_are_no_heads(text: str) -> None:
    assert danish(text).subprojects == ()


TABLE = "| {} | Status | Bemærkninger |\n|---|---|---|\n| Bad | Afsluttet | Maj 2026 |\n| Sti | Forsinket | |\n"


@pytest.mark.parametrize(
    "text",
    [
        TABLE.format("Delprojekt"),
        "## Delprojekter\n" + TABLE.format("Navn"),
        "## Status\n" + TABLE.format("Arbejdspakke"),
        TABLE.format("Delprojekt") + "\n\n" + TABLE.format("Delprojekt"),  # told twice
    ],
)
def test_sub_projects_in_a_table(text: str) -> None:
    read = danish(f"# Byen\nRapport nr.: 2\nPeriode: 4. kvartal 2026\n\n{text}\n## Økonomi\nGodt.\n")
    assert titles(read) == [(None, "Bad"), (None, "Sti")]
    assert told(read.subprojects[0]) == [(2, Q4, "Status: Afsluttet\nBemærkninger: Maj 2026")]
    assert told(read.subprojects[1]) == [(2, Q4, "Status: Forsinket")]
    assert read.subprojects[1].place.text == "| Sti | Forsinket | |"
    assert "| Status | Bemærkninger |" in read.unplaced[0].value


@pytest.mark.parametrize(
    "text",
    [
        "## Tidsplan\n" + TABLE.format("Delprojekt"),
        "## Økonomi\n| Delprojekt | Budget | Status |\n|---|---|---|\n| Bad | 500 | Brugt |\n",
        "## Risici\n" + TABLE.format("Risiko"),
        TABLE.format("Møde"),
    ],
)
def test_other_tables_hold_no_sub_projects(text: str) -> None:
    assert danish(f"# Byen\nRapport nr.: 2\n\n{text}").subprojects == ()


def test_a_table_over_what_is_told_below_is_only_an_overview() -> None:
    read = danish(f"{HEAD}{TABLE.format('Delprojekt')}\n### Bad\nBygget.\n\n### Sti\nRyddet.\n")
    assert [told(each)[0][2] for each in read.subprojects] == ["Bygget.", "Ryddet."]
    assert "| Bad | Afsluttet |" in text_of(read, "subprojects")


BENCHES = [(None, "Bænke"), (None, "Træer")]
PERIOD = "Projekt: Torvet\nRapport nr.: 3\nPeriode: 4. kvartal 2026\n\n"


@pytest.mark.parametrize(
    "name", ["Delprojekt: {}", "**Delprojekt: {}**", "**Delprojekt:** {}", "Arbejdspakke: {}", "**Fokusområde**: {}"]
)
@pytest.mark.parametrize("holder", ["", "## Delprojekter\n"])
def test_labels_without_a_number_name_sub_projects(name: str, holder: str) -> None:
    text = f"{PERIOD}{holder}{name.format('Bænke')}\nFire er sat op.\n\n{name.format('Træer')}\nTi er plantet.\n"
    read = danish(f"{text}\n## Økonomi\nGodt.\n")
    assert titles(read) == BENCHES
    assert [told(each) for each in read.subprojects] == [[(3, Q4, "Fire er sat op.")], [(3, Q4, "Ti er plantet.")]]
    assert text_of(read, "economy") == "Godt."
    assert read.subprojects[0].title.place.text == "Bænke"


def test_one_such_label_names_a_sub_project_only_below_the_heading_that_holds_them() -> None:
    told_once = "Delprojekt: Bænke\nFire er sat op.\n"
    assert titles(danish(f"{PERIOD}## Delprojekter\n{told_once}")) == [(None, "Bænke")]
    assert danish(PERIOD + told_once).subprojects == ()
    assert danish(f"{PERIOD}Fokusområde: Byrum\n{told_once}").subprojects == ()
    assert danish(f"{PERIOD}{told_once}\n## Status\nGodt.\n\n{told_once}").subprojects == ()


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_bold_titles_in_the_section_that_holds_sub_projects_are_one_each(gap: str) -> None:
    text = f"**Bænke**{gap}Fire er sat op.\n\n**Træer**{gap}Ti er plantet.\n"
    read = danish(f"{HEAD}{text}\n## Afvigelser\nIngen.\n")
    assert titles(read) == BENCHES
    assert [told(each) for each in read.subprojects] == [[(3, Q4, "Fire er sat op.")], [(3, Q4, "Ti er plantet.")]]
    assert text_of(read, "deviations") == "Ingen."


@pytest.mark.parametrize("inner", ["**Bemærk:** De er tunge.", "**Bemærk:**\nDe er tunge.", "**Risici**\nIngen."])
def test_bold_labels_below_a_bold_title_stay_inside(inner: str) -> None:
    read = danish(f"{HEAD}**Bænke**\nFire er sat op.\n\n{inner}\n\n**Træer**\nTi er plantet.\n\n{inner}\n")
    assert titles(read) == BENCHES


@pytest.mark.parametrize("head", ["### Bænke", "**Delprojekt 1 - Bænke**"])
def test_bold_titles_below_a_stronger_name_stay_inside(head: str) -> None:
    read = danish(f"{HEAD}{head}\nFire er sat op.\n\n**Billeder**\nSe bilag.\n")
    assert [title for _, title in titles(read)] == ["Bænke"]
