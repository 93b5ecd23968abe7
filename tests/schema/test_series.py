"""Texts that tell of report after report."""

from __future__ import annotations

import pytest

from projektkort.locale import every
from projektkort.schema.series import tells_reports


@pytest.mark.parametrize("word", sorted(every("reports")))
@pytest.mark.parametrize("style", [str.lower, str.upper, str.capitalize])
def test_every_word_for_a_report_counts_in_either_case(word: str, style: type[str]) -> None:
    told = style(word)
    assert tells_reports(f"{told} 1, 1.1.2026 - 30.6.2026\nAlt går godt.\n{told} 2: 1.7.2026 - 31.12.2026\n", "da")
    assert not tells_reports(f"{told} 1, 1.1.2026 - 30.6.2026\nOgså {told} 1, 1.1.2026 - 30.6.2026\n", "da")


@pytest.mark.parametrize(
    "text",
    ["", "Rapporten kommer 2. maj og rapport 3, når vi kan.", "Report 1, as told. Report 2, as asked for.", "rapport"],
)
def test_reports_without_their_periods_are_only_mentioned(text: str) -> None:
    assert not tells_reports(text, "da")
