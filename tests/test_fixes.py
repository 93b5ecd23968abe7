"""A fix mends its finding and nothing else: every byte outside its edits stays, and no new error comes of it."""

from __future__ import annotations

import random
from collections import Counter
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import ROOT
from desk import GOOD
from projektkort.engine import Request, catalogue, check
from projektkort.engine.mending import applied, mend
from projektkort.finding import Finding, Severity, SpanEdit, SpanFix
from projektkort.locale import LANGUAGES
from projektkort.source import decode
from projektkort.source.encoding import original
from projektkort.span import Lines, Span
from test_examples import request as asked
from test_mutated import MUTATIONS, _safe

EXAMPLES = sorted(path for path in (ROOT / "examples").glob("*/*/*") if path.suffix in {".md", ".yaml"})
WITH_NEW_ERRORS = {
    "required-section": {"placeholder-left"},  # the section is begun, and still to be written
    "quantity-times-price": {"budget-total", "financing-total", "subtotal-differs", "budget-balances"},
}
"""What one fix alone may bring to light. `mend` leaves those that bring an error but for the first."""


def findings(raw: bytes, path: str, request: Request) -> tuple[Finding, ...]:
    return check(decode(raw, path), request).findings


def rules(raw: bytes, path: str = "x.yaml") -> list[str]:
    return [finding.rule for finding in findings(raw, path, Request())]


def errors(found: tuple[Finding, ...]) -> Counter[str]:
    return Counter(finding.rule for finding in found if finding.severity is Severity.ERROR)


@cache
def fixable() -> tuple[tuple[Path, int], ...]:
    """Every example with the index of a finding that has a fix."""
    told = ((path, findings(path.read_bytes(), str(path), asked(path))) for path in EXAMPLES)
    return tuple((path, at) for path, found in told for at, finding in enumerate(found) if finding.fix is not None)


@cache
def rules_of(path: Path) -> list[str]:
    return [each.rule for each in findings(path.read_bytes(), str(path), asked(path))]


def test_the_examples_show_every_kind_of_fix() -> None:
    shown = {rules_of(path)[index] for path, index in fixable()}
    assert shown == {name for name in catalogue().names() if catalogue().entry(name).wording.fix}


FORMS = ["as it is", "crlf", "cr", "bom", "utf-16-le", "utf-16-be", "no end"]


@pytest.mark.parametrize("form", FORMS)
def test_a_fix_of_an_example_mends_it_and_nothing_else(form: str) -> None:
    seen = 0
    for path, index in fixable():
        raw, request = in_form(path.read_bytes(), form), asked(path)
        before = findings(raw, str(path), request)
        if [each.rule for each in before] == rules_of(path):  # one about bytes is another example in another form
            seen += 1
            mends_and_changes_nothing_else(raw, path, before, index)
    assert seen >= len(fixable()) - 2


def mends_and_changes_nothing_else(raw: bytes, path: Path, before: tuple[Finding, ...], index: int) -> None:
    rule, fix = before[index].rule, before[index].fix
    assert fix is not None, path
    changed, count = applied(raw, [fix])
    after = findings(changed, str(path), asked(path))
    assert count == 1, path
    assert [each.rule for each in after].count(rule) == [each.rule for each in before].count(rule) - 1, path
    assert set(errors(after) - errors(before)) <= WITH_NEW_ERRORS.get(rule, set()), path
    assert outside(original(changed).text, fix, original(raw).text), path
    assert original(changed).mark == original(raw).mark, path
    assert original(changed).encoding == (original(raw).encoding if fix.edits else "utf-8"), path


def in_form(raw: bytes, form: str) -> bytes:
    """The same text as another program saves it."""
    match form:
        case "crlf":
            return raw.replace(b"\n", b"\r\n")
        case "cr":
            return raw.replace(b"\n", b"\r")
        case "bom":
            return b"\xef\xbb\xbf" + raw
        case "utf-16-le" | "utf-16-be":
            mark = b"\xff\xfe" if form == "utf-16-le" else b"\xfe\xff"
            return mark + raw.decode("utf-8", "replace").encode(form)
        case "no end":
            return raw.rstrip(b"\n")
    return raw


def outside(changed: str, fix: SpanFix, text: str) -> bool:
    """Whether the texts agree before, between and behind the edits, from the end as from the beginning."""
    lines = Lines(text)
    at, new_at = 0, 0
    for edit in sorted(fix.edits, key=lambda each: each.span):
        start = lines.starts[edit.span.line - 1] + edit.span.column - 1
        end = lines.starts[edit.span.end_line - 1] + edit.span.end_column - 1
        kept = text[at:start]
        if changed[new_at : new_at + len(kept) + len(edit.text)] != kept + edit.text:
            return False
        at, new_at = end, new_at + len(kept) + len(edit.text)
    return changed[new_at:] == text[at:]


def test_mending_twice_changes_nothing_more() -> None:
    for path in dict.fromkeys(path for path, _ in fixable()):
        once = mend(path.read_bytes(), str(path), asked(path), unsafe=True)
        again = mend(once.content, str(path), asked(path), unsafe=True)
        assert (again.content, again.count) == (once.content, 0), path


def test_without_leave_only_safe_fixes_are_applied() -> None:
    for path, index in fixable():
        raw, request = path.read_bytes(), asked(path)
        fix = findings(raw, str(path), request)[index].fix
        assert fix is not None
        assert (mend(raw, str(path), request).content != raw) == fix.safe, path


@pytest.mark.parametrize("batch", range(4))
def test_mending_a_mutated_example_ends_with_no_more_errors(batch: int) -> None:
    mended = 0
    for seed in range(batch, 80, 4):
        chance = random.Random(seed)
        path = EXAMPLES[seed % len(EXAMPLES)]
        raw = path.read_bytes()
        for mutate in chance.choices(MUTATIONS, k=chance.randint(1, 2)):
            raw = _safe(mutate, raw, chance)
        before = findings(raw, path.name, Request())
        now = mend(raw, path.name, Request(), unsafe=True)
        behind = errors(now.result.findings)
        assert sum(behind.values()) - behind["placeholder-left"] <= sum(errors(before).values()), seed
        assert mend(now.content, path.name, Request(), unsafe=True).count == 0, seed
        mended += now.count
    assert mended


# --- single fixes ------------------------------------------------------------------------------------------------

HEAD = "schema: none\n"
OWN_FORM = """\
id: own
title: {da: Egen pulje}
language: da
currency: DKK
sections:
  - {id: target_group, title: {da: Målgruppe}, required: true}
  - {id: anchoring, title: {da: Forankring}, required: true}
"""


def unsafely(text: str, path: str = "x.yaml") -> str:
    return mend(text.encode(), path, Request(), unsafe=True).content.decode()


def safely(text: str, path: str = "x.yaml") -> str:
    return mend(text.encode(), path, Request()).content.decode()


@pytest.mark.parametrize(
    ("language", "amounts", "total"),
    [
        ("da", ("900", "850", "7"), "1.750"),
        ("en", ("900", "850", "7"), "1,750"),
        ("da", ("1 900", "850", "9 999"), "2 750"),
        ("da", ("1900", "850", "9999"), "2750"),
        ("da", ("1900", "850", "7"), "2750"),
        ("da", ("12.500,00 kr.", "250,50 kr.", "kr. 13.000,00"), "kr. 12.750,50"),
        ("da", ("12.500,-", "500,-", "13.500,-"), "13.000,-"),
        ("da", ("12.500", "250,50", "13.000 kr."), "12.750,50 kr."),
        ("sv", ("12 500 kr", "500 kr", "ca 13 500 kr"), "ca 13 000 kr"),
        ("en", ("$12,500", "$500.25", "$13,500.00"), "$13,000.25"),
        ("da", ("1,5 mio. kr.", "0,5 mio. kr.", "1,9 mio. kr."), "2,0 mio. kr."),
    ],
)
def test_a_total_is_written_as_the_old_one_was(language: str, amounts: tuple[str, ...], total: str) -> None:
    one, two, wrong = amounts
    text = f"{HEAD}language: {language}\nbudget:\n  Hall: {one}  # tilbud\n  Food: {two}\n  total: {{}}\n"
    assert unsafely(text.format(wrong)) == text.format(total)


@pytest.mark.parametrize("total", ["-13.000", "12.000 + 900", "between 1 and 2"])
def test_a_total_that_is_no_plain_figure_is_left(total: str) -> None:
    text = f"{HEAD}language: da\nbudget:\n  Hall: 12.500\n  Food: 500\n  total: {total}\n"
    assert unsafely(text) == text


def test_the_head_of_a_column_in_thousands_counts() -> None:
    text = "Schema: none\nSprog: da\n\n## Budget\n\n| Post | Beløb (t.kr.) |\n|---|---:|\n| Sal | 12 |\n| Mad | 3 |\n"
    assert unsafely(f"{text}| I alt | 16 |\n", "x.md") == f"{text}| I alt | 15 |\n"


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("Målgrupppe: Naboerne", "Målgruppe: Naboerne"),
        ("MÅLGRUPPPE: Naboerne", "MÅLGRUPPE: Naboerne"),
        ("målgrupppe: Naboerne", "målgruppe: Naboerne"),
        ("**Ma\u030algrupppe:** Naboerne", "**Målgruppe:** Naboerne"),
        ("Målgrupppe (uddybet): Naboerne", "Målgrupppe (uddybet): Naboerne"),
        ("Formål: bo\u00adligforening\u200b", "Formål: boligforening"),
        ("Formål: a\u2028b\n\fBaggrund: c", "Formål: a b\nBaggrund: c"),
    ],
)
def test_safe_fixes_of_text(text: str, mended: str) -> None:
    assert safely(f"{GOOD}{text}\n", "x.md") == f"{GOOD}{mended}\n"


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("title: Swap it: a day\n", "title: 'Swap it: a day'\n"),
        ("title: It's: ours\r\nplace: @home\r\n", "title: 'It''s: ours'\r\nplace: '@home'\r\n"),
        ("title:Swap day\nplace:Hall\n", "title: Swap day\nplace: Hall\n"),
        ("results:\n\tshort term: a\n\t\n\tlong term: b\n", "results:\n short term: a\n \n long term: b\n"),
        ("results:\n\u00a0 short term:\u00a0a\n", "results:\n  short term: a\n"),
        ("budget: [{label: Hall, amount: 1,250}]\n", 'budget: [{label: Hall, amount: "1,250"}]\n'),
        ("budget:\n  Hall: 100\n  ------\n  total: 100\n", "budget:\n  Hall: 100\n  # ------\n  total: 100\n"),
    ],
)
def test_safe_fixes_of_yaml(text: str, mended: str) -> None:
    assert safely(HEAD + "language: en\n" + text) == HEAD + "language: en\n" + mended


def test_text_behind_a_number_sign_is_only_quoted_when_asked() -> None:
    text = HEAD + "title: Swap day #2\n"
    assert safely(text) == text
    assert unsafely(text) == HEAD + "title: 'Swap day #2'\n"


@pytest.mark.parametrize(
    ("before", "begun"),
    [
        ("## Målgruppe\n\nNaboer.\n\n", "## Forankring\n\nSkriv her\n\n"),
        ("**Målgruppe:** Naboer.\n\n", "**Forankring:** Skriv her\n\n"),
        ("**Målgruppe**\nNaboer.\n\n", "**Forankring**\nSkriv her\n\n"),
        ("Målgruppe\n---------\n\nNaboer.\n\n", "Forankring\n----------\n\nSkriv her\n\n"),
        ("Målgruppe\nNaboer.\n\n", "Forankring\nSkriv her\n\n"),
    ],
)
@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_a_missing_section_is_begun_in_the_style_of_the_one_before(
    before: str, begun: str, ending: str, tmp_path: Path
) -> None:
    own = tmp_path / "own.yaml"
    own.write_text(OWN_FORM, "utf-8")
    text = f"# Fælles have\n\n{before}Budget: 100\n".replace("\n", ending)
    mended = mend(text.encode(), "x.md", Request(schema=str(own)), unsafe=True)
    assert mended.content.decode() == f"# Fælles have\n\n{before}{begun}Budget: 100\n".replace("\n", ending)


def test_a_section_behind_one_that_stands_among_others_is_not_begun(tmp_path: Path) -> None:
    own = tmp_path / "own.yaml"
    own.write_text(OWN_FORM, "utf-8")
    for name, text in {"x.yaml": "{title: a, målgruppe: Naboer, budget: {Sal: 100}}\n"}.items():
        assert mend(text.encode(), name, Request(schema=str(own)), unsafe=True).content == text.encode()


def test_the_first_section_is_begun_before_the_others(tmp_path: Path) -> None:
    own = tmp_path / "own.yaml"
    own.write_text(OWN_FORM, "utf-8")
    mended = mend(b"Forankring: Ja\n", "x.yaml", Request(schema=str(own)), unsafe=True)
    assert mended.content.decode() == "Målgruppe: Skriv her\nForankring: Ja\n"


# --- encodings ---------------------------------------------------------------------------------------------------


def test_a_file_of_windows_is_saved_as_utf8_where_it_can_be_nothing_else() -> None:
    text = GOOD.replace("Naboer", "Naboer – også „gæster“ –")
    assert mend(text.encode("cp1252"), "x.md", Request()).content == text.encode()
    dos = GOOD.encode("cp865")
    assert mend(dos, "x.md", Request()).content == dos


def test_lines_pasted_in_an_older_encoding_are_saved_with_the_others() -> None:
    raw = GOOD.encode() + "Målgruppe: Børn\n".encode("cp1252")
    assert mend(raw, "x.md", Request()).content == (GOOD + "Målgruppe: Børn\n").encode()


def test_an_edit_keeps_the_older_encoding_where_only_that_is_asked() -> None:
    raw = GOOD.replace("Projektnavn", "Projektnavnn").encode("cp1252")
    mended = mend(raw, "x.md", Request(select=frozenset({"near-miss-label"})))
    assert (mended.content, mended.count) == (GOOD.encode("cp1252"), 1)


def test_what_an_encoding_has_not_is_not_written_in_it() -> None:
    raw = "Formål: ok\n".encode("cp1252")
    fix = SpanFix(True, (SpanEdit(Span(1, 1, 1, 1), "\u2192"),))
    assert applied(raw, [fix]) == (raw, 0)


def test_a_file_that_could_not_be_read_to_the_letter_is_left() -> None:
    raw = b"\xff\xfe" + "title: a\n".encode("utf-16-le") + b"\x00\xd8"
    fix = SpanFix(True, (SpanEdit(Span(1, 1, 1, 1), "x"),))
    assert applied(raw, [fix]) == (raw, 0)


def test_personal_numbers_come_through_unmasked() -> None:
    text = GOOD.replace("Projektnavn", "Projektnavnn") + "Kontakt: Ida, 070761-4285\n"
    assert safely(text, "x.md") == GOOD + "Kontakt: Ida, 070761-4285\n"


def test_of_edits_that_meet_the_first_is_applied() -> None:
    def fix(*edits: tuple[int, int, str]) -> SpanFix:
        return SpanFix(True, tuple(SpanEdit(Span(1, start, 1, end), text) for start, end, text in edits))

    raw = b"abcdef"
    assert applied(raw, [fix((1, 2, "A")), fix((2, 3, "B")), fix((4, 5, "D"))]) == (b"AbcDef", 2)
    assert applied(raw, [fix((1, 1, "1")), fix((1, 1, "2"))]) == (b"1abcdef", 1)
    assert applied(raw, [fix((1, 2, "A"), (2, 3, "B")), fix((6, 7, "F"))]) == (b"ABcdeF", 2)


@given(st.binary(max_size=200))
def test_the_text_of_any_bytes_that_is_exact_gives_these_bytes(raw: bytes) -> None:
    file = original(raw)
    assert not file.exact or file.written(file.text) == raw


@given(st.text(max_size=80), st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]))
def test_every_text_is_exact_in_the_encodings_of_unicode(text: str, encoding: str) -> None:
    raw = text.encode(encoding)
    assert original(raw).exact or "\0" in text or text.startswith("\ufeff")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_fix_says_what_it_does(language: str) -> None:
    for path, index in fixable():
        title = catalogue().fix(findings(path.read_bytes(), str(path), asked(path))[index], language)
        assert title[:1].isupper() and title[-1] != "."
    total = next(f for f in findings(b"schema: none\nbudget: {Hall: 100, total: 90}\n", "x.yaml", Request()) if f.fix)
    assert "100" in catalogue().fix(total, language)
