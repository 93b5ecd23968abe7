"""Personal identity numbers are found wherever they stand, and never told."""

from __future__ import annotations

from projektkort.engine import check_text
from projektkort.rules.texts import Catalogue

NUMBER = "010203-1234"


def places(text: str, path: str) -> list[tuple[int, int, int]]:
    found = [finding for finding in check_text(text, path, "none").findings if finding.rule == "personal-number"]
    assert all(finding.values == {} for finding in found)
    return [(finding.span.line, finding.span.column, finding.span.end_column) for finding in found]


def test_the_whole_document_is_read() -> None:
    text = f"# {NUMBER}\n\nSomething {NUMBER} else\n\n## Budget\nHall {NUMBER}: 100\n<!-- {NUMBER} -->\n"
    assert places(text, "a.md") == [(1, 3, 14), (3, 11, 22), (6, 6, 17), (7, 6, 17)]


def test_other_numbers_do_not_alarm() -> None:
    assert places("contact: P-nr. 1001234567, tlf. 31 12 99 01\nbudget: {Hall: 130.211}\n", "a.yaml") == []


def test_the_number_is_in_no_message() -> None:
    result = check_text(f"contact: The chair {NUMBER}\npurpose: '[{NUMBER}] TBD'\n", path="a.yaml", schema="none")
    catalogue = Catalogue()
    assert "personal-number" in {finding.rule for finding in result.findings}
    for finding in result.findings:
        assert NUMBER not in catalogue.message(finding, "da") + catalogue.help(finding, "da") + repr(finding)
