"""Number and period of a report are told by labels, by the title, by the first lines, or by the last entry."""

from __future__ import annotations

from pathlib import Path

import pytest
from project_text import problems, project
from report_text import danish, report

from projektkort.project.models import Project

Told = tuple[str | None, int | None, tuple[str, str] | None]
H1, H2 = ("2026-01-01", "2026-06-30"), ("2026-07-01", "2026-12-31")


def headed(read: Project) -> Told:
    found = read.report
    period = found.period.period if found and found.period else None
    return (
        read.title.value if read.title else None,
        found.number if found else None,
        (str(period.start), str(period.end)) if period else None,
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# Byen\nRapport nr.: 3\nPeriode: 1. halvår 2026\n", ("Byen", 3, H1)),
        ("# Byen\nRapportnummer: nr. 3\nRapporteringsperiode: 1. halvår 2026\n", ("Byen", 3, H1)),
        ("# Byen\nProjektperiode: 2025-2027\nPeriode: 1. halvår 2026\n", ("Byen", None, H1)),
        ("# Byen\nProjektperiode: 2025-2027\n", ("Byen", None, None)),
        ("# Byen\n\n## Rapport nr. 3\nPeriode 1. halvår 2026\n", ("Byen", 3, H1)),
        ("# Byen\n\n## Statusrapport 3\nPerioden 1. halvår 2026\n", ("Byen", 3, H1)),
        ("Byen\n\nEt år efter.\n\n## Kvartalsrapport 3\nPerioden 1. halvår 2026\n", ("Byen", 3, H1)),
        ("# Byen\n\n## Kvartalsrapport 3\nPerioden 1. halvår 2026\n", ("Byen", 3, H1)),
        ("Byen – kvartalsrapport 3\n1. halvår 2026\n\n## Resumé\nGodt.\n", ("Byen", 3, H1)),
        ("# Statusrapport 3\n\n## Resumé\nGodt.\n", ("Statusrapport 3", 3, None)),
        ("Statusrapport 3\n\n## Resumé\nGodt.\n", ("Statusrapport 3", 3, None)),
        ("Rapport nr.: 3\n\n## Resumé\nGodt.\n", (None, 3, None)),
        ("Byen Statusrapport 3\n\n## Resumé\nGodt.\n", ("Byen", 3, None)),
        ("Byen – statusrapport nr. 3 (1. halvår 2026)\n\n## Resumé\nGodt.\n", ("Byen", 3, H1)),
        ("Statusrapport 3: Byen\n\n## Resumé\nGodt.\n", ("Byen", 3, None)),
        ("Statusrapport 3, 1. halvår 2026\n\n## Resumé\nGodt.\n", ("Statusrapport 3, 1. halvår 2026", 3, H1)),
        ("Byen – statusrapport 1. halvår 2026\n\n## Resumé\nGodt.\n", ("Byen", None, H1)),
        (
            "Byen – statusrapport 6. januar – 8. juni 2026\n\n## Resumé\nGodt.\n",
            ("Byen", None, ("2026-01-06", "2026-06-08")),
        ),
        ("Byen\nStatusrapport nr 3 Periode 2026-01-01 2026-06-30\n\n## Resumé\nGodt.\n", ("Byen", 3, H1)),
        ("Byen\nVores statusrapport om byen\n\n## Resumé\nGodt.\n", ("Byen", None, None)),
        ("Byens rapport 3 om havnen\n\n## Resumé\nGodt.\n", ("Byens rapport 3 om havnen", 3, None)),
        ("Rapport 12.000 til Byen\n\n## Resumé\nGodt.\n", ("Rapport 12.000 til Byen", None, None)),
        ("Byen\nRapport 3, 4. maj 2026\n\n## Resumé\nGodt.\n", ("Byen", 3, None)),
        ("# Byen\n\n## Resumé\nRapport 4 kommer til maj.\n", ("Byen", None, None)),
    ],
)
def test_number_period_and_title(text: str, expected: Told) -> None:
    assert headed(danish(text)) == expected


def test_the_name_of_a_report_is_no_misspelt_label() -> None:
    assert problems("# Byen\n\n## Statusrapport 3\nGodt.\n\n## Økonomi\nGodt.\n", schema="status-report") == []


def test_the_number_of_a_report_that_is_all_of_the_first_heading() -> None:
    read = report("---\nspråk: sv\n---\n# Lägesrapport nr 4\n\n## Ekonomi\nEnligt plan.\n")
    assert headed(read) == ("Lägesrapport nr 4", 4, None)


ENTRIES = "### Rapport 1, 1. halvår 2026\nTegnet.\n### Rapport 2, 2. halvår 2026\nBygget.\n"


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("# Byen\n", ("Byen", 2, H2)),
        ("# Byen\nRapport nr.: 1\n", ("Byen", 1, H1)),
        ("# Byen\nPeriode: 1. halvår 2026\n", ("Byen", 1, H1)),
        ("# Byen\nRapport nr.: 7\n", ("Byen", 7, None)),
    ],
)
def test_the_entries_tell_what_the_head_does_not(head: str, expected: Told) -> None:
    assert headed(danish(f"{head}\n## Delprojekt 1: Bad\n{ENTRIES}")) == expected


def test_the_period_may_be_told_by_its_two_ends() -> None:
    read = report("sprog: da\ntitel: Byen\nperiode: {start: 2026-01-01, slut: 2026-06-30}\n", "x.yaml")
    assert headed(read) == ("Byen", None, H1)


def test_the_report_stands_where_it_is_told() -> None:
    found = danish("Byen Statusrapport 3\n\n## Resumé\nGodt.\n").report
    assert found is not None
    assert (found.place.line, found.place.text) == (4, "Statusrapport 3")
    labelled = danish("# Byen\nRapport nr.: 3\n").report
    assert labelled is not None
    assert labelled.place.text == "Rapport nr.: 3"


def test_a_schema_of_one_s_own_may_call_the_period_as_it_likes(tmp_path: Path) -> None:
    path = tmp_path / "egen.yaml"
    path.write_text("id: egen\nkind: status-report\nlanguage: da\nsections: [{id: summary}]\n", "utf-8")
    read = project("# Byen\nPeriode: 1. halvår 2026\n\n## Resumé\nGodt.\n", schema=str(path))
    assert headed(read) == ("Byen", None, H1)
