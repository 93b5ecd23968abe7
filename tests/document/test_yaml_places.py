"""Nothing is lost and every character has its place, whatever is written and however it is mutilated."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from yaml_text import APPLICATION, document, shape, texts, value

from projektkort.document.layout import Document
from projektkort.span import Text

BREAKS = "\r\n"
FEW = settings(max_examples=150, deadline=None)
TOKENS = [
    *("a: ", "b: ", "key: ", "- ", "? ", ": ", ":", ", ", ",", "[", "]", "{", "}", "#", " # c", " #d", "<<: "),
    *("\n", "\n", "\n  ", "\n    ", "\n ", "\r", "\r\n", "\t", "\u00a0", "\u2028", "\ufeff", "\x07", "\f"),
    *("x", "y z", "é", '"q"', "'s'", '"', "'", "|", ">", "|2", ">-", "&a", "*a", "!t", "@", "`", "%", "~", "\\", "\\n"),
    *("---", "...", "\n---\n", "---------", "1.250,50", "12.500,-", "12:30", "ab:cd"),
]
PUNCTUATION = re.compile(r"[\s\-?:,\[\]{}\"'|>+.0-9\x00-\x1f\x7f-\x9f\ufeff]")
PROPERTY = re.compile(r"(?m)^%.*$|[&!*][^\s,\[\]{}]*")


def lost(text: str, found: Document) -> str:
    """The characters that stand in no key, value or comment and are no punctuation of YAML."""
    left = list(text)
    for part in texts(found):
        left[part.start : part.end] = " " * (part.end - part.start)
    return PUNCTUATION.sub("", PROPERTY.sub("", "".join(left)))


def exact(part: Text) -> bool:
    """Whether every character of a value stands where it is said to stand."""
    source, covered = part.lines.text, 0
    for at, place, length in part.spread():
        assert at == covered
        covered += length
        for step in range(length):
            shown, written = part.value[at + step], source[place + step]
            assert shown == written or (shown in " \n" and written in BREAKS) or (length == 1 and written == "\\")
            assert part.at(at + step, at + step + 1).start == place + step
    return covered == len(part.value)


def check(text: str) -> None:
    """What holds for any text whatever."""
    found = document(text)
    assert found.problems or found.root is not None or not text.strip()
    for part in texts(found):
        assert 0 <= part.start <= part.end <= len(text)
        assert exact(part)
    for problem in found.problems:
        for place in (problem.place, *problem.related):
            assert 0 <= place.start <= place.end <= len(text)
    if found.root is not None:
        assert lost(text, found) == ""


@FEW
@given(st.lists(st.sampled_from(TOKENS), max_size=30).map("".join))
@example("!t\n   #d\r'key: é\n  >-\n")
@example(">\n  \n&a>-: ...\n  >@*a\n[# c\r\n\r\n    <<: >")
@example("- [\n]\t #d\ufeff>*a#, #d\t\x0c #d's'y z\n---\na: \n---\ny z")
@example("a: 's'# cx")
@example("%\xa0: \n #\u2028\xa0\n \\n\n  |21.250,50}\r:\\:\\...\n")
@example("---\n \t\t")
@example("!t 'x\n  \\y'\n")
def test_nothing_is_lost_of_signs_thrown_together(text: str) -> None:
    check(text)


@FEW
@given(st.text(max_size=80))
def test_nothing_is_lost_of_any_text(text: str) -> None:
    check(text)


@st.composite
def mutilated(draw: st.DrawFn) -> str:
    """The application with a few letters taken out, signs put in, and lines indented anew."""
    text = APPLICATION
    for _ in range(draw(st.integers(1, 5))):
        place = draw(st.integers(0, len(text)))
        kind = draw(st.sampled_from(["insert", "delete", "indent"]))
        if kind == "insert":
            text = text[:place] + draw(st.sampled_from(TOKENS)) + text[place:]
        elif kind == "delete":
            text = text[:place] + text[place + draw(st.integers(1, 5)) :]
        else:
            start = text.rfind("\n", 0, place) + 1
            text = text[:start] + " " * draw(st.integers(0, 5)) + text[start:].lstrip(" ")
    return text


@FEW
@given(mutilated())
def test_nothing_is_lost_of_a_mutilated_application(text: str) -> None:
    check(text)


LETTERS = st.text("abcæøå ÆØÅé–17.,:;#'\"\\-!?&*%@[]{}()|>\U0001f600", min_size=1, max_size=30)
PARAGRAPH = st.lists(LETTERS.map(str.strip).filter(bool), min_size=1, max_size=4)
PLAIN = PARAGRAPH.map(lambda lines: [re.sub(r"[:#'\"\\!&*%@\[\]{}|>?,-]", "", line).strip() or "a" for line in lines])


def write(lines: list[str], style: str, ending: str) -> tuple[str, str]:
    """Lines written in one style of YAML, and the value that they must have."""
    between = ending + "    "
    match style:
        case "plain":
            return between.join(lines), " ".join(lines)
        case "spaced":
            return (ending + between).join(lines), "\n".join(lines)
        case "single":
            return "'" + between.join(line.replace("'", "''") for line in lines) + "'", " ".join(lines)
        case "double":
            escaped = [line.replace("\\", "\\\\").replace('"', '\\"').replace("æ", "\\u00e6") for line in lines]
            return '"' + between.join(escaped) + '"', " ".join(lines)
        case "glued":
            escaped = [line.replace("\\", "\\\\").replace('"', '\\"') for line in lines]
            return '"' + ("\\" + between).join(escaped) + '"', "".join(lines)
        case "literal":
            return f"|{between}{between.join(lines)}{ending}", "\n".join(lines) + "\n"
        case "indented":
            return f"|4-{ending}      {(between + '  ').join(lines)}{ending}", "\n".join("  " + line for line in lines)
        case _:
            return f">-{between}{between.join(lines)}{ending}{ending}", " ".join(lines)


@settings(max_examples=300, deadline=None)
@given(
    st.lists(
        st.sampled_from(["single", "double", "glued", "literal", "indented", "folded"]).flatmap(
            lambda style: st.tuples(st.just(style), PARAGRAPH)
        )
        | st.tuples(st.sampled_from(["plain", "spaced"]), PLAIN),
        min_size=1,
        max_size=4,
    ),
    st.sampled_from(["\n", "\r\n", "\r"]),
)
def test_every_value_comes_back_in_every_style_with_the_place_of_every_letter(
    values: list[tuple[str, list[str]]], ending: str
) -> None:
    written = [write(lines, style, ending) for style, lines in values]
    text = ending.join(f"k{number}: {yaml.rstrip(BREAKS)}" for number, (yaml, _) in enumerate(written)) + ending
    found = document(text)
    assert shape(found.root) == [(f"k{number}", expected) for number, (_, expected) in enumerate(written)]
    assert found.problems == ()
    assert all(exact(part) for part in texts(found))


@pytest.mark.parametrize(
    "written",
    [
        "|\n\n\n  a\n\n   b\n\n\n",
        "|+\n  a\n\n\n",
        ">\n\n  a\n  b\n\n   c\n   d\n\n  e\n\n",
        ">+\n  a\n\n  b\n\n",
        ">2-\n    a\n  b\n",
        "|\n  a  \n  \n     \n  b",
        ">\n  a  \n  b\t\n",
        '"\n  a\n\n\n  b \\\n\n   c \\\n  \\  d\n  "',
        "'\n\n  a\n '",
        '"a\\\n  b"',
        '"\\N\\_\\L\\P\\0\\x41\\U0001F600"',
        "a \n  \n\n  b\t\n   c",
    ],
)
@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_white_space_of_any_kind_has_its_place_too(written: str, ending: str) -> None:
    found = document(f"k: {written}\nl: m".replace("\n", ending))
    assert value(found, "l").value == "m"
    assert exact(value(found, "k"))


@pytest.mark.parametrize("style", ["'b{}\n  c'", '"b{}\n  c\\t"', "b{}\n  c", "|\n  b{}\n  c\n", ">\n  b{}\n  c\n"])
@pytest.mark.parametrize("sign", ["\u2028", "\x85", "\x07", "\ufeff", "\x00"])
def test_signs_that_yaml_does_not_get_to_see_come_back(style: str, sign: str) -> None:
    text = value(document(f"a: {style.format(sign)}\nd: e"), "a")
    assert text.value.startswith(f"b{sign}" if sign not in "\u2028\x85" or style[0] in "|>" else "b")
    if text.value.startswith(f"b{sign}"):
        assert text.at(1, 2).text == sign
