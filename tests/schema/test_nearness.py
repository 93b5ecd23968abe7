"""Which known spellings are nearly a given one."""

from __future__ import annotations

from difflib import SequenceMatcher

from hypothesis import given, settings
from hypothesis import strategies as st

from projektkort.schema.nearness import Shelf

WORDS = st.text("abcdefgåø1", min_size=1, max_size=14)


def test_a_misspelling_is_close_and_another_word_is_not() -> None:
    shelf = Shelf(["finansiering", "evaluering", "finansieringsplan"])
    assert [spelling for _, spelling in shelf.close("finasiering", 0.9)] == ["finansiering"]
    assert shelf.close("oplaegsholdere", 0.9) == []


@settings(deadline=None)
@given(WORDS, st.lists(WORDS, max_size=20, unique=True), st.sampled_from([0.75, 0.9]))
def test_it_finds_what_comparing_with_every_word_finds(wanted: str, known: list[str], floor: float) -> None:
    def likeness(word: str) -> float:
        return SequenceMatcher(None, word, wanted, autojunk=False).ratio()

    expected = {word: likeness(word) for word in known if likeness(word) >= floor}
    assert {spelling: found for found, spelling in Shelf(known).close(wanted, floor)} == expected
