"""Tables drawn with lines: `+---+` and the signs for boxes, with rows of one line or of several."""

from __future__ import annotations

import pytest
from markdown_text import kinds, lines, table

GOALS = """\
+----------+------------------+----------------+
| Mål      | Opfyldt ved      | Tidspunkt      |
+==========+==================+================+
| To       | Rensning ved     | 12. april 2026 |
| årlige   | havnen           |                |
| møder    | Rensning ved     | 20. september  |
|          | fyret            | 2026           |
+----------+------------------+----------------+
| Et løb   | - start          | maj            |
|          | - mål            |                |
|          |                  |                |
|          | tak til alle     |                |
+----------+------------------+----------------+
"""


def test_rows_of_several_lines() -> None:
    assert table(GOALS) == [
        ["Mål", "Opfyldt ved", "Tidspunkt"],
        ["To årlige møder", "Rensning ved havnen\nRensning ved fyret", "12. april 2026\n20. september 2026"],
        ["Et løb", "- start\n- mål\ntak til alle", "maj"],
    ]
    assert kinds(GOALS) == ["rule", "row", "rule", "row", "rule", "row", "rule", "blank"]
    assert [one.table for one in lines(GOALS)] == [1] * 7 + [0]


def test_a_row_of_several_lines_has_its_places() -> None:
    row = lines(GOALS)[3]
    assert (row.whole.span.line, row.whole.span.end_line) == (4, 7)
    assert row.text.value.startswith("To årlige møder | Rensning ved havnen Rensning")
    first, places, _ = row.cells
    assert [first.at(0, 2).text, first.at(3, 9).text, first.at(10, 15).text] == ["To", "årlige", "møder"]
    assert (places.at(20, 28).text, places.at(20, 28).span.line) == ("Rensning", 6)


@pytest.mark.parametrize(
    "text",
    [
        "+-----+-----+\n|Post |Beløb|\n+-----+-----+\n|Telte|9.500|\n|Borde|3.000|\n+-----+-----+\n",
        "┌─────┬─────┐\n│Post │Beløb│\n├─────┼─────┤\n│Telte│9.500│\n│Borde│3.000│\n└─────┴─────┘\n",
        "╔═════╦═════╗\n║Post ║Beløb║\n╠═════╬═════╣\n║Telte║9.500║\n║Borde║3.000║\n╚═════╩═════╝\n",
        "┏━━━━━┳━━━━━┓\n┃Post ┃Beløb┃\n┡━━━━━╇━━━━━┩\n│Telte│9.500│\n│Borde│3.000│\n└─────┴─────┘\n",
        " Post  │ Beløb\n───────┼──────\n Telte │ 9.500\n Borde │ 3.000\n",
    ],
)
def test_rows_of_one_line(text: str) -> None:
    assert table(text) == [["Post", "Beløb"], ["Telte", "9.500"], ["Borde", "3.000"]]
    assert len({one.table for one in lines(text) if one.table}) == 1


def test_two_amounts_below_one_another_are_two_rows() -> None:
    text = "+---+---+---+\n| A | x | 5.000 kr. |\n|   | y | 3.000,- |\n+---+---+---+\n"
    assert table(text) == [["A", "x", "5.000 kr."], ["", "y", "3.000,-"]]


def test_two_dates_below_one_another_are_one_row() -> None:
    text = "+-----------+----------+\n| Møder     | 1.2.2027 |\n|           | 3.4.2027 |\n+-----------+----------+\n"
    assert table(text) == [["Møder", "1.2.2027\n3.4.2027"]]


def test_names_below_one_another_are_rows_unless_a_line_goes_on() -> None:
    assert table("+---+---+\n| Anna | Formand |\n| Bo |  |\n+---+---+\n") == [["Anna", "Formand"], ["Bo", ""]]
    assert table("+---+---+\n| Anna og | Formand |\n| alle | Kasserer |\n+---+---+\n") == [
        ["Anna og alle", "Formand\nKasserer"],
    ]


def test_between_rules_a_line_with_an_empty_cell_belongs_to_the_row() -> None:
    rule = "+---------+-------+\n"
    rows = ["| Telte   | 5.000 |\n", "| Leje af | 3.000 |\n| Hallen  |       |\n", "| I alt   | 8.000 |\n"]
    text = rule + rule.join(rows) + rule
    assert table(text) == [["Telte", "5.000"], ["Leje af\nHallen", "3.000"], ["I alt", "8.000"]]


def test_a_comment_stands_between_rows() -> None:
    text = "+---+---+\n| a | 1 |\n<!-- note -->\n| b | 2 |\n+---+---+\n"
    assert (kinds(text), table(text)) == (["rule", "row", "comment", "row", "rule", "blank"], [["a", "1"], ["b", "2"]])


@pytest.mark.parametrize(
    "text", ["a │ b", "─────\nTekst", "+---+---+\nTekst", "Budget\n══════\n5.000", "Ring + skriv\n+45 12 34 56 78"]
)
def test_no_tables_are_drawn(text: str) -> None:
    assert "row" not in kinds(text)


def test_rows_of_unequal_length_lose_no_cell() -> None:
    text = "+---+---+\n| a |\n|   | b | c |\n|\n+---+---+\n"
    assert table(text) == [["a", "b", "c"]]
