"""Nothing of a document is lost: every character has its place in the project, every word stands in `inspect`."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st
from project_text import data, loaded

from projektkort.engine import Loaded

SHORT = settings(max_examples=60, deadline=None)
WORDS = ["naboer", "fest", "12", "uge 13", "5.000 kr.", "2027", "og", "Ålen", "17.30", "(120-150)", "»ja«", "i alt"]
KNOWN = ["Formål", "Målgruppe", "Tidsplan", "Ansøger", "Forventede resultater", "Kort sigt", "Budget", "Finansiering"]
ODD = ["Naboerne siger", "Hvad så", "Målgrupppe", "Skema", "Sprog", "Status", "Telefon"]
LABELS = [
    *("**{}:** {}", "**{}:**\n\n{}", "**{}**\n{}", "{}: {}", "{}:\n{}", "{}\n\n{}", "- {}: {}", "3. {}: {}"),
    *("# {}\n{}", "### {}\n\n{}", "## **{}:** {}", "{}\n====\n{}", "<b>{}</b> {}", "| {} | {} |", "{}\t{}"),
]
HIDDEN = re.compile(r"<!--|-->|^-{3}$|^={4}$", re.MULTILINE)  # marks of comments, front matter and titles
STRUCTURE = {"sections", "title", "text"}  # keys that only say where a section's label and text stand

words = st.lists(st.sampled_from(WORDS), min_size=1, max_size=5).map(" ".join)
names = st.sampled_from(KNOWN + ODD)
amounts = st.sampled_from(["500", "1.000 kr.", "-", "", "efter aftale", "2-3.000", "25,000"])


@st.composite
def labels(draw: st.DrawFn) -> str:
    form = draw(st.sampled_from(LABELS))
    return form.format(draw(names), draw(words))


@st.composite
def tables(draw: st.DrawFn) -> str:
    form = draw(st.sampled_from(["| {} | {} |", "{}\t{}", "{}     {}", "{}: {}", "{} {}", "- {}: {}", "{}\n{}"]))
    rows = draw(st.lists(st.tuples(st.one_of(words, names, st.just("I alt")), amounts), min_size=1, max_size=4))
    head = "| Post | Beløb |\n|---|---|\n" if form.startswith("|") and draw(st.booleans()) else ""
    return head + "\n".join(form.format(*row) for row in rows)


lists = st.lists(words, min_size=1, max_size=3).map(lambda items: "\n".join(f"- {item}\n  {item}" for item in items))
comments = words.map(lambda text: f"<!-- {text} -->")
fences = words.map(lambda text: f"```\n{text}\n```")
quotes = words.map(lambda text: f"> {text}")
others = st.sampled_from(["-----", "Skema: generisk", "Sprog: da", "Side 3 af 4", "***", "Kære alle,"])
blocks = st.one_of(labels(), labels(), tables(), words, lists, comments, fences, quotes, others)
documents = st.lists(blocks, min_size=1, max_size=9).flatmap(
    lambda parts: st.sampled_from(["\n\n", "\n"]).map(lambda gap: gap.join(parts) + "\n")
)


def kept(read: Loaded) -> Iterator[tuple[int, int]]:
    """The ranges that belong to something; a title's line belongs to it with its marks."""
    project = read.project
    yield from ((section.place.start, section.place.end) for section in (*project.sections, *project.other))
    yield from ((text.start, text.end) for text in project.unplaced)
    if project.title is not None:
        lines = project.title.lines
        start = lines.starts[lines.position(project.title.start)[0] - 1]
        yield start, start + len(lines.line(project.title.line))


def lost(read: Loaded, text: str) -> str:
    """The characters, white space and hidden marks aside, that belong to nothing."""
    left = [*text]
    for start, end in kept(read):
        left[start:end] = " " * (end - start)
    for mark in HIDDEN.finditer(text):
        left[mark.start() : mark.end()] = " " * len(mark[0])
    return "".join(left).strip()


def missing(text: str, path: str) -> set[str]:
    """The words and figures that `inspect` does not show."""
    shown = json.dumps(data(text, path), ensure_ascii=False)
    return set(re.findall(r"\w+", text)) - set(re.findall(r"\w+", shown.replace("\\n", " ").replace("\\t", " ")))


@SHORT
@given(documents)
@example("# Fest\n====\n\n- Hej\n\n-----\nSide 1\n")
@example("<!-- 5 -->\nFest\n\n<!-- 6 -->\n\nMere\n")
@example("Fest\n\nFest\n")
@example("7. Fest\n\n8. Sang\n")
@example("Ansøgning om støtte\n\n> 12\n")
def test_every_character_and_word_of_a_text_has_its_place(text: str) -> None:
    assert lost(loaded(text), text) == ""
    assert missing(text, "x.md") == set()


@SHORT
@given(documents, words)
def test_front_matter_before_it_changes_nothing(text: str, value: str) -> None:
    whole = f"---\nprojektnavn: {value}\nukendt: [{value.replace('(', '')}]\n---\n{text}"
    assert lost(loaded(whole), whole) == ""
    assert missing(whole, "x.md") == set()


@SHORT
@given(st.text(alphabet="aÅ3. :-#*_|>`<!&\t\n=\u00a0\u2028", max_size=80))
@example("<!-- -->\n--->\n")
def test_any_signs_at_all_are_kept(text: str) -> None:
    assert re.sub(r"[<>!-]", "", lost(loaded(text), text)) == ""


values = st.recursive(
    st.one_of(words, amounts, st.none()),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(names, inner, max_size=3)),
    max_leaves=6,
)
sections = st.lists(st.one_of(words, st.fixed_dictionaries({"title": names, "text": values})), max_size=3)
mappings = st.dictionaries(st.one_of(names, st.sampled_from(["i alt", "post", "beløb", "valuta"])), values, max_size=6)


@SHORT
@given(mappings, sections, st.booleans())
def test_every_word_of_yaml_has_its_place(mapping: dict[str, object], listed: list[object], flow: bool) -> None:
    content = {**mapping, **({"sections": listed} if listed else {})}
    text = yaml.safe_dump(content, allow_unicode=True, default_flow_style=flow, sort_keys=False, width=1000)
    read = loaded(text, "x.yaml")
    assert not set(re.findall(r"\w+", lost(read, text))) - STRUCTURE
    assert missing(text, "x.yaml") <= STRUCTURE | {"null"}
