"""A baseline sets aside what was there before: it is made once, only shrinks, and holds no text of a document."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from desk import GOOD, UNBALANCED, lay
from terminal import Ran, projekt

WRONG = UNBALANCED.replace("Redskaber: 2.500\nI alt: 10.000", "Redskaber: 2.500\nI alt: 11.000")
"""Two errors: the total of the costs (line 10), and the two sides (line 14)."""
BLANK = UNBALANCED.replace("Naboer dyrker", "Nabo\u200ber dyrker")
"""An error, and a character to take out."""
BASE = "--baseline=base.json"


def validate(*words: str) -> Ran:
    return projekt("validate", *words)


def named(file: str = "base.json") -> list[tuple[str, str]]:
    """What a baseline names: files and rules."""
    told = json.loads(Path(file).read_text("utf-8"))
    assert list(told) == ["version", "tool", "findings"]
    return [(each["path"], each["rule"]) for each in told["findings"]]


@pytest.fixture
def old(desk: Path) -> Path:
    """A folder of old material with its baseline."""
    lay("old/a.md", WRONG)
    lay("old/b.md", GOOD)
    assert validate("old", BASE).code == 0
    return desk


def test_it_is_made_where_it_is_not_there(desk: Path) -> None:
    lay("old/a.md", WRONG)
    ran = validate("old", BASE, "--output-format", "concise")
    assert ran.code == 0
    assert ran.err == "projekt: “base.json” was made. Set aside until they are mended: 2 findings.\n"
    assert ran.out.count(": waived[") == 2
    assert "Sat til side: baseline" in ran.out
    assert named() == [("old/a.md", "budget-balances"), ("old/a.md", "budget-total")]
    assert "køkkenhave" not in Path("base.json").read_text("utf-8")


def test_a_second_run_says_the_same_and_leaves_it_as_it_is(old: Path) -> None:
    before = Path("base.json").read_bytes()
    ran = validate("old", BASE)
    assert (ran.code, ran.err) == (0, "")
    assert "2 bemærkninger sat til side" in ran.out
    assert Path("base.json").read_bytes() == before


def test_a_new_finding_counts_and_is_never_added(old: Path) -> None:
    lay("old/b.md", UNBALANCED)
    ran = validate("old", BASE, "--output-format", "json")
    files = json.loads(ran.out)["files"]
    waived = [[finding["waived"] and finding["waived"]["reason"] for finding in file["findings"]] for file in files]
    assert (ran.code, waived) == (1, [["baseline", "baseline"], [None]])
    assert ("old/b.md", "budget-balances") not in named()


def test_lines_above_do_not_matter_and_a_changed_line_is_new(old: Path) -> None:
    lay("old/a.md", WRONG.replace("Formål:", "\n\n\nFormål:"))
    assert validate("old", BASE).code == 0
    lay("old/a.md", WRONG.replace("11.000", "12.000"))
    assert validate("old", BASE, "--output-format", "concise").code == 1


def test_what_is_mended_is_taken_out_and_comes_back_as_new(old: Path) -> None:
    lay("old/b.md", BLANK)
    assert validate("old/b.md", "--baseline=b.json", "--fail-on=warning").code == 0
    assert named("b.json") == [("old/b.md", "budget-balances"), ("old/b.md", "invisible-character")]
    lay("old/b.md", UNBALANCED)
    ran = validate("old/b.md", "--baseline=b.json")
    assert (ran.code, ran.err) == (0, "projekt: gone, and taken out of “b.json”: 1 finding.\n")
    assert named("b.json") == [("old/b.md", "budget-balances")]
    lay("old/b.md", BLANK)
    assert validate("old/b.md", "--baseline=b.json", "--fail-on=warning").code == 1


@pytest.mark.parametrize(
    ("old_line", "new_line"), [("7.500", "97.500"), ("Redskaber: 2.500", "Redskaber: 2.500\nBil: 9")]
)
def test_another_line_of_the_sum_makes_it_a_new_finding(old: Path, old_line: str, new_line: str) -> None:
    lay("old/a.md", WRONG.replace(old_line, new_line))
    ran = validate("old", BASE, "--output-format", "concise")
    assert ran.code == 1
    assert "error[budget-total]" in ran.out


@pytest.mark.parametrize("words", [("--select", "balance"), ("--ignore", "dates")])
def test_it_is_not_made_of_a_part(desk: Path, words: tuple[str, str]) -> None:
    lay("a.md", UNBALANCED)
    for also in ((), ("--fix",), ("--diff",)):
        ran = validate("a.md", BASE, *words, *also)
        assert (ran.code, ran.out) == (2, "")
        assert "“base.json” is not there yet, and is made of all findings: leave out" in ran.err
    assert not Path("base.json").exists()


def test_what_it_sets_aside_is_not_mended(desk: Path) -> None:
    lay("a.md", BLANK)
    assert validate("a.md", BASE).code == 0
    for words in (("--fix",), ("--fix", "--unsafe-fixes"), ("--diff",)):
        assert validate("a.md", BASE, *words).err.startswith("projekt: nothing to mend.\n")
    assert Path("a.md").read_text("utf-8") == BLANK
    lay("a.md", BLANK.replace("Projektnavn:", "Projektnavnn:"))
    assert "mended 1 finding in 1 file" in validate("a.md", BASE, "--fix").err
    assert Path("a.md").read_text("utf-8") == BLANK


def test_where_it_is_made_all_is_set_aside_and_nothing_mended(desk: Path) -> None:
    lay("a.md", BLANK)
    assert validate("a.md", BASE, "--fix").code == 0
    assert Path("a.md").read_text("utf-8") == BLANK
    assert len(named()) == 2


def test_a_file_that_is_gone_is_taken_out(old: Path) -> None:
    Path("old/a.md").unlink()
    assert "2 findings" in validate("old", BASE).err
    assert (
        Path("base.json").read_text("utf-8") == '{\n  "version": 1, "tool": "projektkort",\n  "findings": [\n  ]\n}\n'
    )


@pytest.mark.parametrize("words", [("old/b.md",), ("old", "--select", "dates"), ("old", "--ignore", "balance")])
def test_what_was_not_looked_at_stays(old: Path, words: tuple[str, ...]) -> None:
    lay("old/a.md", WRONG if words[0] == "old/b.md" else GOOD)
    assert validate(*words, BASE) == validate(*words, BASE)
    assert len(named()) == 2


def test_it_is_the_same_from_another_folder(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir("old")
    ran = validate(".", "--baseline", "../base.json")
    assert (ran.code, ran.err) == (0, "")


def test_in_ci_it_is_neither_made_nor_written(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CI", "true")
    lay("old/a.md", GOOD)
    ran = validate("old", BASE)
    assert (ran.code, ran.err) == (0, "projekt: gone, but left in “base.json” as this is CI: 2 findings.\n")
    assert len(named()) == 2
    lay("old/a.md", WRONG)
    ran = validate("old", "--baseline", "other.json")
    assert (ran.code, ran.err) == (
        1,
        "projekt: there is no “other.json”, and in CI none is made: all findings count.\n",
    )
    assert not Path("other.json").exists()


def test_a_personal_number_is_never_set_aside(desk: Path) -> None:
    lay("a.md", GOOD.replace("sammen.", "sammen. 010190-1234"))
    assert validate("a.md", BASE).code == 1
    assert named() == []


def test_what_the_writer_set_aside_stays_so(desk: Path) -> None:
    lay("a.md", f"{UNBALANCED.rstrip()} <!-- projekt: undtag budget-balances: aftalt -->\n")
    assert "Sat til side: aftalt" in validate("a.md", BASE).out
    assert named() == []


def test_copies_among_the_files_are_set_aside_too_and_stay(desk: Path) -> None:
    number = "Sagsnummer: 2026-17\n"
    lay("a.md", GOOD.replace("Formål:", f"{number}Formål:"))
    lay("b.md", GOOD.replace("Formål:", f"{number}Formål:"))
    assert validate(".", BASE, "--fail-on", "info").code == 0
    assert {rule for _, rule in named()} == {"number-twice"}
    assert validate(".", BASE, "--fail-on", "info").code == 0
    assert validate("b.md", BASE).code == 0
    assert len(named()) == 1


@pytest.mark.parametrize("words", [("--jobs", "2"), ("--no-cache",), ("--no-across",)])
def test_however_it_is_checked_the_same_is_set_aside(old: Path, words: tuple[str, ...]) -> None:
    for number in range(130):  # more than one process does alone
        shutil.copy("old/b.md", f"old/c{number}.md")
    first = validate("old", BASE, "--no-across", "--output-format", "json")
    assert first.code == 0
    assert validate("old", BASE, "--no-across", "--output-format", "json", *words).out == first.out


def test_a_run_without_it_is_not_told_by_what_was_kept(old: Path) -> None:
    assert validate("old/a.md").code == 1
    assert validate("old/a.md", BASE).code == 0
    assert validate("old/a.md").code == 1


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ('{"version": 1,\n  "tool": }', "base.json:2:11: here it is no JSON"),
        (b"\xff\xfe", "base.json:1:1: it is no JSON in UTF-8"),
        ("[]", "base.json:1:1: it is no baseline of projektkort"),
        ('{"version": 1, "tool": "eslint", "findings": []}', "base.json:1:1: it is no baseline of projektkort"),
        ('{"version": 2, "tool": "projektkort", "findings": []}', "base.json:1:1: it is of version 2"),
        ('{"version": 1, "tool": "projektkort", "findings": [{"path": "a"}]}', "base.json:1:1: entry 1 of “findings”"),
        ('{"version": 1, "tool": "projektkort", "findings": [7]}', "base.json:1:1: entry 1 of “findings”"),
    ],
)
def test_what_is_no_baseline_is_a_wrong_command_and_stays(desk: Path, text: str | bytes, where: str) -> None:
    lay("a.md", UNBALANCED)
    lay("base.json", text)
    before = Path("base.json").read_bytes()
    ran = validate("a.md", BASE)
    assert (ran.code, ran.out) == (2, "")
    assert where in ran.err
    assert Path("base.json").read_bytes() == before


def test_standard_input_has_one_too(desk: Path) -> None:
    first, second = (projekt("validate", "-", BASE, stdin=UNBALANCED.encode()) for _ in range(2))
    assert (first.code, second.code, second.err) == (0, 0, "")
    assert named() == [("-", "budget-balances")]
    lay("a.md")
    assert (validate("a.md", BASE).err, named()) == ("", [("-", "budget-balances")])


def test_a_folder_is_no_baseline(desk: Path) -> None:
    lay("a.md", UNBALANCED)
    ran = validate("a.md", "--baseline", ".")
    assert ran.code == 2
    assert "cannot be read" in ran.err
