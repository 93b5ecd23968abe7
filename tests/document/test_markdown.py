"""Kinds of lines: headings, items, rules, comments, code, quotations; and what only looks like them."""

from __future__ import annotations

import pytest
from markdown_text import kinds, line, lines, read

from projektkort.document.layout import LineKind


def test_an_empty_text_is_one_blank_line() -> None:
    one = line("")
    assert (one.kind, one.blank, one.text.value, one.whole.value) == (LineKind.BLANK, True, "", "")


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_every_physical_line_is_a_line(ending: str) -> None:
    text = ending.join(["# Byttedag", "", "  Vi bytter ting  ", "og mødes."])
    assert [(str(one.kind), one.text.value, one.whole.value) for one in lines(text)] == [
        ("heading", "Byttedag", "# Byttedag"),
        ("blank", "", ""),
        ("text", "Vi bytter ting", "  Vi bytter ting  "),
        ("text", "og mødes.", "og mødes."),
    ]
    assert [one.text.span.line for one in lines(text)] == [1, 2, 3, 4]
    assert lines(text + ending)[4].whole.span.line == 5


def test_other_breaks_than_these_end_no_line() -> None:
    assert [one.text.value for one in lines("a\u2028b\u0085c\x0bd")] == ["a\u2028b\u0085c\x0bd"]


@pytest.mark.parametrize(
    ("text", "level", "expected"),
    [
        ("# Budget", 1, "Budget"),
        ("   ## Budget ##", 2, "Budget"),
        ("#\xa0Budget", 1, "Budget"),
        ("##\tBudget", 2, "Budget"),
        ("####### Budget", 7, "Budget"),
        ("#Budget", 1, "Budget"),
        ("##økonomi", 2, "økonomi"),
        ("## Budget:", 2, "Budget"),
        ("## **Budget:**", 2, "Budget"),
        ("## <b>Budget</b>", 2, "Budget"),
        ("# Plan for C#", 1, "Plan for C#"),
        ("# 2. Budget", 1, "2. Budget"),
        (r"# 2\. Budget", 1, "2. Budget"),
        ("# Telte | Borde", 1, "Telte | Borde"),
    ],
)
def test_headings(text: str, level: int, expected: str) -> None:
    one = line(text)
    assert (one.kind, one.level, one.text.value, one.whole.value) == (LineKind.HEADING, level, expected, text)


@pytest.mark.parametrize("text", ["#2 på listen", "#", "##", "# ##", "a # b", r"\# Budget"])
def test_no_headings(text: str) -> None:
    assert line(text).kind is LineKind.TEXT


@pytest.mark.parametrize(
    ("text", "level", "expected"),
    [
        ("Byttedag\n========", 1, "Byttedag"),
        ("Byttedag\n---", 2, "Byttedag"),
        ("Byttedag 2027\n-------------", 2, "Byttedag 2027"),
        ("Budget:\n-------", 2, "Budget"),
        ("**Budget**\n-----", 2, "Budget"),
        ("Projekt: Byttedag\n=====", 1, "Projekt: Byttedag"),
        ("Hvad vil vi?\n---", 2, "Hvad vil vi?"),
    ],
)
def test_underlined_headings(text: str, level: int, expected: str) -> None:
    title, rule = lines(text)
    assert (title.kind, title.level, title.text.value, rule.kind) == (LineKind.HEADING, level, expected, LineKind.RULE)


@pytest.mark.parametrize(
    "text",
    [
        "Telte og borde 9.500\n-----",
        "Telte og borde 9.500 kr.\n=====",
        "Ideell tid: 102 000\n-----\nSumma: 388 000",
        "Trykning: 3.750,-\n-----",
        "Projekt: Byttedag\n-----",
        "Vi mødes på torvet hver lørdag.\n-----",
        "Post       Beløb\n-----",
        "to linjer\nhører sammen\n-----",
        "- et punkt\nmed mere\n-----",
        "a | b\nDiverse\n- - -",
        "Diverse\n-=-",
        "Diverse\n*****",
        "Diverse\n–––––",
        "9.500\n=====",
    ],
)
def test_a_typed_rule_makes_no_heading_of_an_amount_or_a_sentence(text: str) -> None:
    assert "heading" not in kinds(text)
    assert "rule" in kinds(text)


def test_a_rule_under_nothing_is_a_rule() -> None:
    assert kinds("-----\n\n=====") == ["rule", "blank", "rule"]


@pytest.mark.parametrize(
    "text", ["---", "***", "___", "===", "- - -", "-----|-----", "+---+", "| : - |", "–––", "———", "═══"]
)
def test_rules(text: str) -> None:
    one = line(f"  {text} ")
    assert (one.kind, one.text.value) == (LineKind.RULE, text)


@pytest.mark.parametrize("text", ["--", "- -", "--- Budget ---", "-=", "**"])
def test_no_rules(text: str) -> None:
    assert line(text).kind is not LineKind.RULE


@pytest.mark.parametrize(
    ("text", "marker", "expected"),
    [
        ("- Musik", "-", "Musik"),
        ("-Status og overblik", "-", "Status og overblik"),
        ("–Musik", "–", "Musik"),
        ("– Musik", "–", "Musik"),
        ("— Musik", "—", "Musik"),
        ("* Musik", "*", "Musik"),
        ("*Musik", "*", "Musik"),
        ("+ Musik", "+", "Musik"),
        ("• Musik", "•", "Musik"),
        ("•Musik", "•", "Musik"),
        ("•\tMusik", "•", "Musik"),
        ("◦ Musik", "◦", "Musik"),
        ("▪ Musik", "▪", "Musik"),
        ("· Musik", "·", "Musik"),
        ("\uf0b7 Musik", "\uf0b7", "Musik"),
        ("o\tMusik", "o", "Musik"),
        ("1. Musik", "1.", "Musik"),
        ("12) Musik", "12)", "Musik"),
        ("a) Musik", "a)", "Musik"),
        ("1. at orienteringen tages til efterretning", "1.", "at orienteringen tages til efterretning"),
        ("5. Jul på torvet", "5.", "Jul på torvet"),
        ("-\xa0Musik", "-", "Musik"),
        ("- **Musik**", "-", "Musik"),
        ("- [ ] Telte bestilt", "-", "[ ] Telte bestilt"),
        ("- [x] Telte bestilt", "-", "[x] Telte bestilt"),
        ("- 120 deltagere", "-", "120 deltagere"),
        ("- 25.000 kr. til telte", "-", "25.000 kr. til telte"),
    ],
)
def test_items(text: str, marker: str, expected: str) -> None:
    one = line(text)
    assert (one.kind, one.marker, one.text.value) == (LineKind.ITEM, marker, expected)


@pytest.mark.parametrize(
    "text",
    [
        *("-1.000", "-kr 16 200,00", "- 5.000 kr.", "– 5.000,-", "-DKK 500", "- 2,5 mio. kr.", "-€ 40", "- 1 200:-"),
        *("12. maj", "12. maj 2027: byttedag", "1. marts - 30. juni 2027", "1. søndag i advent", "2. kvartal 2027"),
        *("2027-03-01", "25*450*2", "1.250 telte", "17.30 spisning", "2027. Året", "--ja", "-", "–", "1.", "o Musik"),
        *("*Musik* og mere", "**Musik** og mere", "+4512345678", "ab) Musik"),
    ],
)
def test_no_items(text: str) -> None:
    one = line(text)
    assert (one.kind, one.text.value) == (LineKind.TEXT, text)


def test_a_dash_glued_to_a_count_is_that_of_an_item_among_others() -> None:
    assert kinds("-30 butikker er lukket\n-3 km mangler\n- mere") == ["item", "item", "item"]
    assert kinds("Det er ned til\n-5 grader om natten\nog koldt") == ["text", "text", "text"]
    assert kinds("- moms\n-500 kr. rabat\n-300") == ["item", "text", "text"]
    assert [(one.marker, one.text.value) for one in lines("•3 km mangler")] == [("•", "3 km mangler")]


@pytest.mark.parametrize(
    ("indent", "level"),
    [("", 0), (" ", 0), ("  ", 1), ("   ", 1), ("    ", 2), ("\t", 2), ("\xa0\xa0", 1), ("\t  ", 3)],
)
def test_the_level_of_an_item_is_its_indentation(indent: str, level: int) -> None:
    assert line(f"{indent}- Musik").level == level


def test_indentation_makes_no_code() -> None:
    assert kinds("        tekst\n\n    - punkt\n\t# Titel") == ["text", "blank", "item", "heading"]


def test_enclosing_markup_goes_and_inner_markup_stays() -> None:
    assert line("**Alle er med.**").text.value == "Alle er med."
    assert line("<b>Alle</b> er **med**").text.value == "<b>Alle</b> er **med**"
    assert line("**Alle** er **med**").text.value == "**Alle** er **med**"
    assert line("25*450*2").text.value == "25*450*2"
    assert line("**<i>Alle</i>**").text.value == "Alle"
    assert line('<p class="x">Alle</p>').text.value == "Alle"
    assert line(r"*Alle\*").text.value == "*Alle*"
    assert line("<B>a</B> og <b>b</b>").text.value == "<B>a</B> og <b>b</b>"
    assert line("** **").text.value == "** **"
    assert line("<span><b><i><u><em>Alle</em></u></i></b></span>").text.value == "<em>Alle</em>"


def test_escapes_are_resolved_in_place() -> None:
    text = line(r"  25\.000 \*kr\* C:\Temp").text
    assert text.value == r"25.000 *kr* C:\Temp"
    assert [text.at(at, at + 1).text for at in range(len(text.value))] == list(text.value)
    assert text.at(0, 6).text == r"25\.000"


def test_marks_of_hard_line_breaks_are_dropped() -> None:
    assert [one.text.value for one in lines("første  \nanden\\\ntredje<br>\nfjerde \\\n\\\n\\\\")] == [
        *("første", "anden", "tredje", "fjerde", "\\", "\\"),
    ]


def test_quotations_lose_their_marks() -> None:
    text = "> # Budget\n> - Telte: 9.500\n>> **Sum:** 1\n>\n> 100 deltagere\n>tekst"
    assert [(str(one.kind), one.text.value) for one in lines(text)] == [
        ("heading", "Budget"),
        ("item", "Telte: 9.500"),
        ("text", "**Sum:** 1"),
        ("blank", ""),
        ("text", "> 100 deltagere"),  # more than a hundred
        ("text", ">tekst"),
    ]


def test_comments_of_whole_lines() -> None:
    document = read("a\n<!-- en\nto -->\n\nb <!--tre--> <!-- -->")
    assert [str(one.kind) for one in document.lines] == ["text", "comment", "comment", "blank", "text"]
    assert [one.text.value for one in document.lines] == ["a", "<!-- en", "to -->", "", "b"]
    assert [comment.value for comment in document.comments] == ["en\nto", "tre", ""]
    assert [comment.span.line for comment in document.comments] == [2, 5, 5]
    assert document.comments[0].place.text == "en\nto"


def test_a_comment_parts_words_and_leaves_the_rest_of_its_line() -> None:
    first, second = lines("<!-- x\n y --> Telte <!-- tilbud --> og borde:<!-- z -->9.500 <!-- sum -->")
    assert (first.kind, second.kind) == (LineKind.COMMENT, LineKind.TEXT)
    assert second.text.value == "Telte og borde: 9.500"
    assert second.whole.value == " y --> Telte <!-- tilbud --> og borde:<!-- z -->9.500 <!-- sum -->"
    assert second.label is not None
    assert (second.label.text.value, second.label.value.value) == ("Telte og borde", "9.500")
    assert second.label.text.at(6, 14).text == "og borde"
    assert second.label.value.place.text == "9.500"


@pytest.mark.parametrize("text", ["<!-- aldrig lukket\nBudget: 5", "-->\nBudget: 5", "<!-->\nBudget: 5"])
def test_a_comment_that_is_never_closed_hides_nothing(text: str) -> None:
    document = read(text)
    assert kinds(text) == ["text", "text"]
    assert document.comments == ()


def test_fenced_code_stays_as_it_is() -> None:
    text = "før\n```yaml\nbudget: 5\n<!-- x -->\n~~~\n```\nBudget: 5"
    document = read(text)
    assert [str(one.kind) for one in document.lines] == ["text", *["code"] * 5, "text"]
    assert document.lines[2].text.value == "budget: 5"
    assert document.lines[2].label is None
    assert document.comments == ()


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("```\nBudget: 5", 0),  # never closed
        ("```\nBudget: 5\n~~~", 0),  # closed by nothing of its kind
        ("````\nBudget: 5\n```", 0),  # closed by nothing of its length
        ("```\na\n````", 3),
        ("~~~ tekst\nBudget: 5\n  ~~~  \nc", 3),
        ("```\nBudget: 5\n``` yaml", 0),
        ("``` a``` b\nBudget: 5\n```", 0),  # code within a line
        ("~~~~~~~\nBudget: 5\n~~~~~~~", 0),  # somebody's rule
        ("<!--\n```\n-->\nBudget: 5\n```", 0),
        ("a ```\nBudget: 5\n```", 0),
    ],
)
def test_only_a_closed_fence_hides_lines(text: str, code: int) -> None:
    assert kinds(text).count("code") == code


def test_columns_of_a_text_line() -> None:
    one = line("  Ny hal          5.500.000 kr.\xa0\xa0\xa0(tilbud 2)")
    assert [cell.value for cell in one.cells] == ["Ny hal", "5.500.000 kr.", "(tilbud 2)"]
    assert [(cell.start, cell.end) for cell in one.cells] == [(2, 8), (18, 31), (34, 44)]
    assert (one.kind, one.label) == (LineKind.TEXT, None)
    assert line("Ny hal 5.500.000").cells == ()
    assert line("Ny\xa0hal 5.500.000").cells == ()
    assert [cell.value for cell in line("- Ny hal:   **5.500**").cells] == ["Ny hal:", "5.500"]
