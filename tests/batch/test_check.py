"""The task of a batch: what is kept is answered without looking again, and what may have changed is not."""

from __future__ import annotations

import datetime as dt
import os
import sqlite3
from pathlib import Path, PurePosixPath

import pytest

from desk import GOOD, MINUTES, NEAR, OWN_SCHEMA, UNBALANCED, lay
from projektkort.batch import prints
from projektkort.batch.asked import Asked
from projektkort.batch.check import Check, Checked, Given
from projektkort.batch.store import NAME, Store
from projektkort.engine import Request
from projektkort.finding import Result
from projektkort.schema.folder import folder
from projektkort.source import Found

pytestmark = pytest.mark.usefixtures("desk")
NOV = dt.date(2026, 11, 21)


def kept() -> str:
    return str(Path("kept").absolute())


def itself(result: Result) -> Result:
    return result


def checked(
    *names: str, request: Request | None = None, named: bool = True, given: tuple[Given, ...] = ()
) -> list[Checked]:
    task = Check(Asked(request or Request(as_of=NOV)), itself, kept(), given)
    done = task(tuple(Found(name, named=named) for name in names))
    Store(kept()).put([each.row for each in done if each.row is not None])
    return done


def results(*names: str, **more: object) -> list[Result]:
    return [each.value for each in checked(*names, **more)]  # type: ignore[arg-type]  # any option by name


def is_kept(*names: str, **more: object) -> bool:
    """Whether all is answered from the cache: then there is nothing new to keep, and yet a result."""
    return all(each.row is None for each in checked(*names, **more))  # type: ignore[arg-type]  # as above


def test_the_same_bytes_are_checked_once_whatever_their_name() -> None:
    first = results(lay("a.md", UNBALANCED))
    [again] = results(lay("b.md", UNBALANCED))
    assert is_kept("a.md", "b.md")
    assert (again.path, again.findings, again.sha256) == ("b.md", first[0].findings, first[0].sha256)
    assert [finding.rule for finding in again.findings] == ["budget-balances"]


def test_a_changed_byte_is_checked() -> None:
    checked(lay("a.md"))
    [result] = results(lay("a.md", UNBALANCED))
    assert len(result.findings) == 1


def test_the_ending_of_the_name_decides_how_a_file_is_read() -> None:
    checked(lay("a.md"))
    assert not is_kept(lay("a.yaml"))


@pytest.mark.parametrize(
    "request_",
    [
        Request(as_of=NOV, ignore=frozenset({"balance"})),
        Request(as_of=NOV, select=frozenset({"balance"})),
        Request(as_of=NOV, schema="lokaludvalg"),
        Request(as_of=NOV, kind="application"),
        Request(as_of=NOV, levels=(("budget-balances", "warning"),)),
        Request(as_of=NOV, publish=True),
        Request(as_of=NOV, across=True),
    ],
)
def test_what_is_asked_is_part_of_the_key(request_: Request) -> None:
    checked(lay("a.md", UNBALANCED))
    assert not is_kept("a.md", request=request_)
    assert is_kept("a.md", request=request_)


def test_a_walked_file_is_another_question_than_a_named_one() -> None:
    assert results(lay("m.md", MINUTES))[0].skipped is None
    assert results("m.md", named=False)[0].skipped == "not-a-project"
    assert is_kept("m.md", named=False)


def test_the_day_counts_only_where_the_schema_asks_for_it() -> None:
    checked(lay("a.md"))
    assert is_kept("a.md", request=Request(as_of=dt.date(2031, 1, 1)))
    lay("egen.yaml", OWN_SCHEMA + "valid: {from: 2027-01-01}\n")
    early = Request(schema="egen.yaml", as_of=NOV)
    assert [finding.rule for finding in results("a.md", request=early)[0].findings] == ["schema-not-valid"]


def test_a_schema_file_that_changed_is_asked_anew() -> None:
    own = Request(schema=lay("egen.yaml", OWN_SCHEMA), as_of=NOV)
    checked(lay("a.md"), request=own)
    lay("egen.yaml", OWN_SCHEMA.replace("required: true", "required: true, words: {max: 1}"))
    assert [finding.rule for finding in results("a.md", request=own)[0].findings] == ["too-long"]


def test_who_names_other_files_is_checked_each_time() -> None:
    lay("egen.yaml", OWN_SCHEMA)
    lay("a.md", GOOD.replace("Skema: generisk", "Skema: egen.yaml"))
    lay("b.md", "Skema: status-report\nSprog: da\nAnsøgning: a.md\n# Status\n")
    for name in ("a.md", "b.md"):
        checked(name)
        assert Store(kept()).count() == 0


def test_of_a_file_that_cannot_be_read_nothing_is_kept() -> None:
    [result] = results("gone.md")
    assert [finding.rule for finding in result.findings] == ["file-unreadable"]
    assert Store(kept()).count() == 0


def test_our_own_state_is_part_of_the_key(monkeypatch: pytest.MonkeyPatch) -> None:
    checked(lay("a.md"))
    monkeypatch.setattr(prints, "ourselves", lambda: "another version")
    assert not is_kept("a.md")


def test_our_own_state_is_told_by_files_as_they_are() -> None:
    state = prints.ourselves()
    prints.ourselves.cache_clear()
    assert prints.ourselves() == state
    schema = folder() / "none.yaml"
    before = schema.stat()
    try:
        os.utime(schema, ns=(before.st_atime_ns, before.st_mtime_ns + 1))
        prints.ourselves.cache_clear()
        assert prints.ourselves() != state
    finally:
        os.utime(schema, ns=(before.st_atime_ns, before.st_mtime_ns))
        prints.ourselves.cache_clear()


@pytest.mark.parametrize("change", ["body = '[[1]]'", "facts = x'0102'", "head = 'a'"])
def test_what_somebody_spoilt_in_the_cache_is_checked_anew(change: str) -> None:
    first = results(lay("a.md", UNBALANCED))
    with sqlite3.connect(Path("kept") / NAME) as made:
        made.execute(f"UPDATE kept SET {change}")
    made.close()
    assert results("a.md") == first


def test_no_text_of_a_document_is_kept_that_no_finding_shows() -> None:
    secret = "Naboer dyrker grøntsager sammen."
    checked(lay("a.md"), lay("b.md", UNBALANCED), lay("c.md", GOOD + "CPR: 240771-0000\n"), lay("d.md", NEAR))
    Store(kept()).close()
    raw = b"".join(path.read_bytes() for path in Path("kept").iterdir())
    assert b"budget-balances" in raw
    for words in (secret, "Jord og planter", "240771-0000", "2407710000"):
        assert words.encode() not in raw


def test_standard_input_bears_the_name_it_was_given() -> None:
    given = (Given("-", "x.yaml", b"schema: none\ntitle: X\n"),)
    [result] = results("-", given=given)
    assert (result.path, result.schema, result.findings) == ("x.yaml", "none", ())


def test_a_fault_of_ours_is_told_at_its_file_and_never_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object) -> None:
        raise ZeroDivisionError("of 240771-0000")

    monkeypatch.setattr("projektkort.engine.due", fails)
    [result] = results(lay("a.md"))
    assert (result.crash, [finding.rule for finding in result.findings]) == ("check-crashed", ["check-crashed"])
    assert str(result.findings[0].values["fault"]).startswith("ZeroDivisionError: of ••••••-•••• (test_check.py:")
    assert Store(kept()).count() == 0


def test_a_lost_file_is_told() -> None:
    [finding] = Check(Asked(Request()), itself).lost(Found("240771-0000.md")).value.findings
    assert (finding.rule, finding.variant) == ("check-crashed", "lost")


def test_what_is_kept_travels_as_it_was() -> None:
    asked = Request(as_of=NOV, across=True)
    [fresh] = checked(lay("a.md", GOOD + "Projektnummer: 2027-01\n"), request=asked)
    [kept] = checked("a.md", request=asked)
    assert len(fresh.facts) == 25
    assert fresh.head == "generisk\tdocument\tapplication\tda\t\t9000 DKK\t"
    assert (kept.head, kept.facts, kept.row) == (fresh.head, fresh.facts, None)


@pytest.mark.parametrize("path", ["a.yaml", "b/A.MD", "x.y/z", "..a", "a.", ".yaml", "a.b.txt", "a", ""])
def test_a_name_ends_as_pathlib_says(path: str) -> None:
    assert prints.ending(path) == PurePosixPath(path).suffix.lower()
