"""A report names its application and the report before it: both are read, and what cannot be reached is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from projektkort.engine import Loaded, check_loaded, load
from projektkort.source import read_file

APPLICATION = "titel: Havnebad\nformål: Flere bader.\nbudget: {Bro: 10.000}\nfinansiering: {Egne penge: 10.000}\n"
FIRST = "skema: status-report\ntitel: Havnebad\nrapport nr: 1\nøkonomi: Som planlagt.\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "soegt").mkdir()
    (tmp_path / "rapporter").mkdir()
    (tmp_path / "soegt" / "ansoegning.yaml").write_text(APPLICATION, "utf-8")
    (tmp_path / "rapporter" / "rapport-1.yaml").write_text(FIRST, "utf-8")
    elsewhere = tmp_path.parent / f"{tmp_path.name}-elsewhere"
    elsewhere.mkdir()
    (elsewhere / "rapport-1.yaml").write_text(FIRST, "utf-8")
    (tmp_path / "rapporter" / "link.yaml").symlink_to(elsewhere / "rapport-1.yaml")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def report(text: str, name: str = "rapport-2.yaml") -> Loaded:
    path = Path("rapporter") / name
    path.write_text(text, "utf-8")
    return load(read_file(path))


def problems(loaded: Loaded) -> list[tuple[str, str]]:
    return [(each.place.text, each.variant) for each in loaded.problems if each.rule == "reference-unreadable"]


def test_both_are_read_from_the_folder_of_the_report(folder: Path) -> None:
    loaded = report("skema: status-report\nansøgning: ../soegt/ansoegning.yaml\nforrige: rapport-1.yaml\n")
    application, previous = loaded.project.application, loaded.project.previous
    assert application is not None
    assert application.budget is not None
    assert application.budget.figure == 10_000
    assert previous is not None
    assert previous.kind == "status-report"
    assert problems(loaded) == []


def test_markdown_names_them_at_its_head(folder: Path) -> None:
    text = "# Havnebad\nSkema: status-report\nForrige: rapport-1.yaml\n\n## Økonomi\nSom planlagt.\n"
    loaded = report(text, "rapport-2.md")
    assert loaded.project.previous is not None
    assert problems(loaded) == []


def test_what_they_name_in_turn_is_not_followed(folder: Path) -> None:
    Path("rapporter/rapport-1.yaml").write_text(FIRST + "forrige: rapport-2.yaml\n", "utf-8")
    previous = report("skema: status-report\nforrige: rapport-1.yaml\n").project.previous
    assert previous is not None
    assert previous.previous is None


@pytest.mark.parametrize(
    ("named", "variant"),
    [
        ("rapport-3.yaml", "suggestion"),
        ("nirgendwo/ganz-anders.txt", ""),
        ("/etc/rapport.md", "absolute"),
        ("C:\\rapporter\\rapport-1.yaml", "absolute"),
        ("~/rapport.md", "absolute"),
        ("rapport-2.yaml", "itself"),
        ("../../elsewhere/rapport-1.yaml", "outside"),
        ("link.yaml", "outside"),
        ("../soegt/ansoegning.yaml", "no-previous"),
    ],
)
def test_a_path_that_leads_nowhere_is_an_error_where_it_stands(folder: Path, named: str, variant: str) -> None:
    loaded = report(f"skema: status-report\nforrige: {named}\n")
    assert problems(loaded) == [(named, variant)]
    assert loaded.project.previous is None
    [finding] = [each for each in check_loaded(loaded).findings if each.rule == "reference-unreadable"]
    assert (finding.span.line, str(finding.severity)) == (2, "error")


def test_a_report_is_no_application(folder: Path) -> None:
    assert problems(report("skema: status-report\nansøgning: rapport-1.yaml\n")) == [
        ("rapport-1.yaml", "no-application")
    ]


def test_a_file_that_is_no_text_cannot_be_followed(folder: Path) -> None:
    Path("rapporter/rapport-1.yaml").write_bytes(b"%PDF-1.7 \x00")
    assert problems(report("skema: status-report\nforrige: rapport-1.yaml\n")) == [("rapport-1.yaml", "unreadable")]


def test_the_same_word_before_other_words_is_a_label(folder: Path) -> None:
    loaded = report("# Vores plan\nAnsøgning: Støtte til et havnebad\n", "plan.md")
    assert problems(loaded) == []
    assert loaded.project.application is None
