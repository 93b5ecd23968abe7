"""Which schema the labels of a document fit best."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from projektkort.schema import choose as choosing
from projektkort.schema.choose import Choice, choose
from projektkort.schema.loading import load, load_all
from projektkort.schema.model import Schema
from projektkort.schema.traits import Traits

SCHEMAS = load_all()

COMMITTEE = [
    "Projekt navn", "Projektansvarlig (arbejdsgruppe + tovholder)", "Hvad vil vi opnå med projektet?",
    "Hvorfor vil vi det?", "Målgruppe(r)", "Hvilke aktivitet(er) består projektet af?", "Forventede resultater",
    "Kort sigt", "Langt sigt", "Forankringsstrategi", "Samarbejdspartnere", "Tidsplan", "Kommunikationsstrategi",
    "Hvad skal sekretariatet bidrage med?", "Hvad skal arbejdsgruppen stå for?", "Budget", "Finansiering",
]  # fmt: skip
SWEDISH = [
    "Sökande", "Kontaktperson", "Projektperiod", "Sökt stöd", "Bakgrund", "Syfte", "Mål", "Målgrupp", "Samverkan",
    "Efter projektet", "Tidsplan", "Budget", "Finansiering",
]  # fmt: skip
DANISH = [
    "Projektnavn", "Ansøger", "Kontaktperson", "Formål", "Baggrund", "Målgruppe", "Aktiviteter",
    "Forventede resultater", "Samarbejdspartnere", "Tidsplan", "Kommunikation", "Budget", "Finansiering",
]  # fmt: skip


def chosen(labels: list[str], language: str | None = None) -> tuple[str, str]:
    choice = choose(labels, schemas=SCHEMAS, language=language)
    return choice.schema.id, choice.by


def test_the_form_of_a_committee_is_recognised() -> None:
    assert chosen(COMMITTEE) == ("lokaludvalg", "match")
    assert chosen([label.upper() for label in COMMITTEE], language="da") == ("lokaludvalg", "match")


@pytest.mark.parametrize("missing", COMMITTEE)
def test_it_is_recognised_without_any_one_of_its_sections(missing: str) -> None:
    assert chosen([label for label in COMMITTEE if label != missing]) == ("lokaludvalg", "match")


def test_labels_that_everybody_uses_do_not_make_it_that_form() -> None:
    assert chosen(SWEDISH) == ("generisk", "match")
    assert chosen(DANISH, language="da") == ("generisk", "match")
    assert chosen(["Formål", "Budget", "Finansiering"], language="da") == ("generisk", "match")


def test_without_a_known_label_the_general_one_is_taken() -> None:
    assert chosen([]) == ("generisk", "default")
    assert chosen(["Opskrift", "Ingredienser"]) == ("generisk", "default")


OTHERS = ["12. maj 2025", "Fest i Vanløse", "Kage", "", "3. Tidsplan 2025", "Hvad skal arbejdsgruppen stå for (2)?"]


@given(st.lists(st.sampled_from([*COMMITTEE, *SWEDISH, *DANISH, *OTHERS])), st.sampled_from([None, "da", "sv"]))
def test_labels_that_say_nothing_are_passed_over(labels: list[str], language: str | None) -> None:
    quick = choose(labels, schemas=SCHEMAS, language=language)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(choosing, "_counting", lambda schemas: lambda label: True)
        assert choose(labels, schemas=SCHEMAS, language=language) == quick


def schema(name: str, **more: object) -> Schema:
    return Schema.model_validate({"id": name, "sections": [{"id": "purpose"}], **more})


def test_ties_go_to_the_language_then_to_the_id() -> None:
    three = [schema("c"), schema("b", language="sv"), schema("a")]
    assert choose(["Syfte"], schemas=three, language="sv").schema.id == "b"
    assert choose(["Syfte"], schemas=three).schema.id == "a"
    assert choose(["Syfte"], schemas=three[::-1], language="da").schema.id == "a"


def test_a_required_section_that_is_not_there_counts_against_a_schema() -> None:
    strict = schema("a", financing={"required": True})
    assert choose(["Syfte"], schemas=[strict, schema("b")]).schema.id == "b"


OUTLINE = ["Syfte", "Bakgrund", "Aktiviteter"]


@pytest.mark.parametrize(("labels", "money"), [(OUTLINE, True), ([*OUTLINE, "Budget"], False)])
def test_money_rules_out_schemas_without_it(labels: list[str], money: bool) -> None:
    both = [schema("a", kind="outline"), schema("b")]
    assert choose(OUTLINE, schemas=both).schema.id == "a"
    assert choose(labels, schemas=both, traits=Traits(money=money)).schema.id == "b"


def test_where_nothing_fits_the_general_one_is_taken() -> None:
    outline = schema("a", kind="outline")
    assert choose(OUTLINE, schemas=[outline], traits=Traits(money=True)) == Choice(load("generisk"), "default")
    assert choose(["Syfte"], schemas=[schema("a", matchable=False)]).by == "default"


REPORT = Traits(calls="status-report")
GOALS = Traits(goals=True)
PROSE = Traits(prose=True)


@pytest.mark.parametrize(
    ("labels", "traits", "expected"),
    [
        (OUTLINE, Traits(), "outline"),
        (OUTLINE, Traits(calls="application"), "generisk"),
        (OUTLINE, REPORT, "status-report"),
        (OUTLINE, GOALS, "goal-report"),
        (OUTLINE, PROSE, "outline"),
        (["Syfte"], Traits(), "generisk"),
        (["Syfte", "Kontaktperson", "Datum"], PROSE, "description"),
        ([], PROSE, "description"),
        ([], Traits(prose=True, calls="application"), "generisk"),
        ([], Traits(prose=True, money=True), "generisk"),
        ([], GOALS, "goal-report"),
        (["Budget"], GOALS, "generisk"),
        ([], REPORT, "status-report"),
        ([*SWEDISH, "Ekonomi"], REPORT, "status-report"),
        (["Delprojekt", "Rapport nr", "Ekonomi"], Traits(money=True), "status-report"),
        (["Mål", "Tidplan", "Ekonomi", "Risker"], Traits(goals=True, calls="status-report"), "status-report"),
        (COMMITTEE, Traits(money=True), "lokaludvalg"),
        (["Mål", "Tidplan"], Traits(goals=True, calls="status-report"), "goal-report"),
        (["Projektperiode"], Traits(calls="goal-report"), "goal-report"),
        (["Budget", "Formål"], Traits(calls="goal-report", money=True), "generisk"),
        (["Syfte", "Bakgrund", "Kostnad"], Traits(calls="outline"), "outline"),
        (["Syfte", "Bakgrund", "Kostnad"], Traits(calls="outline", money=True), "generisk"),
        (["Syfte", "Bakgrund", "Kostnad"], Traits(), "generisk"),
    ],
)
def test_a_kind_must_show_and_what_shows_goes_before_labels(labels: list[str], traits: Traits, expected: str) -> None:
    assert choose(labels, schemas=SCHEMAS, traits=traits).schema.id == expected


def test_a_kind_that_somebody_told_need_not_show() -> None:
    outlines = [each for each in SCHEMAS if each.kind == "outline"]
    asked = choose(["Budget"], schemas=outlines, traits=Traits(money=True), asked=True)
    assert (asked.schema.id, asked.by) == ("outline", "default")
    assert choose(["Syfte"], schemas=outlines, traits=Traits(money=True), asked=True).by == "match"
    applications = [each for each in SCHEMAS if each.kind == "application"]
    assert choose([], schemas=applications, asked=True) == Choice(load("generisk"), "default")


def test_a_document_that_names_its_kind_leaves_no_doubt() -> None:
    assert choose(["Mål"], schemas=SCHEMAS, traits=Traits(goals=True, calls="goal-report")).named
    assert not choose(["Mål"], schemas=SCHEMAS, traits=Traits(goals=True)).named
