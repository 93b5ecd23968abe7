"""A report with the application and the report before it beside it, as files."""

from __future__ import annotations

from pathlib import Path

import pytest

from desk import lay
from projektkort.engine import check
from projektkort.source import read_file

APPLICATION = """\
Skema: generisk
Projektnavn: Kystbyer i bevægelse
Formål: Flere skal bruge kysten hele året.
Periode: 1. januar - 31. december 2027
Søgt beløb: 52.000 kr.
Aktiviteter:
- Havnebad
- Stiforløbet

Budget
Tømmer: 40.000
Skilte: 12.000
I alt: 52.000

Finansiering
Kystpuljen (søgt): 52.000
I alt: 52.000
"""
FIRST = """\
# Kystbyer i bevægelse
Rapport nr.: 1
Periode: 1. januar – 31. marts 2027

## Delprojekter
### Havnebad
Tegningerne er færdige og ligger hos kommunen, der skal give tilladelse.
### Stiforløbet
Ruten er gået igennem med lodsejerne.

## Økonomi
Pengene bruges efter planen.
"""
SECOND = """\
# Kystbyer i bevægelse
Rapport nr.: 2
Periode: 15. april – 30. juni 2027
Ansøgning: ansoegning.md
Forrige: rapport-1.md

## Delprojekter
### Havnebad
Tegningerne er færdige og ligger hos kommunen, der skal give tilladelse.
### Stiforløbt
Skiltene er sat op.

## Økonomi
| Post | Forbrug |
|---|---|
| Tømmer | 41.500 kr. |
| Parasoller | 2.000 kr. |
"""
GOALS = """\
# Afrapportering af mål i kystplanen
Skema: goal-report
Dato: {date}
{previous}

| Mål | Opfyldt ved | Tidspunkt | Status | Bemærkning |
|---|---|---|---|---|
"""


def found(path: str) -> list[tuple[str, str, int]]:
    """Rule, variant and line of each finding of a file."""
    return [(each.rule, each.variant, each.span.line) for each in check(read_file(path)).findings]


@pytest.mark.usefixtures("desk")
def test_a_status_report_and_what_it_follows() -> None:
    lay("ansoegning.md", APPLICATION)
    lay("rapport-1.md", FIRST)
    assert found(lay("rapport-2.md", SECOND)) == [
        ("report-periods", "gap-last", 3),
        ("text-unchanged", "last", 9),
        ("subproject-spelt-twice", "last", 10),
        ("line-overspent", "application", 16),
        ("line-not-in-budget", "application", 17),
    ]


@pytest.mark.usefixtures("desk")
def test_a_goal_report_and_the_one_before() -> None:
    opened = "| 1.1 En badebro | Broen er åben | Juni 2026 | Opfyldt | |\n"
    closed = "| 1.1 En badebro | Broen er lukket | Juni 2026 | Ikke opfyldt | Stormen tog den. |\n"
    path = "| 1.2 En kyststi | Stien er åben | Maj 2026 | Opfyldt | |\n"
    lay("maal-2026.md", GOALS.format(date="1. oktober 2026", previous="") + opened + path)
    report = lay("maal-2027.md", GOALS.format(date="1. oktober 2027", previous="Forrige: maal-2026.md\n") + closed)
    assert found(report) == [("goal-moved-back", "", 9), ("goal-gone", "", 9)]


def test_the_findings_of_a_real_goal_report(documents: Path) -> None:
    [path] = (documents / "seeds").glob("003_*.txt")
    assert said(path) == {("goal-date-after-report", "November 2023"), ("goal-unexplained", "Delvist opfyldt")}


def test_the_findings_of_a_real_status_report(documents: Path) -> None:
    [path] = (documents / "seeds").glob("004_*.txt")
    findings = said(path)
    repeated = {pair for pair in findings if pair[0] == "text-unchanged"}
    assert len(repeated) == 1
    assert findings - repeated == {
        ("event-outside-period", "14 april"),
        ("event-outside-period", "24 april"),
        ("event-outside-period", "12 december 2012"),
        ("weekday-wrong", "måndagen den 5 feb"),
        ("subproject-spelt-twice", "Utökade marknadsförings och näringslivsresurser"),
    }


def said(path: Path) -> set[tuple[str, str]]:
    """Each finding but that the kind was guessed, with the words it stands at."""
    source = read_file(str(path))
    findings = [each for each in check(source).findings if each.rule != "kind-assumed"]
    return {
        (each.rule, source.lines.line(each.span.line)[each.span.column - 1 : each.span.end_column - 1])
        for each in findings
    }
