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
        ("sv", "Två gånger om året ska vi städa", Count(2, 1)),
        ("sv", "Årliga två resor", Count(2, 1)),
        ("sv", "Minst tre träffar per termin", Count(3, 2)),
        ("da", "Fællesspisning mindst 4 gange årligt", Count(4, 1)),
        ("da", "Et møde i hvert kvartal", Count(1, 4)),
        ("nb", "To ganger i året ryddes stranda", Count(2, 1)),
        ("en", "Clean the beach three times a year", Count(3, 1)),
        ("nb", "Fire dugnader i året", Count(4, 1)),
        ("nb", "Kvartalsvise møter med naboene", Count(1, 4)),
        ("en", "Two annual meetings", Count(2, 1)),
        ("en", "At least one activity per quarter", Count(1, 4)),
        (None, "To årlige møder", Count(2, 1)),
        ("da", "4 ryddedage om året", Count(4, 1)),
        ("da", "Mindst fire store loppecafeer for børn pr. kvartal", Count(4, 4)),
        ("da", "40 nye medlemmer om året og 3 årlige fællesspisninger", Count(3, 1)),
        ("da", "Én månedlig gåtur", Count(1, 12)),
        ("da", "To møder pr. kvartal. Årlige regnskaber", Count(2, 4)),
        ("sv", "Två loppisar i månaden", Count(2, 12)),
        ("nb", "6 årlige frokoster", Count(6, 1)),
        ("en", "4 repair cafés a year", Count(4, 1)),
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
        ("en", "3 times as many guests"),
        ("da", "3 gange flere møder"),
        (None, "Rene strande"),
        ("da", "40 nye medlemmer om året"),
        ("da", "6 erhvervspartnere om året"),
        ("da", "5 mio. kr. om året"),
        ("da", "12 dage om året"),
        ("da", "30 frivilligtimer om måneden"),
        ("da", "Højst 4 ryddedage om året"),
        ("da", "2-3 ryddedage om året"),
        ("da", "4 ryddedage"),
        ("da", "3 naboer rydder stranden hver uge"),
        ("da", "Et godt samarbejde hvert år"),
        ("da", "0 ulykker om året"),
        ("sv", "10 nya deltagare per år"),
        ("nb", "20 nye frivillige i året"),
        ("en", "5 tonnes of waste a year"),
        ("en", "10 new volunteers a year"),
    ],
)
def test_what_counts_no_deeds(language: str | None, text: str) -> None:
    assert count_in(text, language) is None
