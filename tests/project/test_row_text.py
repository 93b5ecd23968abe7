"""Amount tables, whatever they are typed as."""

from __future__ import annotations

from decimal import Decimal

import pytest
from project_text import DANISH, budget, figure, financing, lines, problems, project, seen, total

TWO = [("Telte", "9500"), ("Mad", "1000")]


@pytest.mark.parametrize(
    "text",
    [
        "| Post | Beløb |\n|---|---:|\n| Telte | 9.500 |\n| Mad | 1.000 |\n| I alt | 10.500 |",
        "Post | Beløb\nTelte | 9.500\nMad | 1.000\nI alt | 10.500",
        "| Telte | 9.500 |\n| Mad | 1.000 |\n| I alt | 10.500 |",
        "Telte\t9.500\nMad\t1.000\nI alt\t10.500",
        "Post\tBeløb\nTelte\t9.500\nMad\t\t1.000\nI alt\t10.500",
        "Telte        9.500\nMad          1.000\nI alt       10.500",
        "Telte: 9.500\nMad: 1.000\nI alt: 10.500",
        "- Telte: 9.500\n- Mad: 1.000\n- I alt: 10.500",
        "- **Telte:** 9.500 kr.\n- **Mad:** 1.000 kr.\n- **I alt:** 10.500 kr.",
        "Telte 9.500\nMad 1.000\nI alt 10.500",
        "1. Telte 9.500 kr.\n2. Mad 1.000 kr.\n\nI alt 10.500 kr.",
        "Telte ...... 9.500\nMad ........ 1.000\n--------\nI alt ..... 10.500",
        "9.500 kr. Telte\n1.000 kr. Mad\n10.500 kr. i alt",
        "Telte\n9.500\nMad\n1.000\nI alt\n10.500",
        "Telte\n\n9.500\n\nMad\n\n1.000\n\nI alt\n\n10.500",
        "Telte 9.500\nMad 1.000\n<b>I alt</b> <b>10.500</b>",
        "**Telte**\t9.500\nMad\t1.000\n==========\n**I alt**\t**10.500**",
        "I alt 10.500\nTelte 9.500\nMad 1.000",
    ],
)
def test_lines_and_total_are_read_however_they_are_typed(text: str) -> None:
    side = budget(text)
    assert lines(side) == TWO
    assert (total(side), figure(side)) == ("10500", "10500")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("sv", "Budget:\n\nTält 9 500 kr\nMat: 1 000:-\nSumma 10 500 kr"),
        ("nb", "Budsjett:\n\nTelt 9 500 kr\nMat: 1 000,-\nSum 10 500 kr"),
        ("en", "Budget:\n\nTents 9,500\nFood: 1,000.00\nTotal 10,500"),
    ],
)
def test_each_language_writes_its_own_amounts(language: str, text: str) -> None:
    read = project(f"Language: {language}\n\n{text}")
    assert [amount for _, amount in lines(read.budget)] == ["9500", "1000"]
    assert total(read.budget) == "10500"


def test_a_repeated_head_is_no_line() -> None:
    head = "| Post | Beløb |\n|---|---|\n"
    assert lines(budget(f"{head}| Telte | 9.500 |\n| Post | Beløb |\n| Mad | 1.000 |")) == TWO


def test_blanks_and_dashes_are_no_amount_and_keep_their_line() -> None:
    side = budget("| Post | Beløb |\n|---|---|\n| Telte | - |\n| Mad | – |\n| Vin | |\n| Øl | 500 |")
    assert lines(side) == [("Telte", None), ("Mad", None), ("Vin", None), ("Øl", "500")]
    assert [line.blank for line in side.lines] == [True, True, True, False]
    assert figure(side) == "500"


def test_a_row_that_is_too_short_ends_in_its_amount() -> None:
    side = budget("Post         Antal      Beløb\nTelte        3          9.500\nMad                     1.000")
    assert lines(side) == TWO
    assert [line.quantity for line in side.lines] == [Decimal(3), None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Budget (tkr)\n\nTelte 10\nMad 5 kr.", [("Telte", "10000"), ("Mad", "5")]),
        ("Budget\n\nAlle tal i 1.000 kr.\n\nTelte 10\nMad 5", [("Telte", "10000"), ("Mad", "5000")]),
        ("Budget\n\nPost | Beløb (t.kr.)\n---|---\nTelte | 10\nMad | 500 kr.", [("Telte", "10000"), ("Mad", "500")]),
        ("Budget i mio. kr.\n\nHal: 1,5\nVej: 300.000 kr.", [("Hal", "1500000"), ("Vej", "300000")]),
    ],
)
def test_a_declared_unit_scales_what_names_no_unit_itself(text: str, expected: list[tuple[str, str]]) -> None:
    read = project(f"{DANISH}## {text}")
    assert lines(read.budget) == expected


def test_the_unit_does_not_scale_quantities() -> None:
    side = budget("Post | Antal | Beløb (t.kr.)\n---|---|---\nTelte | 3 | 10")
    assert (side.lines[0].quantity, side.lines[0].amount) == (Decimal(3), Decimal(10000))


def test_ranges_and_approximate_amounts() -> None:
    side = budget("Telte 1.000-2.000\nMad ca. 500\nØl: mellem 20 og 30")
    assert [(line.amount, line.low, line.high, line.approximate) for line in side.lines] == [
        (None, 1000, 2000, False),
        (500, None, None, True),
        (None, 20, 30, False),
    ]
    assert seen(*side.bounds or ()) == (1520, 2530)
    assert side.figure is None


def test_an_amount_that_cannot_be_read_keeps_its_line_and_stops_the_sum() -> None:
    side = budget("Telte: 9.500\nLøn: efter aftale\nMad: 25,000")
    assert lines(side) == [("Telte", "9500"), ("Løn", None), ("Mad", None)]
    assert [str(line.reading.state) for line in side.lines] == ["exact", "unreadable", "ambiguous"]
    assert side.figure is None


@pytest.mark.parametrize(
    "sentence",
    [
        "Budgettet er på 60.000 kr.",
        "Projektet vil koste 600.044 kroner.",
        "Der er søgt 3.000 kr. hos andre. I 2019 bevilgede lokaludvalget 45.000 kr.",
        "I 2019 bevilgede lokaludvalget 45.000 kr.",
        "Vi giver selv penge, i alt 3.000 kr.",
        "Vi har regnet på det hele mange gange og er efter lange overvejelser nået frem til 500 kr.",
        "Pris pr. person: det afhænger af hvor mange der kommer",
        "Vi søger om penge til telte, og prisen er 500",
    ],
)
def test_a_sentence_among_the_rows_is_no_line(sentence: str) -> None:
    side = budget(f"Telte 9.500\n\n{sentence}\n\nMad 1.000\nI alt 10.500")
    assert lines(side) == TWO
    assert total(side) == "10500"


def test_amounts_of_such_sentences_are_amounts_in_text() -> None:
    read = project(f"{DANISH}Budget:\n\nTelte 9.500 kr.\n\nI 2019 bevilgede lokaludvalget 45.000 kr.")
    assert [seen(found.text.value, found.reading.amount) for found in read.amounts_in_text] == [("45.000 kr.", 45000)]


def test_a_short_label_with_a_full_stop_behind_its_amount_is_a_line() -> None:
    assert lines(budget("Til mad 500 kr.\nLeje af lokale til festen 1.000 kr.")) == [
        ("Til mad", "500"),
        ("Leje af lokale til festen", "1000"),
    ]


def test_words_before_the_amount_behind_a_colon_are_a_note() -> None:
    assert lines(budget("Telte: to store hvide 9.500 kr.")) == [("Telte", "9500")]


def test_words_between_label_and_amount_are_a_note() -> None:
    side = budget("Telte     to store, hvide     9.500\n\nMad     til alle     1.000")
    assert lines(side) == TWO


def test_the_year_before_an_amount_stays_in_the_label() -> None:
    assert lines(financing("2026 1,3 mio. kr. til grunden\n2027 2 mio. kr. til huset")) == [
        ("2026 til grunden", "1300000"),
        ("2027 til huset", "2000000"),
    ]


def test_an_amount_alone_under_a_sentence_is_not_labelled_by_it() -> None:
    assert lines(budget("Vi har brug for. Meget mere.\n\n500\n\nMad 1.000")) == [("Mad", "1000")]


def test_a_note_and_a_share_are_no_lines() -> None:
    side = budget("Telte 9.500\nMad 1.000\nI alt 10.500\nHeraf moms: 2.100 kr.\nBemærkning: telte lejes")
    assert lines(side) == TWO


def test_lines_after_the_total_count() -> None:
    side = budget("Telte 9.500\nI alt 9.500\nMad 1.000")
    assert lines(side) == TWO
    assert (total(side), figure(side)) == ("9500", "10500")


def test_only_a_stated_total() -> None:
    side = budget("I alt 10.500 kr.")
    assert lines(side) == []
    assert (total(side), figure(side)) == ("10500", "10500")
    beside = project(f"{DANISH}**Budget:** 10.500 kr.").budget
    assert (total(beside), figure(beside)) == ("10500", "10500")


@pytest.mark.parametrize(
    ("text", "label", "amount", "quantity", "price"),
    [
        ("Oplæg x 3\t25.000", "Oplæg", 25000, 3, None),
        ("Løn, 25 timer à 450 kr.\t11.250", "Løn", 11250, 25, 450),
        ("3 stk. telte: 9.500", "3 stk. telte", 9500, 3, None),
        ("Trykning, 300 foldere à 12,50: 3.750,-", "Trykning", 3750, 300, Decimal("12.50")),
        ("Løn: 25 timer á 450 kr.", "Løn", 11250, 25, 450),
    ],
)
def test_quantity_and_price_leave_the_stated_amount_alone(
    text: str, label: str, amount: int, quantity: int, price: Decimal | int | None
) -> None:
    [line] = budget(text).lines
    assert seen(line.label.value, line.amount, line.quantity, line.unit_price) == (label, amount, quantity, price)


def test_a_table_without_any_row_is_an_empty_side() -> None:
    for text in ("| Post | Beløb |\n|---|---|", "|---|---|", "| |", "Vi ved det ikke endnu."):
        assert lines(budget(text)) == []


def test_two_amounts_behind_one_label_are_not_read() -> None:
    text = f"{DANISH}Budget:\n\nPlanter: 40.000 / 38.250\nJord: 10.000"
    assert problems(text) == [("line-not-read", "Planter: 40.000 / 38.250")]
    side = project(text).budget
    assert side is not None
    assert side.figure is None


def test_amounts_side_by_side_without_a_head_make_no_sum() -> None:
    assert budget("Løn    120.000    40.000    80.000\nMad    1.000    500    500").figure is None
    text = f"{DANISH}Budget:\n\nLøn    120.000    40.000"
    assert problems(text) == [("line-not-read", "Løn    120.000    40.000")]


def test_sentences_with_an_amount_below_the_total_are_no_line() -> None:
    text = "- Telte: 9.500 kr.\n- Mad: 1.000 kr.\n- I alt: 10.500 kr.\n\n"
    told = "**Tidligere støtte:** Vi holdt en fest i 2023. Dengang gav kommunen 40.000 kr. til den. Det gik godt."
    assert lines(budget(text + told)) == TWO
    assert lines(budget(text + "Porto: 500 kr. (tilbud af 3. maj)"))[-1] == ("Porto", "500")


def test_dots_lead_from_any_label_to_its_amount() -> None:
    text = "Telte, 19 sæt a 500 kr. ........ 9.500\nMad, vi har brug for .......... 1.000\nI alt ........... 10.500"
    side = budget(text)
    assert [amount for _, amount in lines(side)] == ["9500", "1000"]
    assert total(side) == "10500"


def test_years_in_a_row_are_a_head_although_nothing_is_ruled_below() -> None:
    text = "Udgift\t2027\t2028\tI alt\nTelte\t4.500\t5.000\t9.500\nMad\t0\t1.000\t1.000\n"
    text += "I alt\t4.500\t6.000\t10.500"
    side = budget(text)
    assert lines(side) == TWO
    assert [part.key for part in side.lines[0].parts] == ["2027", "2028"]
    assert total(side) == "10500"


@pytest.mark.parametrize("head", ["Beregning", "Udregning", "Beräkning", "Utregning", "Calculation"])
def test_a_column_of_calculations_is_a_remark(head: str) -> None:
    text = f"| Post | {head} | Beløb |\n|---|---|---:|\n| Telte | 19 x 500 | 9.500 |\n| Mad | | 1.000 |\n"
    assert lines(budget(text)) == TWO
    assert "column-unknown" not in [rule for rule, _ in problems(f"{DANISH}Budget:\n\n{text}")]


@pytest.mark.parametrize("heading", ["BUDGET, kroner", "Budget, kr", "BUDGET, kronor", "Budget kroner"])
def test_a_heading_may_name_the_currency(heading: str) -> None:
    side = project(f"{DANISH}FORMÅL\nAt feste.\n\n{heading}\nTelte\t9.500\nMad\t1.000\n", "x.txt").budget
    assert lines(side) == TWO
    assert problems(f"{DANISH}FORMÅL\nAt feste.\n\n{heading}\nTelte\t9.500\nMad\t1.000\n", "x.txt") == []
