"""Label candidates: all the ways people write them, and what only looks like one."""

from __future__ import annotations

import pytest
from markdown_text import label, line, lines, said


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("**Formål:** At mødes", ("bold", "Formål", "At mødes")),
        ("**Formål**: At mødes", ("bold", "Formål", "At mødes")),
        ("**Formål:**At mødes", ("bold", "Formål", "At mødes")),
        ("**Formål: **At mødes", ("bold", "Formål", "At mødes")),
        ("**Formål :** At mødes", ("bold", "Formål", "At mødes")),
        ("**Formål:** **At mødes**", ("bold", "Formål", "At mødes")),
        ("**Formål:**", ("bold", "Formål", "")),
        ("**Formål**", ("bold", "Formål", "")),
        ("__Formål:__ At mødes", ("bold", "Formål", "At mødes")),
        ("*Formål:* At mødes", ("bold", "Formål", "At mødes")),
        ("_Formål_: At mødes", ("bold", "Formål", "At mødes")),
        ("***Formål:*** At mødes", ("bold", "Formål", "At mødes")),
        ("**<u>Formål:</u>** At mødes", ("bold", "Formål", "At mødes")),
        ("<b>Formål:</b> At mødes", ("bold", "Formål", "At mødes")),
        ("<STRONG>Formål</STRONG>: At mødes", ("bold", "Formål", "At mødes")),
        ('<b style="x"><span lang="da">Formål:</span></b> At mødes', ("bold", "Formål", "At mødes")),
        ("<p><strong>Formål:</strong> At mødes</p>", ("bold", "Formål", "At mødes")),
        ("**Formål：** At mødes", ("bold", "Formål", "At mødes")),
        ("**Hvad vil vi opnå med projektet?:** At mødes", ("bold", "Hvad vil vi opnå med projektet?", "At mødes")),
        ("**Projektansvarlig (gruppe + tovholder):** Grøn", ("bold", "Projektansvarlig (gruppe + tovholder)", "Grøn")),
        ("**Projektnavn: Byttedag**", ("inline", "Projektnavn", "Byttedag")),
        (r"**Projektnavn: Bytte\-dag**", ("inline", "Projektnavn", "Bytte-dag")),
        ("**Bemærk: se bilag** og mere", ("inline", "Bemærk", "se bilag** og mere")),
        ("**Alle** er velkomne.", None),
    ],
)
def test_bold_labels(text: str, expected: tuple[str, str, str] | None) -> None:
    assert label(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Skema: lokaludvalg", ("inline", "Skema", "lokaludvalg")),
        ("Projektnavn : Byttedag", ("inline", "Projektnavn", "Byttedag")),
        ("Projektnavn:\xa0Byttedag", ("inline", "Projektnavn", "Byttedag")),
        ("\xa0 Projektnavn: \xa0Byttedag \xa0", ("inline", "Projektnavn", "Byttedag")),
        ("Projektnavn: Byt det: byttedag", ("inline", "Projektnavn", "Byt det: byttedag")),
        ("Trykning, 300 foldere à 12,50: 3.750,-", ("inline", "Trykning, 300 foldere à 12,50", "3.750,-")),
        ("uge 13: planlægning", ("inline", "uge 13", "planlægning")),
        ("17.30: hver gade laver en ret", ("inline", "17.30", "hver gade laver en ret")),
        ("Kl. 17:30: spisning", ("inline", "Kl. 17:30", "spisning")),
        ("org.nr: 5", ("inline", "org.nr", "5")),
        ("Beløb:25.000", ("inline", "Beløb", "25.000")),
        ("Beløb:kr. 25.000", ("inline", "Beløb", "kr. 25.000")),
        ("Formål:At mødes", ("inline", "Formål", "At mødes")),
        ("Titel:**Byttedag**", ("inline", "Titel", "Byttedag")),
        ('Titel:"Byttedag"', ("inline", "Titel", '"Byttedag"')),
        ("Målgruppe：Alle", ("inline", "Målgruppe", "Alle")),
        ("Telte (se bilag: 3): 9.500", ("inline", "Telte (se bilag: 3)", "9.500")),
        ("Jazz fra foreningen): 50.000 kr.", ("inline", "Jazz fra foreningen)", "50.000 kr.")),
        ("Se https://eksempel.dk/a: her", ("inline", "Se https://eksempel.dk/a", "her")),
        ("Budget:", ("alone", "Budget", "")),
        ("Hvad vil vi opnå med projektet?:", ("alone", "Hvad vil vi opnå med projektet?", "")),
        ("Budget:  ", ("alone", "Budget", "")),
        ("x" * 120 + ": y", ("inline", "x" * 120, "y")),
        ("x" * 121 + ": y", None),
        ("https://eksempel.dk", ("plain", "https://eksempel.dk", "")),
        ("Vi ses kl. 17:30.", None),
        ("1:5", None),
        ("250:-", None),
        (": tom", ("plain", ": tom", "")),
        ("EU:s mål", ("plain", "EU:s mål", "")),
        (r"Formål\: At mødes", ("plain", "Formål: At mødes", "")),
    ],
)
def test_labels_before_a_colon(text: str, expected: tuple[str, str, str] | None) -> None:
    assert label(text) == expected


@pytest.mark.parametrize("marker", ["- ", "* ", "• ", "1. ", "2) ", "> ", "  - "])
def test_items_and_quotations_have_labels(marker: str) -> None:
    assert label(marker + "**Kort sigt:** 120 deltagere") == ("bold", "Kort sigt", "120 deltagere")
    assert label(marker + "Kort sigt: 120 deltagere") == ("inline", "Kort sigt", "120 deltagere")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hvorfor?", "Hvorfor?"),
        ("Formål med projektet", "Formål med projektet"),
        ("3. Budget", "Budget"),
        ("a) Budget", "Budget"),
        ("en to tre fire fem seks syv otte ni ti elleve tolv", "en to tre fire fem seks syv otte ni ti elleve tolv"),
        ("en to tre fire fem seks syv otte ni ti elleve tolv tretten", None),
        ("a" * 100, "a" * 100),
        ("a" * 101, None),
        ("Vi holder fest.", None),
        ("Vi holder fest,", None),
        ("Vi holder fest;", None),
        ("- Musik og boder", None),
        ("23 000", None),
        ("Ny hal     5.500.000", None),
    ],
)
def test_a_short_line_by_itself_may_be_a_label(text: str, expected: str | None) -> None:
    assert label(text) == (expected and ("plain", expected, ""))


def test_among_other_lines_a_plain_label_is_shorter_and_begins_with_a_capital() -> None:
    text = "Første linje\nProblemstilling\nog videre herfra\nEn linje med flere end seks ord i\nsidste linje\n\nefter"
    assert [said(one.label) for one in lines(text)] == [
        ("plain", "Første linje", ""),  # begins the text
        ("plain", "Problemstilling", ""),
        None,
        None,
        ("plain", "sidste linje", ""),  # ends a paragraph
        None,
        ("plain", "efter", ""),
    ]


@pytest.mark.parametrize("above", ["# Overskrift", "-----", "<!-- note -->", ""])
def test_what_stands_behind_a_heading_a_rule_or_a_comment_stands_by_itself(above: str) -> None:
    (_, first, _) = lines(f"{above}\nen ganske kort linje\nog en til")
    assert said(first.label) == ("plain", "en ganske kort linje", "")


def test_places_of_a_label_and_its_value() -> None:
    (_, one) = lines("\n  - **Ansøgt beløb :**  25\\.000 kr.  ")
    assert one.label is not None
    assert one.label.text.span == one.label.text.place.span
    assert (one.label.text.span.line, one.label.text.span.column, one.label.text.span.end_column) == (2, 7, 19)
    assert one.label.text.place.text == "Ansøgt beløb"
    assert one.label.value.value == "25.000 kr."
    assert one.label.value.place.text == "25\\.000 kr."
    assert one.label.value.at(2, 3).text == "."
    assert one.label.value.at(3, 6).text == "000"


def test_a_missing_value_stands_behind_the_colon() -> None:
    one = line("  Budget:  ")
    assert one.label is not None
    assert (one.label.value.value, one.label.value.start, one.label.value.end) == ("", 9, 9)
    bold = line("**Budget:**")
    assert bold.label is not None
    assert (bold.label.value.start, bold.label.value.end) == (11, 11)


def test_a_heading_with_a_value_has_a_label() -> None:
    assert label("# Projektnavn: Byttedag") == ("inline", "Projektnavn", "Byttedag")
    assert label("# Budget:") is None
    assert label("# Budget") is None
