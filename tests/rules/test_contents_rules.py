"""Texts that were never written, and texts of the wrong length."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

import pytest
from asking import ask, marked, only
from hypothesis import given
from hypothesis import strategies as st

from projektkort.finding import Note
from projektkort.money import Money
from projektkort.rules.placeholders import find
from projektkort.schema.model import Length, LengthByAmount, Schema, SectionSchema


def left(text: str, *instructions: str) -> list[str]:
    return [text[start:end] for start, end in find(text, instructions)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Projektleder: [navn]", ["[navn]"]),
        ("[foreningens navn] holder fest i [måned og år]", ["[foreningens navn]", "[måned og år]"]),
        ("Ansvarlig: TBD", ["TBD"]),
        ("TODO: skriv mere", ["TODO"]),
        ("Tovholder: NN", ["NN"]),
        ("Kontakt N.N. og xx", ["N.N.", "xx"]),
        ("ca. xx deltagere", ["xx"]),
        ("koster xx.xxx kr.", ["xx.xxx"]),
        ("koster x.xxx kr.", ["x.xxx"]),
        ("den XX. maj", ["XX"]),
        ("Lorem ipsum dolor", ["Lorem ipsum"]),
        ("{{title}} er klar", ["{{title}}"]),
        ("Navn: ____________", ["____________"]),
        ("Kontakt <navn> og <namn>", ["<navn>", "<namn>"]),
        ("Indsæt billede af huset", ["Indsæt"]),
        ("Skriv\nher, hvad I vil", ["Skriv\nher"]),
        ("Skriv här vad ni vill", ["Skriv här"]),
        ("Fylles inn senere", ["Fylles inn senere"]),
        ("To be decided", ["To be decided"]),
        ("[navn eller xx]", ["[navn eller xx]"]),
        ("Klik her for at angive tekst.", ["Klik her for at angive tekst"]),
        ("Klik eller tryk her for at skrive tekst.", ["Klik eller tryk her for at skrive tekst"]),
        ("Dato: Klik eller tryk for at angive en dato.", ["Klik eller tryk for at angive en dato"]),
        ("Klicka eller tryck här för att ange text.", ["Klicka eller tryck här för att ange text"]),
        ("Klikk eller trykk her\nfor å skrive inn tekst.", ["Klikk eller trykk her\nfor å skrive inn tekst"]),
        ("Click or tap here to enter text.", ["Click or tap here to enter text"]),
        ("Click to add title", ["Click to add title"]),
        ("Vælg et element.", ["Vælg et element"]),
        ("Aftenkursus\n- Välj ett objekt.\nTvå kvällar", ["Välj ett objekt"]),
        ("| Telte | Velg et element. | 500 |", ["Velg et element"]),
        ("Choose an item", ["Choose an item"]),
        ("…", ["…"]),
        (" ... ", ["..."]),
        ("???", ["???"]),
    ],
)
def test_what_is_left_to_fill_in(text: str, expected: list[str]) -> None:
    assert left(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Naboer, der ellers ikke mødes …",
        "»Der var […] mange« og »fin [sic] dag« [min oversættelse]",
        "Se [programmet](https://example.org) og [ref][1], [1], [^2] og [x] færdig",
        "[Bilag 1] og [kilde: kommunen]",
        "Vi indsætter billeder, når vi har skrevet herrens navn",
        "Størrelse XXL, www.axx.dk og Malcolm X",
        "<b>fed</b> og <br/> og 3 < 4 > 2",
        "Deltagarna fyller i en enkät",
        "Jan og Annie",
        "Visitors choose an item from the shelf. Then they tell its story.",
        "Vælg et element fra samlingen, og fortæl om det.",
        "Vi vil give børn lov til at vælge et element.",
        "Klik her for at se programmet, eller klik for at tilmelde dig",
        "Man klikker for at skrive tekst til museet.",
        "Gästerna kan klicka här för att anmäla sig",
        "",
        "12 - 14",
        "snake_case__navn",
    ],
)
def test_what_is_not(text: str) -> None:
    assert left(text) == []


def test_the_forms_own_sentences_are_found_however_they_are_broken() -> None:
    text = "Børn og unge. Beskriv  kort,\nhvem projektet er for."
    assert left(text, "Beskriv kort, hvem projektet er for.") == ["Beskriv  kort,\nhvem projektet er for."]
    assert left(text, "Beskriv kort målet.") == []


@given(st.text(alphabet="[]xX<>{}_.…?TBDnavn \n", max_size=200))
def test_places_are_in_order_apart_and_not_empty(text: str) -> None:
    slices = list(find(text))
    assert all(start < end for start, end in slices)
    assert all(one[1] <= other[0] for one, other in pairwise(slices))


def test_a_long_run_of_signs_that_is_nothing_ends() -> None:
    assert left("[" * 20_000 + "x" * 20_000 + "_" * 3) == []


def test_every_text_is_looked_at_once() -> None:
    text = "# Fest i [by]\n\n## Formål\nTBD\n\n## Vejr\nxx grader\n\n## Budget\nHal i [by]: 100\n"
    assert marked(ask("placeholder-left", text, path="a.md")) == ["[by]", "TBD", "xx", "[by]"]


def test_the_place_is_exact_and_the_text_is_said() -> None:
    problem = only("placeholder-left", "title: Swap day\npurpose: 'We''ll meet at [place of meeting] in May'\n")
    assert (problem.place.text, problem.place.span.column) == ("[place of meeting]", 26)
    assert problem.values["text"] == "[place of meeting]"


def test_instructions_belong_to_their_section() -> None:
    asked = SectionSchema(id="purpose", instructions=("Say whom it is for.",))
    schema = Schema(id="form", sections=(asked,))
    text = "purpose: Say whom it is for.\npartners: Say whom it is for.\n"
    assert [problem.place.line for problem in ask("placeholder-left", text, schema)] == [1]


def limited(**limits: Length) -> Schema:
    return Schema(
        id="form",
        sections=(
            SectionSchema(id="title", **limits),
            SectionSchema(id="purpose", **limits),
            SectionSchema(id="results", parts=(SectionSchema(id="short_term"),), **limits),
        ),
    )


def test_words_beyond_the_limit_are_marked() -> None:
    text = "title: One, two - three\npurpose: One two\n"
    problem = only("too-long", text, limited(words=Length(max=2)))
    assert (problem.variant, problem.place.text) == ("words", "three")
    assert [problem.values[name] for name in ("count", "limit", "difference")] == [3, 2, 1]


def test_characters_count_with_spaces() -> None:
    text = "title: ab cd\npurpose: abcdefg\n"
    problem = only("too-long", text, limited(characters=Length(max=5)))
    assert (problem.variant, problem.place.text, problem.values["count"]) == ("characters", "fg", 7)


def test_the_parts_of_a_section_count_with_it() -> None:
    text = "results:\n  short term: one two three\n"
    problem = only("too-long", text, limited(words=Length(max=2)))
    assert (problem.place.text, problem.place.line) == ("three", 2)


def test_too_short_is_said_of_what_was_begun() -> None:
    schema = limited(words=Length(min=3))
    problem = only("too-short", "purpose: One two\ntitle: One two three\n", schema)
    assert (problem.place.text, problem.variant) == ("One two", "words")
    assert [problem.values[name] for name in ("count", "limit", "difference")] == [2, 3, 1]
    assert ask("too-short", "purpose:\n", schema) == []
    assert ask("too-short", "partners: One\n", schema) == []


def test_a_title_that_is_a_heading_has_a_length_too() -> None:
    problem = only("too-long", "# One two three\n\n## Purpose\nOne two\n", limited(words=Length(max=2)), path="a.md")
    assert problem.place.text == "three"


@pytest.mark.parametrize(
    "text",
    [
        "## Formål\n\nVi vil.\n\n**Underskrift:** ____________ **Dato:** ________\n",
        "## Bilag\n\nBudget\n\nUnderskrift, formand: ________\n",
        "## Underskrifter\n\nFor foreningen: ________\n\nKasserer: ________\n",
    ],
)
def test_a_line_drawn_for_a_signature_is_not_left_to_fill_in(text: str) -> None:
    assert ask("placeholder-left", f"Sprog: da\n\n# Fest\n\n{text}", path="x.md") == []


def test_a_drawn_line_under_any_other_label_is_left_to_fill_in() -> None:
    assert marked(ask("placeholder-left", "Sprog: da\n\n# Fest\n\n## Formål\n\n______\n", path="x.md")) == ["______"]


def test_pages_are_characters_by_the_fund_s_own_count() -> None:
    schema = Schema(
        id="form",
        page_characters=10,
        sections=(SectionSchema(id="purpose", pages=Length(min=1, max=2)),),
        clauses={"purpose": "Two pages at the most."},
    )
    problem = only("too-long", "purpose: abcdefghij klmnopqrstu\n", schema)
    assert (problem.variant, problem.place.text) == ("pages", "tu")
    told = [problem.values[name] for name in ("count", "limit", "difference", "characters", "page")]
    assert told == [Decimal("2.20"), 2, 2, 22, 10]
    assert problem.values["source"] == Note("source", {"text": "Two pages at the most."})
    assert only("too-long", "purpose: abcdefghij klmnopqrst\n", schema).values["count"] == Decimal("2.10")
    assert ask("too-long", "purpose: abcdefghij klmnopqrs\n", schema) == []
    short = only("too-short", "purpose: abcdefgh\n", schema)
    assert (short.variant, short.values["count"], short.values["difference"]) == ("pages", Decimal("0.80"), 2)


BY_AMOUNT = Schema(
    id="form",
    language="en",
    currency="DKK",
    sections=(
        SectionSchema(
            id="purpose",
            words=Length(max=4),
            by_amount=(
                LengthByAmount(up_to=Decimal(20000), words=Length(max=1)),
                LengthByAmount(up_to=Decimal(50000), characters=Length(max=3)),
                LengthByAmount(words=Length(max=3)),
            ),
        ),
    ),
)


@pytest.mark.parametrize(
    ("applied", "limits"),
    [
        ("applied: 20,000 DKK\n", [1]),
        ("applied: 20,001 DKK\n", [4, 3]),
        ("applied: 60,000 DKK\n", [3]),
        ("applied: 10,000 EUR\n", [4]),
        ("", [4]),
    ],
)
def test_a_length_goes_by_the_amount_applied_for(applied: str, limits: list[int]) -> None:
    found = ask("too-long", f"{applied}purpose: One two three four five\n", BY_AMOUNT)
    assert [problem.values["limit"] for problem in found] == limits


def test_the_amount_up_to_which_a_limit_holds_is_told() -> None:
    problem = only("too-long", "applied: 20,000 DKK\npurpose: One two\n", BY_AMOUNT)
    assert problem.values["when"] == Note("for-applications", {"amount": Money(Decimal(20000), "DKK")})


def test_the_whole_document_is_counted_in_the_order_written() -> None:
    schema = Schema(id="form", length=LengthByAmount(words=Length(max=3)))
    text = "# Fair\n\n## Results\n\nOne two\n\n## Purpose\n\nthree four five\n\n## Budget\n\nHall: 100\n"
    problem = only("too-long", text, schema, path="a.md")
    assert (problem.variant, problem.place.text, problem.values["count"]) == ("whole-words", "four five", 5)
    small = Schema(id="form", currency="DKK", length=LengthByAmount(up_to=Decimal(100), words=Length(max=3)))
    assert ask("too-long", f"applied: 200 DKK\npurpose: {'word ' * 9}\n", small) == []
    assert ask("too-long", f"purpose: {'word ' * 9}\n", small) == []
    assert len(ask("too-long", f"applied: 90 DKK\npurpose: {'word ' * 9}\n", small)) == 1


BEGUN = SectionSchema(id="begun", title={"da": "Er I begyndt?"}, refused_answers=("ja", "delvis"))


@pytest.mark.parametrize(("answer", "found"), [("Ja", "ja"), ("Ja, i maj", "ja"), ("JA!", "ja"), ("Delvis.", "delvis")])
def test_an_answer_with_which_the_fund_refuses(answer: str, found: str) -> None:
    schema = Schema(id="fund", language="da", sections=(BEGUN,), clauses={"begun": "Nej (§ 2)."})
    problem = only("answer-refused", f"er i begyndt?: {answer}\n", schema)
    assert (problem.values["answer"], problem.values["source"]) == (found, Note("source", {"text": "Nej (§ 2)."}))


@pytest.mark.parametrize("answer", ["Nej", "Nej, ja vi venter", "Januar", "", "Vi siger ja senere"])
def test_another_answer(answer: str) -> None:
    assert ask("answer-refused", f"er i begyndt?: {answer}\n", Schema(id="fund", sections=(BEGUN,))) == []
