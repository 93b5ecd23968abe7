"""Only what git says has changed is checked; what git cannot tell is a wrong command."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from desk import GOOD, UNBALANCED, lay
from terminal import Ran, projekt

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="not run: git is not installed")


def git(*words: str) -> None:
    own = ("-c", "user.name=Test", "-c", "user.email=test@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *own, *words], check=True, capture_output=True)


def validate(*words: str) -> Ran:
    return projekt("validate", *words, "--output-format", "concise")


@pytest.fixture
def repository(desk: Path) -> Path:
    """Three files in a folder of a repository, each with an error, all committed."""
    for name in ("old/a.md", "old/b.md", "old/sub/æble.md"):
        lay(name, UNBALANCED)
    git("init", "-q", "-b", "main")
    git("add", ".")
    git("commit", "-q", "-m", "begin")
    return desk


def told(ran: Ran) -> list[str]:
    return sorted(line.partition(":")[0] for line in ran.out.splitlines())


def test_where_nothing_has_changed_all_is_in_order(repository: Path) -> None:
    ran = validate("old", "--changed-since", "main")
    assert (ran.code, ran.out) == (0, "")
    assert ran.err == "projekt: nothing that is checked has changed since “main”.\n"


def test_changed_staged_and_new_files_are_checked_and_no_others(repository: Path) -> None:
    lay("old/b.md", UNBALANCED.replace("køkkenhave", "urtehave"))
    lay("old/sub/æble.md", UNBALANCED.replace("køkkenhave", "frugthave"))
    git("add", "old/sub")
    lay("old/ny.md", UNBALANCED)
    ran = validate("old", "--changed-since", "HEAD")
    assert (ran.code, told(ran)) == (1, ["old/b.md", "old/ny.md", "old/sub/æble.md"])
    assert told(validate("old/sub", "--changed-since", "HEAD")) == ["old/sub/æble.md"]
    assert told(validate("old/a.md", "old/b.md", "--changed-since", "HEAD")) == ["old/b.md"]
    assert told(validate("old/*.md", "--changed-since", "HEAD")) == ["old/b.md", "old/ny.md"]


def test_a_file_that_is_gone_is_no_trouble(repository: Path) -> None:
    Path("old/a.md").unlink()
    git("mv", "old/b.md", "old/c.md")
    assert told(validate("--changed-since", "main")) == ["old/c.md"]


def test_one_that_is_gone_and_named_is_told_and_no_fault(repository: Path) -> None:
    Path("old/a.md").unlink()
    ran = validate("old/a.md", "--changed-since", "HEAD")
    assert (ran.code, ran.out) == (0, "")
    assert "projekt: “old/a.md” was deleted since “HEAD”.\n" in ran.err
    shutil.rmtree("old/sub")
    lay("old/b.md", UNBALANCED.replace("køkkenhave", "urtehave"))
    ran = validate("old/sub", "old/b.md", "--changed-since", "HEAD")
    assert (ran.code, told(ran)) == (1, ["old/b.md"])
    assert "“old/sub” was deleted" in ran.err
    ran = validate("old/never.md", "--changed-since", "HEAD")
    assert (ran.code, "there is no file or folder “old/never.md”" in ran.err) == (2, True)


def test_a_repository_within_is_checked_whole(repository: Path) -> None:
    lay("old/inner/c.md", UNBALANCED)
    git("init", "-q", "-b", "main", "old/inner")
    git("-C", "old/inner", "add", ".")
    git("-C", "old/inner", "commit", "-q", "-m", "begin")
    assert told(validate("old", "--changed-since", "HEAD")) == ["old/inner/c.md"]
    assert told(validate("old/inner", "--changed-since", "HEAD")) == []


def test_a_file_that_git_ignores_is_checked_where_it_is_named(repository: Path) -> None:
    lay(".gitignore", "secret.md\n")
    lay("old/secret.md", UNBALANCED)
    assert told(validate("old/secret.md", "--changed-since", "HEAD")) == ["old/secret.md"]
    assert told(validate("old", "--changed-since", "HEAD")) == []


def test_a_link_counts_as_what_it_leads_to_and_is_not_mended(repository: Path) -> None:
    near = UNBALANCED.replace("Projektnavn:", "Projektnavnn:")
    lay("near.md", near)
    Path("old/link.md").symlink_to("../near.md")
    git("add", ".")
    git("commit", "-q", "-m", "link")
    assert told(validate("old", "--changed-since", "HEAD")) == []
    lay("near.md", near + "Målgruppe: alle\n")
    assert set(told(validate("old", "--changed-since", "HEAD"))) == {"old/link.md"}
    git("checkout", "-q", "near.md")
    Path("old/new.md").symlink_to("../near.md")
    ran = validate("old", "--changed-since", "HEAD", "--fix")
    assert "projekt: “old/new.md” is a link, and is not mended: name the file itself.\n" in ran.err
    assert Path("near.md").read_text("utf-8") == near


def test_no_baseline_is_made_of_what_has_changed(repository: Path) -> None:
    lay("old/ny.md", UNBALANCED)
    ran = validate("old", "--changed-since", "HEAD", "--baseline", "base.json")
    assert (ran.code, ran.out, Path("base.json").exists()) == (2, "", False)
    assert "“base.json” is not there yet, and is made of all findings: leave out" in ran.err


def test_commits_count_back_to_the_revision(repository: Path) -> None:
    lay("old/b.md", GOOD)
    git("commit", "-q", "-a", "-m", "mend")
    assert validate("old", "--changed-since", "main").err.startswith("projekt: nothing that is checked")
    assert validate("old", "--changed-since", "main~1") == Ran(0, "", "")


def test_the_way_to_a_file_may_be_a_link(repository: Path) -> None:
    Path("link").symlink_to("old", target_is_directory=True)
    lay("old/b.md", UNBALANCED.replace("køkkenhave", "urtehave"))
    assert told(validate("link", "--changed-since", "main")) == ["link/b.md"]


def test_what_has_changed_is_not_compared(repository: Path) -> None:
    number = UNBALANCED.replace("Formål:", "Sagsnummer: 2026-17\nFormål:")
    lay("old/x.md", number)
    lay("old/y.md", number)
    assert "number-twice" in validate("old/x.md", "old/y.md").out
    assert "twice" not in validate("old", "--changed-since", "main").out


def test_of_a_revision_that_nobody_knows_it_says_so(repository: Path) -> None:
    ran = validate("old", "--changed-since", "nowhere")
    assert ran.code == 2
    assert "git knows no revision “nowhere”" in ran.err


@pytest.mark.parametrize("revision", ["--output=x", "-p", ""])
def test_an_option_is_no_revision(repository: Path, revision: str) -> None:
    ran = validate("old", f"--changed-since={revision}")
    assert ran.code == 2
    assert f"takes a revision such as main or HEAD~1, not “{revision}”" in ran.err
    assert not Path("x").exists()


def test_outside_a_repository_it_says_so(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(desk.parent))
    lay("a.md")
    ran = validate("a.md", "--changed-since", "main")
    assert ran.code == 2
    assert "is in no repository" in ran.err


def test_without_git_it_says_so(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lay("a.md")
    monkeypatch.setenv("PATH", str(desk))
    ran = validate("a.md", "--changed-since", "main")
    assert ran.code == 2
    assert "--changed-since needs git" in ran.err


@pytest.mark.parametrize("path", ["-", "memory://round"])
def test_git_knows_nothing_of_standard_input_or_other_machines(desk: Path, path: str) -> None:
    ran = projekt("validate", path, "--changed-since", "main", stdin=GOOD.encode())
    assert ran.code == 2
    assert f"knows nothing of “{path}”" in ran.err


def test_a_path_that_is_not_there_is_still_a_wrong_command(repository: Path) -> None:
    ran = validate("nope", "--changed-since", "main")
    assert ran.code == 2
    assert "there is no file or folder “nope”" in ran.err
