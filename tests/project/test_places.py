"""Every place that the binding hands on slices back to the characters that it was read from."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from project_text import loaded

from projektkort.project.models import Project, Section, Side
from projektkort.span import Text

MARKDOWN = """\
Sprog: da
# Fest i **gården**

Kære alle med 100 kr.

- **Ansøger:** Foreningen (CVR 12345674)
Periode:  1. marts - 30. juni 2027
**Formål:** At feste, og det
koster ca. 400 kr. den 1. maj.

**Forventede resultater:**
**Kort sigt:** glæde
## Tidsplan
* uge 13: mad, fest i uge 20

## Budget (kr.)
| Post | 2027 | 2028 | I alt |
|---|---:|---:|--:|
| **Telte** x 3 | 100 | 50 | 150 kr. |
| Mad | 25\\.000 | - | 25.000 |
| <b>I alt</b> | | | <b>25.150</b> |

Finansiering:\r
Bydelen (søgt)\t25.000,-
Kassen:   100
50 kr. fra naboerne
I alt ..... 25.150
"""
YAML = """\
sprog: da
projektnavn: "Fest: åben"
ansøger: {navn: 'Foreningen', cvr: 12345674}
periode: {start: 2027-03-01, slut: 2027-06-30}
formål: >
  At feste,
  og det koster 400 kr.
tidsplan: [uge 13: mad, uge 20]
budget:
  - {post: Telte, antal: 3, stk.pris: 50}
  - post: "Mad"
    beløb: "1.000 kr."
  - Øl 50 kr.
  - Vin: 20
  - {post: I alt, beløb: 1.220}
finansiering: |
  Bydelen (søgt): 1.000
  Kassen 220
  I alt: 1.220
"""


def texts(project: Project) -> Iterator[Text]:
    """Every text of a project that stands in the source as it is, white space and joints aside."""
    for text in (project.title, project.responsible, project.contact, project.place, project.id):
        yield from [text] if text is not None else []
    if project.applicant is not None:
        yield project.applicant.name
    for section in project.sections + project.other:
        yield from in_section(section)
    yield from project.unplaced
    yield from project.attachments
    yield from (found.text for found in project.amounts_in_text)
    for side in (project.budget, project.financing):
        yield from in_side(side) if side is not None else ()


def in_section(section: Section) -> Iterator[Text]:
    yield section.label
    yield section.text
    yield from section.items
    for part in section.parts:
        yield from in_section(part)


def in_side(side: Side) -> Iterator[Text]:
    yield from (line.label for line in side.lines)
    yield from (each.label for each in side.subtotals)
    yield from [side.total.label] if side.total is not None else []


@pytest.mark.parametrize(("text", "path"), [(MARKDOWN, "x.md"), (YAML, "x.yaml")])
def test_every_character_of_every_text_stands_where_it_says(text: str, path: str) -> None:
    found = [piece for piece in texts(loaded(text, path).project) if piece.value]
    assert len(found) > 20
    for piece in found:
        for at, source, length in piece.spread():
            assert piece.value[at : at + length].split() == text[source : source + length].split()
            blank = not piece.value[at : at + length].strip()  # the break behind a block of YAML
            assert blank or piece.start <= source <= source + length <= piece.end


@pytest.mark.parametrize(("text", "path"), [(MARKDOWN, "x.md"), (YAML, "x.yaml")])
def test_lines_lie_in_order_and_hold_their_label_and_amount(text: str, path: str) -> None:
    project = loaded(text, path).project
    for side in (project.budget, project.financing):
        assert side is not None
        for row in side.rows:
            assert row.place.start <= row.label.start <= row.label.end <= row.place.end
            assert row.place.start <= row.amount_place.start <= row.amount_place.end <= row.place.end
        starts = [line.place.start for line in side.lines]
        assert starts == sorted(starts)


def test_amounts_in_markdown_stand_where_they_were_typed() -> None:
    project = loaded(MARKDOWN).project
    assert project.budget is not None
    assert project.financing is not None
    assert [line.amount_place.text for line in project.budget.lines] == ["150 kr.", "25.000"]
    assert [part.place.text for part in project.budget.lines[1].parts] == ["25\\.000", "-"]
    assert [line.amount_place.text for line in project.financing.lines] == ["25.000,-", "100", "50 kr."]
    assert project.budget.total is not None
    assert project.budget.total.amount_place.text == "25.150"
    assert project.budget.place == project.budget.total.amount_place
    assert project.financing.heading.text == "Finansiering"
    assert [line.place.line for line in project.financing.lines] == [24, 25, 26]
    assert project.applied is not None
    assert project.applied.place.text == "25.000,-"
    assert [(found.text.value, found.text.line) for found in project.amounts_in_text] == [
        ("100 kr.", 4),
        ("ca. 400 kr.", 9),
    ]
    assert [(found.place.text, found.place.line) for found in project.dates] == [
        ("1. marts - 30. juni 2027", 7),
        ("1. maj", 9),
        ("uge 13", 14),
        ("uge 20", 14),
    ]


def test_amounts_in_yaml_stand_where_they_were_typed() -> None:
    project = loaded(YAML, "x.yaml").project
    assert project.budget is not None
    assert project.financing is not None
    assert [line.amount_place.text for line in project.budget.lines] == ["", "1.000 kr.", "50 kr.", "20"]
    assert [line.place.line for line in project.budget.lines] == [10, 11, 13, 14]
    assert [(line.amount_place.text, line.place.text) for line in project.financing.lines] == [
        ("1.000", "Bydelen (søgt): 1.000"),
        ("220", "Kassen 220"),
    ]
    assert project.title is not None
    assert (project.title.value, project.title.place.text) == ("Fest: åben", "Fest: åben")
    assert [found.text.line for found in project.amounts_in_text] == [7]


def test_the_end_of_the_document_is_behind_its_last_character() -> None:
    project = loaded("Formål: x\n\nSlut.\n\n<!-- 5 -->\n").project
    assert (project.end.start, project.start.start, project.document.end) == (16, 0, 29)
    assert loaded("").project.end.start == 0


def test_a_section_reaches_from_its_marks_to_its_last_character() -> None:
    project = loaded("# Fest\n\n## Formål\n\nAt feste.\n\n\n- Mål: tre\n  fester\n\n").project
    assert [section.place.text for section in project.sections] == ["## Formål\n\nAt feste.\n\n\n- Mål: tre\n  fester"]
