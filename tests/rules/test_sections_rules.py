"""Required sections are there and filled in; what is missing points at where it would stand."""

from __future__ import annotations

from itertools import combinations

import pytest
from asking import ask, lines, only
from hypothesis import given
from hypothesis import strategies as st

from projektkort.finding import Note
from projektkort.rules.order import to_move
from projektkort.schema.model import Schema, SectionSchema


def required(wanted: str, *parts: SectionSchema) -> SectionSchema:
    title = wanted.replace("_", " ").capitalize()
    return SectionSchema(id=wanted, title={"en": title}, required=True, parts=parts)


FORM = Schema(
    id="form",
    sections=(
        required("title"),
        required("purpose"),
        SectionSchema(id="background"),
        required("results", required("short_term"), required("long_term")),
        required("anchoring"),
    ),
)
WHOLE = """\
title: Swap day
purpose: Neighbours meet.
results:
  short term: 120 guests
  long term: a day every year
anchoring: The society goes on.
"""


def without(*starts: str) -> str:
    return "".join(line for line in WHOLE.splitlines(keepends=True) if not line.strip().startswith(starts))


def test_nothing_is_missed_in_a_whole_document() -> None:
    assert ask("required-section", WHOLE, FORM) == []
    assert ask("many-sections-missing", WHOLE, FORM) == []


def test_a_missing_section_would_stand_behind_the_one_before_it() -> None:
    problem = only("required-section", without("anchoring"), FORM)
    assert (problem.variant, problem.values["label"], problem.values["before"]) == ("", "Anchoring", "Results")
    assert problem.place.line == 5
    assert problem.place.start == problem.place.end
    assert list(lines(problem)) == [3]
    assert problem.values["about"] == Note("about-anchoring")


def test_an_optional_section_between_counts_as_the_one_before() -> None:
    text = without("results", "short", "long").replace("anchoring", "background: The square is empty.\nanchoring")
    problem = only("required-section", text, FORM)
    assert (problem.values["before"], problem.place.line) == ("Background", 3)


def test_the_first_section_would_stand_at_the_beginning() -> None:
    form = FORM.model_copy(update={"sections": FORM.sections[1:]})
    problem = only("required-section", without("title", "purpose"), form)
    assert (problem.variant, problem.place.start, problem.related) == ("first", 0, ())


def test_a_line_of_the_head_is_no_section() -> None:
    problem = only("required-section", without("title"), FORM)
    assert (problem.variant, problem.place.start) == ("field-first", 0)


def test_a_title_may_be_the_heading_of_the_page() -> None:
    text = "# Swap day\n## Purpose\nMeet.\n## Results\n\nShort term: x\n\nLong term: y\n\n## Anchoring\nWe go on.\n"
    assert ask("required-section", text, FORM, path="a.md") == []


def test_a_part_is_missed_where_its_section_is_there() -> None:
    problem = only("required-section", without("short"), FORM)
    assert (problem.variant, problem.values["before"], problem.place.line) == ("part", "Results", 3)
    problem = only("required-section", without("long"), FORM)
    assert (problem.variant, problem.values["before"], problem.place.line) == ("", "Short term", 4)


def test_parts_are_not_missed_in_what_is_told_without_a_section() -> None:
    form = Schema(id="form", sections=(required("title", required("short_term")),))
    assert ask("required-section", "# Swap day\n\n## Purpose\nMeet.\n", form, path="a.md") == []


def test_an_empty_section_is_as_good_as_missing() -> None:
    problem = only("required-section", WHOLE.replace("purpose: Neighbours meet.", "purpose:"), FORM)
    assert (problem.variant, problem.values["label"], problem.place.text) == ("empty", "purpose", "purpose")


def test_labels_that_would_count_are_listed() -> None:
    schema = Schema(
        id="form",
        language="da",
        sections=(SectionSchema(id="hobby", title={"da": "Fritid"}, labels=("Hobbyer", "Leg"), required=True),),
    )
    problem = only("required-section", "titel: Byttedag\n", schema)
    assert (problem.values["label"], problem.values["also"]) == ("Fritid", Note("also", {"labels": ("Hobbyer", "Leg")}))
    schema = Schema(id="form", sections=(required("hobby"),))
    assert only("required-section", "titel: Byttedag\n", schema).values["also"] is None


def test_most_sections_missing_is_one_finding() -> None:
    text = "anchoring: The society goes on.\n"
    assert ask("required-section", text, FORM) == []
    problem = only("many-sections-missing", text, FORM)
    assert (problem.place.start, problem.values["missing"], problem.values["required"]) == (0, 3, 4)
    assert (problem.values["schema"], problem.values["labels"]) == ("form", ("Title", "Purpose", "Results"))


def test_a_form_that_nobody_has_filled_in_is_the_right_one() -> None:
    problem = only("many-sections-missing", "title:\npurpose:\nresults:\nanchoring: The society goes on.\n", FORM)
    assert (problem.variant, problem.values["missing"]) == ("empty", 3)
    assert only("many-sections-missing", "purpose:\nanchoring: The society goes on.\n", FORM).variant == ""


def test_few_sections_missing_are_named_one_by_one() -> None:
    text = without("purpose", "anchoring")
    assert [problem.values["label"] for problem in ask("required-section", text, FORM)] == ["Purpose", "Anchoring"]
    assert ask("many-sections-missing", text, FORM) == []
    small = FORM.model_copy(update={"sections": FORM.sections[:2]})
    assert len(ask("required-section", "partners: The school\n", small)) == 2
    assert ask("many-sections-missing", "partners: The school\n", small) == []


def test_budget_and_financing_have_rules_of_their_own() -> None:
    form = Schema(id="form", sections=(required("budget"), required("financing"), required("purpose")))
    assert [problem.values["label"] for problem in ask("required-section", "title: x\n", form)] == ["Purpose"]


def test_an_empty_label_that_nobody_requires() -> None:
    text = "title: Swap day\npartners:\nresults:\n  short term: 120 guests\n  long term:\nbudget:\n"
    form = Schema(id="form", sections=(SectionSchema(id="results", parts=FORM.sections[3].parts[:1]),))
    found = ask("empty-section", text, form)
    assert [problem.values["label"] for problem in found] == ["partners"]
    open_form = Schema(
        id="form",
        sections=(SectionSchema(id="results", parts=(SectionSchema(id="short_term"), SectionSchema(id="long_term"))),),
    )
    assert [problem.values["label"] for problem in ask("empty-section", text, open_form)] == ["partners", "long term"]
    assert ask("empty-section", WHOLE.replace("purpose: Neighbours meet.", "purpose:"), FORM) == []


def test_a_label_that_stands_twice() -> None:
    text = "# Swap day\n\n## Purpose\nMeet.\n\n## Background\nEmpty square.\n\n## PURPOSE:\nEat.\n"
    problem = only("label-twice", text, path="a.md")
    assert (problem.place.text, list(lines(problem))) == ("PURPOSE", [3])
    assert ask("label-twice", text.replace("PURPOSE", "Goals"), path="a.md") == []


def test_labels_of_one_section_may_be_those_of_another() -> None:
    two = "results: {short term: a, long term: b}\nShort term: c\n"
    assert ask("label-twice", two, FORM) == []
    assert len(ask("label-twice", "results: {short term: a, Short  Term: b}\n", FORM)) == 1
    assert ask("label-twice", "# x\n## Budget\nHall: 100\n## Budget\nFood: 100\n", path="a.md") == []


@pytest.mark.parametrize("dash", ["-", "–", "—", "--"])
def test_a_dash_fills_no_section(dash: str) -> None:
    problem = only("required-section", WHOLE.replace("The society goes on.", f'"{dash}"'), FORM)
    assert (problem.variant, problem.values["label"]) == ("empty", "anchoring")


def test_a_dash_is_no_schedule() -> None:
    form = Schema(id="form", sections=(required("schedule"),))
    assert only("required-section", 'schedule: "-"\n', form).variant == "empty"


@pytest.mark.parametrize(
    ("text", "path", "expected"),
    [
        ("title: x\n# optional\npartners:\nrisks:\n", "a.yaml", ["risks"]),
        ("title: x\npartners: # optional\nrisks:\n", "a.yaml", ["risks"]),
        ("title: x\npartners:\n  # optional\nrisks:\n", "a.yaml", ["risks"]),
        ("title: x # ours\npartners:\n", "a.yaml", ["partners"]),
        (
            "# X\n\nPlace: <!-- optional -->\n\n## Partners\n<!-- optional -->\n<!-- briefly -->\n\n## Risks\n",
            "a.md",
            ["Risks"],
        ),
        ("# X\n\n## Partners\n\n## Risks\n\nNone.\n\n<!-- seen -->\n", "a.md", ["Partners"]),
    ],
)
def test_a_label_with_a_comment_of_the_form_was_left_open_on_purpose(text: str, path: str, expected: list[str]) -> None:
    form = Schema(id="form", sections=(required("title"),))
    assert [problem.values["label"] for problem in ask("empty-section", text, form, path)] == expected


ORDERED = FORM.model_copy(update={"ordered": True})


def test_sections_in_the_form_s_order_need_no_move() -> None:
    assert ask("section-order", WHOLE, ORDERED) == []
    assert ask("section-order", without("purpose"), ORDERED) == []


def test_the_fewest_sections_are_named_that_would_have_to_move() -> None:
    text = "title: Swap day\nanchoring: On.\npurpose: Meet.\nbackground: Empty.\nresults: Guests.\n"
    problem = only("section-order", text, ORDERED)
    assert (problem.place.text, problem.related) == ("anchoring", ())
    assert problem.values["moves"] == (Note("belongs-after", {"label": "Anchoring", "before": "Results"}),)


def test_what_comes_first_in_the_form_belongs_before_the_others() -> None:
    text = "background: Empty.\nresults: Guests.\nanchoring: On.\npurpose: Meet.\n"
    assert only("section-order", text, ORDERED).values["moves"] == (Note("belongs-first", {"label": "Purpose"}),)


def test_several_moves_are_one_finding() -> None:
    text = "anchoring: On.\nresults: Guests.\nbackground: Empty.\nunknown: x\npurpose: Meet.\n"
    problem = only("section-order", text, ORDERED)
    moves = problem.values["moves"]
    assert isinstance(moves, tuple) and len(moves) == 3
    assert len(problem.related) == 2


def test_the_lines_of_the_head_may_stand_anywhere() -> None:
    assert ask("section-order", "purpose: Meet.\ntitle: Swap day\n", ORDERED) == []


@given(st.permutations(range(7)))
def test_what_is_left_rises_and_no_fewer_moves_would_do(ranks: list[int]) -> None:
    moved = to_move(ranks)
    kept = [rank for at, rank in enumerate(ranks) if at not in moved]
    assert kept == sorted(kept)
    rising = (chosen for chosen in combinations(ranks, len(kept) + 1) if list(chosen) == sorted(chosen))
    assert next(rising, None) is None


NAMED = "# Prosjektbeskrivelse\n\n{}Søker: Bergly bibliotek\nProsjektleder: Kari Nilsen\n\n{}"


def test_a_heading_that_only_names_the_document_is_no_empty_section() -> None:
    form = Schema(id="form", sections=(SectionSchema(id="description"), required("background"), required("applicant")))
    body = NAMED.format("", "Mål: Alle leser.\n")
    assert ask("empty-section", body, form, "a.md") == []
    problem = only("required-section", body, form, "a.md")
    assert (problem.values["label"], problem.values["before"], problem.place.line) == ("Bakgrunn", None, 1)
    asked = Schema(id="form", sections=(required("description"),))
    assert only("required-section", body, asked, "a.md").variant == "first"


@pytest.mark.parametrize(
    ("body", "found"),
    [
        (NAMED.format("", "# Mål\n\nAlle leser.\n"), ["Prosjektbeskrivelse"]),
        (NAMED.format("Vi vil.\n\n", "# Mål\n"), ["Mål"]),
        ("Sprog: nb\n\n## Prosjektbeskrivelse\n\n## Mål\n\nAlle leser.\n", ["Prosjektbeskrivelse"]),
        ("# Prosjektbeskrivelse\n", ["Prosjektbeskrivelse"]),
    ],
)
def test_a_heading_among_others_is_an_empty_section(body: str, found: list[str]) -> None:
    form = Schema(id="form", sections=(SectionSchema(id="description"), SectionSchema(id="goals")))
    assert [problem.values["label"] for problem in ask("empty-section", body, form, "a.md")] == found


@pytest.mark.parametrize(("wanted", "told"), [("responsible", "contact"), ("contact", "responsible")])
def test_who_answers_for_a_project_may_be_told_as_either(wanted: str, told: str) -> None:
    body = f"language: en\ntitle: Swap day\n{told}: Ida Bro\n"
    assert ask("required-section", body, Schema(id="form", sections=(required(wanted),))) == []
    optional = Schema(id="form", sections=(required(wanted), SectionSchema(id=told)))
    assert ask("required-section", body, optional) == []
    both = Schema(id="form", sections=(required(wanted), required(told)))
    assert len(ask("required-section", body, both)) == 1
    empty = f"language: en\ntitle: Swap day\n{told}:\n"
    assert len(ask("required-section", empty, Schema(id="form", sections=(required(wanted),)))) == 1
