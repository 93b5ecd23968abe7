"""What is written as Markdown is read as the text that it was, and no part of it as a mark or a label."""

from __future__ import annotations

import re

from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from projektkort.engine import Request, load, load_schema
from projektkort.project.models import Project
from projektkort.schema.labels import Labels
from projektkort.source import decode
from projektkort.writing.escape import Escape

ESCAPE = Escape(Labels(load_schema("generisk")))
SIGNS = r"| # ## ** _x_ *fed* <br> <!-- --> <b> \ \* --- === ``` ~~~ > 1. 2) - * • : &amp; x<y"
WORDS = st.sampled_from(["telte", "Budget:", "Formål:", "Dato: 3. maj", "a: b", "12. maj", "- ", *SIGNS.split(" ")])
RULE = re.compile(r"\s*(?:[-=_*+|:]\s*){3,}")
LINES = st.lists(WORDS, min_size=1, max_size=5).map(" ".join)


def read(text: str) -> Project:
    return load(decode(text.encode(), "x.md"), Request(schema="generisk")).project


def same(text: str) -> str:
    """The words of a text; the mark of a list is a hyphen."""
    return " ".join(" ".join(map(hyphened, text.split("\n"))).split())


def hyphened(line: str) -> str:
    return line if RULE.fullmatch(line) else re.sub(r"^\s*[*+•–](?= )", "-", line)


def below(text: str) -> str:
    """What is read below a heading in the middle of a text."""
    project = read(f"# Kor\n\n## Formål\n\n{text}\n\n## Målgruppe\n\nAlle.\n")
    assert [section.id for section in project.sections] == ["purpose", "target_group"]
    assert (project.other, project.unplaced) == ((), ())
    return " ".join(project.sections[0].text.value.split())


@given(st.lists(LINES, min_size=1, max_size=3).map("\n".join))
@example("| x<y |")
@settings(deadline=None)
def test_prose_is_read_as_it_was(text: str) -> None:
    assume(not any(ESCAPE.labels.section(line) for line in text.split("\n")))  # no sign makes text of such a line
    assert below(ESCAPE.prose(text)) == same(text)


@given(LINES)
@settings(deadline=None)
def test_an_item_is_read_as_it_was(text: str) -> None:
    assert below("- " + ESCAPE.value(text)) == "- " + " ".join(text.split())


@given(LINES)
@settings(deadline=None)
def test_a_title_is_read_as_it_was(text: str) -> None:
    title = read(f"# {ESCAPE.heading('Kor ' + text)}\n\n## Formål\n\nSang.\n").title
    assert title is not None
    assert " ".join(title.value.split()).rstrip(" :") == " ".join(f"Kor {text}".split()).rstrip(" :")


def test_a_line_of_signs_is_text_and_rules_nothing() -> None:
    assert below(f"Sang.\n\n{ESCAPE.prose('---')}\n{ESCAPE.prose('| **')}") == "Sang. --- | **"
