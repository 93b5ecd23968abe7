"""Nothing of a goal report is lost, and its forms say the same."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml
from goal_text import loaded
from hypothesis import given, settings
from hypothesis import strategies as st

from projektkort.engine import Request, load
from projektkort.project.models import Goal, Project
from projektkort.source import decode, read_file

SHORT = settings(max_examples=60, deadline=None)
HEADS = [
    *("Delmål", "Mål", "Opfyldt ved", "Tidspunkt", "Status", "Bemærkning", "Ansvarlig", "Pris", "Målopfyldelse", "Nr.")
]
CELLS = [
    *(
        "",
        "",
        "1.1 Vand",
        "Mål 1.1.A To møder",
        "Ved havnen",
        "12. april",
        "Opfyldt",
        "og fisk",
        "Ja",
        "2",
        "A",
        "Mål 2",
    )
]
TEXTS = [
    *("Det går.", "## Mål", "### Mål 1.2 Stier", "Status: Opfyldt", "**Bilag:** Kort", "Side 2 af 3", "- bænke", "---")
]

rows = st.lists(st.sampled_from(CELLS), min_size=3, max_size=5).map("\t".join)
tables = st.tuples(st.permutations(HEADS), st.lists(rows, max_size=4)).map(
    lambda pair: "\n".join(["\t".join(pair[0][:4]), *pair[1]])
)
documents = st.lists(st.one_of(tables, st.sampled_from(TEXTS)), max_size=7).map("\n\n".join)


def texts_of(goal: Goal) -> list[str | None]:
    status = goal.status.text if goal.status else None
    told = [goal.theme, goal.text, *goal.measures, *goal.times, status, goal.explanation, goal.responsible, *goal.notes]
    return [goal.id, goal.subgoal, *(text.value for text in told if text is not None)]


def words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.lower()))


def shown(project: Project) -> set[str]:
    """The words that stand somewhere in a project."""
    sections = [part for section in (*project.sections, *project.other) for part in (section, *section.parts)]
    told = [text for section in sections for text in (section.label.value, section.text.value)]
    told += [text.value for text in project.unplaced] + ([project.title.value] if project.title else [])
    told += [text for goal in project.goals for text in texts_of(goal) if text]
    return words(" ".join(told).replace(".", " "))


@SHORT
@given(documents)
def test_every_word_of_a_text_is_told_but_for_the_heads_of_columns(text: str) -> None:
    gone = words(text) - shown(loaded(text).project) - words(" ".join(HEADS))
    assert gone == set()


values = st.one_of(st.sampled_from(CELLS), st.lists(st.sampled_from(CELLS), max_size=2))
entries = st.dictionaries(st.sampled_from([*(head.lower() for head in HEADS), "hest"]), values, max_size=5)
nodes = st.recursive(
    st.one_of(entries, st.sampled_from(CELLS)),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3), st.dictionaries(st.sampled_from(["mål", "1.2 Land", "delmål"]), inner, max_size=2)
    ),
    max_leaves=5,
)


@SHORT
@given(nodes)
def test_every_word_of_yaml_is_told_but_for_its_keys(node: object) -> None:
    text = yaml.safe_dump({"mål": node}, allow_unicode=True, sort_keys=False, width=1000)
    keys = words(" ".join(HEADS))
    assert words(text.replace(".", " ")) - shown(loaded(text, "x.yaml").project) - keys - {"null"} == set()


@pytest.mark.parametrize("name", ["kystplan", "friluftsplan"])
def test_an_example_says_the_same_in_both_forms(name: str, examples: Path) -> None:
    folder = examples / "goal-report" / "ok"
    one, other = (load(read_file(str(folder / f"{name}{end}")), Request()).project for end in (".md", ".yaml"))
    assert [texts_of(goal) for goal in one.goals] == [texts_of(goal) for goal in other.goals]
    assert [goal.status and (goal.status.grade, goal.status.scope) for goal in one.goals] == [
        goal.status and (goal.status.grade, goal.status.scope) for goal in other.goals
    ]
    assert [[date.period for date in goal.dates] for goal in one.goals] == [
        [date.period for date in goal.dates] for goal in other.goals
    ]
    assert one.date == other.date
    assert one.report and other.report and one.report.period and other.report.period
    assert one.report.period.period == other.report.period.period
    assert {s.id: words(s.text.value) for s in one.sections if s.id != "title"} == {
        s.id: words(s.text.value) for s in other.sections if s.id != "title"
    }


def test_the_norwegian_example_is_read_block_by_block(examples: Path) -> None:
    project = load(read_file(str(examples / "goal-report" / "ok" / "frivilligplan.md")), Request()).project
    assert [(goal.id, goal.subgoal, goal.status and goal.status.grade) for goal in project.goals] == [
        ("1.1", "1", "met"),
        ("1.2", "1", "partly"),
        ("2.1", "2", "expected"),
    ]


def test_a_document_of_another_kind_tells_no_goals() -> None:
    text = "Sprog: da\n\n## Mål\nMål\tStatus\n1.1 Vand\tOpfyldt\n"
    assert load(decode(text.encode(), "x.md"), Request(schema="generisk")).project.goals == ()
