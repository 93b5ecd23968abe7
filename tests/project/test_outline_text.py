"""An outline as people type it: headings that are plain lines, lists of all sorts, amounts in sentences."""

from __future__ import annotations

from decimal import Decimal

import pytest

from projektkort.document import read
from projektkort.project.bind import bind
from projektkort.project.models import Project
from projektkort.schema.loading import load
from projektkort.source import decode

TYPED = """\
Fra tomt torv til mødested

Foreningen fortalte om planen på årsmødet.

Formål med projektet
At byen får et sted at mødes.

Baggrund for projektet:

Vi ønsker:

At torvet bliver grønt.

Aktiviteter

-Rydning af pladsen
– Plantedag
–Byvandring
•Byfest
* Loppemarked
*Markedsdag hver måned
*Alt* er gratis

Samarbejdspartnere
Skolen. Der er omkring 400.000 afsat, og kommunen giver 2,5 mio. kr. til træer.
Senere kommer mellem 10.000 og 15.000 kr. oveni, i alt 3 boder.
"""


def outlined(text: str) -> Project:
    return bind(read(decode(text.encode(), "a.txt")), load("outline"))[0]


def test_plain_lines_are_headings_with_or_without_a_colon() -> None:
    project = outlined(TYPED)
    assert project.title is not None
    assert project.title.value == "Fra tomt torv til mødested"
    assert [section.id for section in project.sections] == ["purpose", "background", "activities", "partners"]
    assert project.sections[1].text.value == "Vi ønsker:\n\nAt torvet bliver grønt."


def test_what_is_told_around_it_is_kept() -> None:
    assert [text.value for text in outlined(TYPED).unplaced] == ["Foreningen fortalte om planen på årsmødet."]


def test_items_may_begin_with_any_mark_with_or_without_a_space() -> None:
    project = outlined(TYPED)
    assert [item.value for item in project.sections[2].items] == [
        "Rydning af pladsen",
        "Plantedag",
        "Byvandring",
        "Byfest",
        "Loppemarked",
        "Markedsdag hver måned",
    ]
    assert project.sections[2].text.value.endswith("*Alt* er gratis")


def test_amounts_in_sentences_have_their_place_and_say_how_sure_they_are() -> None:
    project = outlined(TYPED)
    assert (project.budget, project.financing) == (None, None)
    told = [(each.text.value, each.text.line, each.reading.amount) for each in project.amounts_in_text]
    assert told == [
        ("omkring 400.000", 25, Decimal(400_000)),
        ("2,5 mio. kr.", 25, Decimal(2_500_000)),
        ("mellem 10.000 og 15.000 kr.", 26, None),
    ]
    readings = [each.reading for each in project.amounts_in_text]
    assert [(each.currency, each.approximate) for each in readings] == [(None, True), ("DKK", False), ("DKK", False)]
    assert (readings[2].low, readings[2].high) == (Decimal(10_000), Decimal(15_000))


@pytest.mark.parametrize(
    "text",
    [
        "Foreningen vil i år bygge en ny bro over åen.\nDen gamle er rådden.\n",
        "Vi bygger en bro.\nDen gamle er rådden, og ingen tør gå på den.\n",
        "Foreningen vil i år bygge en ny bro over åen.\n\nDen gamle er rådden.\n",
        "Foreningen vil i år sammen med skolen bygge en ny bro\nover åen, og den gamle rives ned.\n",
    ],
)
def test_the_beginning_of_a_paragraph_is_no_title(text: str) -> None:
    project = outlined(text)
    assert project.title is None
    assert "\n".join(each.value for each in project.unplaced) == "\n".join(filter(None, text.splitlines()))


@pytest.mark.parametrize(
    "title",
    [
        "En ny bro.\n",
        "En ny bro over åen til alle børn og voksne i byen\n",
        "En ny bro\nover åen, og den gamle rives ned.\n",
        "Skal vi bygge en ny bro over åen til alle?\n",
    ],
)
def test_a_short_line_or_one_that_is_no_sentence_is_the_title(title: str) -> None:
    project = outlined(f"{title}\nVi vil bygge.\n\nFormål\nEn bro.\n")
    assert project.title is not None
    assert project.title.value == title.split("\n", maxsplit=1)[0]
