"""YAML as most people write it is read without YAML: what is read, and where it stands, is the same."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from yaml_text import shape, source

from projektkort.document import yaml
from projektkort.document.layout import Document, Entry, Mapping, Node, Scalar
from projektkort.document.yaml_plain import Plain
from projektkort.document.yaml_refusal import MAX_DEPTH, MAX_NODES
from projektkort.source import Source
from projektkort.span import Lines, Text

PIECES = (
    *("a", "key", "x y", "1.250,50", "12:30", "https://a.b/c", "-5", "- ", "-  ", "- - ", "a: ", "b:", "c:  ", "d :"),
    *("\n", "\n", "\n  ", "\n    ", "\n   ", "\n ", "\n\n", "\n- ", "\n  - ", "\n    - a: ", "z:\n  ", "n:\n- "),
    *(" # c", " #d", "#x", "# y\n", "'q'", '"q r"', "'it''s'", '"\\n"', '""', ": ", " ", "  ", "\u00a0", "\t", "\r\n"),
    *(
        ">",
        "|",
        ">-",
        "|-",
        "|+",
        ">2",
        "m: >\n    ",
        "l: |\n  ",
        "&a ",
        "*a",
        "!t ",
        "? ",
        "---\n",
        "...",
        "@",
        "<<: b",
    ),
    *(
        "[a, b]",
        '["a, b", c]',
        "{a: b}",
        "{a: 1,50, b c: 'd: e'}",
        "[]",
        "{}",
        "[a,b]",
        "{a: b }",
        "[",
        "]",
        "{",
        "}",
        ", ",
    ),
)
WHOLE = (
    "a: b\nc:\n  - d\n  - e: f\n    g: h\ni: >\n  j k\n  l\n\n  m\n\nn: [o, p]\n",
    "# r\nprojekt:\n  navn: 'X'  # q\n  liste:\n  - a\n  - {b: c, d: \"e\"}\n  tekst: |-\n    x\n    y\n\nz: #s\n\nå:",
)
EITHER = (
    *WHOLE,
    WHOLE[0].replace("\n", "\r\n"),
    "a: b\n  c\nd:\n  - e\n    f\n  - g: h\n      i\nj: >\n    k\n    l\n",
)
MANGLED = st.tuples(st.sampled_from(EITHER), st.integers(0, 80), st.integers(0, 3), st.sampled_from(("", *PIECES)))


def part(text: Text) -> tuple[object, ...]:
    return text.value, text.start, text.end, text.spread()


def parts(node: Node) -> object:
    """All that a node holds, and where."""
    if isinstance(node, Scalar):
        return part(node.text)
    below = node.entries if isinstance(node, Mapping) else node.items
    held = [(part(each.key), parts(each.value)) if isinstance(each, Entry) else parts(each) for each in below]
    return type(node), node.place.start, node.place.end, held


def composed(given: Source) -> Document:
    """What YAML itself makes of a source."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Plain, "mapping", lambda _: None)
        return yaml.read(given)


@settings(max_examples=400, deadline=None)
@given(
    st.lists(st.sampled_from(PIECES), max_size=12).map(lambda pieces: "a: " + "".join(pieces))
    | MANGLED.map(lambda cut: cut[0][: cut[1]] + cut[3] + cut[0][cut[1] + cut[2] :])
)
@example("a: >\n  b\n   c\n  d\n")
@example("a: |\n  b\n \n  c\n")
@example("a: {b: 1,50}\n")
@example("a: b\na: c\n")
@example("a: -5\nb: -5: 6\n")
@example("a: -5 # c\n")
@example("\n  # only a comment\n")
def test_whatever_is_written_is_read_as_yaml_reads_it(text: str) -> None:
    given = source(text)
    found, slow = yaml.read(given), composed(given)
    assert shape(found.root) == shape(slow.root)
    assert found.root is None or parts(found.root) == parts(slow.root or found.root)
    assert (found.problems, [*map(part, found.comments)]) == (slow.problems, [*map(part, slow.comments)])


@pytest.mark.parametrize("more", [0, 1])
def test_as_many_nodes_are_read_as_yaml_is_asked_for(more: int) -> None:
    """A collection counts twice, by itself and with what holds it: 5 for the root, 1 for the list, 4 for the braces."""
    text = "a: b\nc:\n" + "- d\n" * (MAX_NODES - 10 + more) + "- {e: f}\n"
    assert (Plain(Lines(text), 0, len(text)).mapping() is None) is bool(more)
    assert [problem.rule for problem in yaml.read(source(text)).problems] == ["too-large"] * more


@pytest.mark.parametrize("depth", [MAX_DEPTH - 11, MAX_DEPTH, MAX_DEPTH + 1])
def test_what_is_too_deep_is_told_though_it_is_plain(depth: int) -> None:
    text = "".join(f"{' ' * level}a:\n" for level in range(depth - 1)) + f"{' ' * (depth - 1)}a: b\n"
    found = yaml.read(source(text))
    assert [problem.rule for problem in found.problems] == ["too-deep"] * (depth > MAX_DEPTH)


DEEP = (f"a: b{' ' * 400}c\n", f"a: b {'- ' * 401}c\n", "".join(f"a{number}: b[\n" for number in range(401)))


@pytest.mark.parametrize("text", DEEP)
def test_what_yaml_may_not_be_asked_is_refused_though_it_is_plain(text: str) -> None:
    assert [problem.rule for problem in yaml.read(source(text)).problems] == ["too-deep"]


@pytest.mark.parametrize("text", [*WHOLE, *(text.replace("\n", "\r\n") for text in WHOLE), "a: b, c\n  d (e)\n  f\n"])
def test_what_most_people_write_needs_no_yaml(text: str) -> None:
    assert Plain(Lines(text), 0, len(text)).mapping() is not None


def test_front_matter_stands_where_it_stands_in_the_whole() -> None:
    text = f"---\n{WHOLE[0]}---\n"
    found, _, _ = yaml.front_matter(source(text), 4, len(text) - 4)
    assert found is not None
    assert found.entries[0].key.start == found.place.start == text.index("a: b")


@pytest.mark.parametrize(
    "text", ["a: b: c", "a: &b c", "a:\n\tb: c", "a: b\n---\nc: d", "a: [b,c]", "- a", "a: b\r\nc: d\n", "a: b\n  - c"]
)
def test_what_could_mean_something_else_is_left_to_yaml(text: str) -> None:
    assert Plain(Lines(text), 0, len(text)).mapping() is None
