"""What the words inside a text tell, also where a phrase is written in two."""

from __future__ import annotations

import pytest

from projektkort.schema.telling import told


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
