"""`projekt validate --fix` and `--diff`: which files are written, what is told of it, and what is left alone."""

from __future__ import annotations

import os
import re
import shlex
from pathlib import Path
from typing import Any

import pytest

from conftest import ROOT
from desk import GOOD, MINUTES, NEAR, UNBALANCED, lay
from projektkort.cli import mending
from projektkort.engine import Request
from projektkort.engine.mending import Mended, mend
from terminal import projekt
from word_file import docx, paragraph

pytestmark = pytest.mark.usefixtures("desk")
CLEAN = "1 fil kontrolleret: intet at bemærke.\n"
WRONG_TOTAL = GOOD.replace("Redskaber: 2.500\nI alt: 10.000", "Redskaber: 2.500\nI alt: 11.000")
DIFF = """\
--- a.md
+++ a.md
@@ -1,6 +1,6 @@
 Skema: generisk
 Sprog: da
-Projektnavnn: Fælles køkkenhave
+Projektnavn: Fælles køkkenhave
 Formål: Naboer dyrker grøntsager sammen.
 Periode: 1. marts - 30. juni 2027
 Søgt beløb: 9.000 kr.
"""


def fix(*words: str) -> tuple[int, str, str]:
    return projekt("validate", *words, "--fix", "--output-format", "concise", "--as-of", "2026-11-22")


def test_safe_fixes_are_written_and_what_is_left_is_told() -> None:
    lay("a.md", NEAR)
    lay("b.md", UNBALANCED)
    ran = projekt("validate", ".", "--fix", "--output-format", "concise", "--lang", "en", "--no-across")
    assert (ran.code, ran.err) == (1, "projekt: mended 1 finding in 1 file.\n")
    assert ran.out.startswith("b.md:14:8: error[budget-balances] ")
    assert "near-miss-label" not in ran.out
    assert Path("a.md").read_text("utf-8") == GOOD
    assert Path("b.md").read_text("utf-8") == UNBALANCED


def test_a_second_time_there_is_nothing_to_mend() -> None:
    lay("a.md", NEAR)
    assert projekt("validate", "a.md", "--fix").code == 0
    ran = projekt("validate", "a.md", "--fix")
    assert (ran.code, ran.err) == (0, "projekt: nothing to mend.\n")
    assert ran.out.endswith(CLEAN)


def test_totals_are_written_only_when_that_is_asked() -> None:
    lay("a.md", WRONG_TOTAL)
    code, _, err = fix("a.md")
    assert (code, Path("a.md").read_text("utf-8")) == (1, WRONG_TOTAL)
    assert err == ("projekt: nothing to mend.\nprojekt: 1 more fix for --unsafe-fixes; add --diff to see it first.\n")
    assert fix("a.md", "--unsafe-fixes") == (0, "", "projekt: mended 1 finding in 1 file.\n")
    assert Path("a.md").read_text("utf-8") == GOOD


def test_a_fix_that_brings_a_new_error_is_left() -> None:
    text = GOOD.replace("Jord og planter: 7.500", "Jord og planter, 3 stk. à 2.000 kr.: 7.500")
    lay("a.md", text)
    code, _, err = fix("a.md", "--unsafe-fixes")
    assert (code, Path("a.md").read_text("utf-8")) == (1, text)
    assert err == "projekt: nothing to mend.\nprojekt: 1 more fix left: a new error would come of it.\n"


def test_a_diff_is_shown_and_nothing_changed() -> None:
    lay("a.md", NEAR)
    for words in (("--diff",), ("--fix", "--diff")):
        ran = projekt("validate", "a.md", *words)
        assert ran == (1, DIFF, "projekt: would mend 1 finding in 1 file.\n")
    assert Path("a.md").read_text("utf-8") == NEAR


def test_a_diff_of_nothing() -> None:
    assert projekt("validate", lay("a.md"), "--diff") == (0, "", "projekt: nothing to mend.\n")
    Path("a.md").unlink()
    assert projekt("validate", ".", "--diff").code == 3


def test_a_diff_hides_what_must_not_be_told() -> None:
    lay("a.md", NEAR.replace("Formål", "Kontakt: Ida, 070761-4285, tlf. 2255 1177\x07\nFormål"))
    plain, published = projekt("validate", "a.md", "--diff"), projekt("validate", "a.md", "--diff", "--publish")
    assert "070761" not in plain.out + published.out
    assert "2255 1177\\x07" in plain.out
    assert "1177" not in published.out


def test_what_is_private_comes_through_a_fix() -> None:
    private = "Kontakt: Ida, 070761-4285, ida@privat.example, tlf. 2255 1177\nFormål"
    lay("a.md", NEAR.replace("Formål", private))
    projekt("validate", "a.md", "--fix", "--publish")
    assert Path("a.md").read_text("utf-8") == GOOD.replace("Formål", private)


def test_an_older_encoding_is_told_of_since_no_line_shows_it() -> None:
    lay("a.md", GOOD.encode("cp1252"))
    assert projekt("validate", "a.md", "--diff") == (
        1,
        "",
        "projekt: “a.md” would be saved as UTF-8, with the same text.\nprojekt: would mend 1 finding in 1 file.\n",
    )
    assert fix("a.md")[0] == 0
    assert Path("a.md").read_text("utf-8") == GOOD


def test_standard_input_goes_to_standard_output_mended() -> None:
    ran = projekt("validate", "-", "--fix", stdin=NEAR.replace("\n", "\r\n").encode())
    assert (ran.code, ran.out) == (0, GOOD.replace("\n", "\r\n"))
    assert ran.err.startswith("projekt: mended 1 finding in 1 file.\n") and ran.err.endswith(CLEAN)
    ran = projekt("validate", "-", "--fix", "--stdin-filename", "x.md", stdin=UNBALANCED.encode())
    assert (ran.code, ran.out) == (1, UNBALANCED)
    assert "budget-balances" in ran.err


def test_only_selected_rules_are_mended() -> None:
    lay("a.md", NEAR + "Målgruppe: bo\u200bligforening\n")
    fix("a.md", "--select", "near-miss-label")
    assert Path("a.md").read_text("utf-8") == GOOD + "Målgruppe: bo\u200bligforening\n"
    fix("a.md", "--ignore", "reading")
    assert Path("a.md").read_text("utf-8") == GOOD + "Målgruppe: bo\u200bligforening\n"


def test_other_files_and_word_documents_are_left_alone() -> None:
    lay("minutes.md", MINUTES)
    lay("a.docx", docx("".join(map(paragraph, NEAR.splitlines()))))
    before = {path.name: path.read_bytes() for path in Path().iterdir()}
    assert "nothing to mend" in fix(".")[2]
    assert {path.name: path.read_bytes() for path in Path().iterdir()} == before


def test_permissions_stay_and_a_link_stays_a_link() -> None:
    lay("real/a.md", NEAR)
    Path("real/a.md").chmod(0o640)
    Path("link.md").symlink_to("real/a.md")
    assert fix("link.md")[0] == 0
    assert Path("link.md").is_symlink()
    assert Path("real/a.md").read_text("utf-8") == GOOD
    assert Path("real/a.md").stat().st_mode & 0o777 == 0o640
    assert sorted(path.name for path in Path("real").iterdir()) == ["a.md"]


def test_a_file_that_may_not_be_written_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    lay("a.md", NEAR)
    monkeypatch.setattr(os, "access", lambda *_: False)  # root may write whatever the permissions say
    code, out, err = fix("a.md")
    assert (code, out, err) == (2, "", "projekt: “a.md” cannot be mended: it may not be written.\n")
    assert Path("a.md").read_text("utf-8") == NEAR


def test_a_file_that_was_changed_meanwhile_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    lay("a.md", NEAR)

    def slowly(content: bytes, path: str, request: Request, **how: Any) -> Mended:
        mended = mend(content, path, request, **how)
        Path("a.md").write_text(NEAR + "Målgruppe: alle\n", "utf-8")
        return mended

    monkeypatch.setattr(mending, "mend", slowly)
    _, _, err = fix("a.md")
    assert "projekt: “a.md” was changed meanwhile, and is left as it is.\n" in err
    assert Path("a.md").read_text("utf-8") == NEAR + "Målgruppe: alle\n"
    assert [path.name for path in Path().iterdir()] == ["a.md"]


def test_what_was_mended_is_told_where_the_next_may_not_be_written(monkeypatch: pytest.MonkeyPatch) -> None:
    lay("a.md", NEAR)
    lay("b.md", NEAR)
    monkeypatch.setattr(os, "access", lambda path, _: str(path).endswith("a.md"))
    code, out, err = fix(".")
    assert (code, out) == (2, "")
    assert "projekt: stopped before the end; mended 1 finding in 1 file.\n" in err
    assert "“b.md” cannot be mended: it may not be written." in err
    assert Path("a.md").read_text("utf-8") == GOOD


def test_what_was_mended_is_told_where_somebody_stops_it(monkeypatch: pytest.MonkeyPatch) -> None:
    lay("a.md", NEAR)
    lay("b.md", NEAR)

    def stopped(content: bytes, path: str, request: Request, **how: Any) -> Mended:
        if path == "b.md":
            raise KeyboardInterrupt
        return mend(content, path, request, **how)

    monkeypatch.setattr(mending, "mend", stopped)
    assert fix(".") == (130, "", "projekt: stopped before the end; mended 1 finding in 1 file.\n")
    assert fix("b.md") == (130, "", "")
    assert Path("b.md").read_text("utf-8") == NEAR


def test_a_file_with_another_name_is_left_and_told() -> None:
    lay("a.md", NEAR)
    os.link("a.md", "b.txt")
    _, _, err = fix("a.md")
    assert "projekt: “a.md” has other names (hard links), which would no longer be the same file" in err
    assert "projekt: nothing to mend.\n" in err
    assert (Path("a.md").read_text("utf-8"), Path("a.md").stat().st_nlink) == (NEAR, 2)


def test_owner_and_group_stay_where_that_is_allowed(monkeypatch: pytest.MonkeyPatch) -> None:
    lay("a.md", NEAR)
    state, asked = Path("a.md").stat(), []

    def refused(_: object, owner: int, group: int) -> None:
        asked.append((owner, group))
        raise PermissionError

    monkeypatch.setattr(os, "chown", refused)
    assert fix("a.md")[0] == 0
    assert asked == [(-1, state.st_gid), (state.st_uid, -1)]
    assert Path("a.md").read_text("utf-8") == GOOD


def test_where_the_encoding_is_a_guess_nothing_is_mended() -> None:
    raw = WRONG_TOTAL.replace("Projektnavn:", "Projektnavnn:").encode("mac_roman")
    lay("a.md", raw)
    fix("a.md", "--unsafe-fixes")
    assert Path("a.md").read_bytes() == raw
    assert projekt("validate", "a.md", "--diff", "--unsafe-fixes").out == ""


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--diff", "--output-format", "json=x.json"), "--diff shows the changes and no findings"),
        (("--unsafe-fixes",), "--unsafe-fixes goes with --fix"),
        (("--fix", "--watch"), "--watch only looks on"),
        (("--diff", "--watch"), "--watch only looks on"),
    ],
)
def test_words_that_do_not_go_together(words: tuple[str, ...], said: str) -> None:
    ran = projekt("validate", lay("a.md"), *words)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err


# --- docs/fixes.md -----------------------------------------------------------------------------------------------

PAGE = (ROOT / "docs/fixes.md").read_text("utf-8")


def test_the_page_names_every_rule_that_has_a_fix() -> None:
    from projektkort.engine import catalogue

    words = catalogue()
    named = set(re.findall(r"`([a-z]+(?:-[a-z]+)+)`", "\n".join(re.findall(r"^\|.*", PAGE, re.MULTILINE))))
    assert named == {name for name in words.names() if words.entry(name).wording.fix}


def test_what_the_page_shows_comes_true() -> None:
    [text] = re.findall(r"^```yaml\n(.*?)^```", PAGE, re.S | re.M)
    lay("application.yaml", text)
    shown = re.findall(r"^```(?:sh|console)\n\$ projekt (.*?)\n(.*?)^```", PAGE, re.S | re.M)
    assert len(shown) == 2
    for command, told in shown:
        ran = projekt(*shlex.split(command))
        assert ran.out + ran.err == told
