"""Amounts told in running text, beside the rows of a budget or between them."""

from __future__ import annotations

from project_text import DANISH, in_yaml, project


def told(text: str) -> list[str]:
    return [found.text.value for found in project(DANISH + text).amounts_in_text]


def test_an_amount_on_a_row_is_not_told_again() -> None:
    rows = "| Post | Beløb |\n|---|---|\n| Telte | 25.000 kr. |\n| Mad | 5.000 kr. |\n"
    assert told(f"## Budget\n\n{rows}") == []
    assert told(f"## Budget\n\n{rows}\nVi har sparet 7.500 kr. op.\n") == ["7.500 kr."]


def test_a_figure_at_the_end_of_a_row_is_no_range_with_the_line_below() -> None:
    head = "## Budget\n\n| Post | Beløb |\n| --- | ---: |\n\n"
    assert told(f"{head}- Summen kan ikke regnes ud: se linje 22\n- Ca. 60.000 kr.\n") == ["Ca. 60.000 kr."]


def test_the_rows_of_yaml_are_not_told_again() -> None:
    text = "budget:\n  note: telte kostede 20.000 kr. i 2025\n  linjer:\n    - {post: telte, beløb: 25.000 kr.}\n"
    assert [found.text.value for found in in_yaml(f"sprog: da\n{text}").amounts_in_text] == ["20.000 kr."]
