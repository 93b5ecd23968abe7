"""Budget and financing as tables: nothing that the source says is missing, nothing is made up."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from builder import Draft

from projektkort.frozen import replace
from projektkort.money import Reading, State
from projektkort.pages.tables import Table, table
from projektkort.pages.voice import Voice
from projektkort.project.models import AmountLine, Part, Section, SideName

DA = Voice("da", "md")


def made(draft: Draft, lines: list[AmountLine], name: SideName = "budget", **more: Any) -> Table:
    sections: list[Section] = more.pop("sections", [])
    return table(draft.side(name, lines, **more), sections, DA)


def cells(result: Table) -> list[tuple[str, ...]]:
    return [row.cells for row in result.rows]


def heads(result: Table) -> list[str]:
    return [column.head for column in result.columns]


def test_only_columns_with_something_in_them() -> None:
    draft = Draft()
    result = made(draft, [draft.line("Telte", "9.500", "9500"), draft.line("Kaffe", "300", "300")])
    assert heads(result) == ["Post", "Beløb (kr.)"]
    assert cells(result) == [("Telte", "9.500"), ("Kaffe", "300"), ("I alt", "9.800")]
    assert [row.kind for row in result.rows] == ["line", "line", "total"]


def test_every_column_that_a_line_can_fill() -> None:
    draft = Draft()
    years = [
        Part(axis="year", key="2027", amount=Decimal(100), place=draft.text("100").place),
        Part(axis="year", key="2028", amount=None, place=draft.text("efter aftale").place),
    ]
    line = draft.line(
        "Fond",
        "100",
        "100",
        category="Fonde",
        type="grant",
        commitment="granted",
        eligible=False,
        quantity=Decimal(2),
        unit="timer",
        unit_price=Decimal(50),
        actual=Decimal(90),
        parts=tuple(years),
    )
    other = draft.line("Egne", "300", "300", eligible=True, quantity=Decimal(3), parts=(years[0],))
    result = made(draft, [line, other], "financing", currency=None)
    assert heads(result) == [
        *("Kilde", "Kategori", "Type", "Status", "Tilskudsberettiget", "Antal", "Enhed", "Enhedspris"),
        *("2027", "2028", "Beløb", "Andel", "Regnskab"),
    ]
    assert cells(result)[:2] == [
        *[
            (
                "Fond",
                "Fonde",
                "tilskud",
                "bevilget",
                "nej",
                "2",
                "timer",
                "50",
                "100",
                "efter aftale",
                "100",
                "25 %",
                "90",
            )
        ],
        *[("Egne", "", "", "", "ja", "3", "", "", "100", "", "300", "75 %", "")],
    ]


def test_a_status_that_the_type_says_already_is_not_repeated() -> None:
    draft = Draft()
    same = draft.line("Fond", "100", "100", type="applied", commitment="applied")
    assert heads(made(draft, [same], "financing")) == ["Kilde", "Type", "Beløb (kr.)", "Andel"]


def test_amounts_that_are_no_figure_are_shown_as_written_and_said_in_words() -> None:
    draft = Draft()
    low = Reading(State.RANGE, low=Decimal(20000), high=Decimal(25000))
    lines = [
        draft.line("Telte", "25.00.000", None),
        draft.line("Kaffe", "25,000", reading=Reading(State.AMBIGUOUS)),
        draft.line("Gaver", "-", None),
        draft.line("Musik", "ca. 900", reading=Reading(State.EXACT, amount=Decimal(900), approximate=True)),
        draft.line("Leje", "20-25.000", reading=low),
        draft.line("Rejse", "40 EUR", "40", currency="EUR"),
    ]
    result = made(draft, lines)
    assert [row.cells[1] for row in result.rows] == [
        "25.00.000 (kan ikke læses)",
        "25,000 (kan betyde to beløb)",
        "–",
        "ca. 900",
        "20.000–25.000",
        "40 EUR",
    ]
    assert [row.doubtful for row in result.rows] == [True, True, False, False, False, False]
    assert result.remarks == ("Summen kan ikke beregnes: se linje 1 og 2",)


def test_a_line_whose_source_says_more_is_also_shown_as_written() -> None:
    draft = Draft()
    scaled = draft.line("Ny hal", "5,5", reading=Reading(State.EXACT, amount=Decimal("5500000")))
    result = made(draft, [scaled, draft.line("Trykning", "3.750,00 kr.", "3750")])
    assert [row.written for row in result.rows] == ["Ny hal · 5,5", "", ""]


def test_totals_as_stated_subtotals_where_they_stand() -> None:
    draft = Draft()
    first = draft.line("Telte", "100", "100")
    subtotal = draft.total("Delsum", "100", "100")
    second = draft.line("Kaffe", "50", "50")
    total = draft.total("I alt", "160", "160")
    result = made(draft, [first, second], subtotals=(subtotal,), total=total)
    assert cells(result) == [("Telte", "100"), ("Delsum", "100"), ("Kaffe", "50"), ("I alt", "160")]
    assert [row.kind for row in result.rows] == ["line", "subtotal", "line", "total"]
    assert result.remarks == ("Linjerne giver 150 kr.",)


def test_a_total_that_cannot_be_read_is_no_figure() -> None:
    draft = Draft()
    line, total = draft.line("Telte", "100", "100"), draft.total("I alt", "1O0", None)
    result = made(draft, [line], total=total)
    assert cells(result)[-1] == ("I alt", "1O0 (kan ikke læses)")
    assert result.rows[-1].doubtful
    assert result.remarks == ()


def test_a_range_says_what_the_lines_come_to() -> None:
    draft = Draft()
    line = draft.line("Leje", "20-25", reading=Reading(State.RANGE, low=Decimal(20), high=Decimal(25)))
    result = made(draft, [line])
    assert [row.kind for row in result.rows] == ["line"]
    assert result.remarks == ("Linjerne giver mellem 20 kr. og 25 kr.",)


def test_the_caption_is_the_label_as_written_and_other_text_is_kept() -> None:
    draft = Draft()
    line = draft.line("Telte", "100", "100")
    typed = "| Post | Beløb |\n| Telte | 100 |\n-----\nAlle priser er inkl. moms."
    section = draft.section("budget", "Udgifter i 2027", typed)
    result = made(draft, [line], sections=[section])
    assert result.caption == "Udgifter i 2027"
    assert result.remarks == ("Alle priser er inkl. moms.",)


def test_further_labels_and_parts_of_a_side_are_kept() -> None:
    draft = Draft()
    line = draft.line("Telte", "100", "100")
    first = draft.section("budget", "Budget", "Telte 100", draft.section(None, "Løn", "timesats 450"))
    result = made(draft, [line], sections=[first, draft.section("budget", "Detaljeret budget", "Telte 100")])
    assert result.remarks == ("Løn", "timesats 450", "Detaljeret budget")


def test_the_heading_is_the_caption_without_its_marks() -> None:
    draft = Draft()
    assert made(draft, [draft.line("Telte", "100", "100")], heading="## **Budget** (kr.)").caption == "Budget** (kr.)"
    assert made(draft, [draft.line("Telte", "100", "100")]).caption == "Budget"


def test_a_side_with_a_total_only() -> None:
    draft = Draft()
    total = draft.total("Budget", "100.000 kr.", "100000")
    side = replace(draft.side("budget", [draft.line("x", "", None)], total), lines=())
    result = table(side, [], DA)
    assert cells(result) == [("Budget", "100.000")]
    assert heads(result) == ["Post", "Beløb (kr.)"]


def test_personal_numbers_are_masked_everywhere() -> None:
    draft = Draft()
    number = "010180-1233"
    line = draft.line(f"Løn til {number}", number, None)
    section = draft.section("budget", f"Budget {number}", f"Kontakt {number}")
    result = made(draft, [line], sections=[section])
    rows = [" ".join((*row.cells, row.written)) for row in result.rows]
    everything = " ".join([result.caption, *result.remarks, *rows])
    assert "1233" not in everything and "0101" not in everything
    assert "Løn til" in everything and "Kontakt" in everything
