"""YAML tells of sub-projects in a list or as a mapping; it says the same as the same report in Markdown."""

from __future__ import annotations

import pytest
from report_text import report, text_of, titles, told

from projektkort.project.models import Project

Q3, Q4 = ("2026-07-01", "2026-09-30"), ("2026-10-01", "2026-12-31")
ENDS = "{start: 2026-07-01, slut: 2026-09-30}"
HEAD = "sprog: da\ntitel: Byen\nrapport nr: 2\nperiode: 4. kvartal 2026\n"


def keyed(text: str) -> Project:
    return report(HEAD + text, "x.yaml")


@pytest.mark.parametrize(
    "reports",
    [
        "[{nr: 1, periode: 3. kvartal 2026, tekst: Tegnet.}, {nr: 2, periode: 4. kvartal 2026, tekst: Bygget.}]",
        f"[{{nr: 1, periode: {ENDS}, tekst: Tegnet.}}, {{nr: rapport 2, periode: 4. kvartal 2026, tekst: Bygget.}}]",
        '{"Rapport 1, 3. kvartal 2026": Tegnet., "Rapport 2, 4. kvartal 2026": {tekst: Bygget.}}',
        "{1: {periode: 3. kvartal 2026, tekst: Tegnet.}, 2: {periode: 4. kvartal 2026, tekst: Bygget.}}",
        "{3. kvartal 2026: {nr: 1, tekst: Tegnet.}, 4. kvartal 2026: {nr: 2, tekst: Bygget.}}",
    ],
)
def test_reports_of_a_sub_project_are_a_list_or_a_mapping(reports: str) -> None:
    read = keyed(f"delprojekter:\n  - titel: Havnebad\n    rapporter: {reports}\n")
    assert titles(read) == [(None, "Havnebad")]
    assert told(read.subprojects[0]) == [(1, Q3, "Tegnet."), (2, Q4, "Bygget.")]
    assert all(entry.label for entry in read.subprojects[0].entries)
    assert text_of(read, "subprojects") == ""


@pytest.mark.parametrize(
    "held",
    [
        "delprojekter: {Havnebad: Bygget., Kommunikation: Trykt.}",
        "delprojekter:\n  - {titel: Havnebad, tekst: Bygget.}\n  - {navn: Kommunikation, tekst: Trykt.}",
        "delprojekter:\n  - Havnebad: Bygget.\n  - Kommunikation: {tekst: Trykt.}",
        "status: {Havnebad: Bygget., Havn: Trykt.}",
    ],
)
def test_without_reports_it_is_the_current_one(held: str) -> None:
    read = keyed(held + "\n")
    assert [told(each) for each in read.subprojects] == [[(2, Q4, "Bygget.")], [(2, Q4, "Trykt.")]]
    assert read.subprojects[0].entries[0].label is None


def test_numbers_titles_and_parts() -> None:
    read = keyed(
        "delprojekter:\n"
        "  - {nr: 1, titel: Havnebad, tekst: Bygget., afvigelser: Ingen., vejr: Regn}\n"
        "  - titel: Delprojekt 2 - Sti\n    tekst: [Ryddet, Målt]\n    nr: mange\n"
        "  - Kor\n"
        '"Delprojekt 4: Bænke": Sat op.\n'
    )
    assert titles(read) == [(1, "Havnebad"), (2, "Sti"), (None, "Kor"), (4, "Bænke")]
    [bath, path, choir, benches] = read.subprojects
    assert told(bath) == [(2, Q4, "Bygget.\nvejr: Regn")]
    assert [(part.id, part.text.value) for part in bath.entries[0].sections] == [("deviations", "Ingen.")]
    assert told(path) == [(2, Q4, "- Ryddet\n- Målt\nnr: mange")]
    assert [item.value for item in path.entries[0].items] == ["Ryddet", "Målt"]
    assert told(choir) == []
    assert told(benches) == [(2, Q4, "Sat op.")]


def test_what_stands_beside_the_reports_is_an_entry_without_a_number() -> None:
    read = keyed("delprojekter:\n  - {titel: Bad, tekst: Om badet., rapporter: [{nr: 2, tekst: Bygget.}, Intet nyt]}\n")
    assert told(read.subprojects[0]) == [(None, None, "Om badet."), (2, None, "Bygget."), (None, None, "Intet nyt")]


def test_unknown_keys_and_periods_are_told_in_the_text() -> None:
    read = keyed("delprojekter:\n  - {titel: Bad, rapporter: {første: Tegnet., 2: {periode: snart, tekst: Bygget.}}}\n")
    assert told(read.subprojects[0]) == [(None, None, "første: Tegnet."), (2, None, "Bygget.\nperiode: snart")]


def test_known_sections_below_the_situation_and_plain_lists_stay() -> None:
    read = keyed("status: {Havnebad: Bygget., aktiviteter: Mange.}\nnuværende situation: [Et, To]\n")
    assert titles(read) == [(None, "Havnebad")]
    assert [section.text.value for section in read.sections if section.id == "situation"] == [
        "aktiviteter: Mange.",
        "- Et\n- To",
    ]


def test_lists_without_titles_stay() -> None:
    read = keyed("delprojekter: [Havnebad, [a, b], {vejr: regn, vind: blæst}]\nstatus: [{vejr: sol, vind: stille}]\n")
    assert titles(read) == [(None, "Havnebad")]
    assert text_of(read, "subprojects") == "- a, b\n- vejr: regn, vind: blæst"
    assert text_of(read, "situation") == "- vejr: sol, vind: stille"


def test_a_text_below_the_situation_is_no_sub_project() -> None:
    read = keyed("status: Det går godt.\n")
    assert read.subprojects == ()
    assert text_of(read, "situation") == "Det går godt."


def test_spellings_in_the_schedule() -> None:
    read = keyed("delprojekter: {Havnebad: Bygget., Sti: Ryddet.}\ntidsplan: {Havne-bad: maj, Sti: juni, Fest: juli}\n")
    assert [[text.value for text in each.spellings] for each in read.subprojects] == [["Havne-bad"], ["Sti"]]


def test_places_in_yaml() -> None:
    read = keyed("delprojekter:\n  - titel: Bad\n    rapporter:\n      - {nr: 1, tekst: Tegnet.}\n  - Sti: Ryddet.\n")
    assert (read.subprojects[0].place.line, read.subprojects[0].entries[0].place.text) == (6, "{nr: 1, tekst: Tegnet.}")
    assert read.subprojects[1].place.text == "Sti: Ryddet."


def test_front_matter_may_hold_the_sub_projects_of_a_text() -> None:
    read = report("---\nsprog: da\ndelprojekter: {Bad: Bygget.}\n---\n# Byen\n\n## Delprojekt 2: Sti\nRyddet.\n")
    assert titles(read) == [(None, "Bad"), (2, "Sti")]
