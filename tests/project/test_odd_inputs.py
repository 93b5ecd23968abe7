"""Documents that nobody should write, and somebody will: nothing raises, nothing is invented."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from project_text import data, in_yaml, lines, project

from projektkort.project.models import Project

KEYS = [
    *("title", "id", "applicant", "responsible", "contact", "place", "period", "date", "applied", "stage", "summary"),
    *("purpose", "results", "schedule", "budget", "financing", "attachments", "language", "currency", "schema", "kind"),
    *("sections", "lines", "total", "status", "applicant_id"),
]


@pytest.mark.parametrize(
    "value", ["", "~", "[]", "{}", '""', "[[]]", "[[[a, [b]]]]", "[{}]", "{a: {b: {c: }}}", "[~, ~]"]
)
@pytest.mark.parametrize("schema", [None, "lokaludvalg"])
def test_any_key_may_hold_nothing_or_the_wrong_thing(value: str, schema: str | None) -> None:
    for key in KEYS:
        json.dumps(data(f"{key}: {value}", "x.yaml", schema))
    everything = "\n".join(f"{key}: {value}" for key in KEYS)
    assert len(in_yaml(everything, schema).sections) >= 20


def test_nulls_everywhere_leave_every_typed_field_empty() -> None:
    read = in_yaml("\n".join(f"{key}:" for key in KEYS if key != "sections"))
    assert (read.title, read.applicant, read.period, read.applied, read.date, read.stage) == (None,) * 6
    assert (read.schedule, read.attachments, read.amounts_in_text) == ((), (), ())
    assert (lines(read.budget), lines(read.financing), read.balances) == ([], [], None)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n\n",
        "#",
        "|",
        "||||",
        "| |\n|---|\n| |",
        "Budget:",
        "Budget\n|---|---|",
        "Budget\n\n|a|\n|b|c|d|e|\n|f|",
        "Budget\n\n\t\t\t\n\t9\n9\t",
        "Budget\n\n500\n\n600",
        "Budget\n\nI alt\nI alt\nI alt",
        "Budget\n\nI alt 5\nI alt 6\nSubtotal 7",
        "Budget\n\n: 500\n- 500\n= 500",
        "Budget\n\nTotal: 5 kr., heraf:",
        "Finansiering\n\nTotal: 5 kr., heraf:\n\nheraf: 3",
        "Udgifter | Indtægter\n---|---\n5 | 6",
        "Budget\n\nUdgifter | Indtægter\n---|---\n5 | 6",
        "Budget\n\nPost | Post | Beløb | Beløb\n---|---|---|---\na | b | 5 | 6",
        "Budget\n\nAntal | Stk.pris\n---|---\n5 | 6",
        "Finansiering: Finansiering: Finansiering: 5",
        "Sprog:\nValuta:\nSkema:\nPeriode:\nAnsøger:\nDato: 30. februar 2026",
        "---\n---\n",
        "---\nbudget: [1, [2, [3]]]\n---\nBudget: 5",
    ],
)
def test_odd_texts(text: str) -> None:
    for path in ("x.md", "x.yaml"):
        json.dumps(data(text, path))


def test_one_cell_rows_are_no_lines() -> None:
    assert lines(project("Sprog: da\n\nBudget\n\n| Telte |\n| Mad |\n").budget) == []


PIECES = [
    "Budget",
    "Finansiering",
    "I alt",
    "Telte",
    "5",
    "1.000",
    "-",
    "|",
    "\t",
    "  ",
    ":",
    "\n",
    "\n\n",
    "# ",
    "**",
    "- ",
]
ODD_TEXT = st.lists(
    st.sampled_from([*PIECES, "heraf", "x 3", "2026", "ca.", "kr.", "%", "Subtotal", "Antal", "Udgift"])
)


@settings(max_examples=100, deadline=None)
@given(ODD_TEXT.map(" ".join), ODD_TEXT.map("".join))
def test_no_mixture_of_signs_and_words_raises(spaced: str, glued: str) -> None:
    for text in (spaced, glued):
        for side in (project(f"Budget\n\n{text}").budget, in_yaml(f"budget: {text}").budget):
            assert side is None or side.figure is None or side.bounds == (side.figure, side.figure)


def test_a_project_that_is_bound_has_all_its_fields_as_one_that_is_validated() -> None:
    bound = project("# Kor i gaden\n\nStart: 1.3.2027\n")
    assert bound == Project.model_construct(**{name: getattr(bound, name) for name in Project.model_fields})
    assert bound.model_fields_set == set(Project.model_fields)
