"""What holds for every format of the table: a new one is found here by itself, and asks for a strict reader."""

from __future__ import annotations

import pickle
from collections.abc import Iterator
from itertools import islice

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from readers import READERS
from samples import ACROSS, BALANCED, BROKEN, FOLDER, SKIPPED, UNBALANCED, Words

from projektkort import engine
from projektkort.finding import Excerpt, Finding, Note, Result, SpanEdit, SpanFix, Waiver
from projektkort.frozen import replace
from projektkort.output import FORMATS, Options, Tally, UnknownFormat, load, outcome_of, write
from projektkort.span import Span, Where

FOUND = ["week-without-year", "budget-balances", "odd", "week-without-year", "budget-balances", "text-twice"]
"""The rules of FOLDER in order, those set aside left out."""
SIGNS = (
    "\n\r\t\x00\x0b\x1b\x7f\x85\u00a0\u00ad\u2028\u2029\u202e\ufeff\ufffe\ud800\udc80"
    "%:;,=+-@|<>&\"'`[]{}()*_#!\\/~$^.0 aæ＝日"
)
MARKS = [
    "]]>",
    "-->",
    "::error::x",
    "::",
    "%0A",
    "%",
    "=1+1",
    "'=1",
    "\r\n-",
    "***",
    "```",
    "<b>",
    "&amp;",
    "[x](1)",
    "{0}",
    "${{x}}",
    "##[error]x",
    ";=1",
    '",=1',
    "|x|",
    "#1",
]
ODD = st.text(st.sampled_from(SIGNS) | st.characters(), max_size=12) | st.sampled_from([*MARKS, "a" * 300])
"""What breaks formats, and anything else."""


def in_order(name: str, rules: list[str]) -> list[str]:
    """The rules as the format tells them: of the first file junit has the error before the warning."""
    return [rules[1], rules[0], *rules[2:]] if name == "junit" else rules


def test_every_format_has_a_strict_reader() -> None:
    assert list(READERS) == list(FORMATS)


def test_an_unknown_format_is_refused_by_its_name() -> None:
    with pytest.raises(UnknownFormat) as caught:
        load("Jason")
    assert caught.value.name == "Jason"


@pytest.mark.parametrize("language", ["da", "en", None])
@pytest.mark.parametrize("name", FORMATS)
def test_every_finding_is_told_in_order_and_the_same_twice(name: str, language: str | None) -> None:
    options = Options(language=language)
    text = write(name, FOLDER, Words(), options)
    assert READERS[name](text) == in_order(name, FOUND)
    assert write(name, iter(FOLDER), Words(), options) == text
    assert text.endswith("\n")


@pytest.mark.parametrize("name", FORMATS)
def test_nothing_to_tell_is_still_well_formed(name: str) -> None:
    assert READERS[name](write(name, [], Words(), Options())) == []
    assert READERS[name](write(name, [BALANCED], Words(), Options())) == []
    assert READERS[name](write(name, [SKIPPED], Words(), Options())) == []


@pytest.mark.parametrize("name", FORMATS)
def test_a_thousand_results_keep_their_order(name: str) -> None:
    results = [replace(BROKEN, path=f"{number:04}.md") for number in range(1000)]
    text = write(name, results, Words(), Options(language="da"))
    assert READERS[name](text) == in_order(name, ["week-without-year", "budget-balances"]) * 1000
    if name != "sarif":  # where rules come last, and paths may be anywhere in a record
        at = [text.index(f"{number:04}.md") for number in range(1000)]
        assert at == sorted(at)


@pytest.mark.parametrize("name", FORMATS)
def test_pieces_travel_and_a_frame_puts_them_together(name: str) -> None:
    """A piece depends on its result alone, so that other processes can make it."""
    form, tally, options = load(name), Tally(), Options(language="da")
    frame = form.frame(Words(), options)
    whole = frame.opening()
    for result in FOLDER:
        outcome = pickle.loads(pickle.dumps(outcome_of(result)))
        tally.add(outcome)
        whole += frame.add(outcome, form.piece(pickle.loads(pickle.dumps(result)), Words(), options))
    assert whole + "".join(frame.closing(tally)) == write(name, FOLDER, Words(), options)


@pytest.mark.parametrize("name", FORMATS)
def test_paths_stay_as_they_were_given(name: str) -> None:
    text = write(name, [replace(BROKEN, path="en mappe/min fil.md")], Words(), Options(language="da"))
    assert ("en%20mappe/min%20fil.md" if name == "sarif" else "en mappe/min fil.md") in text
    assert "file://" not in text and "/work" not in text


@pytest.mark.parametrize("name", FORMATS)
def test_no_digit_of_a_personal_number_leaves(name: str) -> None:
    """The engine masks them, also in values, paths and the lines that are shown."""
    text = (
        "Projektnavn: Fest for 211062-5629\nAnsøger: 211062-5629\nBudget\n- Telte 211062-5629: 9.00.0\n"
        "- 211062-5629: 12\n- I alt: 13\nFinansiering\n- Vi: 12 kr.\n"
    )
    result = engine.check_text(text, "ansøgning 211062-5629.md")
    assert {"personal-number", "amount-unreadable"} <= {finding.rule for finding in result.findings}
    written = write(name, [result], engine.catalogue(), Options(language="da"))
    assert "5629" not in written and "211062" not in written


@pytest.mark.parametrize("name", FORMATS)
def test_lines_of_documents_are_shown_only_by_text_and_there_only_where_wanted(name: str) -> None:
    secret = replace(UNBALANCED, excerpts=(Excerpt(30, "  hemmelig tekst"),))
    results = [replace(BROKEN, findings=(secret,))]
    assert ("hemmelig" in write(name, results, Words(), Options())) == (name == "text")
    assert "hemmelig" not in write(name, results, Words(), Options(excerpts=False))


@pytest.mark.parametrize("name", FORMATS)
def test_no_text_of_a_document_leaves_where_it_is_not_wanted(name: str) -> None:
    """Neither its lines, nor what a message could speak of, nor what an edit would put in."""
    told = "hemmelig fortælling om koret og alle dets naboer"
    span = Span(1, 1, 1, 9)
    finding = replace(
        UNBALANCED,
        span=span,
        related=(),
        values={"text": told, "lines": (told, 2), "hint": Note("line", {"label": told})},
        excerpts=(Excerpt(1, "hemmelig linje"),),
        fix=SpanFix(True, (SpanEdit(span, "hemmelig rettelse"),)),
    )
    word = replace(finding, where=Where(paragraph=3))
    across = replace(finding, rule="text-twice", elsewhere=ACROSS.findings[0].elsewhere)
    results = [replace(BROKEN, findings=(finding, word)), replace(ACROSS, findings=(across,))]
    shown = {"text", "json", "jsonl", "sarif", "rdjson"}
    assert ("hemmelig" in write(name, results, Words(), Options(language="da"))) == (name in shown)
    quiet = write(name, results, Words(), Options(language="da", excerpts=False))
    assert "hemmelig" not in quiet
    assert sorted(READERS[name](quiet)) == ["budget-balances", "budget-balances", "text-twice"]


class Told(Words):
    """A catalogue that says what it is told to."""

    def __init__(self, said: str) -> None:
        self.said = said

    def title(self, rule: str, language: str) -> str:
        return f"{self.said} {rule}"

    def why(self, rule: str, language: str) -> str:
        return self.said

    def message(self, finding: Finding, language: str) -> str:
        return self.said + "x"

    def help(self, finding: Finding, language: str) -> str:
        return self.said

    def fix(self, finding: Finding, language: str) -> str:
        return self.said

    def related(self, finding: Finding, index: int, language: str) -> str:
        return self.said


@st.composite
def folders(draw: st.DrawFn) -> tuple[str, list[Result]]:
    """What is said, and results whose every text is odd."""
    said, path, line = draw(ODD), draw(ODD) or "x", draw(ODD)
    span = Span(1, 1, 1, 1 + len(line))
    finding = replace(
        UNBALANCED,
        rule="odd",
        span=span,
        related=(span,),
        values={"label": said, "hint": Note("line", {said: line})},
        excerpts=(Excerpt(1, line),),
        fix=SpanFix(False, (SpanEdit(span, line),)),
    )
    waived = replace(finding, waived=Waiver(said, None, span))
    result = Result(path, schema=line or None, language="da", findings=(finding, waived))
    others = [replace(ACROSS, path=path), Result(path, skipped=said)]
    return said, [result, *others, replace(result, findings=(finding,))]


@pytest.mark.parametrize("name", FORMATS)
@settings(max_examples=100, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(folder=folders(), language=st.sampled_from(["da", "en"]))
def test_no_text_of_a_user_breaks_a_format(name: str, folder: tuple[str, list[Result]], language: str) -> None:
    said, results = folder
    text = write(name, results, Told(said), Options(language=language))
    assert sorted(READERS[name](text)) == ["odd", "odd", "text-twice"]


def endless() -> Iterator[Result]:
    """Files in order, files left out and files with findings, without end."""
    number = 0
    while True:
        number += 1
        yield replace((BROKEN, BALANCED, SKIPPED, ACROSS)[number % 4], path=f"mappe/{number}.md")


@pytest.mark.parametrize("name", FORMATS)
def test_a_frame_keeps_nothing_that_grows(name: str) -> None:
    """What waits for the end lies on the disk, or is bounded."""
    form, options = load(name), Options(language="da")
    frame = form.frame(Words(), options)
    frame.opening()
    sizes = []
    for results in (islice(endless(), 40), islice(endless(), 400)):
        for result in results:
            frame.add(outcome_of(result), form.piece(result, Words(), options))
        sizes.append(kept(frame))
    assert sizes[0] == sizes[1]


def kept(frame: object) -> int:
    """How many things hang on a frame, what waits in a spool left aside."""
    slots = [slot for kind in type(frame).__mro__ for slot in getattr(kind, "__slots__", ())]
    values = [getattr(frame, slot) for slot in slots]
    return sum(len(value) for value in values if isinstance(value, (list, set, dict, tuple)))
