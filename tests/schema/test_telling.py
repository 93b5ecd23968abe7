"""What the words inside a text tell, also where a phrase is written in two."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from projektkort.schema import telling
from projektkort.schema.telling import BEHIND, told
from projektkort.schema.vocabulary import vocabulary


@pytest.mark.parametrize(
    ("text", "group", "wanted"),
    [
        ("Slutrapport for 2025", "kinds", "status-report"),
        ("Vores slut rapport", "kinds", "status-report"),  # two words for one
        ("Vi har ansøgt om 10.000", "commitments", "applied"),
        ("EU og kommunen", "types", None),
        ("ikke bevilget", "commitments", "refused"),
        ("Tilskud: bevilget", "commitments", "granted"),
        ("", "kinds", None),
        ("a e o i", "kinds", None),  # short words that begin as phrases do
    ],
)
def test_a_phrase_tells_wherever_it_stands(text: str, group: str, wanted: str | None) -> None:
    assert told(text, group) == wanted


GROUPS = ("commitments", "kinds", "stages", "types")
WORDS = sorted({word for group in GROUPS for known in vocabulary().words(group) for word in known.label.split()})
PIECES = st.sampled_from([*WORDS, *sorted(vocabulary().behind)]) | st.text("aåoeg ", max_size=4)


@given(st.lists(PIECES, max_size=9).map(" ".join), st.sampled_from(GROUPS))
def test_what_no_phrase_begins_with_is_passed_over(text: str, group: str) -> None:
    quick = told(text, group)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(telling, "_begun", lambda words, asked: [] if asked == BEHIND else [*range(len(words))])
        assert vars(told)["__wrapped__"](text, group) == quick
