"""What the heads of a table of goals hold, in other words, misspelt, or with a date behind."""

from __future__ import annotations

import pytest

from projektkort.schema.labels import Labels
from projektkort.schema.model import Schema

SHARED = Labels()


@pytest.mark.parametrize(
    ("head", "role"),
    [
        ("Delmål", "subgoal"),
        ("Mål", "goal"),
        ("Målopfyldelse", "fulfilment"),
        ("Målopfyldeelse", "fulfilment"),
        ("Opfyldt ved at", "measures"),
        ("Tidspunkt", "time"),
        ("Status", "status"),
        ("**Status**", "status"),
        ("Status oktober 2023", "status"),
        ("Status oktober", "status"),
        ("Status pr. 1/10", "status"),
        ("Status pr. 1. oktober 2026", "status"),
        ("Status (okt. 2026)", "status"),
        ("Status 2026-10-01", "status"),
        ("Mål for 2026", "goal"),
        ("Mål\n2025–2027", "goal"),
        ("Hvad er gjort?", "measures"),
        ("Nr.", "number"),
        ("Bemærkninger", "explanation"),
        ("Status og bemærkninger", "status"),
        ("Ansvarlig/tovholder", "responsible"),
        ("Måluppfyllelse", "fulfilment"),
        ("Åtgärder", "measures"),
        ("Måloppnåelse", "fulfilment"),
        ("Tiltak", "measures"),
        ("Objective", "goal"),
        ("Met by", "measures"),
        ("Mål nået?", "status"),
        ("Årsag til afvigelse", "explanation"),
        ("Dato for gennemførelse", "time"),
        ("Klart när", "time"),
        ("Årsak til avvik", "explanation"),
        ("Reasons for deviation", "explanation"),
    ],
)
def test_a_head_is_known(head: str, role: str) -> None:
    assert SHARED.goal_column(head) == role


@pytest.mark.parametrize("head", ["", "Beløb", "Målgruppe", "Mål 1.2. A Infomøder", "Hest og status", "Status " * 20])
def test_what_is_no_head_of_goals_is_none(head: str) -> None:
    assert SHARED.goal_column(head) is None


def test_the_columns_of_a_schema_come_first() -> None:
    own = Labels(Schema(id="own", columns={"measures": ("Mål",), "amount": ("Status",)}))
    assert own.goal_column("Mål") == "measures"
    assert own.goal_column("Status") == "status"  # an amount is nothing that a goal has
    assert own.goal_word("Mål") == "measures"


def test_a_word_counts_just_as_it_stands() -> None:
    assert SHARED.goal_word("Delmål") == "subgoal"
    assert SHARED.goal_word("Mål for") is None
    assert SHARED.goal_word("Delmåll") is None
