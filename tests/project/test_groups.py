"""Groups of lines: which of them the label of a subtotal names."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from project_text import budget

from projektkort.project.groups import Groups

PACKAGES = """Post | Beløb
---|---
Arbejdspakke 1 |
Telte | 1.000
Mad | 2.000
Subtotal arbejdspakke 1 | 3.000
Arbejdspakke 2 |
Leje | 5.000
Subtotal arbejdspakke 2 | 5.000
I alt | 8.000
"""
WORDS = st.sampled_from(["tran", "transport", "transporter", "a", "ab", "abc", "løn", "l" * 19, "l" * 21, "l" * 22])


def test_the_number_behind_a_common_word_says_which_group_is_meant() -> None:
    side = budget(PACKAGES)
    covered = [[side.lines[at].label.value for at in each.lines if side.lines[at].amount] for each in side.subtotals]
    assert covered == [["Telte", "Mad"], ["Leje"]]


def test_a_number_that_no_group_has_says_nothing() -> None:
    groups = Groups()
    groups.begin("Transport", 0)
    groups.begin("Transport 2", 2)
    assert groups.lines_of("Transport i alt, 2026", 4) == [0, 1, 2, 3]
    assert groups.lines_of("Transport 2 i alt", 4) == [2, 3]


def test_a_label_names_several_groups_and_short_or_other_words_none() -> None:
    groups = Groups()
    for line, label in enumerate(("Transport", "Mad og drikke", "", "Løn")):
        groups.begin(label, line)
    assert groups.lines_of("Transport og lønninger i alt", 4) == [0, 3]
    assert groups.lines_of("Sum og i alt", 4) == []


@given(st.lists(WORDS, max_size=6), st.lists(WORDS, min_size=1, max_size=3))
def test_a_word_names_a_group_where_one_of_both_begins_with_the_other(names: list[str], said: list[str]) -> None:
    groups = Groups()
    for line, name in enumerate(names):
        groups.begin(name, line)
    spoken = [word for word in said if len(word) > 2]
    named = [at for at, name in enumerate(names) if any(name.startswith(w) or w.startswith(name) for w in spoken)]
    assert groups.lines_of(" ".join(said), len(names)) == named
