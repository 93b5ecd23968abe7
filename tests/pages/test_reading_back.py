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


def page_of(text: str, path: str) -> str:
    read = load(decode(text.encode(), path), Request())
    return page(read.project, [], catalogue=Words())


def test_the_keys_of_a_document_stand_as_people_write_them() -> None:
    shown = page_of(
        "sprog: da\nprojektnavn: Kor\nansoeger: Koret\nformaal: Sang.\nvedtaegter_2027: Findes.\nEU-midler: Nej.\n"
        "budget:\n  - {post: Noder, beloeb: 500 kr.}\n",
        "a.yaml",
    )
    for line in (
        "- **Projektnavn:** Kor",
        "- **Ansøger:** Koret",
        "## Formål",
        "## Vedtaegter 2027",
        "## EU-midler",
        "## Budget",
    ):
        assert f"\n{line}\n" in shown


def test_what_no_column_of_ours_shows_has_its_own() -> None:
    shown = page_of(
        "Skema: status-report\nSprog: da\n\n# Kystbyer\n\n## Økonomi\n\n"
        "| Post | Budget | Forbrug i perioden | Forbrug i alt | Rest |\n|---|---:|---:|---:|---:|\n"
        "| Løn | 120 | 30 | 80 | 40 |\n| Grus | 60 | 2 | 10 | 50 |\n"
        "| **I alt** | **180** | **32** | **90** | **90** |\n",
        "a.md",
    )
    assert (
        """\
| Post | Budget (kr.) | Forbrug | Forbrug i procent | Forbrug i perioden | Rest |
| --- | ---: | ---: | ---: | ---: | ---: |
| Løn | 120 | 80 | 66,7 % | 30 | 40 |
| Grus | 60 | 10 | 16,7 % | 2 | 50 |
| I alt | 180 | 90 | 50 % | 32 | 90 |

##"""
        in shown
    )
