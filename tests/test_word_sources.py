"""Word and ODF files go through `validate`, `inspect` and `render` as the same words in Markdown do."""

from __future__ import annotations

import json
from collections.abc import Callable
from html import escape
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk import GOOD, UNBALANCED, lay
from projektkort import load
from projektkort.document import read
from projektkort.pages.inspection import essence
from projektkort.source import decode
from terminal import projekt
from word_file import bold, docx, item, odt, packed, paragraph, raw_paragraph, run, table

pytestmark = pytest.mark.usefixtures("desk")
FORM = (
    paragraph("Ansøgning om tilskud", "Titel")
    + table(
        ("Skema", "generisk"),
        ("Sprog", "da"),
        ("Projektets titel", "Fælles køkkenhave"),
        ("Periode", "1. marts - 30. juni 2027"),
        ("Søgt beløb", "9.000 kr."),
    )
    + raw_paragraph(bold("Formål: ") + run("Naboer dyrker grøntsager sammen."))
    + paragraph("Aktiviteter", "Overskrift1")
    + item("Byg bede", 1)
    + item("Så grøntsager", 1)
    + paragraph("Budget", "Overskrift1")
    + table(("Post", "Beløb"), ("Jord og planter", "7.500"), ("Redskaber", "2.500"), ("I alt", "10.000"))
    + paragraph("Finansiering", "Overskrift1")
    + table(("Kilde", "Beløb"), ("Lokalpuljen (søgt)", "9.000"), ("Egne penge", "1.000"), ("I alt", "10.000"))
)
_LEFT, _RIGHT = FORM.replace(">1.000<", ">500<").rsplit("10.000", 1)
WRONG = f"{_LEFT}9.500{_RIGHT}"
"""Costs are 10.000 (table 2, row 4), financing 9.500 (table 3, row 4)."""


def typed(text: str) -> bytes:
    """A Word file with a paragraph for each line."""
    return docx("".join(map(paragraph, text.splitlines())))


def odf(text: str) -> bytes:
    """An ODF file with a paragraph for each line."""
    return odt("".join(f"<text:p>{escape(line)}</text:p>" for line in text.splitlines()))


def project(name: str) -> Any:
    """What `inspect` tells of a file but for the places, which lie elsewhere."""
    return _without_places(json.loads(projekt("inspect", name, "--output-format", "json").out))


def _without_places(told: Any) -> Any:
    if isinstance(told, dict):
        return {key: _without_places(value) for key, value in told.items() if key not in {"path", "line", "span"}}
    if isinstance(told, str):
        return told.replace("\n\n", "\n")  # paragraphs stand apart
    return [_without_places(each) for each in told] if isinstance(told, list) else told


def test_a_form_in_order() -> None:
    ran = projekt("validate", lay("a.docx", docx(FORM)))
    said = "a.docx: i orden.\nSkema: generisk (genkendt på afsnittene).\n1 fil kontrolleret: intet at bemærke.\n"
    assert ran == (0, said, "")


def test_a_form_is_read_to_the_last_cell() -> None:
    told = load(lay("a.docx", docx(FORM)))
    assert told.title is not None and told.title.value == "Fælles køkkenhave"
    assert told.budget is not None
    assert [line.label.value for line in told.budget.lines] == ["Jord og planter", "Redskaber"]
    assert told.balances is True
    assert {"purpose", "activities"} <= {section.id for section in told.sections}


def test_findings_name_table_row_and_column() -> None:
    ran = projekt("validate", lay("a.docx", docx(WRONG)))
    assert (ran.code, ran.err) == (1, "")
    assert ran.out.startswith("a.docx: tabel 3, række 4, kolonne B (linje 31)  fejl  budget-balances\n")
    assert "  31 | | I alt | 9.500 |\n" in ran.out


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", "a.docx: table 3, row 4, column B (line 31)  error"),
        ("da", "a.docx: tabel 3, række 4, kolonne B (linje 31)  fejl"),
        ("sv", "a.docx: tabell 3, rad 4, kolumn B (textrad 31)  fel"),
        ("nb", "a.docx: tabell 3, rad 4, kolonne B (linje 31)  feil"),
    ],
)
def test_places_in_four_languages(language: str, told: str) -> None:
    assert projekt("validate", lay("a.docx", docx(WRONG)), "--lang", language).out.startswith(told)


def test_findings_name_paragraphs() -> None:
    lay("a.odt", odf(UNBALANCED))
    assert projekt("validate", "a.odt").out.startswith("a.odt: afsnit 14 (linje 27)  fejl  budget-balances\n")
    concise = projekt("validate", "a.odt", "--output-format", "concise").out
    assert concise.startswith("a.odt:27:8: error[budget-balances] afsnit 14: Budget og finansiering")


def test_the_json_has_the_place_as_numbers() -> None:
    lay("a.docx", docx(WRONG))
    lay("b.odt", odf(UNBALANCED))
    lay("c.md", UNBALANCED)
    files = json.loads(projekt("validate", ".", "--output-format", "json").out)["files"]
    assert [file["findings"][0]["where"] for file in files] == [
        {"table": 3, "row": 4, "column": "B"},
        {"paragraph": 14},
        None,
    ]


@pytest.mark.parametrize(("name", "make"), [("a.docx", typed), ("a.odt", odf)])
def test_the_same_words_are_the_same_project(name: str, make: Callable[[str], bytes]) -> None:
    lay("a.md", GOOD)
    assert project(lay(name, make(GOOD))) == project("a.md")


def test_standard_input_is_read_as_its_name_says() -> None:
    ran = projekt("validate", "-", "--stdin-filename", "x.docx", stdin=docx(FORM))
    assert (ran.code, ran.out.splitlines()[0]) == (0, "x.docx: i orden.")


def test_pages_are_made_of_word_files() -> None:
    ran = projekt("render", lay("a.docx", docx(FORM)))
    assert (ran.code, ran.err) == (0, "")
    assert "# Fælles køkkenhave" in ran.out
    assert "Naboer dyrker grøntsager sammen." in ran.out


def test_of_a_folder_word_files_are_checked_and_others_named() -> None:
    lay("in/a.docx", docx(FORM))
    lay("in/b.odt", odf(GOOD))
    lay("in/c.doc", b"x")
    lay("in/d.docx", b"x")
    ran = projekt("validate", "in", "--lang", "da")
    assert ran.code == 1
    assert ran.out.startswith("""\
in/a.docx  i orden  (generisk)
in/b.odt  i orden  (generisk)
in/c.doc  ikke kontrolleret: tekstdokument i et andet format (gem det som .docx)

in/d.docx  1 fejl  (generisk)

in/d.docx:1:1  fejl  word-unreadable
  1 |
    | ^
  Filen kan ikke læses som et dokument fra Word eller LibreOffice: den er
  beskadiget eller noget andet, end navnet siger. Intet er kontrolleret.
""")


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b"\xd0\xcf\x11\xe0", "it is in an older format, in spite of its name."),
        (packed({"a.txt": ""}), "the part with the text is missing."),
    ],
)
def test_why_a_file_is_not_read(raw: bytes, said: str) -> None:
    out = projekt("validate", lay("a.docx", raw), "--output-format", "concise", "--lang", "en").out
    start = "a.docx:1:1: error[word-unreadable] The file cannot be read as a Word or LibreOffice document: "
    assert out == f"{start}{said} Nothing was checked.\n"


def test_a_word_file_under_another_name() -> None:
    ran = projekt("validate", lay("a.md", docx(FORM)), "--lang", "da")
    assert ran.code == 1
    assert "Giv filen et navn, der ender på .docx (fra Word)" in ran.out


def test_a_hidden_personal_number_is_told_without_its_digits() -> None:
    raw = docx(FORM, comments=f"<w:comment>{paragraph('Er det 010203-1234?')}</w:comment>")
    ran = projekt("validate", lay("a.docx", raw))
    assert (ran.code, "010203" in ran.out) == (1, False)
    assert "i en kommentar" in ran.out


TYPED = st.text(st.characters(max_codepoint=0x17F, exclude_categories=["Cc"]), max_size=20)


@given(st.lists(TYPED, min_size=1, max_size=5))
def test_a_paragraph_that_somebody_typed_is_read_as_it_was_typed(lines: list[str]) -> None:
    """No sign of Markdown is lost or becomes another, but for those of lists and lines that people type."""
    texts = [f"Ord {line}".rstrip() for line in lines]
    source = decode(typed("\n".join(texts)), "a.docx")
    told = [line.text.value for line in read(source).lines if not line.blank]
    assert [" ".join(text.split()) for text in told] == [" ".join(text.replace("\xad", "").split()) for text in texts]


def test_a_word_file_becomes_markdown_and_then_yaml_and_stays_the_same_project() -> None:
    lay("a.docx", docx(FORM))
    assert projekt("convert", "a.docx", "-o", "a.md") == (0, "", "")
    assert projekt("convert", "a.md", "-o", "a.yaml").code == 0
    assert project("a.md") == project("a.docx")
    assert essence(project("a.yaml")) == essence(project("a.docx"))
    assert projekt("validate", "a.docx", "a.md", "a.yaml").code == 0
