"""YAML gives structure and nothing else: every value stays as written, and knows its place."""

from __future__ import annotations

from pathlib import Path

import pytest
from yaml_text import APPLICATION, document, said, shape, source, texts, value

from projektkort.document.layout import Mapping, Scalar
from projektkort.document.yaml import front_matter, read
from projektkort.source import decode
from projektkort.span import Span

LINES = ["a: b", "c:", "  - d", "  - e: f", "    g: h", "i: {j: k, l: [m, n]}", ""]
NESTED = [("a", "b"), ("c", ["d", [("e", "f"), ("g", "h")]]), ("i", [("j", "k"), ("l", ["m", "n"])])]


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "---\n", "%YAML 1.1\n---\n", "# c\n\n"])
def test_structure_is_read_whatever_ends_the_lines(ending: str, mark: str) -> None:
    found = document((mark + "\n".join(LINES)).replace("\n", ending))
    assert shape(found.root) == NESTED
    assert found.problems == ()
    assert all(text.place.text == text.value for text in texts(found))


def test_a_file_with_a_byte_order_mark_begins_in_the_first_column() -> None:
    found = read(decode("a: b\n".encode("utf-8-sig"), "a.yaml"))
    assert value(found, "a").span == Span(1, 4, 1, 5)


@pytest.mark.parametrize(
    "written",
    [
        "25.000",
        "01234567",
        "no",
        "12:30",
        "1e9",
        "0x1F",
        "~",
        "null",
        "2026-02-30",
        "1_000",
        "-5",
        "=",
        "a#b",
        "x:y",
        "-",
    ],
)
def test_scalars_stay_as_written(written: str) -> None:
    assert value(document(f"a: {written}"), "a").value == written


def test_a_key_with_nothing_behind_has_an_empty_value_right_behind_the_colon() -> None:
    text = value(document("a:\nb: c"), "a")
    assert (text.value, text.span) == ("", Span(1, 3, 1, 3))


@pytest.mark.parametrize(
    ("written", "expected", "marked"),
    [
        ('"b c"', "b c", "b c"),
        ("'b c'", "b c", "b c"),
        ("'b ''c'' d'", "b 'c' d", "b ''c'' d"),
        (r'"b\tc \"d\" \u00e6"', 'b\tc "d" æ', r"b\tc \"d\" \u00e6"),
        ("b\n  c", "b c", "b\n  c"),
        ("b\n\n  c", "b\nc", "b\n\n  c"),
        ("|\n  b\n   c\n\n  d\n", "b\n c\n\nd\n", "b\n   c\n\n  d"),
        (">-\n  b\n  c\n\n  d\n", "b c\nd", "b\n  c\n\n  d"),
        ('"b\n  c"', "b c", "b\n  c"),
        ('""', "", ""),
        ("|\n", "", "|"),
    ],
)
def test_quoted_and_folded_values_are_read_as_yaml_says(written: str, expected: str, marked: str) -> None:
    text = value(document(f"a: {written}"), "a")
    assert (text.value, text.place.text) == (expected, marked)


def test_every_letter_of_a_folded_value_has_its_place() -> None:
    text = value(document("a: >\n  første linje\n  anden linje\n"), "a")
    start = text.value.index("anden")
    assert text.at(start, start + 5).span == Span(3, 3, 3, 8)


def test_a_list_and_a_mapping_know_where_they_stand() -> None:
    found = document("a:\n  - b\n  - c\n# comment\nd: {e: f} # more\n")
    assert isinstance(found.root, Mapping)
    assert found.root.place.text == "a:\n  - b\n  - c\n# comment\nd: {e: f}"
    assert [entry.value.place.text for entry in found.root.entries] == ["- b\n  - c", "{e: f}"]


def test_comments_are_kept() -> None:
    found = document("# one\na: b # two\nc: |  # three\n  # text\n  d\n# four\ne: 'f' #   five\ng: h#i\n")
    assert [text.value for text in found.comments] == ["# one", "# two", "# three", "# four", "#   five"]
    assert value(found, "c").value == "# text\nd\n"
    assert said(found) == []


def test_a_key_given_twice_is_kept_twice_and_both_places_are_told() -> None:
    found = document("a: b\nc: d\na: e\n")
    assert shape(found.root) == [("a", "b"), ("c", "d"), ("a", "e")]
    [problem] = found.problems
    assert (problem.rule, problem.values["key"]) == ("key-twice", "a")
    assert (problem.place.line, [place.line for place in problem.related]) == (3, [1])


def test_a_key_may_stand_again_elsewhere() -> None:
    assert said(document("a: {b: c}\nd: {b: c}\nb: c\n")) == []


@pytest.mark.parametrize(
    ("text", "key"), [("? [a, b]\n: c", "[a, b]"), ("{d: e}: c", "{d: e}"), ("? a: b\n: c", "a: b")]
)
def test_a_key_that_is_a_list_is_read_as_text(text: str, key: str) -> None:
    found = document(text)
    assert shape(found.root) == [(key, "c")]
    assert said(found) == [("key-not-text", "", key)]
    assert found.problems[0].values["key"] == key


def test_a_merge_key_is_not_followed_in_silence() -> None:
    found = document("a: &x {b: c}\nd:\n  <<: *x\n  e: f\n")
    assert shape(found.root) == [("a", [("b", "c")]), ("d", [("<<", [("b", "c")]), ("e", "f")])]
    assert said(found) == [("merge-key", "", "<<")]


def test_an_alias_repeats_what_it_names() -> None:
    found = document("a: &x værksted\nb: *x\nc: &y [d, e]\nf: *y\ng: *y\n")
    assert shape(found.root) == [
        ("a", "værksted"),
        ("b", "værksted"),
        ("c", ["d", "e"]),
        ("f", ["d", "e"]),
        ("g", ["d", "e"]),
    ]
    assert value(found, "b").line == 1
    assert said(found) == []


@pytest.mark.parametrize(
    "text",
    [
        "a: &a [x,x,x,x,x,x,x,x]\n"
        + "".join(f"{b}: &{b} [{','.join(['*' + a] * 8)}]\n" for a, b in zip("abcdef", "bcdefg", strict=True)),
        "a: &a [b, *a]",
        "&a\n- *a\n",
        "a: &a {b: *a}",
    ],
)
def test_aliases_that_swell_or_go_round_are_not_followed(text: str) -> None:
    found = document(text)
    [problem] = [problem for problem in found.problems if problem.rule == "alias-expanding"]
    assert problem.values["name"]
    assert sum(1 for _ in texts(found)) < 3_000


@pytest.mark.parametrize(
    ("text", "expected"),
    [("a: !vigtigt husk det", "!vigtigt husk det"), ("a: !", "!"), ("a: !!str 5", "!!str 5")],
)
def test_a_tag_in_front_of_text_is_text(text: str, expected: str) -> None:
    found = document(text)
    assert shape(found.root) == [("a", expected)]
    assert [problem.rule for problem in found.problems] == ["yaml-tag"]


def test_a_tag_in_front_of_anything_else_is_told() -> None:
    found = document("a: !x 'b'\nc: !y [d]\ne: !z # f\n  g: h\n")
    assert shape(found.root) == [("a", "b"), ("c", ["d"]), ("e", [("g", "h")])]
    assert said(found) == [("yaml-tag", "", "!x"), ("yaml-tag", "", "!y"), ("yaml-tag", "", "!z")]
    assert [problem.values["name"] for problem in found.problems] == ["!x", "!y", "!z"]


@pytest.mark.parametrize("written", ["&Co", "&Co og venner"])
def test_an_anchor_that_nobody_names_is_text(written: str) -> None:
    found = document(f"a: {written}\nb: c")
    assert shape(found.root) == [("a", written), ("b", "c")]
    assert said(found) == [("yaml-repaired", "", written)]


def test_what_only_looks_like_the_head_of_a_block_is_text() -> None:
    found = document("alder: >2\nantal: |1\nc: d")
    assert shape(found.root) == [("alder", ">2"), ("antal", "|1"), ("c", "d")]


def test_the_first_of_several_documents_is_read_and_the_rest_is_kept() -> None:
    found = document("a: b\n--- # x\nc: d\n---\ne: f\n")
    assert shape(found.root) == [("a", "b")]
    [problem] = found.problems
    assert (problem.rule, problem.place.span) == ("many-documents", Span(2, 1, 2, 4))
    assert [text.value for text in found.comments] == ["--- # x\nc: d\n---\ne: f"]


@pytest.mark.parametrize("rest", ["...\nmere tekst", "...\n@mere", "---\nmere: [tekst", "---\n@mere"])
def test_text_behind_the_end_of_the_document_is_kept(rest: str) -> None:
    found = document(f"a: b\n{rest}\n")
    assert shape(found.root) == [("a", "b")]
    assert [text.value for text in found.comments] == [rest]
    assert [problem.rule for problem in found.problems] == ["many-documents"]


@pytest.mark.parametrize("end", ["---\n", "...\n", "---\n---\n...\n", "--- \n# c\n"])
def test_a_closing_mark_opens_no_document(end: str) -> None:
    found = document(f"---\na: b\n{end}")
    assert (shape(found.root), said(found)) == ([("a", "b")], [])


@pytest.mark.parametrize("text", ["- a\n- b\n", "'a'", "[a]", "en tekst\nuden noget\n", "a"])
def test_a_text_that_is_no_mapping_is_a_problem(text: str) -> None:
    found = document(f"# c\n{text}")
    assert found.root is None
    assert [(problem.rule, problem.place.line) for problem in found.problems] == [("not-a-mapping", 2)]


@pytest.mark.parametrize("text", ["# only this\n", "---\n", "---\n# c\n---\n"])
def test_a_document_without_content_is_a_problem(text: str) -> None:
    found = document(text)
    assert (found.root, [problem.rule for problem in found.problems]) == (None, ["yaml-empty"])


@pytest.mark.parametrize("text", ["", "\n \t\n"])
def test_of_an_empty_file_the_source_has_told(text: str) -> None:
    found = document(text)
    assert (found.root, found.problems) == (None, ())


@pytest.mark.parametrize(
    "text",
    [
        "[" * 60_000,
        "{" * 60_000,
        "a: " + "[{" * 500,
        "- " * 60_000,
        "? " * 60_000,
        "".join(" " * n + "-\n" for n in range(900)),
    ],
)
def test_nesting_that_would_end_the_process_never_reaches_the_parser(text: str) -> None:
    found = document(text)
    assert (found.root, [problem.rule for problem in found.problems]) == (None, ["too-deep"])
    assert found.comments[0].value == text


def test_many_brackets_that_close_are_not_deep() -> None:
    assert said(document("".join(f"a{number}: [b, {{c: d}}] \n" for number in range(500)))) == []


@pytest.mark.parametrize("nested", ["[" * 60 + "x" + "]" * 60, "{a: " * 60 + "x" + "}" * 60])
def test_what_lies_too_deep_is_kept_as_text(nested: str) -> None:
    found = document(f"a: {nested}\nb: {nested}")
    assert [problem.rule for problem in found.problems] == ["too-deep"]
    assert any(nested[len(nested) // 2 - 1 :][:1] in text.value for text in texts(found))


@pytest.mark.parametrize("text", ["a: b\n" * 600_000, "".join(f"{number}: b\n" for number in range(60_000))])
def test_a_document_with_too_many_parts_is_not_read(text: str) -> None:
    found = document(text)
    assert (found.root, [problem.rule for problem in found.problems]) == (None, ["too-large"])


def test_front_matter_has_its_places_in_the_whole_text() -> None:
    text = "---\ntitel: Øvelse: syng\n# c\n---\n# Overskrift\n"
    whole = source(text, "a.md")
    root, problems, comments = front_matter(whole, 4, text.index("---\n# O"))
    assert root is not None
    assert shape(root) == [("titel", "Øvelse: syng")]
    scalar = root.get("titel")
    assert isinstance(scalar, Scalar)
    assert scalar.text.span == Span(2, 8, 2, 20)
    assert [(problem.rule, problem.place.span) for problem in problems] == [("yaml-repaired", Span(2, 8, 2, 20))]
    assert [(comment.value, comment.line) for comment in comments] == [("# c", 3)]


def test_front_matter_that_is_text_is_none() -> None:
    whole = source("---\nen linje\n---\n", "a.md")
    assert front_matter(whole, 4, 13)[0] is None


def test_an_application_is_read_as_it_is_typed() -> None:
    found = document(APPLICATION)
    assert value(found, "projektnavn").value == "Lån det: værktøj på Søndertorvet #4"
    assert said(found) == [("yaml-repaired", "", "Lån det: værktøj på Søndertorvet #4")]
    assert shape(found.root.get("aktiviteter") if found.root else None) == [
        "Reparationsdag lørdag den 5. juni kl. 11-15",
        [("Grillaften kl. 18.30", "hver opgang tager salat med")],
    ]
    assert value(found, "tidsplan", "uge 22").value == "reparationsdag"
    assert value(found, "budget", "Trykning, 200 plakater à 12,50").value == "2.500,-"
    assert value(found, "finansiering", "I alt").value == "15.250"


def test_the_application_that_everybody_speaks_of_is_read_whole(documents: Path) -> None:
    text = (documents / "MESSAGES.md").read_text("utf-8").split("```yaml\n")[1].split("```")[0]
    found = document(text)
    assert [problem.rule for problem in found.problems] == ["yaml-repaired"]
    assert value(found, "projektnavn").value == text.split("projektnavn: ")[1].split("\n")[0]
    assert found.root is not None
    assert [entry.key.value for entry in found.root.entries][5:8] == [
        "periode",
        "hvad vil vi opnå med projektet?",
        "hvorfor vil vi det?",
    ]
    assert len(found.root.entries) == 19
    assert value(found, "finansiering", "I alt").value == "21.500"
    assert all(part.place.text == part.value for part in texts(found))
