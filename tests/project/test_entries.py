"""Keys of YAML and of front matter as fields."""

from __future__ import annotations

import pytest
from project_text import ids, in_yaml, problems, project


@pytest.mark.parametrize("key", ["purpose", "formål", "formaal", "Formål med projektet", "syfte", "formål?", "FORMÅL"])
def test_a_key_is_known_in_any_language_and_spelling(key: str) -> None:
    assert ids(in_yaml(f'"{key}": at feste').sections) == [("purpose", "at feste")]


def test_values_are_text_lists_and_mappings() -> None:
    read = in_yaml(
        "purpose: |\n  At feste.\n\n  Og danse.\nactivities: [spise, {uge 13: danse, uge 14: }, [a, b]]\n"
        "schedule: {uge 13: planlægge, uge 14: [feste, rydde]}\nrisks: {}\ngoals: []\nbackground:\n"
    )
    assert ids(read.sections) == [
        ("purpose", "At feste.\n\nOg danse.\n"),
        ("activities", "- spise\n- uge 13: danse, uge 14:\n- a, b"),
        ("schedule", "uge 13: planlægge\nuge 14: feste, rydde"),
        ("risks", ""),
        ("goals", ""),
        ("background", ""),
    ]
    assert [item.value for item in read.sections[1].items] == ["spise", "uge 13: danse, uge 14:", "a, b"]
    assert read.sections[2].items == ()


def test_parts_are_taken_out_of_their_section() -> None:
    read = in_yaml("forventede resultater:\n  kort sigt: glæde\n  langt sigt: venskab\n  ellers: sang\n", "lokaludvalg")
    assert ids(read.sections) == [("results", "ellers: sang")]
    assert ids(read.sections[0].parts) == [("short_term", "glæde"), ("long_term", "venskab")]
    only = in_yaml("results: {short term: joy}", "lokaludvalg").sections[0]
    assert (only.text.value, ids(only.parts)) == ("", [("short_term", "joy")])


def test_a_key_nobody_knows_is_other_and_said() -> None:
    text = "formål: fest\nxyzzy: suppe\nmålgrupppe: alle\n"
    read = in_yaml(text)
    assert ids(read.other) == [(None, "suppe")]
    assert problems(text, "x.yaml") == [("unknown-label", "xyzzy"), ("near-miss-label", "målgrupppe")]


def test_sections_as_a_list() -> None:
    text = (
        "sprog: da\nsections:\n  - {title: Formål, text: at feste}\n  - {label: Naboerne siger, text: hurra}\n"
        "  - {afsnit: Målgruppe, tekst: alle}\n  - {titel: Baggrund, fordi: regn, og: sol}\n  - løst\n"
        "  - {text: uden}\n"
        "  - {name: Tidsplan, note: uge 13}\n  - {title: Målgrupppe}\n"
    )
    read = in_yaml(text)
    assert ids(read.sections) == [
        ("language", "da"),
        ("purpose", "at feste"),
        ("target_group", "alle"),
        ("background", "fordi: regn\nog: sol"),
        ("schedule", "uge 13"),
        ("target_group", ""),
    ]
    assert [(section.label.value, section.text.value) for section in read.other] == [
        ("Naboerne siger", "hurra"),
        ("sections", "løst"),
        ("sections", "text: uden"),
    ]
    assert problems(text, "x.yaml") == [("unknown-label", "Naboerne siger"), ("near-miss-label", "Målgrupppe")]


def test_front_matter_stands_before_the_sections_of_the_text() -> None:
    read = project("---\nprojektnavn: Fest\nansøger: Foreningen\nxyzzy: 3\n---\n\n## Formål\n\nAt feste.\n")
    assert ids(read.sections) == [("title", "Fest"), ("applicant", "Foreningen"), ("purpose", "At feste.")]
    assert ids(read.other) == [(None, "3")]
    assert read.title is not None
    assert read.title.value == "Fest"


def test_settings_as_keys() -> None:
    read = in_yaml("schema: lokaludvalg\nlanguage: sv\ncurrency: eur\nkind: application\npurpose: x")
    assert [section.id for section in read.sections] == ["schema", "language", "currency", "kind", "purpose"]
    assert (read.language, read.currency, read.kind) == ("sv", "EUR", "application")


def test_a_key_that_stands_twice_stands_twice() -> None:
    assert ids(in_yaml("formål: a\npurpose: b\n").sections) == [("purpose", "a"), ("purpose", "b")]


@pytest.mark.parametrize(
    "key", ["noter", "bemærkninger", "merknad", "anmärkning", "övrigt", "andre oplysninger", "notes", "remarks", "moms"]
)
def test_a_key_before_remarks_is_no_mistake(key: str) -> None:
    text = f"formål: fest\n{key}: Vi låner telte.\n"
    assert [problem for problem in problems(text, "x.yaml") if problem[0] == "unknown-label"] == []
    assert [section.text.value for section in in_yaml(text).other] == ["Vi låner telte."]


@pytest.mark.parametrize("keys", ["Start: {}\nSlut: {}", "fra: {}\ntil: {}", "start_date: {}\nend_date: {}"])
def test_two_keys_tell_the_ends_of_the_period(keys: str) -> None:
    text = f"formål: fest\n{keys.format('2027-01-18', '2027-12-17')}\n"
    told = in_yaml(text).period
    assert told is not None
    assert (str(told.period.start), str(told.period.end)) == ("2027-01-18", "2027-12-17")
    assert [problem for problem in problems(text, "x.yaml") if problem[0] == "unknown-label"] == []


@pytest.mark.parametrize("text", ["periode: 2028\nstart: 2027-01-18\nslut: 2027-12-17", "fra: Anna\ntil: Fonden"])
def test_two_keys_tell_no_period_beside_one_that_does_nor_without_figures(text: str) -> None:
    told = in_yaml(f"formål: fest\n{text}\n").period
    assert told is None or str(told.period.start) == "2028-01-01"
