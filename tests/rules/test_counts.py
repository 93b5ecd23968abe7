"""How many dated deeds a goal asks for, as its own words tell."""

from __future__ import annotations

import pytest

from projektkort.rules.counts import Count, count_in


@pytest.mark.parametrize(
    ("language", "text", "count"),
    [
        ("da", "To årlige møder med beboerne samt en generalforsamling", Count(2, 1)),
        ("da", "Netværk - minimum én aktivitet pr. kvartal med en partner", Count(1, 4)),
        ("da", "Månedlige nyhedsbreve sendes til medlemmerne", Count(1, 12)),
        ("da", "5 pressehistorier om havnen", Count(5, 0)),
        ("da", "Mindst ét møde, hvor alle er med", Count(1, 0)),
        ("da", "Et møde om året med kommunen", Count(1, 1)),
        ("da", "Der holdes 3 store fælles arrangementer", Count(3, 0)),
        ("da", "Et møde i kvartalet, og en rapport hver måned", Count(1, 4)),
        ("sv", "Minst två öppna föreläsningar per år", Count(2, 1)),
        ("sv", "En träff i månaden", Count(1, 12)),
        ("sv", "Tre studiebesök", Count(3, 0)),
        ("nb", "Fire dugnader i året", Count(4, 1)),
        ("nb", "Kvartalsvise møter med naboene", Count(1, 4)),
        ("en", "Two annual meetings", Count(2, 1)),
        ("en", "At least one activity per quarter", Count(1, 4)),
        (None, "To årlige møder", Count(2, 1)),
    ],
)
def test_a_count_of_deeds(language: str | None, text: str, count: Count) -> None:
    assert count_in(text, language) == count


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("da", "40 nye medlemmer"),
        ("da", "2 % flere gæster end i 2025"),
        ("da", "2,5 møder i gennemsnit"),
        ("da", "Højst to møder om året"),
        ("da", "Et møde om havnen"),
        ("da", "Svar inden 14 dage"),
        ("da", "20 deltagere til møder"),
        ("sv", "Upp till tre möten"),
        ("sv", "Besked inom 30 dagar"),
        ("en", "A meeting with the council"),
        ("en", "3 members and meetings"),
        (None, "Rene strande"),
    ],
)
def test_what_counts_no_deeds(language: str | None, text: str) -> None:
    assert count_in(text, language) is None
