"""Amounts as people write them: whole texts, prose, budget lines, headings and labels."""

from __future__ import annotations

import csv
import time
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from projektkort.locale import LANGUAGES, amount, normal, number
from projektkort.money import Reading, State, agrees, currency_of, find, head, read, split_quantity, tail, unit_of

D = Decimal
NBSP, THIN, FIGURE_SPACE, NARROW = "\u00a0", "\u2009", "\u2007", "\u202f"


def told(reading: Reading) -> str:
    """A reading in one line, so that a table of cases can be read."""
    if reading.state is State.EXACT:
        value = f"{reading.amount}"
    elif reading.state is State.RANGE:
        value = f"{reading.low}..{reading.high}"
    elif reading.state is State.AMBIGUOUS:
        value = " | ".join(map(str, reading.readings)) + f" ({reading.reason})"
    else:
        value = f"{reading.state} {reading.reason}".strip()
    about = "about " if reading.approximate else ""
    return f"{about}{value}{' ' + reading.currency if reading.currency else ''}"


# --- The rows of the shared file


def test_every_row_of_the_file_comes_out_right(documents: Path) -> None:
    with (documents / "data" / "money.tsv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    assert len(rows) > 130
    wrong = []
    for row in rows:
        for language in [*LANGUAGES, None] if row["language"] == "*" else [row["language"]]:
            reading = read(row["text"], language)
            if row["expected"] == "REFUSE":
                right = reading.amount is None and reading.low is None
            elif row["expected"].startswith("RANGE"):
                right = f"RANGE {reading.low}..{reading.high}" == row["expected"]
                right = right and (reading.currency or "-") == row["currency"]
            else:
                right = reading.amount == D(row["expected"]) and (reading.currency or "-") == row["currency"]
            if not right:
                wrong.append((row["text"], language, told(reading)))
    assert wrong == []


# --- The whole text is an amount


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        # group and decimal marks
        ("48.000", "da", "48000"),
        ("48 000", "da", "48000"),
        (f"48{NBSP}000 kr", "sv", "48000 SEK"),
        (f"48{THIN}000", "sv", "48000"),
        (f"48{FIGURE_SPACE}000", "nb", "48000"),
        (f"1{NARROW}048{NARROW}000,50", "nb", "1048000.5"),
        ("48'000", "da", "48000"),
        ("48’000", "en", "48000"),
        ("1.048.000,75 kr.", "da", "1048000.75 DKK"),
        ("1,048,000.75", "en", "1048000.75"),
        ("0", "da", "0"),
        ("-0", "da", "0"),
        ("7", "sv", "7"),
        ("0,125", "da", "0.125"),
        ("0,1250", "da", "0.125"),
        ("12,5000", "da", "12.5"),
        ("25000.00", "en", "25000"),
        # currencies and words of several languages
        ("kr. 1.200,-", "da", "1200 DKK"),
        ("Kr 1 200,00", "nb", "1200 NOK"),
        ("1200:-", "sv", "1200 SEK"),
        ("1200:-", "da", "1200"),
        ("1.200.-", "da", "1200"),
        ("1.200,—", "da", "1200"),
        ("1200 kronor", "da", "1200 SEK"),
        ("1200 kroner", "sv", "1200"),
        ("1200 kroner", "en", "1200"),
        ("1200 kroner", "nb", "1200 NOK"),
        ("1200 danske kroner", "sv", "1200 DKK"),
        ("EUR 1.200", "da", "1200 EUR"),
        ("1.200 €", "da", "1200 EUR"),
        ("€1,200", "en", "1200 EUR"),
        ("US$ 1,200", "en", "1200 USD"),
        ("1200 sek", "sv", "1200 SEK"),
        ("kr 1.200 DKK", "da", "1200 DKK"),
        ("1.200kr", "da", "1200 DKK"),
        # multipliers
        ("75 tkr", "sv", "75000 SEK"),
        ("75 t. kr.", "da", "75000 DKK"),
        ("t.kr. 75", "da", "75000 DKK"),
        ("75 ksek", "da", "75000 SEK"),
        ("75 tusind kr.", "da", "75000 DKK"),
        ("1,25 mio. kr.", "da", "1250000 DKK"),
        ("1,125 mio. kr.", "da", "1125000 DKK"),
        ("1 500 mio. kr.", "da", "1500000000 DKK"),
        ("2 mia. kr.", "da", "2000000000 DKK"),
        ("2 miljarder kr", "sv", "2000000000 SEK"),
        ("1,5 mrd. kr", "nb", "1500000000 NOK"),
        ("1 billion kr.", "da", "1000000000000 DKK"),
        ("USD 1 billion", "en", "1000000000 USD"),
        ("£1.5m", "en", "1500000 GBP"),
        ("£15k", "en", "15000 GBP"),
        ("15 K€", "en", "15000 EUR"),
        ("75 öre", "sv", "0.75 SEK"),
        # signs and asides
        ("-750", "da", "-750"),
        ("−750 kr", "sv", "-750 SEK"),
        ("kr. -750", "da", "-750 DKK"),
        ("-kr 750", "nb", "-750 NOK"),
        ("+750 kr.", "da", "750 DKK"),
        ("(750 kr.)", "da", "750 DKK"),
        ("(-750)", "da", "-750"),
        # approximate ones
        ("ca. 90.000 kr.", "da", "about 90000 DKK"),
        ("kr. ca. 90.000", "da", "about 90000 DKK"),
        ("c:a 90 000", "sv", "about 90000"),
        ("rundt regnet 90.000", "da", "about 90000"),
        ("op til 90.000 kr.", "da", "about 90000 DKK"),
        ("knappt 90 000 kr", "sv", "about 90000 SEK"),
        ("≈ 90 000", "nb", "about 90000"),
        # ranges
        ("5.000-7.500 kr.", "da", "5000..7500 DKK"),
        ("5-7.500 kr.", "da", "5000..7500 DKK"),
        ("15–20.000", "da", "15000..20000"),
        ("500-1.000 kr.", "da", "500..1000 DKK"),
        ("10-10.000 kr.", "da", "10..10000 DKK"),
        ("kr. 5.000 – kr. 7.500", "da", "5000..7500 DKK"),
        ("mellem 5.000 og 7.500 kr.", "da", "5000..7500 DKK"),
        ("fra 5.000 til 7.500", "da", "5000..7500"),
        ("mellan 5 000 och 7 500 kr", "sv", "5000..7500 SEK"),
        ("2-3 mio. kr.", "da", "2000000..3000000 DKK"),
        ("500.000 - 1 mio. kr.", "da", "500000..1000000 DKK"),
        ("ca. 15-20.000", "da", "about 15000..20000"),
        # what stands around an amount
        ("<b>48.000</b>", "da", "48000"),
        ("**48.000 kr.**", "da", "48000 DKK"),
        ("| 48.000 |", "da", "48000"),
        ("48.000;", "da", "48000"),
        ("48.000*", "da", "48000"),
        ("48.000 *)", "da", "48000"),
        ("48.000 2)", "da", "48000"),
        ("48.000 [a]", "da", "48000"),
        ("48.000¹", "da", "48000"),
        ("48.000 kr. inkl. moms", "da", "48000 DKK"),
        ("48.000 kr. + 25 % moms", "da", "unreadable words DKK"),
        ("48.000 kr. inkl. 25 % moms", "da", "48000 DKK"),
        ("48.000 kr. uden moms", "da", "48000 DKK"),
        ("48.000 kr. i alt", "da", "48000 DKK"),
        ("48.000 kr. (søgt hos kommunen)", "da", "48000 DKK"),
        ("48.000 kr. (25 %)", "da", "48000 DKK"),
        ("48.000 kr.  ", "da", "48000 DKK"),
        # nothing meant
        ("", "da", "blank"),
        (" \t ", "da", "blank"),
        ("-", "da", "blank"),
        ("–", "da", "blank"),
        ("kr. -", "da", "blank"),
        ("kr.", "da", "blank"),
        ("**", "da", "blank"),
        ("()", "da", "blank"),
        # two readings
        ("48,000", "da", "48 | 48000 (marks)"),
        ("1234,567", "da", "1234.567 | 1234567 (marks)"),
        ("48.000 USD", "en", "48 | 48000 (marks) USD"),
        ("1,250 t.kr.", "da", "1250 | 1250000 (marks) DKK"),
        ("1.250 mio. kr.", "da", "1250000 | 1250000000 (multiplier) DKK"),
        ("1,250 million", "en", "1250000 | 1250000000 (multiplier)"),
        ("(750)", "da", "-750 | 750 (brackets)"),
        ("–750", "da", "-750 | 750 (sign)"),
        ("- 750", "da", "-750 | 750 (sign)"),
        ("kr. 750-", "nb", "-750 | 750 (sign) NOK"),
        ("48,000 - 50,000", "da", "48 | 48000 (marks)"),
        # no amount
        ("48.00.000", "da", "unreadable grouping"),
        ("48..000", "da", "unreadable grouping"),
        ("1 48 000", "sv", "unreadable grouping"),
        ("4 8000", "sv", "unreadable grouping"),
        ("48.00 kr.", "da", "unreadable decimals DKK"),
        ("48,00", "en", "unreadable decimals"),
        (",50", "da", "unreadable decimals"),
        ("1,234.50", "da", "unreadable swapped"),
        ("1.234,50", "en", "unreadable swapped"),
        ("048", "da", "unreadable zeros"),
        ("0.480", "da", "unreadable zeros"),
        ("1234567890123456789", "da", "unreadable long"),
        ("efter aftale", "da", "unreadable words"),
        ("halvtreds tusind", "da", "unreadable words"),
        ("48.000 når vi får svar", "da", "unreadable words"),
        ("48 %", "da", "unreadable percent"),
        ("48 procent", "sv", "unreadable percent"),
        ("48 timer", "da", "unreadable unit"),
        ("48 m", "da", "unreadable unit"),
        ("48k", "da", "unreadable words"),
        ("2027-05-01", "da", "unreadable date"),
        ("1/5", "da", "unreadable date"),
        ("12:30", "sv", "unreadable date"),
        ("2026-2028", "da", "unreadable date"),
        ("4e5", "da", "unreadable scientific"),
        ("0x1F", "da", "unreadable scientific"),
        ("٤٨", "da", "unreadable digits"),
        ("4O.000", "da", "unreadable digits"),
        ("48\u200b000", "da", "unreadable invisible"),
        ("\ufeff48.000", "da", "unreadable invisible"),
        ("=A1+A2", "da", "unreadable formula"),
        ("#VALUE!", "da", "unreadable formula"),
        ("xx.xxx", "da", "unreadable placeholder"),
        ("xx kr.", "da", "unreadable placeholder"),
        ("[beløb]", "da", "unreadable placeholder"),
        ("TBD", "en", "unreadable placeholder"),
        ("?? 5 kr.", "da", "unreadable placeholder DKK"),
        ("____", "da", "blank"),
        ("30.000 - 25.000", "da", "unreadable range"),
        ("48.000 kr. og 12.000 kr.", "da", "unreadable two-amounts DKK"),
        ("48.000 kr. (12.000 kr.)", "da", "unreadable two-amounts DKK"),
        ("48.000 kr. / 6.400 EUR", "da", "unreadable two-currencies DKK"),
        ("EUR 48.000 USD", "da", "unreadable two-currencies"),
        ("5 EUR - 7 USD", "en", "unreadable two-currencies USD"),
        ("--750", "da", "unreadable sign"),
        ("t.kr. 2 mio.", "da", "unreadable multiplier DKK"),
        ("ca.-750", "da", "unreadable words"),
        ("-kr -750", "nb", "unreadable sign NOK"),
        ("48.000 kr. er det vi søger " + "om " * 80, "da", "unreadable words"),
    ],
)
def test_reading_one_amount(text: str, language: str, expected: str) -> None:
    assert told(read(text, language)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("48000", "48000"),
        ("48 000", "48000"),
        ("48 000 SEK", "48000 SEK"),
        ("48 000 kr", "48000"),
        ("48 000 kronor", "48000 SEK"),
        ("48.000", "48 | 48000 (language)"),
        ("48,000", "48 | 48000 (language)"),
        ("1.048.000", "unreadable language"),
        ("48,50", "unreadable language"),
        ("1 billion", "1000000000 | 1000000000000 (language)"),
        ("efter aftale", "unreadable words"),
        ("-", "blank"),
    ],
)
@pytest.mark.parametrize("language", [None, "pl"])
def test_without_a_language_only_what_reads_alike_counts(text: str, expected: str, language: str | None) -> None:
    assert told(read(text, language)) == expected


@pytest.mark.parametrize(
    ("text", "amount", "quantity", "unit", "price"),
    [
        ("3 x 4.500", 13500, 3, None, 4500),
        ("3x4.500 kr.", 13500, 3, None, 4500),
        ("3 × 4.500,-", 13500, 3, None, 4500),
        ("2*12.000", 24000, 2, None, 12000),
        ("4 stk. á 250 kr.", 1000, 4, "stk", 250),
        ("20 timer à 340 kr.", 6800, 20, "timer", 340),
        ("20 timer a kr. 340", 6800, 20, "timer", 340),
        ("300 foldere à 12,50", 3750, 300, "foldere", D("12.5")),
        ("4.500 kr. x 3", 13500, 3, None, 4500),
        ("3 x 4.500 kr. = 13.500 kr.", 13500, 3, None, 4500),
        ("3 x 4.500 = 13.500 kr.", 13500, 3, None, 4500),
        ("3 x 4.500 kr. (13.500 kr.)", 13500, 3, None, 4500),
    ],
)
def test_a_product_is_one_amount(text: str, amount: int, quantity: int, unit: str | None, price: int | Decimal) -> None:
    reading = read(text, "da")
    assert (reading.state, reading.amount) == (State.EXACT, D(amount))
    assert (reading.quantity, reading.unit, reading.unit_price) == (D(quantity), unit, D(price))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("3 x 4.500 kr. = 12.500 kr.", "unreadable product DKK"),
        ("3 x 4,500 kr.", "4.5 | 4500 (marks) DKK"),
        ("3,000 x 450 kr.", "3 | 3000 (marks) DKK"),
        ("5 kr. x 3 kr.", "unreadable two-amounts DKK"),
    ],
)
def test_a_product_that_cannot_be_is_refused(text: str, expected: str) -> None:
    assert told(read(text, "da")) == expected


@pytest.mark.parametrize(
    ("text", "language", "unit"),
    [
        ("kr. 125,- pr. time", "da", "time"),
        ("220 kr/tim", "sv", "tim"),
        ("£15 per hour", "en", "hour"),
        ("75 kr./m2", "da", "m2"),
    ],
)
def test_a_rate_keeps_its_unit_apart(text: str, language: str, unit: str) -> None:
    reading = read(text, language)
    assert (reading.state, reading.quantity, reading.unit) == (State.EXACT, None, unit)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("250", "250000"),
        ("2,5", "2500"),
        ("1.250", "1250000"),
        ("250 kr.", "250 DKK"),
        ("250,-", "250"),
        ("2 mio. kr.", "2000000 DKK"),
        ("15-20", "15000..20000"),
        ("3 x 25", "75000"),
        ("0", "0"),
    ],
)
def test_the_unit_of_a_column_scales_bare_numbers_only(text: str, expected: str) -> None:
    assert told(read(text, "da", unit=D(1000))) == expected


def test_a_column_in_millions_leaves_a_group_mark_in_doubt() -> None:
    assert told(read("1.250", "da", unit=D(1_000_000))) == "1250000 | 1250000000 (multiplier)"
    assert told(read("1,250", "da", unit=D(1_000_000))) == "1250000"


@pytest.mark.parametrize(
    ("text", "slice_"),
    [
        ("  ca. 48.000 kr. ", "ca. 48.000 kr."),
        ("<b>48.000</b>", "48.000"),
        ("(48.000 kr.)", "(48.000 kr.)"),
        ("x9", "x9"),
    ],
)
def test_a_reading_knows_its_slice(text: str, slice_: str) -> None:
    reading = read(text, "da")
    assert text[reading.start : reading.end] == slice_


# --- Running prose


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Vi søger 48.000 kr. til fem koncerter.", "da", ["48.000 kr.=48000 DKK"]),
        ("Der er omkring 350.000 afsat.", "da", ["omkring 350.000=about 350000"]),
        ("Der er omkring 3.500 afsat.", "da", ["omkring 3.500=about 3500"]),
        ("kr. 48.000,- og kr. 5.000", "da", ["kr. 48.000,-=48000 DKK", "kr. 5.000=5000 DKK"]),
        ("I 2027 300 000 kr och 2028 1,3 mill kr", "nb", ["300 000 kr=300000 NOK", "1,3 mill kr=1300000 NOK"]),
        ("Det kostar 60 000 kronor.", "sv", ["60 000 kronor=60000 SEK"]),
        ("Hele rammen er 6,9 mio.", "da", ["6,9 mio.=6900000"]),
        ("We ask for £19,800 of 25,000 in all", "en", ["£19,800=19800 GBP", "25,000=25000"]),
        ("ca. 15-20.000 ind", "da", ["ca. 15-20.000=about 15000..20000"]),
        ("mellem 5.000 og 10.000 kr. hver", "da", ["mellem 5.000 og 10.000 kr.=5000..10000 DKK"]),
        ("(11.000 kr.) og **2.500 kr.**", "da", ["11.000 kr.=11000 DKK", "2.500 kr.=2500 DKK"]),
        ("8 x 4.000 kr. hver", "da", ["8 x 4.000 kr.=32000 DKK"]),
        ("Udgiften er 25.00.000 kr. i år", "da", ["25.00.000 kr.=unreadable grouping DKK"]),
        ("prisen er 45,000 kr. nu", "da", ["45,000 kr.=45 | 45000 (marks) DKK"]),
        ("Entré 50 kr 200 gæster", "da", ["50 kr=50 DKK"]),
        ("50 kr og 2.500 kr.", "da", ["50 kr=50 DKK", "2.500 kr.=2500 DKK"]),
        ("Timer 180 kr 99 000,00", "nb", ["kr 99 000,00=99000 NOK"]),
        ("der mangler 195.000 i kassen", "da", ["195.000=195000"]),
        ("omkring 195.000 til 3 møder", "da", ["omkring 195.000=about 195000"]),
        ("5.000 kr. til 25.000 gæster", "da", ["5.000 kr.=5000 DKK"]),
        ("Der søges 1/2 mio. kr. nu", "da", ["1/2 mio. kr.=500000 DKK"]),
        ("1½ mio. kr. og 3/4 million", "da", ["1½ mio. kr.=1500000 DKK", "3/4 million=750000"]),
        ("Det kostar 1 1/2 miljon kronor", "sv", ["1 1/2 miljon kronor=1500000 SEK"]),
        ("½ million kroner", "nb", ["½ million kroner=500000 NOK"]),
        # no amounts
        ("den 1/2 2027, 11/2 og 3/4, side 1/2, ½ time", "da", []),
        ("sag 2021-0417722, VAN 131/2007, § 12.500", "da", []),
        ("den 12.03.2026 og 2014-04-01, kl. 16.15-16.22, 12:30", "da", []),
        ("tlf. 12 34 56 78, mobil 12 345 678, CVR 12 345 678, nr. 25.000", "da", []),
        ("070-123 45 67 eller 08-123 456 78, ring 33 66 480 000", "sv", []),
        ("25 % af 3 årlige møder i uge 13 og 2012-2016", "da", []),
        ("10.000 besøgende, 12.500 glade børn, 2 mio. visninger", "da", []),
        ("det er nok: 500 nok", "nb", []),
        ("https://eksempel.dk/25.000/12.500 og A3-12.500x", "da", []),
        ("25,000 eller 3 000 eller 300", "da", []),
        ("2 X 12 døgn og 12 kurs- + 12 møtedagar", "nb", []),
    ],
)
def test_finding_amounts_in_prose(text: str, language: str, expected: list[str]) -> None:
    assert [f"{text[r.start : r.end]}={told(r)}" for r in find(text, language)] == expected


def test_prose_without_a_language() -> None:
    text = "Vi har 48 000 kr, 10 500 SEK og omkring 400.000 til 3 møder."
    assert [f"{text[r.start : r.end]}={told(r)}" for r in find(text, None)] == [
        "48 000 kr=48000",
        "10 500 SEK=10500 SEK",
        "omkring 400.000=about 400 | 400000 (language)",
    ]


# --- Budget lines without a table


@pytest.mark.parametrize(
    ("line", "language", "label", "expected"),
    [
        ("Musikere 25.000", "da", "Musikere", "25000"),
        ("Telte og borde: 9.500", "da", "Telte og borde", "9500"),
        ("Ny scene              5.500.000 kr.", "da", "Ny scene", "5500000 DKK"),
        ("Kaffe .......... 300", "da", "Kaffe", "300"),
        ("Kaffe\t300", "da", "Kaffe", "300"),
        ("Kaffe . . . . 300", "da", "Kaffe", "300"),
        ("Løn, 37 timer á 250 kr. 9.250 kr.", "da", "Løn, 37 timer á 250 kr.", "9250 DKK"),
        ("Kaffe – 300 kr.", "da", "Kaffe", "300 DKK"),
        ("| Kaffe | 300 |", "da", "| Kaffe", "300"),
        ("Materiell kr 950,00", "nb", "Materiell", "950 NOK"),
        ("Turne 180 kr 99 000,00", "nb", "Turne 180", "99000 NOK"),
        ("Nord og sør 1055 kr 30 250,00", "nb", "Nord og sør 1055", "30250 NOK"),
        ("Turne 12 stopp 180", "nb", "Turne 12 stopp", "180"),
        ("Timer 480 kr 135 840,00 -kr 135 840,00", "nb", "Timer 480 kr 135 840,00", "-135840 NOK"),
        ("2003 1,3 mill kr", "nb", "2003", "1300000 NOK"),
        ("Festival 2027 25.000", "da", "Festival 2027", "25000"),
        ("Musikere x 3 25.000", "da", "Musikere x 3", "25000"),
        ("Trykning, 300 foldere à 12,50: 3.750,-", "da", "Trykning, 300 foldere à 12,50", "3750"),
        ("Honorar 3 x 2.500 kr.", "da", "Honorar", "7500 DKK"),
        ("Skyltar, 4 st à 1 250", "sv", "Skyltar,", "5000"),
        ("Tilskud: 20-25.000 kr.", "da", "Tilskud", "20000..25000 DKK"),
        ("Leje 1.200 kr. inkl. moms", "da", "Leje", "1200 DKK"),
        ("Rabat -500", "da", "Rabat", "-500"),
        ("Telte 25,000", "da", "Telte", "25 | 25000 (marks)"),
        ("Telte 25.00.000", "da", "Telte", "unreadable grouping"),
        ("Telte 45.00 kr.", "da", "Telte", "unreadable decimals DKK"),
        ("<b>I alt</b> <b>60.000</b>", "da", "<b>I alt</b>", "60000"),
    ],
)
def test_a_line_that_ends_in_an_amount(line: str, language: str, label: str, expected: str) -> None:
    found = tail(line, language)
    assert found is not None
    edge, reading = found
    assert (line[:edge], told(reading)) == (label, expected)
    assert edge <= reading.start < reading.end <= len(line)


@pytest.mark.parametrize(
    "line",
    [
        "Musikere x 3",
        "Mødedato: 23.10.2018",
        "Mødedato: 23.10.2018, kl. 17:30",
        "Koncert den 5",
        "Koncert kl. 17.30",
        "Koncert 17.30",
        "Koncert 19/4",
        "Puljen 2007",
        "Planlægning uge 13",
        "Puljen 2026-2027",
        "Rapport nr. 1",
        "Skolegade 29-33",
        "Moms 25 %",
        "Kontakt 12 34 56 78",
        "Lokale 007",
        "Turnering 2 x 12",
        "Journal 2021-0417722",
        "25.000 kr.",
        "Vi søger 25.000 kr. til musik",
        "Telte og borde: -",
        "",
        "Et langt afsnit " * 30 + "25.000 kr.",
    ],
)
@pytest.mark.parametrize("language", ["da", None])
def test_a_line_that_does_not(line: str, language: str | None) -> None:
    assert tail(line, language) is None


def test_a_line_below_a_heading_in_thousands() -> None:
    found = tail("Telte 250", "da", D(1000))
    assert found is not None
    assert found[1].amount == 250_000


def test_a_line_without_a_language() -> None:
    found = tail("Telte 9.500 kr.", None)
    assert found is not None
    assert (found[0], told(found[1])) == (5, "9.5 | 9500 (language)")


@pytest.mark.parametrize(
    ("line", "language", "label", "expected"),
    [
        ("779 129 SEK beviljat stöd", "sv", "beviljat stöd", "779129 SEK"),
        ("1,3 mill kr til tomt", "nb", "til tomt", "1300000 NOK"),
        ("2003 1,3 mill kr til tomt", "nb", "til tomt", "1300000 NOK"),
        ("2004: 2 mill kr til tomt", "nb", "til tomt", "2000000 NOK"),
        ("kr. 500: kaffe", "da", "kaffe", "500 DKK"),
        ("**500 kr.** kaffe", "da", "kaffe", "500 DKK"),
    ],
)
def test_a_line_that_begins_with_an_amount(line: str, language: str, label: str, expected: str) -> None:
    found = head(line, language)
    assert found is not None
    assert (line[found[0] :], told(found[1])) == (label, expected)


@pytest.mark.parametrize(
    "line",
    ["25.000 kr.", "3 møder", "25.000 til kaffe", "Kaffe 25.000 kr.", "25 % af kr. 100 til os", "", "2027 kaffe"],
)
def test_a_line_that_does_not_begin_so(line: str) -> None:
    assert head(line, "da") is None


# --- Headings


@pytest.mark.parametrize(
    ("heading", "language", "unit", "currency"),
    [
        ("Beløb i t.kr.", "da", 1000, "DKK"),
        ("Alle tal i 1.000 kr.", "da", 1000, "DKK"),
        ("Alle tall i 1 000 kr", "nb", 1000, "NOK"),
        ("Beløb i hele tusinde kr.", "da", 1000, "DKK"),
        ("Budget (tkr)", "sv", 1000, "SEK"),
        ("Budget (tkr)", None, 1000, None),
        ("Belopp, MSEK", "sv", 1_000_000, "SEK"),
        ("mio. kr.", "da", 1_000_000, "DKK"),
        ("Beløb (mio.)", "da", 1_000_000, None),
        ("Amounts in thousands of DKK", "en", 1000, "DKK"),
        ("Beløb (kr. 1.000)", "da", 1000, "DKK"),
        ("Budget (1.000.000 kr.)", "da", 1_000_000, "DKK"),
        ("Budget (kr inkl. moms)", "sv", None, "SEK"),
        ("Budget (EUR)", "en", None, "EUR"),
        ("Beløb, SEK", "da", None, "SEK"),
        ("kr", "da", None, "DKK"),
        ("kr", None, None, None),
        ("Budget", "da", None, None),
        ("Kr. og EUR", "da", None, None),
        ("Det er nok", "nb", None, None),
        ("Tilskud på 2,5 mio. kr.", "da", None, "DKK"),
        ("Deltagere à 1.000 kr.", "da", None, "DKK"),
        ("The million tree project", "en", None, None),
        ("Over 1.000 besøgende", "da", None, None),
    ],
)
def test_what_a_heading_declares(heading: str, language: str | None, unit: int | None, currency: str | None) -> None:
    assert (unit_of(heading, language), currency_of(heading, language)) == (unit, currency)


# --- Labels


@pytest.mark.parametrize(
    ("label", "language", "kept", "quantity", "unit", "price"),
    [
        ("Musikere x 3", "da", "Musikere", 3, None, None),
        ("Musikere (x 3)", "da", "Musikere", 3, None, None),
        ("Musikere x 3 timer", "da", "Musikere", 3, "timer", None),
        ("3 stk. telte", "da", "3 stk. telte", 3, "stk", None),
        ("3 x telte", "da", "3 x telte", 3, None, None),
        ("Trykning, 300 foldere à 12,50", "da", "Trykning", 300, "foldere", D("12.5")),
        ("Skyltar, 4 st à 1 250", "sv", "Skyltar", 4, "st", 1250),
        ("Ideell tid, 300 h à 340", "sv", "Ideell tid", 300, "h", 340),
        ("Telte (3 stk. à 2.500 kr.)", "da", "Telte", 3, "stk", 2500),
        ("4 x 2.500 kr. honorar", "da", "4 x 2.500 kr. honorar", 4, None, 2500),
        ("25 timer á 450 kr.", "da", "25 timer á 450 kr.", 25, "timer", 450),
        ("Musik, 2 timer", "da", "Musik, 2 timer", 2, "timer", None),
        ("Møder (12 stk.)", "da", "Møder (12 stk.)", 12, "stk", None),
        ("Musikere x 3", None, "Musikere", 3, None, None),
        ("Trykning, 300 foldere à 12,50", None, "Trykning, 300 foldere à 12,50", None, None, None),
        ("Telte", "da", "Telte", None, None, None),
        ("Festival 2027", "da", "Festival 2027", None, None, None),
        ("Tilskud 25.000 kr.", "da", "Tilskud 25.000 kr.", None, None, None),
        ("Aften 3 i hallen", "da", "Aften 3 i hallen", None, None, None),
        ("x 3", "da", "x 3", None, None, None),
        ("Hal x 25.00", "da", "Hal x 25.00", None, None, None),
        ("Lang " * 100 + "x 3", "da", "Lang " * 100 + "x 3", None, None, None),
    ],
)
def test_a_label_with_a_quantity(
    label: str, language: str | None, kept: str, quantity: int | None, unit: str | None, price: Decimal | None
) -> None:
    split = split_quantity(label, language)
    assert (label[split.start : split.end], split.quantity, split.unit, split.unit_price) == (
        kept,
        quantity,
        unit,
        price,
    )


# --- Properties

AMOUNTS = st.decimals(min_value=-(10**11), max_value=10**11, places=2) | st.integers(-(10**9), 10**9).map(Decimal)
CURRENCIES = st.sampled_from(["DKK", "SEK", "NOK", "EUR", "GBP", "USD", None])
SPACING = st.sampled_from([" ", NBSP, NARROW])


@settings(max_examples=300, deadline=None)
@given(
    AMOUNTS | st.decimals(min_value=-1000, max_value=1000, places=4), CURRENCIES, st.sampled_from(LANGUAGES), SPACING
)
def test_what_is_written_reads_back(value: Decimal, currency: str | None, language: str, space: str) -> None:
    reading = read(amount(value, currency, language, space=space), language)
    assert (reading.state, reading.amount, reading.currency) == (State.EXACT, value, currency)


@settings(max_examples=300, deadline=None)
@given(
    st.integers(0, 10**9),
    st.sampled_from(LANGUAGES),
    st.sampled_from(["", " ", ".", ",", "'", NBSP]),
    st.sampled_from(["{}", "kr. {}", "{} kr.", "{},-", "{} SEK", "EUR {}", " {} ", "ca. {}", "**{}**", "{} kr"]),
)
def test_marks_and_currency_keep_the_value_or_are_refused(value: int, language: str, mark: str, frame: str) -> None:
    reading = read(frame.format(f"{value:,}".replace(",", mark)), language)
    assert reading.amount in (value, None)
    if reading.state is State.AMBIGUOUS:
        assert value in reading.readings


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet="0123456789.,- '()xkr%mà\u00a0", max_size=14), st.sampled_from([*LANGUAGES, None]))
def test_no_text_is_read_to_more_than_its_digits(text: str, language: str | None) -> None:
    reading = read(text, language)
    assert (reading.amount is not None) == (reading.state is State.EXACT)
    assert (len(reading.readings) == 2) == (reading.state is State.AMBIGUOUS)
    assert bool(reading.reason) == (reading.state in (State.AMBIGUOUS, State.UNREADABLE))
    if reading.state is State.EXACT and not reading.quantity and "k" not in text and "m" not in text:
        assert reading.amount is not None
        assert set(str(abs(reading.amount))) <= set(text) | {"."}


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="Taelt 0123456789.,-:kr%x()\n", max_size=60), st.sampled_from([*LANGUAGES, None]))
def test_slices_lie_within_the_text_and_in_order(text: str, language: str | None) -> None:
    edge = 0
    for reading in find(text, language):
        assert edge <= reading.start < reading.end <= len(text)
        edge = reading.end
    for part in (tail, head):
        found = part(text, language)
        assert found is None or 0 <= found[0] <= len(text)


@settings(max_examples=100, deadline=None)
@given(st.integers(1000, 10**8), st.sampled_from(LANGUAGES))
def test_a_grouped_number_ends_a_line(value: int, language: str) -> None:
    line = f"Telte {number(Decimal(value), language)}"
    found = tail(line, language)
    assert found is not None
    assert (line[: found[0]], found[1].amount) == ("Telte", D(value))


LONG = [
    "1" * 10_000,
    " " * 10_000 + "x",
    "1 " * 5000,
    "1." * 5000,
    "(" * 10_000,
    "kr " * 3300,
    "- " * 5000,
    "*" * 10_000,
]
LONG += ["<b>" * 3300, "111 " * 2500, "1x" * 5000, "5 a à " * 1700, ": " * 5000 + "1", "a" * 10_000 + " 1", "1-" * 5000]
READERS: list[Callable[[str, str], object]] = [
    read,
    lambda text, language: list(find(text, language)),
    tail,
    head,
    unit_of,
    currency_of,
    split_quantity,
]


@pytest.mark.parametrize("text", LONG)
def test_long_texts_take_linear_time(text: str) -> None:
    began = time.perf_counter()
    for reader in READERS:
        reader(text, "da")
    assert time.perf_counter() - began < 10  # a trap would take minutes


def test_the_languages_of_the_file_have_names() -> None:
    assert [normal(code) for code in ("sv-AX", "nn", "no", "fi")] == ["sv", "nb", "nb", "sv"]


@pytest.mark.parametrize("label", ["2 telte, 3x6 meter", "Telt 3x6 m", "Telt 3 x 6 hvidt", "Telt 3x6x2 m"])
def test_a_size_is_no_quantity_and_price(label: str) -> None:
    split = split_quantity(label, "da")
    assert (split.end, split.quantity, split.unit_price) == (len(label), None, None)


@pytest.mark.parametrize(
    ("label", "language", "quantity", "unit", "price"),
    [
        ("5 nights x 20 people x £40", "en", 100, "nights × people", 40),
        ("5 ture á 2 personer á 500 kr.", "da", 10, "ture × personer", 500),
        ("2 kurser a 2 dage á 2.500 kr.", "da", 4, "kurser × dage", 2500),
        ("2 x 3 timmar x 400 kr", "sv", 6, "× timmar", 400),
        ("2 grupper x 3 x 400 kr", "sv", 6, "grupper", 400),
        ("2 x 3 x 400 kr", "sv", 6, None, 400),
        ("2 kurs à 3 dager à 400", "nb", 6, "kurs × dager", 400),
    ],
)
def test_of_three_factors_the_last_is_the_price(
    label: str, language: str, quantity: int, unit: str | None, price: int
) -> None:
    split = split_quantity(label, language)
    assert (split.quantity, split.unit, split.unit_price) == (D(quantity), unit, D(price))
    assert read(label, language).amount == quantity * price


@pytest.mark.parametrize("label", ["300 kr. x 5 dage x 2", "2 x 300 kr. x 5 dage"])
def test_a_price_between_other_factors_is_left_alone(label: str) -> None:
    assert split_quantity(label, "da").unit_price is None


@pytest.mark.parametrize(
    "label", ["To lærere x 35 gange à 220 kr.", "Two teachers x 35 times à 220", "Tre × 4 à 500 kr."]
)
def test_a_factor_in_words_before_a_product_leaves_its_price_open(label: str) -> None:
    assert split_quantity(label, None if label.startswith("Two") else "da").unit_price is None
    assert split_quantity("Lærere x 35 à 220 kr.", "da").unit_price == D(220)


@pytest.mark.parametrize(
    ("unit", "text"), [("m3", "30 m3 à 500 kr."), ("m2", "30 m2 x 500 kr."), ("m³", "30 m³ a 500")]
)
def test_the_figure_of_a_unit_is_no_number(unit: str, text: str) -> None:
    split = split_quantity(f"Grus, {text}", "da")
    assert (split.quantity, split.unit, split.unit_price) == (D(30), unit, D(500))


def test_a_number_behind_other_letters_stays_one() -> None:
    assert [read(text, "da").amount for text in ("kr3", "DKK2", "3x2")] == [3, 2, 6]


@pytest.mark.parametrize(
    ("label", "language"),
    [
        ("Løn, 20 timer á 200 kr. pr. uge i 10 uger", "da"),
        ("Løn, 20 timer á 200 kr. pr. uge", "da"),
        ("Lön, 20 timmar à 200 kr per vecka", "sv"),
        ("Wages, 20 hours at £15, 10 weeks", "en"),
        ("Løn hver uge, 20 timer à 200 kr.", "da"),
        ("Løn, 5 timer om ugen i 4 uger à 250 kr.", "da"),
        ("2 x 2.000 kr. + 1 x 1.000 kr.", "da"),
        ("3 x 3.333 kr. + 1 kr.", "da"),
        ("3 x 3.333 kr. - 1", "da"),
        ("Bøger, 10 stk. à 600 kr. minus rabat 1.000 kr.", "da"),
        ("Böcker, 10 st à 600 kr med rabatt", "sv"),
        ("2 undervisere, 10 timer à 300 kr.", "da"),
        ("3 * (20 timer à 300 kr.)", "da"),
        ("50 % stilling, 160 timer à 200 kr.", "da"),
        ("20 kasser á 24 sodavand", "da"),
    ],
)
def test_a_product_that_is_not_all_is_no_quantity_and_price(label: str, language: str) -> None:
    split = split_quantity(label, language)
    assert (split.end, split.unit_price) == (len(label), None)


@pytest.mark.parametrize(
    "label",
    [
        "Løn 2027, 20 timer à 200 kr.",
        "Løn uge 14, 20 timer à 200 kr.",
        "Lokale 3, 20 timer à 200 kr.",
        "1 projektleder, 20 timer à 200 kr.",
        "20 timer à 200 kr. pr. time",
        "20 timer à 200 inkl. moms",
    ],
)
def test_numbers_that_count_nothing_leave_a_product_alone(label: str) -> None:
    split = split_quantity(label, "da")
    assert (split.quantity, split.unit_price) == (D(20), D(200))


@pytest.mark.parametrize(
    ("product", "stated", "fits"),
    [("5000.80", "5000", True), ("5000.80", "5001", True), ("5000.80", "5002", False), ("5000.80", "5000.5", False),
     ("5000", "5001", False), ("0.005", "0.01", True)],
)  # fmt: skip
def test_a_product_may_be_rounded_to_whole_units(product: str, stated: str, *, fits: bool) -> None:
    assert agrees(D(product), D(stated)) is fits


def test_the_result_behind_a_product_is_the_amount() -> None:
    reading = read("1.316 km à 3,80 kr/km = 5.000 kr.", "da")
    assert (reading.amount, reading.quantity, reading.unit_price) == (D(5000), D(1316), D("3.8"))


@pytest.mark.parametrize("text", ["Organisasjonsnummer: 987 654 321", "CVR-nummer 12 345 678", "Org.nr. 987 654 321"])
def test_the_number_of_an_organisation_is_no_amount(text: str) -> None:
    assert list(find(text, "nb")) == list(find(text, "da")) == []


def test_a_reading_is_the_same_when_the_others_are_forgotten() -> None:
    texts = ["1.250", "12 kr.", "3 x 1.500", "-", "ca. 7 mio. kr."]
    kept = {language: [read(text, language) for text in texts] for language in (*LANGUAGES, None)}
    for language in kept:
        for value in range(2100):
            read(f"{value} kr.", language)
    assert kept == {language: [read(text, language) for text in texts] for language in kept}
