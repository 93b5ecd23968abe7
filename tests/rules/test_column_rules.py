"""The columns of years and partners: each adds up to its total, and each year is financed."""

from __future__ import annotations

from decimal import Decimal

import pytest
from asking import ask, bound, lines, marked, only

from projektkort.money import Money

TABLE = """\
## Budget

| Post | 2026 | 2027 | I alt |
|---|---|---|---|
| Hal | {hall} | 40 | 100 |
| Mad | 20 | 30 | 50 |
| I alt | {first} | 70 | 150 |
"""


def table(hall: object = 60, first: object = 80) -> str:
    return TABLE.format(hall=hall, first=first)


def test_a_column_adds_up_to_its_total() -> None:
    assert ask("column-total-differs", table(), path="a.md") == []
    problem = only("column-total-differs", table(first=93), path="a.md")
    assert (problem.place.text, problem.values["column"], problem.values["label"]) == ("93", "2026", "I alt")
    assert (problem.values["stated"], problem.values["computed"]) == (
        Money(Decimal(93), "DKK"),
        Money(Decimal(80), "DKK"),
    )
    assert [place.text for place in problem.related] == ["60", "20"]


def test_partners_and_subtotals_have_columns_too() -> None:
    text = (
        "| Post | Museet | Skolen | I alt |\n|---|---|---|---|\n| Hal | 60 | 40 | 100 |\n| Delsum | 60 | 47 | 100 |\n"
        "| Mad | 20 | 30 | 50 |\n| I alt | 81 | 70 | 150 |\n"
    )
    problems = ask("column-total-differs", f"## Budget\n\n{text}", path="a.md")
    assert marked(problems) == ["47", "81"]
    assert [problem.values["column"] for problem in problems] == ["Skolen", "Museet"]


def test_a_cell_that_is_wrong_in_its_line_as_well_is_told_once() -> None:
    assert ask("column-total-differs", table(hall=65), path="a.md") == []
    assert marked(ask("parts-differ", table(hall=65), path="a.md")) == ["100"]
    assert marked(ask("column-total-differs", table(hall=65, first=90), path="a.md")) == ["90"]


@pytest.mark.parametrize(("hall", "first"), [("senere", 80), ("50-60", 93), (60, "-"), (60, ""), (60, "senere")])
def test_what_was_not_read_is_in_no_column(hall: str, first: str) -> None:
    assert ask("column-total-differs", table(hall, first), path="a.md") == []


def test_a_blank_cell_is_nothing_and_an_undivided_line_leaves_the_columns_open() -> None:
    text = table(hall="-", first=33).replace("| 40 | 100 |", "| 100 | 100 |").replace("| 70 |", "| 130 |")
    assert marked(ask("column-total-differs", text, path="a.md")) == ["33"]
    undivided = table(first=93).replace("| Mad | 20 | 30 | 50 |", "| Mad | | | 50 |")
    assert ask("column-total-differs", undivided, path="a.md") == []


def test_currencies_that_differ_and_sides_told_twice_are_not_added() -> None:
    assert ask("column-total-differs", table(hall="EUR 60", first=93).replace("100", "EUR 100"), path="a.md") == []
    assert ask("column-total-differs", table(first=93) + "\n" + table(first=93), path="a.md") == []


def test_a_total_that_only_its_columns_tell_is_told_by_column() -> None:
    text = "budget:\n  - {label: Hall, 2026: 60, 2027: 40}\n  - {label: Total, 2026: 73, 2027: 40}\n"
    assert marked(ask("column-total-differs", text)) == ["73"]
    assert ask("budget-total", text) == []
    own = text.replace("2027: 40}\n  - {label: Total, 2026: 73", "2027: 40, amount: 100}\n  - {label: Total, 2026: 60")
    assert marked(ask("budget-total", own.replace("2027: 40}", "2027: 40, amount: 110}"))) == ["110"]


def test_income_written_with_a_minus_is_turned_in_its_columns_too() -> None:
    text = (
        "financing:\n  - {funder: The town, 2026: -60, 2027: -40, amount: -100}\n"
        "  - {funder: Total, 2026: -60, 2027: -40, amount: -100}\n"
    )
    side = bound(text)[0].financing
    assert side is not None and side.total is not None
    assert [part.amount for part in (*side.lines[0].parts, *side.total.parts)] == [60, 40, 60, 40]
    assert ask("parts-differ", text) == ask("column-total-differs", text) == []
    assert marked(ask("column-total-differs", text.replace("Total, 2026: -60", "Total, 2026: -70"))) == ["-70"]


def test_a_whole_of_which_the_financing_tells_the_parts_covers_no_lines_of_the_costs() -> None:
    text = "financing:\n  - 'Total: 100, of which:'\n  - 'The town: 60'\n  - 'Own money: 40'\n"
    costs = bound(text)[0].budget
    assert costs is not None and costs.total is not None
    assert costs.total.amount == 100
    assert costs.total.lines == costs.lines == ()
    assert ask("column-total-differs", text) == []


YEARS = """\
budget: [{{label: Hall, 2026: 60, 2027: 40, amount: 100}}, {{label: Food, 2026: 0, 2027: 20, amount: 20}}]
financing:
  - {{funder: The town, 2026: {0}, 2027: {1}, amount: 100}}
  - {{funder: Own money, 2026: 10, 2027: 10, amount: 20}}
"""


def test_each_year_is_financed() -> None:
    assert ask("years-differ", YEARS.format(50, 50)) == []
    problem = only("years-differ", YEARS.format(70, 30))
    assert (problem.values["year"], problem.place.text, list(lines(problem))) == ("2027", "30", [1])
    assert (problem.values["costs"], problem.values["financing"], problem.values["difference"]) == tuple(
        Money(Decimal(amount), "DKK") for amount in (60, 40, 20)
    )
    total = YEARS.format(70, 30) + "  - {funder: Total, 2026: 80, 2027: 40, amount: 120}\n"
    assert only("years-differ", total).place.text == "40"


def test_years_say_nothing_where_anything_else_is_wrong_or_unlike() -> None:
    assert ask("years-differ", YEARS.format(70, 20)) == []  # the line is at odds with itself
    assert ask("years-differ", YEARS.format(70, 30).replace("amount: 100", "amount: 101", 1)) == []
    assert ask("years-differ", YEARS.format(70, 30).replace("Own money, 2026", "Own money, 2028")) == []
    assert ask("years-differ", YEARS.format(70, 30).replace("2026: 10, 2027: 10, ", "")) == []
    assert ask("years-differ", YEARS.format(70, 30).replace("2026", "2025", 2)) == []
    assert ask("years-differ", YEARS.format("later", 30)) == []
