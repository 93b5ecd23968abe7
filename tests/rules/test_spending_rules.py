"""How the money that was used goes with the budget and with the time that is gone."""

from __future__ import annotations

from decimal import Decimal

import pytest
from asking import bound
from reporting import Sheet, ask, only, report

from projektkort.frozen import replace
from projektkort.money import Money
from projektkort.period import read
from projektkort.project.models import AmountLine, Project, ProjectPeriod, Side
from projektkort.schema.model import Limits, Schema

REPORT = "1 January - 30 June 2027"
Spent = tuple[str, str, str | None]


def spent(*lines: Spent) -> Project:
    """A status report with a budget of these lines: label, amount, what was used of it."""
    text = "currency: DKK\nbudget:\n" + "".join(
        f"  - {{label: {label}, amount: {amount}}}\n" for label, amount, _ in lines
    )
    side = bound(text)[0].budget
    assert side is not None
    pairs = zip(side.lines, lines, strict=True)
    used = tuple(with_actual(line, actual) for line, (_, _, actual) in pairs)
    sheet = Sheet(f"{REPORT}\n1 January - 31 December 2027")
    return report(sheet, 1, REPORT, budget=replace(side, lines=used))


def with_actual(line: AmountLine, actual: str | None) -> AmountLine:
    return replace(line, actual=Decimal(actual) if actual else None)


def following(project: Project, *applied: Spent) -> Project:
    """The same report with the application that it names."""
    return project.model_copy(update={"application": spent(*applied)})


def test_a_line_that_cost_more_than_its_budget() -> None:
    problem = only(
        "line-overspent", spent(("Timber", "40000", "42000"), ("Paint", "5000", "5000"), ("Nails", "10", None))
    )
    assert problem.values["difference"] == Money(Decimal(2000), "DKK")
    assert (problem.values["label"], problem.variant) == ("Timber", "")


def test_the_budget_of_the_application_counts_where_the_report_has_none() -> None:
    project = following(spent(("Timber", "'-'", "42000"), ("Paint", "'-'", "100")), ("timber", "40000", None))
    problem = only("line-overspent", project)
    assert (problem.variant, problem.values["planned"]) == ("application", Money(Decimal(40000), "DKK"))


def test_money_for_a_line_without_a_budget() -> None:
    lines: list[Spent] = [("Timber", "40000", "38000"), ("Parasols", "'-'", "2000"), ("Rest", "'-'", None)]
    problem = only("line-not-in-budget", spent(*lines))
    assert (problem.variant, problem.values["label"]) == ("", "Parasols")


def test_a_report_that_tells_only_what_was_used() -> None:
    assert ask("line-not-in-budget", spent(("Timber", "'-'", "38000"), ("Parasols", "'-'", "2000"))) == []


def test_a_line_that_the_application_does_not_have() -> None:
    project = following(spent(("Timber", "40000", "38000"), ("Parasols", "3000", "2000")), ("Timbers", "40000", None))
    problem = only("line-not-in-budget", project)
    assert (problem.variant, problem.values["label"]) == ("application", "Parasols")


GAP = Schema(id="fund", kind="status-report", limits=Limits(spending_gap=Decimal("0.25")))


def half_way(*lines: Spent, period: str | None = "1 January - 31 December 2027") -> Project:
    """A report at half of the project's time."""
    project = spent(*lines)
    if period is None:
        return project
    text = Sheet(period).text(period)
    return project.model_copy(update={"period": ProjectPeriod(text=text, period=read(period, "en"))})


@pytest.mark.parametrize(("used", "variant"), [("80000", "more"), ("20000", "less"), ("60000", None)])
def test_the_money_and_the_time(used: str, variant: str | None) -> None:
    found = ask("spending-against-time", half_way(("Timber", "100000", used)), GAP)
    assert [problem.variant for problem in found] == ([variant] if variant else [])


def test_both_shares_are_told_in_whole_per_cent() -> None:
    problem = only("spending-against-time", half_way(("Timber", "90000", "70000")), GAP)
    assert [problem.values[name] for name in ("used", "gone", "limit")] == [78, 50, 25]


def test_a_fund_that_sets_no_limit_is_not_spoken_for() -> None:
    assert ask("spending-against-time", half_way(("Timber", "100000", "99000"))) == []


@pytest.mark.parametrize(
    "project",
    [
        half_way(("Timber", "100000", "99000"), period=None),
        half_way(("Timber", "100000", "99000"), period=REPORT),
        half_way(("Timber", "100000", "99000"), period="1 July - 31 December 2027"),
        half_way(("Timber", "100000", None)),
        half_way(("Timber", "'-'", "99000")),
        half_way(("Timber", "100000", "99000")).model_copy(update={"report": None}),
    ],
)
def test_shares_that_cannot_be_told(project: Project) -> None:
    assert ask("spending-against-time", project, GAP) == []


def test_the_period_of_the_application_counts_where_the_report_names_none() -> None:
    project = spent(("Timber", "100000", "99000")).model_copy(update={"application": half_way()})
    assert len(ask("spending-against-time", project, GAP)) == 1


def test_no_budget_no_question() -> None:
    project = spent(("Timber", "100000", "99000")).model_copy(update={"budget": None})
    assert ask("line-overspent", project) == ask("line-not-in-budget", project) == []
    assert isinstance(spent(("Timber", "1", "1")).budget, Side)
