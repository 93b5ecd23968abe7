"""Lines are gathered, shown and dismissed as forms by short cuts: a text is the same project without them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from project_text import data, project

from projektkort.project import field
from projektkort.project.forms import _Forms
from projektkort.project.models import Section
from projektkort.project.outline import Outliner

LINES = (
    "# Formål", "## Budget", "**Ansøger:** Foreningen Sol  ", "**Titel:** Byttedag", "Periode: maj 2027", "Baggrund",
    "At mødes til fest.", "  og mere end det", "Vi er 40 med 500 kr.", "", "", "<!-- nej -->", "- te", "1. kaffe",
    "---", "===", "| Post | Beløb |", "|---|---|", "| Telt | 500 |", "| Formål | Ansøger |", "| Sol | Måne |",
    "| Titel<br>Fest | Formål<br>Mad |", "| Titel&#10;Fest | Formål&#10;Mad |", "| Formål |", "<p>Vi ses</p>",
    "```", "a\\", "<Navn>", "**I alt:** 500\r",
)  # fmt: skip
TEXTS = st.lists(st.sampled_from(LINES), max_size=14).map("\n".join)


@contextmanager
def the_long_way() -> Iterator[None]:
    """Collects line by line, makes each text of its lines, and asks of each table whether it is any form."""

    def collect(self: Outliner, begin: int, end: int) -> None:
        for index in range(begin, end):
            self._collect(self.lines[index], index)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(field, "_as_written", lambda *_: None)
        patch.setattr(Outliner, "_collect_all", collect)
        patch.setattr(_Forms, "_is_headed", lambda *_: False)
        yield


def told(text: str) -> tuple[dict[str, Any], list[object]]:
    """What is inspected of a text, and where each sign of its sections stands."""
    read = project(text)
    return data(text), [_places(each) for each in (*read.sections, *read.other)]


def _places(section: Section) -> tuple[object, ...]:
    text = section.text
    signs = [text.at(at, at + 1).start for at, sign in enumerate(text.value) if sign != "\n"]
    return text.value, text.start, text.end, signs, section.place.start, section.place.end


@settings(max_examples=150, deadline=None)
@given(TEXTS)
@example("# Formål\nAt mødes\n\ntil fest.\n\n")
@example("# Formål\r\nAt mødes\r\ntil fest.\r\n")
@example("# Formål\nAt mødes\rtil fest.\n")
@example("**Ansøger:** Foreningen Sol\n\nog andre\n\n**Baggrund:**\n\nVi er 40\n<!-- nej -->\nog 500\n")
@example("# Formål\nAt mødes\n\n**Titel:** Byttedag\n\nVi er 40 om bordet, og alle kommer igen.\n\nNu og da.\n")
@example("## Budget\n| Post | Beløb |\n|---|---|\n| Telt | 500 |\n| I alt | 500 |\n")
@example("| Titel | Fest |\n|---|---|\n| Ansøger | Foreningen Sol |\n| Formål | At mødes |\n")
@example("| Titel&#10;Fest | Formål&#10;Mad |\n| a | b |\n")
def test_a_text_is_the_same_the_long_way(text: str) -> None:
    short = told(text)
    with the_long_way():
        assert short == told(text)
