"""Rows of a summary and what they come to: nothing is left out of a sum without being counted."""

from __future__ import annotations

import pickle
from decimal import Decimal
from typing import Any

import pytest
from builder import Draft, application
from hypothesis import given
from hypothesis import strategies as st

from projektkort.finding import Fact, Finding, Result, Severity, Waiver
from projektkort.frozen import replace
from projektkort.money import Money, Reading
from projektkort.money import State as Read
from projektkort.pages.summary import Decision, Row, State, row_of, shared_language, summarise, unread_row
from projektkort.pages.summary.figures import Figure, Sum, total_of
from projektkort.pages.summary.row import Lack
from projektkort.pages.summary.whole import KINDS, Frequency, Likeness, Spot
from projektkort.project.models import Applied, Project
from projektkort.rules.across import TWICE
from projektkort.schema.loading import load
from projektkort.span import Span

HERE = Span(4, 1, 4, 9)
ERROR = Finding("budget-balances", Severity.ERROR, HERE)
MISSING = Finding("required-section", Severity.ERROR, HERE, values={"label": "Forankring"})
WARNING = Finding("week-without-year", Severity.WARNING, HERE)
INFO = Finding("word-count", Severity.INFO, HERE)
PERSONAL = Finding("personal-number", Severity.ERROR, Span(9, 1, 9, 11))


def row(project: Project | None = None, *findings: Finding, **fields: Any) -> Row:
    return row_of(project or application(), Result("a.md", findings=findings, **fields), load("generisk"))


def applied(amount: str | None, **reading: Any) -> Applied:
    place = Draft().text("x").place
    state = Read.EXACT if amount else Read.RANGE if reading.get("low") else Read.UNREADABLE
    value = Decimal(amount) if amount else None
    return Applied(amount=value, currency=None, by="stated", place=place, reading=Reading(state, value, **reading))


def exact(amount: int, currency: str | None = "DKK", **more: Any) -> Figure:
    return Figure(Decimal(amount), Decimal(amount), currency, told=True, **more)


def told(**fields: Any) -> Row:
    return Row(**{"path": "a.md", "state": State.IN_ORDER, "expects": True, **fields})


# --- one row -----------------------------------------------------------------------------------------------------


def test_a_row_of_an_application_in_order() -> None:
    assert row() == Row(
        path="a.md",
        state=State.IN_ORDER,
        title="Åben skurvogn på Nordpladsen",
        applicant="Nordkvarterets Værksted",
        language="da",
        applied=exact(18500),
        expects=True,
        budget=exact(21500),
        own=exact(3000),
        share=Decimal(3000) / 21500,
        balances="yes",
    )


def test_what_is_missing_begins_with_what_is_gravest() -> None:
    made = row(None, WARNING, INFO, ERROR, MISSING, PERSONAL)
    assert made.state is State.FAULTY and made.personal
    assert made.lacks == (
        Lack("personal-number", Severity.ERROR),
        Lack("budget-balances", Severity.ERROR),
        Lack("required-section", Severity.ERROR, "Forankring"),
        Lack("week-without-year", Severity.WARNING),
    )
    assert (made.count(Severity.ERROR), made.count(Severity.WARNING)) == (3, 1)


def test_what_is_set_aside_is_not_missing() -> None:
    made = row(None, *(replace(each, waived=Waiver("intet nummer", None, None)) for each in (PERSONAL, WARNING)))
    assert (made.state, made.lacks, made.personal) == (State.IN_ORDER, (), False)
    assert row(None, WARNING, INFO).state is State.WARNED


def test_a_row_is_small_and_travels() -> None:
    made = row(None, ERROR, WARNING)
    assert pickle.loads(pickle.dumps(made)) == made
    assert len(pickle.dumps(made)) < 2000
    draft = Draft()
    assert len(row(application(title=draft.text("ord " * 10_000))).title) <= 161


@pytest.mark.parametrize(
    ("given_as", "figure"),
    [
        (applied("9000", approximate=True), exact(9000, approximate=True)),
        (applied(None, low=Decimal(8), high=Decimal(9)), Figure(Decimal(8), Decimal(9), "DKK", told=True)),
        (applied(None), Figure(currency="DKK", told=True)),
        (None, Figure()),
    ],
)
def test_the_amount_applied_for(given_as: Applied | None, figure: Figure) -> None:
    assert row(application(applied=given_as)).applied == figure


def test_own_money_is_a_figure_only_where_each_line_was_read() -> None:
    draft = Draft()
    lines = [draft.line("Puljen", "80", "80"), draft.line("Vi selv", "20", "20", type="own")]
    made = row(application(financing=draft.side("financing", lines)))
    assert (made.own, made.share, made.balances) == (exact(20), Decimal("0.2"), "no")
    unread = [*lines, draft.line("Også os", "lidt", None, type="own")]
    made = row(application(financing=draft.side("financing", unread)))
    assert (made.own, made.share, made.balances) == (Figure(told=True), None, "unknown")
    made = row(application(financing=draft.side("financing", lines[:1])))
    assert (made.own, made.share) == (Figure(), None)
    open_ended = Reading(Read.RANGE, low=Decimal(10), high=Decimal(30))
    own = draft.line("Vi selv", "10-30", reading=open_ended, type="own")
    made = row(application(financing=draft.side("financing", [lines[0], own])))
    assert (made.own, made.share) == (Figure(Decimal(10), Decimal(30), "DKK", told=True), None)


def test_a_report_without_money_need_not_balance() -> None:
    nothing: dict[str, Any] = dict.fromkeys(("budget", "financing", "applied", "title", "applicant"))
    made = row_of(application(kind="goal-report", **nothing), Result("a.md"), load("goal-report"))
    assert (made.balances, made.expects, made.title, made.applicant) == ("", False, "", "")
    assert row(application(financing=None)).balances == "unknown"


@pytest.mark.parametrize(
    ("result", "state", "reason"),
    [
        (Result("a.doc", skipped="word"), State.UNREAD, "word"),
        (Result("a.md", findings=(Finding("file-empty", Severity.ERROR, HERE),)), State.UNREAD, "file-empty"),
        (Result("a.md", skipped="not-a-project"), State.FOREIGN, "not-a-project"),
        (Result(".skjult", skipped="folder-not-entered"), State.FOLDER, "folder-not-entered"),
    ],
)
def test_a_file_that_was_not_read(result: Result, state: State, reason: str) -> None:
    made = unread_row(result)
    assert (made.path, made.state, made.reason, made.is_read) == (result.path, state, reason, False)


# --- all rows ----------------------------------------------------------------------------------------------------


def test_personal_numbers_come_first_then_what_is_faulty() -> None:
    rows = [
        told(path="ok"),
        told(path="warned", state=State.WARNED),
        told(path="pdf", state=State.UNREAD),
        told(path="faulty", state=State.FAULTY),
        told(path="personal", personal=True),
        told(path="faulty too", state=State.FAULTY),
    ]
    made = summarise(rows)
    assert [each.path for each in made.rows] == ["personal", "faulty", "faulty too", "warned", "ok"]
    assert [each.path for each in made.unread] == ["pdf"]
    assert [made.count(state) for state in State] == [2, 1, 2, 1, 0, 0]


def test_a_sum_counts_what_it_leaves_out() -> None:
    figures = [exact(5), Figure(told=True), exact(7, "EUR"), Figure(Decimal(1), Decimal(3), "DKK", told=True), Figure()]
    total = total_of([*figures, exact(2, None), exact(4, approximate=True)])
    assert total.sums == (
        Sum("DKK", Decimal(10), Decimal(12)),
        Sum("EUR", Decimal(7), Decimal(7)),
        Sum(None, Decimal(2), Decimal(2)),
    )
    assert (total.unread, total.ranges, total.approximate) == (2, 1, 1)
    assert total.of("SEK") == Sum("SEK", Decimal(0), Decimal(0))


AMOUNTS = st.decimals(0, 10**12, places=2)
FIGURES = st.builds(
    lambda ends, currency: Figure(min(ends), max(ends), currency, told=True),
    st.tuples(AMOUNTS, AMOUNTS),
    st.sampled_from(["DKK", "SEK", None]),
)


@given(st.lists(FIGURES | st.just(Figure(told=True)), max_size=20))
def test_each_figure_is_in_a_sum_or_counted(figures: list[Figure]) -> None:
    total = total_of(figures)
    known = [figure.bounds for figure in figures if figure.bounds is not None]
    assert total.unread == len(figures) - len(known)
    assert sum(each.low for each in total.sums) == sum(low for low, _ in known)
    assert sum(each.high for each in total.sums) == sum(high for _, high in known)
    assert len({each.currency for each in total.sums}) == len(total.sums)


def test_what_need_tell_no_amount_is_not_missed_in_the_sum() -> None:
    rows = [told(applied=exact(5)), told(), told(expects=False), told(expects=False, applied=exact(3))]
    made = summarise(rows)
    assert (made.applied.sums, made.applied.unread) == ((Sum("DKK", Decimal(8), Decimal(8)),), 1)


def test_the_pool_is_in_the_currency_of_most_figures() -> None:
    rows = [told(applied=exact(5, "SEK")), told(applied=exact(5, "SEK")), told(applied=exact(5))]
    assert summarise(rows, pool=Money(Decimal(9))).pool == Money(Decimal(9), "SEK")
    assert summarise(rows, pool=Money(Decimal(9), "EUR")).currency == "EUR"
    assert summarise([]).currency is None


def test_decisions_in_no_currency_are_in_the_usual_one() -> None:
    rows = [told(path="a", applied=exact(5)), told(path="b"), told(path="c")]
    decisions = {
        "a": Decision(Money(Decimal(4), "EUR"), Money(Decimal(3), "DKK")),
        "b": Decision(Money(Decimal(2)), None),
    }
    made = summarise(rows, decisions=decisions)
    assert made.decided("recommended") == (Sum("EUR", Decimal(4), Decimal(4)), Sum("DKK", Decimal(2), Decimal(2)))
    assert made.amounts("granted") == [Money(Decimal(3), "DKK")]


def fact(kind: str, key: bytes, line: int) -> Fact:
    return Fact(kind, key, Span(line, 1, line, 2))


def test_files_that_share_what_only_one_should_have() -> None:
    rows = [
        told(
            path="a",
            facts=(fact("number", b"1", 3), fact("text", b"x", 8), fact("text", b"y", 9), fact("cost", b"z", 12)),
        ),
        told(path="b", facts=(fact("number", b"2", 3), fact("text", b"x", 7), fact("text", b"y", 6))),
        told(path="c", facts=(fact("number", b"1", 4), fact("number", b"1", 5), fact("text", b"x", 8))),
    ]
    assert summarise(rows).likenesses == (
        Likeness("number", (Spot("a", 3), Spot("c", 4)), 1),
        Likeness("text", (Spot("a", 8), Spot("b", 7), Spot("c", 8)), 1),
    )
    both = [replace(rows[0], facts=rows[0].facts[1:3]), replace(rows[1], facts=rows[1].facts[1:3])]
    assert summarise(both).likenesses == (Likeness("text", (Spot("a", 8), Spot("b", 7)), 2),)


def test_one_copy_is_one_likeness() -> None:
    copied = tuple(fact(kind, kind.encode(), 3) for kind in reversed(TWICE))
    rows = [told(path="a", facts=copied), told(path="b", facts=copied), told(path="c", facts=copied[:1])]
    assert [(each.kind, len(each.spots)) for each in summarise(rows).likenesses] == [("number", 2), ("applicant", 3)]
    assert tuple(TWICE) == KINDS


def test_what_is_missing_is_counted_once_a_file() -> None:
    lacks = (Lack("r", Severity.ERROR), Lack("r", Severity.ERROR), Lack("s", Severity.WARNING, "Formål"))
    made = summarise([told(lacks=lacks), told(lacks=lacks[1:2]), told(state=State.UNREAD, lacks=lacks)])
    assert made.frequent == (Frequency("r", "", 2), Frequency("s", "Formål", 1))


def test_the_language_that_all_share() -> None:
    unread = told(state=State.UNREAD)
    assert shared_language([told(language="sv"), unread, told(language="sv")]) == "sv"
    assert shared_language([told(language="sv"), told(language="da")]) is None
    assert shared_language([unread]) is None
