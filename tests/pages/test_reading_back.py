"""A Markdown page is itself a project description: read again, it says the same."""

from __future__ import annotations

from typing import Any

import pytest
from builder import Words

from projektkort.engine import Request, load
from projektkort.pages import page
from projektkort.project.models import Project, Side
from projektkort.source import decode

DANISH = """\
skema: lokaludvalg
projektnavn: Sommerbio i Krogparken
ansøger: Krogparkens Venner
søgt beløb: 12.000 kr.
periode: 1. juni - 30. august 2027
hvad vil vi opnå med projektet?: Naboer ser film sammen.
hvorfor vil vi det?: |
  Parken er tom om aftenen.
  12. maj talte vi 3 besøgende.
forventede resultater:
  kort sigt: 400 gæster
  langt sigt: et årligt arrangement
tidsplan: {uge 22: opstilling, uge 33: sidste film}
budget:
  Lærred og lyd: 9.000
  Trykning, 200 plakater à 15,00: 3.000
  Strøm: 2.500
  I alt: 14.500
finansiering:
  Krogparkens Lokaludvalg (søgt): 12.000
  Egne penge: 2.500
  I alt: 14.500
"""
SWEDISH = """\
# Lekplats vid Tallbacken
Sökande: Tallbackens byalag
Projektperiod: 2027-03-01 – 2027-09-30
Sökt stöd: 80 000 kr
Bakgrund: Barnen har ingenstans att leka.
Syfte: En lekplats för alla åldrar.
Målgrupp: Barn och föräldrar.
## Budget (kr inkl. moms)
Gungor, 4 st à 12 500: 50 000
Sand och grus: 18 000
Ideell tid, 100 h à 220: 22 000
Summa: 90 000
## Finansiering
Leader Tallmark, sökt: 80 000
Ideell tid: 10 000
Summa: 90 000
"""


def side(wanted: Side | None) -> Any:
    assert wanted is not None
    lines = [
        (line.label.value, line.amount, line.quantity, line.unit, line.unit_price, line.type) for line in wanted.lines
    ]
    return lines, wanted.total.amount if wanted.total else None, wanted.currency


def told(project: Project) -> Any:
    """What the two readings must agree about."""
    facts = [project.applicant, project.applied, project.title]
    assert all(facts)
    sections = {(each.id, " ".join(each.text.value.split())) for each in project.walk()}
    return {
        "title": project.title and project.title.value,
        "applicant": project.applicant and project.applicant.name.value,
        "applied": project.applied and project.applied.amount,
        "period": project.period and (project.period.period.start, project.period.period.end),
        "sections": {each for each in sections if each[0] not in {"title", "schema", "budget", "financing"}},
        "budget": side(project.budget),
        "financing": side(project.financing),
        "balances": project.balances,
    }


@pytest.mark.parametrize(("name", "text"), [("a.yaml", DANISH), ("b.md", SWEDISH)])
def test_a_markdown_page_reads_back(name: str, text: str) -> None:
    first = load(decode(text.encode(), name), Request())
    written = page(first.project, [], catalogue=Words(), schema=first.choice.schema)
    again = load(decode(written.encode(), "page.md"), Request(schema=first.choice.schema.id))
    assert told(again.project) == told(first.project)
