"""Text in YAML that stands under no label, and text of several lines: read as in Markdown."""

from __future__ import annotations

from project_text import ids, in_yaml


def test_text_under_no_label_is_kept_line_by_line() -> None:
    project = in_yaml("sprog: da\ntekst: |\n  Kære udvalg.\n\n  Vi søger om 500 kr.\nformål: Sang.\n")
    assert [text.value for text in project.unplaced] == ["Kære udvalg.", "Vi søger om 500 kr."]
    assert [str(found.reading.amount) for found in project.amounts_in_text] == ["500"]
    assert project.other == ()


def test_text_beside_the_parts_of_a_section() -> None:
    project = in_yaml("sprog: da\nresultater:\n  tekst: Et kor.\n  kort sigt: Ti sangere\n", "lokaludvalg")
    results = project.section("results")
    assert results is not None
    assert (results.text.value, ids(results.parts)) == ("Et kor.", [("short_term", "Ti sangere")])


def test_the_lines_of_a_block_are_steps_of_the_schedule() -> None:
    text = "sprog: da\ntidsplan: |\n  - 12. april 2027: første gang\n  ### Forår\n  3. juni 2027: koncert og mad\n"
    assert [step.text.value for step in in_yaml(text).schedule] == [
        "12. april 2027: første gang",
        "Forår",
        "3. juni 2027: koncert og mad",
    ]


def test_a_table_in_a_block_is_read_row_by_row() -> None:
    text = "sprog: da\ntidsplan: |\n  | Hvornår | Hvad |\n  |---|---|\n  | 1. maj 2027 | Koncert |\n"
    [step] = in_yaml(text).schedule
    assert (step.text.value, step.when and str(step.when.start)) == ("1. maj 2027: Koncert", "2027-05-01")
