"""Prose as typed: in HTML and in Markdown nothing is misread and nothing lost."""

from __future__ import annotations

import re
from html import unescape

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from projektkort.pages import plain
from projektkort.pages.cover import covers, row_text, tokens, uncovered
from projektkort.pages.prose import html


def visible(markup: str) -> str:
    """What a reader sees of a piece of HTML."""
    return unescape(re.sub(r"<[^>]*>", "", markup.replace("<br", "\n<br")))


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("12. maj er der fest", "<p>12. maj er der fest</p>"),
        ("- 12. maj: fest", "<ul>\n<li>12. maj: fest</li>\n</ul>"),
        ("1) Telte\n2) Borde", "<p>1) Telte<br />\n2) Borde</p>"),
        ("25*450*2 og 3**4**5", "<p>25*450*2 og 3**4**5</p>"),
        ("(2+3)*4*(5)", "<p>(2+3)*4*(5)</p>"),
        ("Summa\n-----", "<p>Summa<br />\n-----</p>"),
        ("Overskrift\n=====", "<p>Overskrift<br />\n=====</p>"),
        ("# Fest", "<p># Fest</p>"),
        ("    indrykket", "<p>indrykket</p>"),
        ("```\nkode", "<p>```<br />\nkode</p>"),
        ("> 50 deltagere", "<p>&gt; 50 deltagere</p>"),
        ("+ moms 25 %", "<p>+ moms 25 %</p>"),
        ("[1]: http://example.org 2027", "<p>[1]: http://example.org 2027</p>"),
        ("***", "<p>***</p>"),
        ("**fed** og *skrå*", "<p><strong>fed</strong> og <em>skrå</em></p>"),
        ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>"),
        ("<b>I alt</b> & co", "<p>&lt;b&gt;I alt&lt;/b&gt; &amp; co</p>"),
        ("<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>"),
        ("[se her](https://example.org/2027)", '<p><a href="https://example.org/2027">se her</a></p>'),
        ("[skriv](mailto:a@example.org)", '<p><a href="mailto:a@example.org">skriv</a></p>'),
        ("[x](javascript:alert(1))", "<p>[x](javascript:alert(1))</p>"),
        ("[x](data:text/html,1)", "<p>[x](data:text/html,1)</p>"),
        ("[x](/fil)", "<p>[x](/fil)</p>"),
        ("![plan](https://example.org/a.png)", '<p>!<a href="https://example.org/a.png">plan</a></p>'),
    ],
)
def test_html(typed: str, written: str) -> None:
    assert html(typed).strip() == written


FIGURES = [
    "25.000",
    "12. maj",
    "1) ",
    "2027-03-01",
    "[1]",
    "(2)",
    "uge 13",
    "1/5",
    "3 x 450",
    "25*450*2",
    "http://a.dk/1",
]
MARKS = ["- ", "* ", "*", "**", "_", "#", "> ", "-----", "===", "`", "```", "|", "<b>", "&amp;", "\\", "~~~", ":", "+"]
BLANKS = ["\n", "\n\n", "    ", "\t", "kr.", "fest"]
PIECES = st.sampled_from([*FIGURES, *MARKS, *BLANKS])


@settings(deadline=None)
@given(st.lists(PIECES, max_size=30).map(" ".join))
@example("12. maj \n -  :")
def test_every_figure_and_word_stands_in_the_html(typed: str) -> None:
    typed = typed.replace("&amp;", "og").replace("<b>", "b")
    assert tokens(typed) <= tokens(visible(html(typed)))


@settings(deadline=None)
@given(st.lists(PIECES, max_size=30).map("".join))
def test_typed_markup_never_becomes_markup(typed: str) -> None:
    tags = set(re.findall(r"</?(\w+)", html(typed)))
    assert tags <= {"p", "ul", "li", "em", "strong", "code", "br", "a"}


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("# Fest\nog ## mere", "\\# Fest\nog ## mere"),
        ("Summa\n-----\nx\n=\n* * *", "Summa\n\\-----\nx\n\\=\n\\* * *"),
        ("> 50", "\\> 50"),
        ("```\nx\n~~~", "\\```\nx\n\\~~~"),
        ("| a | b |", "\\| a | b |"),
        ("    indrykket\n  - punkt", "indrykket\n  - punkt"),
        ("<b>x</b> <!-- y --> 1 < 2", "\\<b>x\\</b> \\<!-- y --> 1 < 2"),
        ("12. maj 25*450*2 **fed**", "12. maj 25*450*2 **fed**"),
        ("- 120 deltagere", "- 120 deltagere"),
    ],
)
def test_markdown_prose(typed: str, written: str) -> None:
    assert plain.prose(typed) == written


def test_markdown_lines_and_cells() -> None:
    assert plain.line("# a\nb #") == "\\# a b \\#"
    assert plain.cell("a | b\\|c\n<i>") == "a \\| b\\|c \\<i>"


@settings(deadline=None)
@given(st.lists(PIECES, max_size=30).map("".join))
def test_typed_text_never_breaks_the_markdown_page_apart(typed: str) -> None:
    page = f"# Titel\n\n## {plain.line(typed)}\n\n{plain.prose(typed)}\n\n## Efter\n"
    kinds = [token for token in MarkdownIt("commonmark").parse(page) if token.type in ("heading_open", "hr", "fence")]
    assert [token.tag for token in kinds if token.level == 0] == ["h1", "h2", "h2"]
    assert not [token for token in MarkdownIt("commonmark").parse(page) if token.type == "html_block"]


def test_figures_are_the_same_whatever_their_group_marks() -> None:
    assert tokens("25.000 kr. og 1 250,50 i uge 13") == {"25000", "kr", "og", "125050", "uge", "13"}
    assert tokens("9.500,00") == tokens("9500") == {"9500"}
    assert tokens("{post: Telte, unit_price: 5}") == {"telte", "5"}


def test_what_is_covered() -> None:
    assert covers(["Telte 9500"], "Telte\t9.500")
    assert not covers(["Telte 9500"], "Telte\t9.501")
    assert uncovered("Telte 9.500\n-----\nMed moms", ["Telte", "9500"]) == ["Med moms"]
    assert row_text("| Post | Beløb\\|kr |\t 5 ") == "Post · Beløb\\|kr · 5"


def test_a_very_long_word_is_read_in_time() -> None:
    assert tokens("a" * 200_000 + ":") == frozenset()
