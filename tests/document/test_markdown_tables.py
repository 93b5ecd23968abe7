"""Rows and cells: pipes, TABs, and the places of the cells."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_text import kinds, line, lines, table

from projektkort.document import cells
from projektkort.document.layout import LineKind
from projektkort.span import Lines, Text

PIPES = """\
| Post | Beløb |
|------|------:|
| Telte | 9.500 |
|  | **3.000** |
| <b>I alt</b> | 12\\.500 kr.<br>ekskl. moms |
"""


def test_a_table_of_pipes() -> None:
    assert table(PIPES) == [
        ["Post", "Beløb"],
        ["Telte", "9.500"],
        ["", "3.000"],
        ["I alt", "12.500 kr.\nekskl. moms"],
    ]
    assert kinds(PIPES) == ["row", "rule", "row", "row", "row", "blank"]
    assert [one.table for one in lines(PIPES)] == [1, 1, 1, 1, 1, 0]


def test_every_cell_has_its_place() -> None:
    rows = [one for one in lines(PIPES) if one.cells]
    assert [cell.place.text for one in rows for cell in one.cells] == [
        *("Post", "Beløb", "Telte", "9.500", "", "3.000", "I alt", "12\\.500 kr.<br>ekskl. moms"),
    ]
    empty, bold = rows[2].cells
    assert (empty.span.line, empty.span.column, empty.span.end_column) == (4, 2, 2)
    assert (bold.span.line, bold.span.column, bold.span.end_column) == (4, 8, 13)
    assert rows[3].cells[1].at(3, 6).text == "500"
    assert rows[3].cells[1].at(11, 22).text == "ekskl. moms"


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("| a | b |", ["a", "b"]),
        ("|a|b", ["a", "b"]),
        ("| a |", ["a"]),
        ("Kulturpuljen 2007 |", ["Kulturpuljen 2007"]),
        ("| a || b |", ["a", "", "b"]),
        ("||a|", ["", "a"]),
        ("| |", [""]),
        ("|", [""]),
        ("||", [""]),
        (r"| a\|b | `c|d` |", ["a|b", "`c|d`"]),
        ("| `a | b |", ["`a", "b"]),
        ("|\ta\t|\xa0b\xa0|", ["a", "b"]),
        ("| <p>a</p><p>b</p> | <p>c</p> |", ["a\nb", "c"]),
        ("| <div>a</div> b<br/><br>c | R&amp;D&nbsp;A/S |", ["a\nb\nc", "R&D\xa0A/S"]),
        ("| <b>a</b> b&nbsp; | <fondens navn> & co; |", ["a b", "<fondens navn> & co;"]),
        ("| <!-- x --><br><i>a</i> <br>\\*b | c<!-- y -->d |", ["a\n*b", "c d"]),
        ("| **a** b | *c* |", ["**a** b", "c"]),
        ("| - a | 1. b |", ["- a", "1. b"]),
        ("| <br> | a |", ["", "a"]),
    ],
)
def test_cells_between_pipes(text: str, cells: list[str]) -> None:
    one = line(text)
    assert (one.kind, one.table, [cell.value for cell in one.cells]) == (LineKind.ROW, 1, cells)


def test_a_pipe_inside_a_line_parts_cells_only_next_to_another_such_line() -> None:
    assert kinds("Ring 12 34 56 78 | skriv") == ["text"]
    assert kinds("Ring | skriv\n\nKom | gå") == ["text", "blank", "text"]
    assert kinds("`a | b`\n`c | d`") == ["text", "text"]
    assert table("Post | Beløb\n--- | ---\n1. Telte | 9.500\n- Borde | 3.000") == [
        ["Post", "Beløb"],
        ["1. Telte", "9.500"],
        ["- Borde", "3.000"],
    ]


def test_tables_are_numbered() -> None:
    text = "| a |\n| b |\n\n| c |\ntekst\n| d |\ne\tf\n"
    assert [one.table for one in lines(text)] == [1, 1, 0, 2, 0, 3, 4, 0]


def test_rules_and_comments_do_not_part_a_table() -> None:
    grid = "+---+---+\n| a | 1 |\n+---+---+\n<!-- note -->\n| b | 2 |\n+---+---+\n\n---"
    assert [one.table for one in lines(grid)] == [1, 1, 1, 1, 1, 1, 0, 0]
    assert [one.table for one in lines("Telte\t9.500\n=====\nI alt\t9.500")] == [1, 1, 1]


def test_a_table_of_tabs() -> None:
    text = "Oplægsholdere x 3\t25.000\nForplejning\t15.000  \n<b>I alt</b>\t<b>40.000</b>"
    assert table(text) == [["Oplægsholdere x 3", "25.000"], ["Forplejning", "15.000"], ["I alt", "40.000"]]
    assert kinds(text) == ["row", "row", "row"]
    last = lines(text)[2].cells[1]
    assert (last.span.line, last.span.column, last.span.end_column) == (3, 17, 23)


def test_a_label_and_its_value_parted_by_a_tab_are_cells() -> None:
    one = line("Projektnavn\tByttedag")
    assert (one.kind, one.label) == (LineKind.ROW, None)
    assert [cell.value for cell in one.cells] == ["Projektnavn", "Byttedag"]


def test_indentation_and_trailing_tabs_make_no_row() -> None:
    assert kinds("\tTekst") == ["text"]
    assert kinds("Tekst\t") == ["text"]
    assert kinds("-\tTekst") == ["item"]
    assert table("\tTelte\t9.500\n\tBorde\t3.000") == [["Telte", "9.500"], ["Borde", "3.000"]]


def test_empty_cells_of_a_table_of_tabs_stay_in_their_columns() -> None:
    text = "Mål\tOpfyldt ved\tStatus\n1.1 Puls\tMøder\tOpfyldt\n\tDebat\t\n\t\tForventes"
    assert table(text) == [
        ["Mål", "Opfyldt ved", "Status"],
        ["1.1 Puls", "Møder", "Opfyldt"],
        ["", "Debat", ""],
        ["", "", "Forventes"],
    ]
    assert table("\t2026\t2027\nTelte\t100\t200") == [["", "2026", "2027"], ["Telte", "100", "200"]]
    assert table("\tDebat\tOpfyldt") == [["", "Debat", "Opfyldt"]]


def test_tabs_that_only_align_make_no_cells() -> None:
    text = "Post\t\t\tBeløb\nTelte og borde\t9.500\nI alt\t\t\t9.500"
    assert table(text) == [["Post", "Beløb"], ["Telte og borde", "9.500"], ["I alt", "9.500"]]
    assert table("a\t\t1\nb\t\t2\n\nc\t3") == [["a", "1"], ["b", "2"], ["c", "3"]]


def test_tables_that_fit_no_grid_stay_as_typed() -> None:
    assert table("a\t\tb\nc\td\te\tf") == [["a", "", "b"], ["c", "d", "e", "f"]]


def test_numbered_items_with_a_tab_are_cells_only_in_a_table() -> None:
    assert kinds("1.\tTelte\t9.500") == ["item"]
    assert table("1.\tTelte\t9.500") == [["Telte", "9.500"]]
    assert table("Nr.\tPost\tBeløb\n1.\tTelte\t9.500\n•\tNote") == [["Nr.", "Post", "Beløb"], ["1.", "Telte", "9.500"]]


def test_a_table_in_a_quotation() -> None:
    assert table("> | a | b |\n> c\td") == [["a", "b"], ["c", "d"]]


def test_lines_of_html_in_a_table_of_tabs() -> None:
    assert table("Mål\tVed\tTid\n\t<p>To møder</p> <p>Et løb</p>\t<p>maj</p>") == [
        ["Mål", "Ved", "Tid"],
        ["", "To møder\nEt løb", "maj"],
    ]
    last = lines("a\tb\n<p>Møde</p> <p>Løb</p>\tmaj")[1]
    assert (last.text.value, last.cells[0].at(5, 8).text) == ("Møde Løb | maj", "Løb")


def test_a_table_of_semicolons() -> None:
    text = "Post;Antal;Beløb\nTelte;2;5.000\nBorde;;3.000,50 kr.\nI alt;;efter aftale\n\nSlut"
    assert kinds(text) == ["row", "row", "row", "row", "blank", "text"]
    assert table(text) == [
        ["Post", "Antal", "Beløb"],
        ["Telte", "2", "5.000"],
        ["Borde", "", "3.000,50 kr."],
        ["I alt", "", "efter aftale"],
    ]
    assert lines(text)[1].cells[2].place.text == "5.000"


@pytest.mark.parametrize(
    "text",
    [
        "Telte;5.000",
        "Vi mødes; alle er med\nVi spiser; alle får noget",
        "Telte; borde; 5.000\nStole; 5.000",
        "Mødet holdes;\n12.05.2027",
        "Første møde;3.4.2027\nAndet møde;12.05.2027",
    ],
)
def test_semicolons_of_sentences_part_nothing(text: str) -> None:
    assert "row" not in kinds(text)


@given(st.text("| \tab7\xa0-.,å*", min_size=1).map(str.strip).filter(lambda body: "|" in body))
def test_a_row_without_signs_is_read_as_any_other(body: str) -> None:
    content = Text(f"x {body}"[2:], Lines(f"x {body}"), 2, 2 + len(body))
    assert cells.barred(content) == cells.piped(content, cells.bars(body))
