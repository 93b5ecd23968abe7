"""A heading may join sections: what stands below it tells of each of them."""

from __future__ import annotations

import pytest
from asking import bound

from projektkort.rules.joined import joined


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("# Fest\n\n## Formål og tidsplan\n\nVi vil i maj.\n", ["purpose", "schedule"]),
        (
            "# Fest\n\n## Målgruppe, aktiviteter og tidsplan\n\nAlle i maj.\n",
            ["target_group", "activities", "schedule"],
        ),
        ("# Fest\n\n## Målgruppe / Aktiviteter\n\nAlle leger.\n", ["target_group", "activities"]),
        (
            "Målgruppe og tidsplan\n\nAlle børn i kommunen kommer i maj 2027, og de voksne er med i juni.\n",
            ["target_group", "schedule"],
        ),
        ("# Fest\n\n## Tidsplan og guirlander\n\nVi vil i maj.\n", []),
        ("# Fest\n\n## Målgruppe og tidsplan\n", []),
        ("# Fest\n\n## Guirlander\n\nRøde.\n", []),
    ],
)
def test_the_sections_that_a_heading_joins(text: str, ids: list[str]) -> None:
    project, _ = bound(f"---\nsprog: da\n---\n{text}", "description", path="a.md")
    assert list(joined(project)) == ids
