"""Phrases that seem to tell what a section would, and the quick look for them."""

from __future__ import annotations

import pytest

from projektkort.rules.lists import lists
from projektkort.rules.traces import can_tell, traces, words_of
from projektkort.span import Lines, Text

PHRASES = [
    (language, wanted, phrase)
    for language, sections in lists("traces").items()
    for wanted, phrases in sections.items()
    for phrase in phrases
]


def text(value: str) -> Text:
    return Text(value, Lines(value), 0, len(value))


@pytest.mark.parametrize(("language", "wanted", "phrase"), PHRASES)
@pytest.mark.parametrize("known", [True, False])
def test_where_a_phrase_stands_it_can_be_told(language: str, wanted: str, phrase: str, known: bool) -> None:
    told = text(f"Kort sagt: ({phrase.upper().replace('…', 'i år')})\nOgså det.")
    spoken = language if known else None
    assert [each.line for each in traces([told], wanted, spoken)] == [1]
    assert can_tell(words_of([told]), wanted, spoken)


def test_other_words_can_tell_nothing() -> None:
    assert not can_tell(words_of([text("Vi bygger bænke.")]), "purpose", "da")
    assert not can_tell(frozenset(), "purpose", None)
