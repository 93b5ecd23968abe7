"""Results and words for the tests of output: invented, and small enough to be written out in full."""

from __future__ import annotations

from decimal import Decimal

from projektkort.finding import Elsewhere, Excerpt, Finding, Result, Severity, SpanEdit, SpanFix, Waiver
from projektkort.frozen import replace
from projektkort.money import Money
from projektkort.span import Span, Where


class Words:
    """A catalogue with two rules, in Danish and English."""

    def title(self, rule: str, language: str) -> str:
        return {"da": f"Titel på {rule}", "en": f"Title of {rule}"}[language]

    def why(self, rule: str, language: str) -> str:
        return {"da": "De to sider skal være ens.", "en": "The two sides must agree."}[language]

    def severity(self, rule: str) -> Severity:
        return Severity.ERROR if rule == "budget-balances" else Severity.WARNING

    def examples(self, rule: str) -> tuple[str, str]:
        return ("hall: 1\n", "hall: -") if rule == "budget-balances" else ("", "")

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

    def fix(self, finding: Finding, language: str) -> str:
        return {"da": "Skriv året", "en": "Write the year"}[language]

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
TWICE = Finding(
    "text-twice",
    Severity.INFO,
    Span(2, 1, 2, 5),
    excerpts=(Excerpt(2, "Kor"),),
    elsewhere=(Elsewhere("b/anden.md", Span(7, 1, 7, 4)),),
)
WORDY = Finding("odd", Severity.WARNING, Span(3, 1, 3, 4), where=Where(table=2, row=5, column="B"))
"""Of a Word document."""
BALANCED = Result("god.yaml", sha256="00", schema="lokaludvalg", schema_by="match", kind="application", language="da")
BROKEN = replace(BALANCED, path="b/dårlig.md", findings=(WEEK, UNBALANCED))
SKIPPED = Result("notat.doc", skipped="word")
ACROSS = replace(BALANCED, path="en.md", findings=(TWICE,), across=True)
MENDED = replace(WEEK, fix=SpanFix(True, (SpanEdit(Span(4, 7, 4, 7), " 2027"),)))
"""With an edit that would mend it."""
WAIVED = replace(MENDED, waived=Waiver("aftalt", "2027-01-01", Span(1, 1, 1, 9)))
FOLDER = (
    BROKEN,
    BALANCED,
    SKIPPED,
    replace(BALANCED, path="c.docx", findings=(WORDY,)),
    replace(BALANCED, path="d.yaml", findings=(MENDED, WAIVED)),
    replace(BALANCED, path="e.yaml", findings=(UNBALANCED,), crash="budget-balances"),
    ACROSS,
)
"""One of each kind."""
