"""Whether a sentence tells a day as over or as planned."""

from __future__ import annotations

import pytest

from projektkort.period import find
from projektkort.rules.told import Tense, looks_back, planned, tense


def told(text: str, language: str | None) -> Tense:
    """How the last date of a text is told."""
    date = list(find(text, language))[-1]
    return tense(text, date.begin, date.stop, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("sv", "Kursen startade den 24 april."),
        ("sv", "Den första träffen ägde rum den 5 februari och den sista den 14 april."),
        ("sv", "Under perioden har bygget av bryggan den 12 december 2026 gjorts."),
        ("sv", "Det sista mötet planeras. Det första hölls den 5 maj"),
        ("da", "Mødet blev holdt torsdag den 24. april med 40 deltagere."),
        ("da", "Den 5. april fandt strandrensningen sted, som skal gentages"),
        ("da", "Vi åbnede havnebadet ca. den 3. maj."),
        ("nb", "Dugnaden ble gjennomført 3. mai."),
        ("en", "The fair took place on 3 May."),
        (None, "Mötet hölls den 5 maj."),
    ],
)
def test_told_as_done(language: str | None, text: str) -> None:
    assert told(text, language) is Tense.DONE


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("sv", "Styrgruppen kommer vid möte 3 december att besluta."),
        ("sv", "Föreläsningen blev flyttad till den 23 oktober."),
        ("sv", "Mässan är preliminärt planerad till den 15 februari."),
        ("sv", "Mötet blev beslutat till den 23 okt"),
        ("sv", "Nästa möte hölls inte den 5 maj"),
        ("da", "Næste møde er den 5. juni, og det blev aftalt i marts"),
        ("da", "Mødet skal holdes den 5. juni."),
        ("da", "Vi fik lov at vente til den 5. juni."),
        ("nb", "Møtet ble utsatt til 5. juni."),
        ("en", "The meeting was moved and is to be on 5 June."),
    ],
)
def test_told_as_a_plan(language: str | None, text: str) -> None:
    assert told(text, language) is Tense.PLANNED


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("sv", "Vi bestämde oss för att mötas den 5 maj."),
        ("sv", "Arbetet har gett resultatet att skolan nu erbjuder en kurs den 24 augusti"),
        ("da", "Referatet blev sendt. Fællesspisning den 5. juni"),
        ("da", "Status: mødet blev holdt.\n- Fællesspisning den 5. juni"),
        ("da", "Mødet den 5. juni Kassereren blev valgt"),
        ("en", "Meeting on 5 June"),
    ],
)
def test_not_told_either_way(language: str | None, text: str) -> None:
    assert told(text, language) is Tense.OPEN


def test_a_text_that_speaks_of_plans() -> None:
    assert planned("Forventet tema: havnen", "da")
    assert not planned("Tema: havnen", "da")


def test_a_date_that_was_told_before() -> None:
    text = "Efter mødet den 5. april blev der sendt et referat"
    date = next(find(text, "da"))
    assert looks_back(text, date.begin, date.stop, "da")
    assert not looks_back(text[6:], date.begin - 6, date.stop - 6, "da")


def test_thousands_of_dates_in_one_text() -> None:
    text = "Mødet den 5. maj skal holdes. Mødet den 6. maj blev holdt. " * 1000
    found = [tense(text, date.begin, date.stop, "da") for date in find(text, "da")]
    assert found == [Tense.PLANNED, Tense.DONE] * 1000


def test_thousands_of_dates_in_one_sentence() -> None:
    text = "Møderne blev holdt " + ", ".join(f"den {day % 28 + 1}. maj" for day in range(1000))
    found = [tense(text, date.begin, date.stop, "da") for date in find(text, "da")]
    assert (found[0], found[-1], len(found)) == (Tense.DONE, Tense.OPEN, 1000)
