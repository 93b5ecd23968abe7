"""What is remembered of a project: hashes of what only one file should have, and of nothing else."""

from __future__ import annotations

import pytest
from asking import bound
from hypothesis import given, settings
from hypothesis import strategies as st

from projektkort.finding import Fact
from projektkort.rules.facts import facts_of
from projektkort.schema.model import Schema, SectionSchema
from projektkort.span import Span

LONG = (
    "Naboer, der ellers aldrig mødes, dyrker grøntsager sammen i den gamle skolehave. De to skoler ved siden af "
    "bruger den om dagen, og om aftenen lærer de ældre de yngre, hvad man kan spise af det, der vokser på stedet."
)


def facts(text: str, schema: Schema | str = "none", path: str = "example.yaml") -> tuple[Fact, ...]:
    return facts_of(*bound(text, schema, path))


def keys(kind: str, text: str, schema: Schema | str = "none", path: str = "example.yaml") -> set[bytes]:
    return {fact.key for fact in facts(text, schema, path) if fact.kind == kind}


def test_each_fact_stands_where_it_is_told() -> None:
    text = f"id: 2027-01\napplicant: Haveklubben\npurpose: {LONG}\nbudget:\n  Jord: 6500\n  I alt: 6500\n"
    assert [(fact.kind, fact.span) for fact in facts(text)] == [
        ("number", Span(1, 5, 1, 12)),
        ("applicant", Span(2, 12, 2, 23)),
        ("text", Span(3, 10, 3, 10 + len(LONG))),
        ("cost", Span(5, 3, 5, 7)),
    ]
    assert all(len(fact.key) == 8 for fact in facts(text))


@pytest.mark.parametrize(
    ("kind", "one", "other"),
    [
        ("number", "id: J.nr. 2027-01\n", "title: X\nid: j.nr.2027-01\n"),
        ("applicant", "applicant: Lindevang  Haveklub\n", "applicant: Lindevang haveklub.\n"),
        ("applicant", "applicant: Haveklubben, CVR 12345674\n", "applicant: Foreningen Have\ncvr: 12 34 56 74\n"),
        (
            "text",
            f"purpose: {LONG}\n",
            f"title: X\nbackground: >\n  {LONG.upper().replace('. ', '.' + chr(10) + '  ')}\n",
        ),
        (
            "cost",
            "applicant: A-klub\nbudget: [{label: Løn, amount: 4000}]\n",
            "applicant: A-klub\nbudget: [{label: 'løn:', amount: '4.000,00 kr.'}]\nlanguage: da\n",
        ),
        (
            "cost",
            "applicant: A-klub\nbudget: [{label: Løn, amount: '12,50'}]\nlanguage: da\n",
            "applicant: A-klub\nbudget: [{label: Løn, quantity: 5, unit_price: '2,5'}]\nlanguage: da\n",
        ),
        (
            "cost",
            "applicant: A-klub\nbudget: [{label: Løn, amount: 4000}]\nlanguage: da\n",
            "applicant: A-klub\nbudget: [{label: Løn, amount: 0.004 mio. kr.}]\nlanguage: en\n",
        ),
    ],
)
def test_what_is_the_same_but_for_its_writing_is_the_same(kind: str, one: str, other: str) -> None:
    assert keys(kind, one) == keys(kind, other) != set()


def test_markdown_and_yaml_tell_the_same_text() -> None:
    marked = LONG.replace("grøntsager", "**grøntsager**").replace("De to", "\n- De to")
    assert keys("text", f"## Formål\n\n{marked}\n", "generisk", "a.md") == keys(
        "text", f"purpose: {LONG}\n", "generisk"
    )


@pytest.mark.parametrize(
    ("kind", "one", "other"),
    [
        ("number", "id: 2027-01\n", "id: 2027-011\n"),
        ("number", "id: 2027-01\n", "id: 20-2701\n"),
        ("applicant", "applicant: Klub 1\n", "applicant: Klub 2\n"),
        ("text", f"purpose: {LONG}\n", f"purpose: {LONG.replace('to skoler', 'tre skoler')}\n"),
        (
            "cost",
            "applicant: A-klub\nbudget: [{label: Hal, amount: 4000}]\n",
            "applicant: B-klub\nbudget: [{label: Hal, amount: 4000}]\n",
        ),
        (
            "cost",
            "applicant: A-klub\nbudget: [{label: Hal, amount: 4000}]\n",
            "applicant: A-klub\nbudget: [{label: Hal, amount: 4000 SEK}]\n",
        ),
    ],
)
def test_what_differs_is_not_the_same(kind: str, one: str, other: str) -> None:
    assert len(keys(kind, one)) == len(keys(kind, other)) == 1
    assert keys(kind, one) != keys(kind, other)


@pytest.mark.parametrize(
    "text",
    [
        "title: X\n",
        "id: udfyldes af os\n",
        "applicant: '---'\n",
        "purpose: Naboer mødes.\n",
        f"purpose: '{'. ' * 300}'\n",
        "budget: [{label: Hal, amount: 4000}]\n",
        "budget:\n  Hal: 4000\n" + "".join(f"  Post nummer {number}: {number}00\n" for number in range(1, 40)),
    ],
)
def test_what_says_too_little_is_not_compared(text: str) -> None:
    assert facts(text) == ()


def test_lines_without_an_amount_are_no_costs() -> None:
    budget = "budget:\n  Hal: ''\n  Te: 0\n  Løn: snart\n  Leje: 100-200\n"
    assert [fact.kind for fact in facts("applicant: A-klub\n" + budget)] == ["applicant"]


def test_a_text_that_stands_twice_in_one_file_is_one() -> None:
    [fact] = facts(f"purpose: {LONG}\nbackground: {LONG}\n")
    assert fact.span.line == 1


def test_parts_of_sections_and_sections_that_nobody_knows_are_compared() -> None:
    assert keys("text", f"results:\n  short_term: {LONG}\n", "generisk") == keys(
        "text", f"purpose: {LONG}\n", "generisk"
    )
    assert keys("text", f"vores drøm: {LONG}\n", "generisk") == keys("text", f"purpose: {LONG}\n", "generisk")


def test_the_sentences_of_the_form_are_not_compared() -> None:
    own = Schema(
        id="own", language="da", sections=(SectionSchema(id="purpose", instructions=(LONG[:150], LONG[150:])),)
    )
    assert facts(f"purpose: {LONG}\n", own) == ()
    assert len(facts(f"purpose: {LONG} {LONG.replace('e', 'a')}\n", own)) == 1
    assert len(facts(f"background: {LONG}\n", own)) == 1


def test_kinds_of_documents_have_nothing_in_common() -> None:
    text = f"id: 2027-01\napplicant: Haveklubben\npurpose: {LONG}\nbudget: [{{label: Jord, amount: 10}}]\n"
    application, outline = facts(text, "generisk"), facts(text, "outline")
    assert [fact.kind for fact in application] == [fact.kind for fact in outline]
    assert not {fact.key for fact in application} & {fact.key for fact in outline}


def test_who_describes_a_project_asks_for_nothing() -> None:
    text = f"id: 2027-01\napplicant: Haveklubben\npurpose: {LONG}\nbudget: [{{label: Jord, amount: 10}}]\n"
    assert {fact.kind for fact in facts(text, "description")} == {"number", "text"}


def test_of_a_report_it_counts_only_which_it_is() -> None:
    report = f"projektnummer: 2027-01\nrapport nr.: 2\nansøger: Klub\nformål: {LONG}\nsprog: da\n"
    [fact] = facts(report, "status-report")
    assert fact.kind == "number"
    again, following = report.replace("formål", "hvad er der sket"), report.replace("nr.: 2", "nr.: 3")
    assert keys("number", again, "status-report") == {fact.key}
    assert keys("number", following, "status-report") != {fact.key}
    assert facts(report.replace("rapport nr.: 2\n", ""), "status-report") == ()


def test_reports_without_a_number_are_told_apart_by_their_period() -> None:
    first = "projektnummer: 2027-01\nperiode: 1. januar - 31. marts 2027\nsprog: da\n"
    second = first.replace("1. januar - 31. marts", "1. april - 30. juni")
    assert len(keys("number", first, "status-report") | keys("number", second, "status-report")) == 2


def test_a_personal_number_is_in_no_hash() -> None:
    for one, other in (("240771-0000", "010170-0003"),):
        assert facts(f"applicant: Klub {one}\nid: {one}\n") == facts(f"applicant: Klub {other}\nid: {other}\n")


@settings(max_examples=100, deadline=None)
@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=400))
def test_whatever_is_written_has_facts_or_none(text: str) -> None:
    quoted = "'" + text.replace("'", "''") + "'"
    found = facts(f"id: {quoted}\napplicant: {quoted}\npurpose: {quoted}\n")
    assert len({fact.key for fact in found}) == len(found) <= 3
