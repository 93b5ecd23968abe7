"""Tables of HTML: rows and cells with their places, however sloppily they were pasted, and nothing lost."""

from __future__ import annotations

from html import escape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_text import kinds, label, lines, table

from projektkort.document.layout import LineKind

BUDGET = """\
<table border="1">
<thead><tr><th>Post</th><th>Beløb</th></tr></thead>
<tbody>
<tr><td><p>L&oslash;n</p>
<p>to <b>ansatte</b></p></td><td align="right">9.500</td></tr>
<tr><td>Telte &amp; borde</td><td>3.000
  kr.</td></tr>
</tbody>
</table>
"""


def test_a_table_of_html() -> None:
    assert table(BUDGET) == [["Post", "Beløb"], ["Løn\nto ansatte", "9.500"], ["Telte & borde", "3.000 kr."]]
    assert kinds(BUDGET) == ["row", "rule", "row", "row", "blank"]
    assert [one.table for one in lines(BUDGET)] == [1, 1, 1, 1, 0]


def test_each_row_holds_its_source() -> None:
    assert [one.whole.value for one in lines(BUDGET)] == [
        '<table border="1">\n<thead><tr><th>Post</th><th>Beløb',
        "</th></tr></thead>\n<tbody>",
        '<tr><td><p>L&oslash;n</p>\n<p>to <b>ansatte</b></p></td><td align="right">9.500</td></tr>',
        "<tr><td>Telte &amp; borde</td><td>3.000\n  kr.</td></tr>\n</tbody>\n</table>",
        "",
    ]
    assert [one.text.value for one in lines(BUDGET)] == [
        *("Post | Beløb", "", "Løn to ansatte | 9.500", "Telte & borde | 3.000 kr.", ""),
    ]


def test_every_cell_of_html_has_its_place() -> None:
    (_, _, pay, tents, _) = lines(BUDGET)
    name, amount = pay.cells
    assert (name.span.line, name.span.column, name.span.end_line) == (4, 12, 5)
    assert [name.at(0, 1).text, name.at(1, 2).text, name.at(4, 6).text, name.at(7, 14).text] == [
        *("L", "&", "to", "ansatte"),
    ]
    assert (amount.place.text, amount.span.line, amount.span.column) == ("9.500", 5, 48)
    assert tents.cells[1].at(6, 9).text == "kr."


def test_tags_that_nobody_closed() -> None:
    text = "<TABLE><TR><TH>Post<TH>Beløb\n<TR><TD>Telte<TD>9.500\n<TR><TD>Borde\n<TD>3.000\n\nSlut"
    assert table(text) == [["Post", "Beløb"], ["Telte", "9.500"], ["Borde", "3.000"]]
    assert kinds(text) == ["row", "rule", "row", "row", "blank", "text"]


def test_rows_without_a_table_around_them() -> None:
    text = "<tr><td>Telte</td><td>9.500</td></tr>\n<tr><td>Borde</td><td>3.000</td></tr>\nSlut\n"
    assert table(text) == [["Telte", "9.500"], ["Borde", "3.000"]]
    assert [one.whole.value for one in lines(text)][2] == "Slut"


def test_cells_without_a_row_around_them() -> None:
    assert table("<table><td>a</td><td>b</td></tr><td>c</td></table>") == [["a", "b"], ["c"]]


def test_what_stands_beside_a_table_is_a_line_of_its_own() -> None:
    found = lines("Budget: <table><tr><td>Telte<td>9.500</table> i alt\nSlut")
    assert [(str(one.kind), one.text.value) for one in found] == [
        *(("text", "Budget:"), ("row", "Telte | 9.500"), ("text", "i alt"), ("text", "Slut")),
    ]
    assert label("Budget: <table><tr><td>Telte<td>9.500</table>") == ("alone", "Budget", "")
    assert found[2].whole.span.column == 46


def test_blank_lines_inside_a_table_belong_to_it() -> None:
    text = "<table>\n\n<tr><td>a</td></tr>\n\n<tr><td>b\n\nc</td></tr>\n\n</table>\n\nSlut"
    assert (kinds(text), table(text)) == (["row", "row", "blank", "text"], [["a"], ["b c"]])


def test_two_tables_on_a_line_are_two() -> None:
    text = "<table><tr><td>a</table><table><tr><td>b</table>\n\n| c |"
    assert [(one.table, one.whole.value) for one in lines(text) if one.cells] == [
        *((1, "<table><tr><td>a</table>"), (2, "<table><tr><td>b</table>"), (3, "| c |")),
    ]


def test_cells_over_several_columns_and_rows() -> None:
    text = (
        '<table><tr><td rowspan="2">1.1 Puls</td><td>Møder</td><td>Opfyldt</td></tr><tr><td>Debat<td>Delvist</tr>'
        "<tr><td colspan=2>I alt</td><td>2</td></tr><tr><td>1.2<td rowspan=2>Løb<td>Nej<tr><td>1.3</table>"
    )
    assert table(text) == [
        ["1.1 Puls", "Møder", "Opfyldt"],
        ["", "Debat", "Delvist"],
        ["I alt", "", "2"],
        ["1.2", "Løb", "Nej"],
        ["1.3", ""],
    ]


def test_the_tags_of_a_table_inside_a_cell_part_lines() -> None:
    text = "<table><tr><td>a<table><tr><td>b<td>c</tr></table></td><td>d</td></tr></table>"
    assert table(text) == [["a\nb\nc", "d"]]


def test_a_break_behind_a_line_break_of_the_source_is_a_break() -> None:
    assert table("<table><tr><td>a\n<b><br>c</b><br><p>d</p></table>") == [["a\nc\nd"]]


def test_a_caption_is_a_line_and_may_be_a_label() -> None:
    found = lines("<table><caption>Budget i t.kr.</caption><tr><td>Telte<td>9</table>")
    assert [(str(one.kind), one.text.value, one.table) for one in found] == [
        *(("text", "Budget i t.kr.", 0), ("row", "Telte | 9", 1)),
    ]
    assert label("<table><caption><b>Budget</b></caption><tr><td>Telte<td>9</table>") == ("plain", "Budget", "")


def test_words_outside_the_cells_are_not_lost() -> None:
    text = "<table>Ny<tr>Post<td>Telte</td>9.500</tr>Husk<tr><td>Borde</table>"
    assert [(str(one.kind), [cell.value for cell in one.cells] or one.text.value) for one in lines(text)] == [
        *(("text", "Ny"), ("row", ["Post", "Telte", "9.500"]), ("text", "Husk"), ("row", ["Borde"])),
    ]


def test_a_row_whose_cells_are_all_heads_is_ruled_off() -> None:
    assert kinds("<table><tr><th>a<th>b</tr><tr><th>c<td>d</tr></table>") == ["row", "rule", "row"]
    assert kinds("<table><thead><tr><td>a</tr></thead><tr><td>d</tr></table>") == ["row", "rule", "row"]
    assert kinds("<table><tr><th>a<th>b</tr></table>") == ["row"]


@pytest.mark.parametrize(
    "text",
    [
        "Skriv <table> og <tr> i teksten",
        "<table></table>",
        "<td>a</td>",
        "<table><caption>a</caption></table>",
        "```\n<table><tr><td>a</table>\n```",
        "<!-- <table><tr><td>a</table> -->",
        "<tabel><tr-x><td>",
    ],
)
def test_no_tables(text: str) -> None:
    assert all(one.kind is not LineKind.ROW for one in lines(text))


def test_a_comment_in_a_cell_parts_words() -> None:
    assert table("<table><tr><td>Telte<!-- tilbud -->og borde<td>5</table>") == [["Telte og borde", "5"]]


def test_a_table_never_closed_ends_where_other_text_follows() -> None:
    text = "<table><tr><td>a</td></tr>\n\n## Finansiering\n\n<table><tr><td>b</td></tr></table>"
    assert kinds(text) == ["row", "blank", "heading", "blank", "row"]


CELL = st.text("abÅ5.&<; \n\xa0", max_size=8).filter(lambda text: "\n\n" not in text.replace(" ", ""))
ROWS = st.lists(st.lists(CELL, min_size=1, max_size=4), min_size=1, max_size=4)


@settings(max_examples=150, deadline=None)
@given(ROWS, st.booleans(), st.booleans(), st.booleans(), st.sampled_from(["", " ", "\n", "\n  "]))
def test_the_cells_are_what_was_put_into_them(
    rows: list[list[str]], closed: bool, heads: bool, bold: bool, gap: str
) -> None:
    def wrapped(cell: str, name: str) -> str:
        inner = f"<b>{escape(cell)}</b>" if bold else escape(cell)
        return f"<{name}>{inner}" + (f"</{name}>{gap}" if closed else "")

    body = [
        "<tr>"
        + "".join(wrapped(cell, "th" if heads and not at else "td") for cell in row)
        + ("</tr>" if closed else "")
        for at, row in enumerate(rows)
    ]
    text = f"<table>{gap}{gap.join(body)}</table>"
    assert [[" ".join(cell.split()) for cell in row] for row in table(text)] == [
        [" ".join(cell.split()) for cell in row] for row in rows
    ]
    assert "".join("".join(one.whole.value.split()) for one in lines(text)) == "".join(text.split())
