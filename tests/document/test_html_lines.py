"""Pasted HTML outside tables: it is read as the Markdown that it means, each line with its place."""

from __future__ import annotations

from markdown_text import kinds, label, lines, read

PAGE = """\
<!DOCTYPE html>
<html><head><title>Side 1 [indsæt]</title></head>
<body>
<h1 class="x">Nabohave</h1>
<p><strong>Dato:</strong> 1. maj 2027<br>
Sted: Torvet</p>
<h2>Formål</h2><p>Vi vil plante
træer.</p><p>Og mere.</p>
<ul>
  <li>en <b>bænk</b></li><li><p>et bord</p></li>
</ul>
Slut
</body></html>
"""


def said(text: str) -> list[tuple[str, int, str]]:
    """What is neither blank nor hidden: kind, level and text."""
    return [(one.kind, one.level, one.text.value) for one in lines(text) if one.kind not in ("blank", "comment")]


def test_a_page() -> None:
    assert said(PAGE) == [
        ("heading", 1, "Nabohave"),
        ("text", 0, "<strong>Dato:</strong> 1. maj 2027"),
        ("text", 0, "Sted: Torvet"),
        ("heading", 2, "Formål"),
        ("text", 0, "Vi vil plante"),
        ("text", 0, "træer."),
        ("text", 0, "Og mere."),
        ("item", 1, "en <b>bænk</b>"),
        ("item", 0, "et bord"),
        ("text", 0, "Slut"),
    ]
    assert "".join(PAGE.split()) == "".join("".join(one.whole.value for one in lines(PAGE)).split())
    assert all(one.text.value == one.text.place.text for one in lines(PAGE))


def test_paragraphs_stand_apart_and_items_do_not() -> None:
    assert kinds("<p>a</p>\n<p>b</p>") == ["text", "blank", "text"]
    assert kinds("<div>a</div>b") == ["text", "blank", "text"]
    assert kinds("<li>a</li>\n<li>b</li>") == ["item", "item"]
    assert kinds("<p>a<br>b</p>") == ["text", "text"]
    assert label("<p>Formål</p>\n<p>At mødes</p>") == ("plain", "Formål", "")


def test_heads_styles_and_scripts_are_hidden_and_kept() -> None:
    text = "<TITLE>Et</TITLE>\n<style>\np {color: red}\n</style>\n<script>a()</script> Tekst\n<!-- To -->"
    assert said(text) == [("text", 0, "Tekst")]
    assert [each.value for each in read(text).comments] == [
        "<TITLE>Et</TITLE>",
        "<style>\np {color: red}\n</style>",
        "<script>a()</script>",
        "To",
    ]


def test_what_is_never_closed_or_is_somebodys_text_is_no_tag() -> None:
    assert said("Kald den <title> eller <head>\n<title>") == [
        ("text", 0, "Kald den <title> eller <head>"),
        ("text", 0, "<title>"),
    ]
    assert said("Skriv <p> og <h1>her</h1>") == [("text", 0, "Skriv <p> og <h1>her</h1>")]
    assert said("<navn>") == [("text", 0, "<navn>")]
    assert kinds("```\n<h1>a</h1>\n```") == ["code", "code", "code"]
    assert kinds("<p>a</p>\n| b | <p>c</p><p>d</p> |") == ["text", "row"]
