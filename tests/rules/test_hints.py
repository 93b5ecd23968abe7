"""What a difference may come from: only exact matches, the likeliest first, and nothing where chance could do it."""

from __future__ import annotations

from decimal import Decimal

import pytest
from asking import bound, only

from projektkort.finding import Note
from projektkort.rules.hints import Figure, Term, explain, places, terms
from projektkort.rules.sentence import Speaker
from projektkort.rules.texts import read_subject


def costs(text: str) -> tuple[Term, ...]:
    """Budget lines as they are typed: `Hall: 100`."""
    lines = "".join(f"  - {{label: {label}, amount: {amount}}}\n" for label, amount in pairs(text))
    side = bound(f"budget:\n{lines}", path="example.yaml")[0].budget
    assert side is not None
    return terms(side.counted)


def pairs(text: str) -> list[list[str]]:
    return [each.strip().split(": ") for each in text.split(",")]


def stated(amount: str, lines: str = "", *, taxed: bool = True, groups: str = "") -> Figure:
    return Figure(Decimal(amount), costs(lines) if lines else (), taxed, costs(groups) if groups else ())


def said(hint: Note | None, language: str = "en") -> str:
    """The hint as a message ends with it."""
    return Speaker(language, read_subject("balance").notes).say({language: "{hint}"}, {"hint": hint})


LINES = "Hall: 12345, Food: 8170, Bus: 2605, Stage: 40000"


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (stated("54950"), stated("63120", LINES), ", exactly the line “Food” (line 3)"),
        (stated("71290"), stated("63120", LINES), ", as if the line “Food” (line 3) had been counted twice"),
        (
            stated("63120"),
            stated("71290", f"{LINES}, Food: 8170"),
            ", exactly the line “Food” (line 3), which stands twice, again in line 6",
        ),
        (
            stated("83635"),
            stated("63120", LINES, groups="Indoors: 20515, Outdoors: 42605"),
            ", as if the subtotal in the line “Indoors” (line 2) had been added to its own lines",
        ),
        (
            stated("126240"),
            stated("63120", LINES, groups="Indoors: 20515, Outdoors: 42605"),
            ", as if all the subtotals had been added to their own lines",
        ),
        (
            stated("63120"),
            stated("83635", "Hall: 12345, Food: 8170, Indoors: 20515, Bus: 2605, Stage: 40000"),
            (
                ", exactly the line “Indoors” (line 4), which is itself a sum of other lines (lines 2 to 3), so"
                " that they count twice"
            ),
        ),
        (
            stated("64120", "Hall: 12345, Food: 8170, Bus: 2605, Stage: 42000, Discount: -1000"),
            stated("66120"),
            (
                ", exactly twice the line “Discount” (line 6): 2 · 1,000, as if it had been added in one place and"
                " subtracted in the other"
            ),
        ),
        (
            stated("63120", LINES),
            stated("57910"),
            (
                ", exactly twice the line “Bus” (line 4): 2 · 2,605, as if it had been added in one place and"
                " subtracted in the other"
            ),
        ),
        (
            stated("63120", LINES),
            stated("55767"),
            ", as if a mark or the zeros were wrong in the line “Food” (line 3): DKK 817 instead of DKK 8,170",
        ),
        (
            stated("63120", LINES),
            stated("63660"),
            ", as if two digits had changed places in the line “Food” (line 3): DKK 8,710 instead of DKK 8,170",
        ),
        (
            stated("63120", LINES),
            stated("73120"),
            ", exactly the VAT on the line “Stage” (line 5): 25% of DKK 40,000",
        ),
        (
            stated("63120", LINES),
            stated("55120"),
            ", exactly the VAT that is in the line “Stage” (line 5): DKK 40,000 with 25% VAT",
        ),
        (stated("63120", LINES), stated("78900"), ", exactly 25% VAT on DKK 63,120"),
        (stated("54210"), stated("45210"), ", as if two digits had changed places"),
        (
            stated("1250"),
            stated("12.5"),
            ": one of them is exactly 100 times the other, as if a mark or the zeros were wrong",
        ),
        (stated("63120", LINES), stated("63000"), ", as if the total had been rounded to the nearest 1,000"),
        (stated("20000", "Hall: 12000, Food: 8000"), stated("20345"), ", no more than rounding each line can make"),
        (stated("63120", LINES), stated("48173"), ""),
        (
            stated("50775", "Food: 8170, Bus: 2605, Stage: 40000"),
            stated("40000"),
            ", exactly the line “Food” (line 2) and the line “Bus” (line 3) together",
        ),
        (
            stated("63123", "Hall: 12348, Food: 8170, Bus: 2605, Stage: 40000"),
            stated("63923"),
            ", as if one digit had been typed wrong in one of the amounts",
        ),
    ],
)
def test_exact_explanations(left: Figure, right: Figure, expected: str) -> None:
    assert said(explain(left, right, "DKK")) == expected
    assert said(explain(right, left, "DKK")) == expected


def test_lines_that_fit_alike_are_all_named_and_nothing_more() -> None:
    twins = "Hall: 12345, Food: 8170, Bus: 8170, Stage: 40000"
    assert said(explain(stated("60515"), stated("68685", twins), "DKK")) == ", exactly one of the lines 3 and 4"
    twice = places(explain(stated("60515"), stated("68685", twins), "DKK"))
    assert [place.line for place in twice] == [3, 4]
    many = "Hall: 12345, Food: 8170, Bus: 8170, Stage: 8170, Lamps: 8170"
    assert explain(stated("36855"), stated("45025", many), "DKK") is None


def test_two_slips_that_are_as_likely_cancel_each_other() -> None:
    lines = "Hall: 24690, Discount: -12345"
    assert explain(stated("12345", lines), stated("37035"), "DKK") is None


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (stated("100", "Hall: 70, Food: 30"), stated("69")),
        (stated("1000000"), stated("100")),
        (stated("54000"), stated("4500")),
        (stated("0"), stated("17")),
        (stated("-10"), stated("-100")),
        (stated("321"), stated("123")),
        (stated("22500", "Telt: 9500, Tryk: 3750, Mad: 9250"), stated("21500")),
        (stated("8000", "Hall: 3000, Food: 2500, Bus: 2500"), stated("7000")),
    ],
)
def test_what_does_not_fit_or_may_be_chance_is_not_said(left: Figure, right: Figure) -> None:
    assert explain(left, right, "DKK") is None


@pytest.mark.parametrize(
    ("currency", "factor"),
    [
        ("SEK", "1.12"),
        ("SEK", "1.06"),
        ("NOK", "1.15"),
        ("NOK", "1.12"),
        ("EUR", "1.255"),
        ("EUR", "1.14"),
        ("EUR", "1.135"),
        ("EUR", "1.10"),
    ],
)
def test_each_country_has_its_rates_of_vat(currency: str, factor: str) -> None:
    taxed = stated("63120").amount * Decimal(factor)
    hint = explain(stated("63120", LINES), Figure(taxed), currency)
    assert hint is not None
    assert (hint.key, hint.values["rate"]) == ("vat", (Decimal(factor) - 1) * 100)
    assert explain(stated("63120", LINES), Figure(taxed), "DKK") is None
    assert explain(stated("63120", LINES), Figure(taxed), None) is None


def test_vat_is_in_costs_and_not_in_the_lines_of_a_financing() -> None:
    lines = "Hall: 12345, Food: 8170, Bus: 2605, Stage: 40000"
    hint = explain(stated("63120", lines, taxed=False), stated("65162.5"), "SEK")
    assert hint is None
    assert said(explain(stated("63120", lines), stated("65162.5"), "SEK")).startswith(", exactly the VAT")


WRONG_LINE = """---
skema: none
sprog: da
valuta: DKK
---
# Sti

## Budget{}

| Post | Antal | Pris | Beløb |
|---|---|---|---|
| Grus | {} | {} | {} |
| Rejser | | | 5.000 |
| Skilte | | | {} |
| I alt | | | 192.315 |

## Finansiering

Egne midler: 192.315
"""


def test_a_line_that_is_wrong_in_itself_is_what_the_sums_differ_by() -> None:
    text = WRONG_LINE.format("", "180", "1.000", "181.000", "7.315")
    for rule in ("budget-total", "budget-balances"):
        hint = only(rule, text, path="example.md").values["hint"]
        assert isinstance(hint, Note)
        assert said(hint, "da") == (
            ", og det skyldes linjen »Grus« (linje 12): der står 181.000 kr., men den giver 180.000 kr."
        )


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        (" (ekskl. moms)", ", præcis den moms, der ligger i linjen »Rejser« (linje 13): 6.175 kr. med 25 % moms"),
        (" (inkl. moms)", ""),
    ],
)
def test_a_budget_that_says_it_is_with_vat_lacks_none(heading: str, expected: str) -> None:
    text = WRONG_LINE.format(heading, "", "", "180.000", "7.375").replace("5.000", "6.175")
    assert said(only("budget-total", text, path="example.md").values["hint"], "da") == expected  # type: ignore[arg-type]  # a hint


def test_in_a_coarse_budget_a_line_that_fits_may_be_chance() -> None:
    coarse = "Hall: 12000, Food: 8000, Bus: 3000, Stage: 40000"
    assert explain(stated("60000"), stated("63000", coarse), "DKK") is None
    assert explain(stated("55000"), stated("63000", coarse), "DKK") is None


def test_two_sides_that_differ_by_a_line() -> None:
    income = "Fund: 40000, Own: 14950"
    hint = explain(stated("63120", LINES), stated("54950", income, taxed=False), "DKK")
    assert said(hint, "da") == ", præcis linjen »Food« (linje 3)"
    hint = explain(stated("63120", LINES), stated("71290", "Fund: 50001, Own: 21289", taxed=False), "DKK")
    assert said(hint, "sv") == ', precis raden "Food" (rad 3)'


def test_a_hint_tells_the_lines_it_speaks_of() -> None:
    assert places(None) == []
    sums = "Hall: 12345, Food: 8170, Indoors: 20515, Bus: 2605, Stage: 40000"
    found = places(explain(stated("63120"), stated("83635", sums), "DKK"))
    assert sorted(place.line for place in found) == [2, 3, 4]


def test_the_columns_of_a_line_are_explained_too() -> None:
    table = "| Post | 2027 | 2028 | I alt |\n|---|---|---|---|\n| Leje | 12.340 | 8.171 | 12.340 |\n"
    problem = only("parts-differ", f"---\nsprog: da\n---\n## Budget\n\n{table}", path="example.md")
    assert isinstance(hint := problem.values["hint"], Note)
    assert said(hint, "da") == ", præcis linjen »2028« (linje 8)"
