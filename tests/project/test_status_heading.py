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
        ("# Byen\nProsjektperiode: 2025-2027\n", ("Byen", None, None)),
        ("# Byen\nProject period: 2025-2027\n", ("Byen", None, None)),
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
        ("Statusrapport 3 2026-06-21\n\n## Resumé\nGodt.\n", ("Statusrapport 3 2026-06-21", 3, None)),
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


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Statusrapport nr. 3\n\n", "Statusrapport nr."),
        ("# Byen\nRapport nr. 3\n\n", "Rapport nr."),
        ("# Byen\n\n## Statusrapport 3\n\n", "Statusrapport"),
    ],
)
def test_a_number_without_a_colon_is_the_value_of_its_label(text: str, label: str) -> None:
    read = danish(f"{text}## Økonomi\nGodt.\n")
    assert read.report is not None
    assert read.report.number == 3
    section = read.section("report_number")
    assert section is not None
    assert (section.label.value, section.text.value) == (label, "3")
    assert problems(f"{text}## Økonomi\nGodt.\n", schema="status-report") == []


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("Projektnr. 11-2025", "11-2025"),
        ("Journalnr. 2024-88", "2024-88"),
        ("J.nr. KUL-2024/88", "KUL-2024/88"),
        ("Journalnr. 12 blev brugt", None),
        ("Journalnr.", None),
    ],
)
def test_the_number_of_a_case_without_a_colon(line: str, number: str | None) -> None:
    read = danish(f"# Byen\n{line}\n\n## Økonomi\nGodt.\n")
    assert (read.id.value if read.id else None) == number


def test_a_line_that_only_says_it_is_a_report_is_no_empty_number() -> None:
    read = danish("STATUSRAPPORT\n\nProjekt: Byen\nRapport nr. 2\n\n## Økonomi\nGodt.\n")
    assert headed(read) == ("Byen", 2, None)
    assert [section.text.value for section in read.sections if section.id == "report_number"] == ["2"]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("# Statusrapport for Byens Hus", "Byens Hus"),
        ("# Lägesrapport 3 för Byns bio", "Byns bio"),
        ("# Statusrapport om byen", "Statusrapport om byen"),
        ("# Statusrapport for 1. halvår 2026", "Statusrapport for 1. halvår 2026"),
    ],
)
def test_a_title_behind_what_the_document_is(text: str, title: str) -> None:
    assert headed(danish(f"{text}\n\n## Økonomi\nGodt.\n"))[0] == title


def test_the_name_of_the_report_below_the_title_swallows_nothing() -> None:
    read = danish("# Byen\n\nStatusrapport nr. 2, 1. halvår 2026\n\n## Naboerne\nGlade.\n\n## Økonomi\nGodt.\n")
    assert headed(read) == ("Byen", 2, H1)
    assert [(each.label.value, each.text.value) for each in read.other] == [("Naboerne", "Glade.")]


def test_a_period_below_the_number_is_no_number() -> None:
    assert headed(danish("Statusrapport nr. 3\n1. januar – 30. juni 2026\n\n## Økonomi\nGodt.\n"))[1:] == (3, H1)
