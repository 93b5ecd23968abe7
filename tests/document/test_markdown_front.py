"""Front matter: YAML between dashes, and dashes that are only rules."""

from __future__ import annotations

import pytest
from markdown_text import kinds, read

from projektkort.document.layout import Mapping, Scalar


def value(root: Mapping | None, key: str) -> tuple[str, int, int]:
    """(text, line, column) of a scalar of the front matter."""
    assert root is not None
    node = root.get(key)
    assert isinstance(node, Scalar)
    return node.text.value, node.text.span.line, node.text.span.column


@pytest.mark.parametrize("closing", ["---", "...", "---  "])
@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_front_matter_is_the_root(closing: str, ending: str) -> None:
    text = ending.join(["---", "skema: lokaludvalg", "titel:  Byttedag", closing, "# Byttedag", ""])
    document = read(text)
    assert value(document.root, "skema") == ("lokaludvalg", 2, 8)
    assert value(document.root, "titel") == ("Byttedag", 3, 9)
    assert document.problems == ()
    assert [(str(one.kind), one.text.value, one.whole.span.line) for one in document.lines] == [
        ("heading", "Byttedag", 5),
        ("blank", "", 6),
    ]


def test_front_matter_may_be_all_there_is() -> None:
    document = read("---\nskema: lokaludvalg\n---")
    assert value(document.root, "skema") == ("lokaludvalg", 2, 8)
    assert document.lines == ()


def test_comments_of_both_kinds_are_kept() -> None:
    document = read("---\nskema: x # foran\n---\n<!-- bagved -->")
    assert ["foran" in document.comments[0].value, document.comments[1].value] == [True, "bagved"]


def test_front_matter_reports_its_problems() -> None:
    document = read("---\nskema: a\nskema: b\n---\n")
    assert [(problem.rule, problem.place.line) for problem in document.problems] == [("key-twice", 3)]


@pytest.mark.parametrize(
    "text",
    [
        "---\nskema: x\nBudget: 5",  # never closed
        "---\n---\nBudget: 5",
        "---\nKun en sætning om torvet.\n---\nBudget: 5",
        "\n---\nskema: x\n---",  # not on the first line
        "----\nskema: x\n---",
    ],
)
def test_dashes_around_anything_but_keys_are_rules(text: str) -> None:
    document = read(text)
    assert document.root is None
    assert document.problems == ()
    assert len(document.lines) == text.count("\n") + 1
    assert kinds(text).count("rule") == text.count("---")
