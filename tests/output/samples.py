"""Results and words for the tests of output: invented, and small enough to be written out in full."""

from __future__ import annotations

from decimal import Decimal

from projektkort.finding import Excerpt, Finding, Result, Severity
from projektkort.money import Money
from projektkort.span import Span


class Words:
    """A catalogue with two rules, in Danish and English."""

    def title(self, rule: str, language: str) -> str:
        return rule

    def message(self, finding: Finding, language: str) -> str:
        if finding.rule == "budget-balances":
            return {
                "da": "Budget og finansiering giver ikke det samme: udgifterne er 21.500 kr. (linje 26), "
                "finansieringen 20.500 kr. (linje 30). Der mangler 1.000 kr.",
                "en": "Budget and financing differ.",
            }[language]
        return f"{finding.rule} {language}\n"

    def help(self, finding: Finding, language: str) -> str:
        if finding.rule == "budget-balances":
            return {
                "da": "Skriv, hvor de 1.000 kr. kommer fra (fx egne penge eller billetsalg), eller sæt en udgift ned.",
                "en": "Write where the money comes from.",
            }[language]
        return ""

    def related(self, finding: Finding, index: int, language: str) -> str:
        return {"da": "udgifterne", "en": "the costs"}[language]


UNBALANCED = Finding(
    rule="budget-balances",
    severity=Severity.ERROR,
    span=Span(30, 10, 30, 16),
    values={
        "costs": Money(Decimal("21500.00"), "DKK"),
        "financing": Money(Decimal("20500.50")),
        "difference": Decimal("1E+3"),
    },
    related=(Span(26, 10, 26, 16),),
    excerpts=(Excerpt(26, "  I alt: 21.500"), Excerpt(30, "  I alt: 20.500")),
)
WEEK = Finding("week-without-year", Severity.WARNING, Span(4, 1, 4, 7), excerpts=(Excerpt(4, "uge 13\tplan"),))
BALANCED = Result("god.yaml", sha256="00", schema="lokaludvalg", schema_by="match", kind="application", language="da")
