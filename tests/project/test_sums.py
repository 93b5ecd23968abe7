"""Words that make a row a sum, and the quick look for one."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from projektkort.locale import every
from projektkort.project.sums import Sum, may_total, sum_kind
from projektkort.schema.labels import Labels

TOTALS = sorted(every("total"))
LABELS = Labels(None)


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("I alt", Sum.TOTAL),
        ("Udgifter i alt (kr.)", Sum.TOTAL),
        ("Samlede udgifter", Sum.TOTAL),
        ("Total inkl. moms", Sum.TOTAL),
        ("Delsumma material", Sum.SUBTOTAL),
        ("Subtotal", Sum.SUBTOTAL),
        ("Transport i alt", Sum.NAMED),
        ("Samlet transport", Sum.NONE),
        ("Altmuligmand", Sum.NONE),
        ("Telte", Sum.NONE),
        ("", Sum.NONE),
    ],
)
def test_what_a_label_makes_of_its_row(label: str, expected: Sum) -> None:
    assert sum_kind(label, "budget", LABELS) is expected


@pytest.mark.parametrize("word", [*TOTALS, "samlede udgifter", "projektets totala kostnader"])
@pytest.mark.parametrize("form", [str, str.upper, lambda word: unicodedata.normalize("NFD", word)])
def test_every_total_is_seen_at_a_glance(word: str, form: type[str]) -> None:
    label = form(word)
    assert sum_kind(label, "budget", LABELS) is Sum.TOTAL
    assert may_total(f"Telte 500\n- **{label}:** 500")


@given(st.sampled_from(TOTALS), st.integers(0, 30), st.sampled_from(["**", "_", "<b>", "'", "\u2019"]))
def test_marks_inside_a_word_hide_no_total(word: str, at: int, mark: str) -> None:
    assert may_total(f"| {word[:at]}{mark}{word[at:]} | 500 |")


def test_most_lines_name_no_total() -> None:
    assert not may_total("Telte: 500 kr.\nMad til 20 frivillige: 3.000 kr.")
    assert may_total("I&nbsp;<b>a</b>lt: 500")  # as long as signs may stand for letters, anything may be one
