"""What is left out of a folder, by ignore files and by configuration, and what becomes of it when it is named."""

from __future__ import annotations

import inspect
import sys
from pathlib import Path

import pytest

from projektkort.source import Found, find
from projektkort.source.globs import Globs, is_pattern
from projektkort.source.walk import natural


def make(base: Path, *names: str, **texts: str) -> Path:
    """Empty files; `projektignore=` and `gitignore=` give the text of the one in `base`."""
    for name in names:
        path = base / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    for name, text in texts.items():
        (base / f".{name}").write_text(text, "utf-8")
    return base


def paths(base: Path, *wanted: str, globs: Globs | None = None, forced: bool = False) -> list[str]:
    """The paths that would be read, where these globs hold below `base`."""

    def configured(folder: str) -> Globs:
        return globs if globs is not None and Path(folder).is_relative_to(globs.root) else Globs()

    found = find(wanted, base=base, configured=configured, forced=forced)
    return [each.path for each in found if each.skipped is None]


def test_projektignore_is_read_as_gitignore_is(tmp_path: Path) -> None:
    make(tmp_path, "a.md", "b.md", "old/c.md", "sub/b.md", projektignore="# drafts\n/b.md\nold/\n")
    assert paths(tmp_path, ".") == ["a.md", "sub/b.md"]


def test_projektignore_has_the_last_word_in_its_folder(tmp_path: Path) -> None:
    make(tmp_path, "a.md", "b.md", gitignore="*.md\n", projektignore="!a.md\n")
    assert paths(tmp_path, ".") == ["a.md"]


def test_a_projektignore_of_a_folder_above_holds_inside_the_repository(tmp_path: Path) -> None:
    make(tmp_path, ".git/HEAD", "a/x.md", "a/y.md", projektignore="y.md\n")
    assert paths(tmp_path, "a") == ["a/x.md"]


@pytest.mark.parametrize("line", ["!", "[z-a]", "\\", "/", "#x", "   "])
def test_a_line_that_git_shrugs_at_means_nothing(tmp_path: Path, line: str) -> None:
    make(tmp_path, "a.md", "b.md", gitignore=f"{line}\nb.md\n")
    assert paths(tmp_path, ".") == ["a.md"]
    assert not is_pattern(line)


def test_all_but_some_may_be_left_out(tmp_path: Path) -> None:
    make(tmp_path, "a.txt", "b.md", "in/a.txt", "in/b.md", "out/c.md", gitignore="*\n!*/\n!*.md\nout\n")
    assert paths(tmp_path, ".") == ["b.md", "in/b.md"]


def test_a_configuration_takes_and_leaves_out(tmp_path: Path) -> None:
    make(tmp_path, "a.md", "b.txt", "c.pdf", "drafts/d.md", "in/drafts/e.md", "in/f.md")
    root = tmp_path.resolve().as_posix()
    assert paths(tmp_path, ".", globs=Globs(root, ("*.md",), ("/drafts/", "f.*"))) == ["a.md", "in/drafts/e.md"]
    assert paths(tmp_path, ".", globs=Globs(root, ("in/",))) == ["in/drafts/e.md", "in/f.md"]
    assert paths(tmp_path, ".", globs=Globs(root, (), ("*", "!in/", "!in/f.md"))) == ["in/f.md"]
    assert paths(tmp_path, "**/*.md", globs=Globs(root, (), ("drafts",))) == ["a.md", "in/f.md"]


def test_what_a_configuration_does_not_take_is_not_spoken_of(tmp_path: Path) -> None:
    make(tmp_path, "a.md", "b.pdf")
    globs = Globs(tmp_path.resolve().as_posix(), ("*.md",))
    assert list(find(["."], base=tmp_path, configured=lambda _: globs)) == [Found("a.md")]


def test_what_is_named_is_read_though_it_is_left_out(tmp_path: Path) -> None:
    make(tmp_path, "a.md", "drafts/b.md", "drafts/old/c.md", "x.csv", projektignore="a.md\n")
    globs = Globs(tmp_path.resolve().as_posix(), ("*.md",), ("drafts/",))
    named = ["a.md", "drafts/b.md", "x.csv"]
    assert paths(tmp_path, *named, globs=globs) == named
    assert paths(tmp_path, "drafts", globs=globs) == ["drafts/b.md", "drafts/old/c.md"]


def test_where_that_is_forced_what_is_named_is_left_out_too(tmp_path: Path) -> None:
    make(tmp_path, ".git/HEAD", "a.md", "b.md", "drafts/b.md", "drafts/old/c.md", "ok/d.md", projektignore="a.md\n")
    globs = Globs(tmp_path.resolve().as_posix(), (), ("drafts/",))
    named = ["a.md", "b.md", "drafts/b.md", "drafts/old/c.md", "ok/d.md"]
    assert paths(tmp_path, *named, globs=globs, forced=True) == ["b.md", "ok/d.md"]
    assert paths(tmp_path, "drafts", "ok", globs=globs, forced=True) == ["ok/d.md"]
    assert paths(tmp_path, "drafts/*.md", "*.md", globs=globs, forced=True) == ["b.md"]


def test_where_that_is_forced_a_file_is_no_more_than_one_that_a_folder_holds(tmp_path: Path) -> None:
    make(tmp_path, "a.md", "b.pdf", "c", "sub/d.md")
    found = list(find(["a.md", "b.pdf", "c", "sub", "sub/d.md", "-"], base=tmp_path, forced=True))
    assert found == [
        Found("-", named=True),
        Found("a.md"),
        Found("b.pdf", skipped="pdf"),
        Found("c", skipped="other"),
        Found("sub/d.md"),
    ]


def test_files_globs_and_folders_that_overlap_give_each_file_once(tmp_path: Path) -> None:
    make(tmp_path, "a/x.md", "a/y.md", "a/b/z.md", "c.md")
    for forced in (False, True):
        every = ["a/b/z.md", "a/x.md", "a/y.md", "c.md"]
        assert sorted(paths(tmp_path, "a", "a/*", "a/b/z.md", "*.md", "**/*.md", forced=forced)) == every
        assert sorted(paths(tmp_path, "*/*.md", ".", "a/b", forced=forced)) == every
        assert sorted(paths(tmp_path, "a/../c.md", "c.md", forced=forced)) == ["a/../c.md"]


def test_a_link_to_itself_leads_nowhere(tmp_path: Path) -> None:
    make(tmp_path, "a.md")
    (tmp_path / "b.md").symlink_to("b.md")
    assert list(find(["."], base=tmp_path)) == [Found("a.md"), Found("b.md")]


def test_a_linked_file_is_a_file(tmp_path: Path) -> None:
    make(tmp_path, "a.md")
    (tmp_path / "b.md").symlink_to("a.md")
    assert paths(tmp_path, ".") == ["a.md", "b.md"]


def test_folders_may_lie_deeper_than_functions_may_call_each_other(tmp_path: Path) -> None:
    deep = "/".join(["d"] * 200)
    make(tmp_path, f"{deep}/a.md")
    before = sys.getrecursionlimit()
    sys.setrecursionlimit(len(inspect.stack(0)) + 100)
    try:
        found = paths(tmp_path, ".")
    finally:
        sys.setrecursionlimit(before)
    assert found == [f"{deep}/a.md"]


@pytest.mark.parametrize(
    "names",
    [
        ["2", "10", "100"],
        ["02", "2", "3"],
        ["a", "a1", "a1b", "a2", "a10", "ab"],
        ["1", "1a", "a"],
        ["A", "a", "B"],
        ["a/2", "a/10", "a 1/1"],
        ["0", "00", "1"],
    ],
)
def test_natural_order(names: list[str]) -> None:
    assert sorted({*names}, key=natural) == names
