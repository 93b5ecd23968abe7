"""People are no YAML writers: what fails is read as the text that it was meant to be, and said."""

from __future__ import annotations

import pytest
from yaml_text import document, said, shape, texts, value

from projektkort.finding import Problem


def fixed(text: str) -> str:
    """A text after the fixes of all its problems."""
    edits = [edit for problem in document(text).problems if problem.fix for edit in problem.fix.edits]
    for edit in sorted(edits, key=lambda edit: -edit.place.start):
        text = text[: edit.place.start] + edit.text + text[edit.place.end :]
    return text


def only(text: str) -> Problem:
    [problem] = document(text).problems
    return problem


ODD_VALUES = [
    "Byt det: byttedag på torvet #2",
    "a: b: c: d",
    "kl. 17: mad",
    "husk:",
    '"Byt" - en dag',
    '"Byt" og "lån"',
    '"Byt"2',
    r'"C:\projekt"',
    "[navn] og adresse",
    "{navn} og adresse",
    "@foreningen",
    "`kode`",
    "%-sats",
    "*vigtigt* at huske",
    "& co.",
    "!<vigtigt",
    "|x",
    ">x",
    "> 18 år",
    "- en dag",
    "-",
    "? hvad nu",
    ", og så",
    "] slut",
    "} slut",
]


@pytest.mark.parametrize("odd", ODD_VALUES)
@pytest.mark.parametrize(
    ("before", "after", "path"),
    [
        ("titel: ", "", ("titel",)),
        ("x: y\ntitel: ", "\nz: w\n", ("titel",)),
        ("x:\n  titel: ", "\n  z: w\nv: u\n", ("x", "titel")),
        ("x:\n  - titel: ", "\n    z: w\n  - y\n", ("x", 0, "titel")),
    ],
)
def test_a_value_that_fails_is_read_as_it_stands(
    odd: str, before: str, after: str, path: tuple[str | int, ...]
) -> None:
    text = before + odd + after
    found = document(text)
    assert value(found, *path).value == odd
    [problem] = found.problems
    assert (problem.rule, problem.variant, problem.place.text) == ("yaml-repaired", "", odd)
    assert problem.values["key"] == "titel"
    assert document(fixed(text)).problems == ()
    assert shape(document(fixed(text)).root) == shape(found.root)


@pytest.mark.parametrize(
    "odd", [odd for odd in ODD_VALUES if ": " not in odd and odd not in ("husk:", "- en dag", "? hvad nu", "-")]
)
def test_an_item_that_fails_is_read_as_it_stands(odd: str) -> None:
    found = document(f"ting:\n  - {odd}\n  - andet\n")
    assert shape(found.root) == [("ting", [odd, "andet"])]
    assert said(found) == [("yaml-repaired", "", odd)]
    assert found.problems[0].values["key"] == "ting"


def test_an_item_with_two_colons_keeps_the_first_as_its_key() -> None:
    found = document("aktiviteter:\n  - 17.30: hver gade: salat\n")
    assert shape(found.root) == [("aktiviteter", [[("17.30", "hver gade: salat")]])]
    assert said(found) == [("yaml-repaired", "", "hver gade: salat")]


def test_neighbours_that_fail_alike_are_each_told() -> None:
    found = document("b:\n  x: 1\n  y: a: b\n  z: c: d\n  w: 2\n  v: e: f\nu: g: h\n")
    assert shape(found.root) == [
        ("b", [("x", "1"), ("y", "a: b"), ("z", "c: d"), ("w", "2"), ("v", "e: f")]),
        ("u", "g: h"),
    ]
    assert [text for _, _, text in said(found)] == ["a: b", "c: d", "e: f", "g: h"]


@pytest.mark.parametrize("key", ["*Formål*", "@navn", "%", "Byt #2", '"Byt" i byen', "[navn]er", "- navn"])
def test_an_odd_key_is_read_as_it_stands(key: str) -> None:
    found = document(f"a: b\n{key}: c\n")
    assert (shape(found.root) or [])[-1:] == [(key, "c")] or key == "- navn"
    if key != "- navn":
        assert said(found) == [("yaml-repaired", "key", key)]
        assert fixed(f"a: b\n{key}: c\n") == f"a: b\n'{key}': c\n"


def test_an_odd_key_and_an_odd_value_are_one_problem() -> None:
    found = document("a: b\n@c: d: e\n")
    assert shape(found.root) == [("a", "b"), ("@c", "d: e")]
    assert len(found.problems) == 1


@pytest.mark.parametrize(("written", "name"), [("*x", "x"), ("*Vigtigt", "Vigtigt")])
def test_an_alias_that_names_nothing_is_text(written: str, name: str) -> None:
    problem = only(f"a: {written}\nb: c")
    assert (problem.rule, problem.values["name"], problem.place.text) == ("alias-undefined", name, written)
    assert value(document(f"a: {written}\nb: c"), "a").value == written


@pytest.mark.parametrize(
    ("text", "variant", "expected"),
    [
        ('a: "b\nc: d\n', "quote-open", [("a", '"b'), ("c", "d")]),
        ('a: "b\nc: "d"\n', "quote-open", [("a", '"b'), ("c", "d")]),
        ("a: 'b\n\nc: d\ne: f\n", "quote-open", [("a", "'b"), ("c", "d"), ("e", "f")]),
        ("a: [b\nc: d\n", "flow-open", [("a", "[b"), ("c", "d")]),
        ("a: {b: 1\nc: d\n", "flow-open", [("a", "{b: 1"), ("c", "d")]),
        ("a: [b, {c: d]\ne: f\n", "flow-open", [("a", "[b, {c: d]"), ("e", "f")]),
    ],
)
def test_what_is_opened_and_never_closed_is_an_error_on_its_line(text: str, variant: str, expected: object) -> None:
    found = document(text)
    assert shape(found.root) == expected
    [problem] = found.problems
    assert (problem.rule, problem.variant, problem.place.line) == ("yaml-syntax", variant, 1)


def test_a_quotation_that_goes_over_lines_is_left_alone() -> None:
    found = document('a: "b\n  c"\nd: e: f\n')
    assert shape(found.root) == [("a", "b c"), ("d", "e: f")]
    assert said(found) == [("yaml-repaired", "", "e: f")]


@pytest.mark.parametrize(
    ("text", "expected", "marked"),
    [
        ("a: b\nmere tekst\nc: d", [("a", "b\nmere tekst"), ("c", "d")], "mere tekst"),
        ("a: b\nmere\nog mere\nc: d", [("a", "b\nmere\nog mere"), ("c", "d")], "mere\nog mere"),
        ("a:\nmere tekst\nc: d", [("a", "mere tekst"), ("c", "d")], "mere tekst"),
        ("a: |\n  b\nmere\nc: d", [("a", "b\nmere"), ("c", "d")], "mere"),
        ("a: b\n\nmere\nc: d", [("a", "b\n\nmere"), ("c", "d")], "mere"),
        ("a: b\n# c\n  mere\nd: e", [("a", "b\n# c\n  mere"), ("d", "e")], "mere"),
        ("a: b\n- c\n- d\ne: f", [("a", "b\n- c\n- d"), ("e", "f")], "- c\n- d"),
        (
            "a: Vi vil\n  lave: mad\n  og: te\nb: c",
            [("a", "Vi vil\n  lave: mad\n  og: te"), ("b", "c")],
            "lave: mad\n  og: te",
        ),
        ("a:\n  - b\nmere\nc: d", [("a", ["b\nmere"]), ("c", "d")], "mere"),
        ("a: b\n: c\nd: e", [("a", "b\n: c"), ("d", "e")], ": c"),
    ],
)
def test_a_line_without_a_key_is_the_end_of_the_value_above(text: str, expected: object, marked: str) -> None:
    found = document(text)
    assert shape(found.root) == expected
    assert said(found) == [("yaml-repaired", "continuation", marked)]


@pytest.mark.parametrize("text", ["Ansøgning til puljen\na: b", "# c\n@x\na: b", "%x\n---\na: b"])
def test_a_line_without_a_key_at_the_top_is_kept_as_a_comment(text: str) -> None:
    found = document(text)
    assert shape(found.root) == [("a", "b")]
    assert [(problem.rule, problem.variant) for problem in found.problems] == [("yaml-syntax", "no-colon")]
    assert found.comments[-1].value == found.problems[0].place.text


@pytest.mark.parametrize("line", ["------", "=====", "*****", "____"])
def test_a_typed_line_is_passed_over_with_a_word(line: str) -> None:
    found = document(f"budget:\n  Telte: 9.500\n{line}\n  I alt: 9.500\nx: y\n")
    assert said(found)[0] == ("yaml-repaired", "rule-line", line)
    assert line in [text.value for text in found.comments]
    assert shape(found.root) == [("budget", [("Telte", "9.500"), ("I alt", "9.500")]), ("x", "y")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("titel:Byttedag\na: b", [("titel", "Byttedag"), ("a", "b")]),
        ("a: b\ntitel:Byttedag\nc: d", [("a", "b"), ("titel", "Byttedag"), ("c", "d")]),
        ("titel:Byt #2\nantal:5", [("titel", "Byt #2"), ("antal", "5")]),
        ("antal:5\nformål:at synge\nc: d", [("antal", "5"), ("formål", "at synge"), ("c", "d")]),
    ],
)
def test_a_colon_without_a_space_is_still_a_colon(text: str, expected: object) -> None:
    found = document(text)
    assert shape(found.root) == expected
    assert {(problem.rule, problem.variant) for problem in found.problems} == {("yaml-repaired", "space-missing")}
    assert all(text.place.text == text.value for text in texts(found))
    assert "Byt" not in text or document(fixed("titel:Byttedag\na: b")).problems == ()


@pytest.mark.parametrize("line", ["se http://eksempel.dk", "kl. 17:30 begynder vi"])
def test_addresses_and_times_are_no_keys(line: str) -> None:
    assert shape(document(f"a: b\n{line}\nc: d").root) == [("a", f"b\n{line}"), ("c", "d")]


@pytest.mark.parametrize(
    ("text", "marked", "expected"),
    [
        ("a:\n  b: 1\n c: 2\nd: e\n", "c: 2", [("a", "b: 1\n c: 2"), ("d", "e")]),
        ("a: 1\n  b: 2\nd: e\n", "b: 2", [("a", "1\n  b: 2"), ("d", "e")]),
        ("a:\n- b\n c: d\ne: f", "c: d", [("a", "- b\n c: d"), ("e", "f")]),
        (
            "x: y\nb:\n  Telte: 9.500\n   Borde: 3.000\n",
            "Borde: 3.000",
            [("x", "y"), ("b", "Telte: 9.500\n   Borde: 3.000")],
        ),
    ],
)
def test_a_line_indented_otherwise_costs_only_its_block(text: str, marked: str, expected: object) -> None:
    found = document(text)
    assert shape(found.root) == expected
    assert said(found) == [("yaml-syntax", "indent", marked)]


def test_one_cause_is_one_problem_even_where_other_lines_were_mended_first() -> None:
    found = document("b:\n  x: c: d\n  y: 1\n z: 2\n")
    assert said(found) == [("yaml-syntax", "indent", "z: 2")]


def test_a_first_line_pushed_to_the_right_is_no_trouble() -> None:
    found = document("# c\n\n  a: b\nc: d\n  e: f\n".replace("\n  e", "\n#"))
    assert shape(found.root) == [("a", "b"), ("c", "d")]
    assert found.comments[0].value == "# c"


def test_a_text_indented_throughout_is_read() -> None:
    found = document("  a: b\n  c:\n    d: e: f\n")
    assert shape(found.root) == [("a", "b"), ("c", [("d", "e: f")])]


@pytest.mark.parametrize("tabs", ["\t", "\t\t"])
def test_indentation_by_tabs_is_read_and_told(tabs: str) -> None:
    found = document(f"a:\n{tabs}b: c\n{tabs}d:\n{tabs}\te: f\n\t\n\t# c\ng: h\n")
    assert shape(found.root) == [("a", [("b", "c"), ("d", [("e", "f")])]), ("g", "h")]
    assert said(found) == [("tab-indent", "", tabs)]
    assert found.problems[0].values["count"] == 3


def test_tabs_are_mended_after_other_lines_and_before_more() -> None:
    found = document("@x: y\nantal:5\nc:\n\td: e: f\n\tgg:h\n\ti: j\n")
    assert shape(found.root) == [("@x", "y"), ("antal", "5"), ("c", [("d", "e: f"), ("gg", "h"), ("i", "j")])]
    assert [(problem.variant or problem.rule, problem.values["key"]) for problem in found.problems] == [
        ("key", "@x"),
        ("space-missing", "antal"),
        ("tab-indent", ""),
        ("yaml-repaired", "d"),
        ("space-missing", "gg"),
    ]


def test_a_line_of_nothing_but_tabs_is_no_problem() -> None:
    found = document("\t\na: b\n")
    assert (shape(found.root), said(found)) == ([("a", "b")], [])


def test_tabs_mixed_with_spaces_are_an_error() -> None:
    found = document("a:\n  b: c\n\td: e\nf: g\n")
    assert [(rule, variant) for rule, variant, _ in said(found)] == [("yaml-syntax", "tab-indent")]
    assert (shape(found.root) or [])[-1:] == [("f", "g")]


def test_where_tabs_and_spaces_cannot_be_compared_it_is_told_even_if_it_could_be_read() -> None:
    found = document("a:\n b: c\nd:\n\te: f\n\tg:\n   h: i\n")
    assert ("yaml-syntax", "tab-indent") in [(rule, variant) for rule, variant, _ in said(found)]


@pytest.mark.parametrize("space", ["\u00a0", "\u2007", "\u3000", "\u202f"])
def test_spaces_of_word_are_read_as_spaces_and_told_once(space: str) -> None:
    found = document(f"a:\n{space}{space}b:{space}c{space}d\n{space} e: f\ng:\n  -{space}h\n")
    assert shape(found.root) == [("a", [("b", f"c{space}d"), ("e", "f")]), ("g", ["h"])]
    assert said(found) == [("indent-nbsp", "", space * 2)]
    assert found.problems[0].values["count"] == 3


def test_spaces_of_word_inside_a_text_are_left_alone() -> None:
    found = document("a: kl.:\u00a017\u00a0til 18\nb: 'c:\u00a0d'\n")
    assert shape(found.root) == [("a", "kl.:\u00a017\u00a0til 18"), ("b", "c:\u00a0d")]
    assert said(found) == []


@pytest.mark.parametrize("sign", ["\u2028", "\u2029", "\x85", "\v", "\f"])
def test_odd_line_breaks_part_nothing_and_are_kept(sign: str) -> None:
    found = document(f"a: b{sign}c\nd: 'e{sign}\n  f'\ng: |\n  h{sign}i\n")
    assert value(found, "a").value == f"b{sign}c"
    assert value(found, "g").value == f"h{sign}i\n"
    assert value(found, "g").at(1, 2).text == sign
    assert said(found) == []


@pytest.mark.parametrize("sign", ["\f", "\ufeff", "\u2028"])
def test_a_page_break_in_front_of_a_key_does_not_push_it(sign: str) -> None:
    found = document(f"a:\n  b: c\n{sign}d: e\r\n{sign}{sign}f: g\n")
    assert shape(found.root) == [("a", [("b", "c")]), ("d", "e"), ("f", "g")]
    assert value(found, "d").span.column == 5


@pytest.mark.parametrize("sign", ["\x00", "\x07", "\x1b", "\x7f", "\x9f", "\ufeff", "\ufffe", "\ud800"])
def test_signs_that_yaml_refuses_are_kept(sign: str) -> None:
    found = document(f'a: b{sign}c\nd: "e{sign}\\tf"\n')
    assert shape(found.root) == [("a", f"b{sign}c"), ("d", f"e{sign}\tf")]


@pytest.mark.parametrize("behind", ["", " ", "\r\n# x"])
def test_text_cut_off_as_a_comment_is_an_error(behind: str) -> None:
    problem = only(f"titel: Byttedag #2 og #3{behind}")
    assert (problem.rule, problem.place.text.rstrip()) == ("comment-cuts-text", "#2 og #3")
    assert (problem.values["kept"], str(problem.values["cut"]).rstrip()) == ("Byttedag", "#2 og #3")
    assert value(document("titel: Byttedag #2"), "titel").value == "Byttedag"
    assert fixed("titel: Byttedag #2\na: b") == "titel: 'Byttedag #2'\na: b"


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("a: #2\nb: c", ""),
        ("a:\n  - b #2\n", "b"),
        ("a: 'b' #2", "'b'"),
        ("a: [b] #2", ""),
        ("a: [b,\n #2\n c]", None),
        ("a: { #2\n}", ""),
        ("a: b\n  c #2\n", "b\n  c"),
    ],
)
def test_what_is_cut_off_is_told_wherever_it_stands(text: str, kept: str | None) -> None:
    found = document(text)
    if kept is None:
        assert said(found) == []
    else:
        assert [(problem.rule, problem.values["kept"]) for problem in found.problems] == [("comment-cuts-text", kept)]
    assert [comment.value for comment in found.comments] == ["#2"]


@pytest.mark.parametrize("text", ["a: b # 2", "a: b ## c", "a: b #", "#2\na: b", "a: b#2", "a:\n #2\n b"])
def test_real_comments_and_signs_inside_words_cut_nothing(text: str) -> None:
    assert said(document(text)) == []


@pytest.mark.parametrize(
    ("text", "amount", "kept", "cut", "sign"),
    [
        ("a: [{b: 1.250,50}]", "1.250,50", "1.250", "50", ","),
        ("a: {b: 12.500,-}", "12.500,-", "12.500", "-", ",-"),
        ("a: {b: 12.500,- , c: d}", "12.500,-", "12.500", "-", ",-"),
        ("a: {b: 1250,–}", "1250,–", "1250", "–", ",–"),
        ("a: {b: 25,000 kr., c: d}", "25,000 kr.", "25", "000 kr.", ","),
        ("a: [1.250,50]", "1.250,50", "1.250", "50", ","),
        ("a: [b, 250,-]", "250,-", "250", "-", ",-"),
    ],
)
def test_an_amount_parted_by_brackets_is_put_together_and_told(
    text: str, amount: str, kept: str, cut: str, sign: str
) -> None:
    problem = only(text)
    assert (problem.rule, problem.place.text) == ("flow-splits-amount", amount)
    assert (problem.values["text"], problem.values["kept"], problem.values["cut"], problem.values["sign"]) == (
        amount,
        kept,
        cut,
        sign,
    )
    assert amount in [part.value for part in texts(document(text))]
    assert shape(document(fixed(text)).root) == shape(document(text).root)
    assert document(fixed(text)).problems == ()


@pytest.mark.parametrize(
    "text",
    [
        "a: [13,20,23]",
        "a: {b: 1.250, 50: c}",
        "a: {b: c,50: d}",
        "a: {b: '1',5: c}",
        "a: [1.250, 50]",
        "a: {b: 12,c: d}",
        "a: [{b: 1},2]",
    ],
)
def test_what_may_well_be_several_values_is_left_alone(text: str) -> None:
    assert said(document(text)) == []


def test_lines_of_text_are_only_a_comment_each_however_many() -> None:
    found = document("".join(f"linje {number}\n" for number in range(50)) + "a: b\n")
    assert shape(found.root) in ([("a", "b")], None)
    assert all(problem.rule in ("yaml-syntax", "not-a-mapping") for problem in found.problems)


@pytest.mark.parametrize(
    "text",
    [
        "".join(f'x{number}: "a" b\n' for number in range(3_000)),
        "a: b\n" + "".join(f"x{number}\n\n" for number in range(2_000)),
        "b:\n" + "".join(f'  x{number}: "a" b\n' for number in range(2_000)),
        "".join(f'x{number}: "a\n' for number in range(1_000)),
    ],
)
def test_work_without_end_ends_and_nothing_is_lost(text: str) -> None:
    found = document(text)
    assert found.problems
    kept = "".join(part.place.text for part in texts(found))
    assert all(f"x{number}" in kept for number in (0, 500, 999))


@pytest.mark.parametrize("text", ["{\n`", "}: \u2028'", "[\n", "? \t", "[a]: [b\n`"])
def test_what_nobody_can_read_is_told_and_kept(text: str) -> None:
    found = document(text)
    assert found.problems[0].rule == "yaml-syntax"
    assert text.rsplit(maxsplit=1)[-1] in "".join(part.place.text for part in texts(found))


def test_a_block_given_up_forgets_what_was_mended_in_it() -> None:
    found = document("mål:\n  kort sigt:80 deltagere\n    langt sigt: en dag\nx: y\n")
    assert shape(found.root) == [("mål", "kort sigt:80 deltagere\n    langt sigt: en dag"), ("x", "y")]
    assert said(found) == [("yaml-syntax", "indent", "langt sigt: en dag")]


def test_every_third_of_three_hundred_lines_may_fail() -> None:
    text = "".join(f"k{number}: v\nm{number}: v\nx{number}: a: b\n" for number in range(100))
    found = document(text)
    assert len(found.problems) == 100
    assert len(shape(found.root) or []) == 300
