"""The paths of a command mean files, each once, in an order a person expects; nothing is passed over in silence."""

from __future__ import annotations

import itertools
import os
from pathlib import Path

import pytest

from projektkort.source import Found, MissingPath, find


def make(base: Path, *names: str, **texts: str) -> Path:
    """Files in a folder, and .gitignore files given as text."""
    for name in names:
        path = base / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x")
    for name, text in texts.items():
        folder = base / name.replace("_", "/").strip("/")
        folder.mkdir(parents=True, exist_ok=True)
        (folder / ".gitignore").write_text(text)
    return base


def paths(base: Path, *wanted: str) -> list[str]:
    """The paths that would be read."""
    return [found.path for found in find(wanted, base=base) if found.skipped is None]


def test_a_folder_is_walked_in_natural_order(tmp_path: Path) -> None:
    make(tmp_path, "10.md", "2.md", "b/1.txt", "B10.yaml", "b2.yml", "a.markdown", "Æ.md", "02.md")
    assert paths(tmp_path, ".") == ["02.md", "2.md", "10.md", "a.markdown", "b/1.txt", "b2.yml", "B10.yaml", "Æ.md"]


def test_paths_are_shown_as_given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make(tmp_path, "a/b/c.md")
    monkeypatch.chdir(tmp_path)
    assert [found.path for found in find(["./a/"])] == ["a/b/c.md"]
    assert [found.path for found in find([str(tmp_path / "a")])] == [(tmp_path / "a/b/c.md").as_posix()]
    assert paths(tmp_path, "a/../a/b") == ["a/../a/b/c.md"]


def test_what_a_folder_holds_and_is_not_read_is_named(tmp_path: Path) -> None:
    make(
        tmp_path,
        "a.doc",
        "b.PDF",
        "c.xlsx",
        "d.jpg",
        "e.zip",
        "noending",
        "~$a.docx",
        ".~lock.a.odt#",
        ".b.md",
        ".DS_Store",
    )
    assert {found.path: found.skipped for found in find(["."], base=tmp_path)} == {
        "a.doc": "word",
        "b.PDF": "pdf",
        "c.xlsx": "excel",
        "d.jpg": "image",
        "e.zip": "other",
        "noending": "other",
        "~$a.docx": "lock-file",
        ".~lock.a.odt#": "lock-file",
        ".b.md": "other",
    }


def test_word_and_odf_files_are_read(tmp_path: Path) -> None:
    make(tmp_path, "a.docx", "b.ODT", "c.docm", "d.rtf", "e.pages", "f.dotx")
    found = {each.path: each.skipped for each in find(["."], base=tmp_path)}
    others = dict.fromkeys(("d.rtf", "e.pages", "f.dotx"), "word")
    assert found == {"a.docx": None, "b.ODT": None, "c.docm": None, **others}


def test_a_file_given_by_name_is_read_whatever_its_ending(tmp_path: Path) -> None:
    make(tmp_path, "notes", ".hidden.md", "a.docx", "b.csv")
    assert list(find(["notes", ".hidden.md", "a.docx", "b.csv"], base=tmp_path)) == [
        Found(".hidden.md", named=True),
        Found("a.docx", named=True),
        Found("b.csv", named=True),
        Found("notes", named=True),
    ]


def test_standard_input_is_a_path(tmp_path: Path) -> None:
    make(tmp_path, "a.md")
    assert list(find(["a.md", "-", "-"], base=tmp_path)) == [Found("-", named=True), Found("a.md", named=True)]


def test_a_file_that_is_meant_twice_is_found_once_and_stays_named(tmp_path: Path) -> None:
    make(tmp_path, "a/x.md", "a/y.md", "z.md")
    found = list(find(["z.md", "a/y.md", "a", "./z.md", "a/*.md", "a/../z.md"], base=tmp_path))
    assert found == [Found("a/x.md"), Found("a/y.md", named=True), Found("a/../z.md", named=True)]


def test_a_folder_inside_another_is_walked_once(tmp_path: Path) -> None:
    make(tmp_path, "a/b/x.md", "a/y.md")
    assert paths(tmp_path, "a/b", "a", ".") == ["a/b/x.md", "a/y.md"]


@pytest.mark.parametrize(
    ("glob", "expected"),
    [
        ("*.md", ["1.md"]),
        ("**/*.md", ["1.md", "a/2.md", "a/b/3.md"]),
        ("a/**", ["a/2.md", "a/b/3.md", "a/b/4.txt"]),
        ("a/*/3.md", ["a/b/3.md"]),
        ("a/[ab]", ["a/b/3.md", "a/b/4.txt"]),
        ("?", ["a/2.md", "a/b/3.md", "a/b/4.txt"]),
        ("**/b/?.txt", ["a/b/4.txt"]),
    ],
)
def test_a_glob_means_files_and_what_folders_hold(tmp_path: Path, glob: str, expected: list[str]) -> None:
    make(tmp_path, "1.md", "a/2.md", "a/b/3.md", "a/b/4.txt", "node_modules/5.md")
    assert paths(tmp_path, glob) == expected


def test_a_file_whose_name_looks_like_a_glob_is_itself(tmp_path: Path) -> None:
    make(tmp_path, "a[1].md", "a1.md")
    assert paths(tmp_path, "a[1].md") == ["a[1].md"]


@pytest.mark.parametrize("path", ["gone.md", "*.rst", "gone/*.md", "a/gone.md"])
def test_a_path_that_nothing_answers_to_is_an_error_at_once(tmp_path: Path, path: str) -> None:
    make(tmp_path, "a/b.md")
    with pytest.raises(MissingPath) as missing:
        find(["a", path], base=tmp_path)
    assert (missing.value.path, str(missing.value)) == (path, path)


@pytest.mark.parametrize(
    ("path", "suggestions"),
    [
        ("ansogning.md", ("Ansøgning.md",)),
        ("budgett/plan.yaml", ("budget/plan.yaml",)),
        ("budget/plann.yaml", ("budget/plan.yaml",)),
        ("budgett/nothing.md", ()),
        ("zzz", ()),
        ("budget/plan.yaml/deeper", ()),
    ],
)
def test_a_misspelt_path_is_suggested(tmp_path: Path, path: str, suggestions: tuple[str, ...]) -> None:
    make(tmp_path, "Ansøgning.md", "budget/plan.yaml")
    with pytest.raises(MissingPath) as missing:
        find([path], base=tmp_path)
    assert missing.value.suggestions == suggestions


def test_folders_of_tools_are_not_entered(tmp_path: Path) -> None:
    make(tmp_path, "a.md", ".git/b.md", ".venv/c.md", ".hidden/d.md", "node_modules/e.md", "__pycache__/f.md")
    entered, not_entered = "a.md", [".hidden", ".venv", "__pycache__", "node_modules"]
    found = {each.path: each.skipped for each in find(["."], base=tmp_path)}
    assert found == {entered: None, **dict.fromkeys(not_entered, "folder-not-entered")}


def test_a_folder_given_by_name_is_entered_whatever_its_name(tmp_path: Path) -> None:
    make(tmp_path, ".hidden/d.md", "node_modules/e.md")
    assert paths(tmp_path, ".hidden", "node_modules") == [".hidden/d.md", "node_modules/e.md"]


def test_ignored_files_are_not_spoken_of(tmp_path: Path) -> None:
    make(tmp_path, "a.md", "b.md", "out/c.md", "sub/b.md", "sub/deep/d.md", "sub/e.docx", _="/b.md\nout/\n*.docx\n")
    assert list(find(["."], base=tmp_path)) == [Found("a.md"), Found("sub/b.md"), Found("sub/deep/d.md")]


def test_the_nearest_gitignore_decides(tmp_path: Path) -> None:
    make(tmp_path, "x.txt", "sub/x.txt", "sub/deep/x.txt", _="*.txt\n", sub="!x.txt\n", sub_deep="x.txt\n")
    assert paths(tmp_path, ".") == ["sub/x.txt"]


def test_what_the_folders_above_ignore_holds_up_to_the_root_of_the_repository(tmp_path: Path) -> None:
    make(tmp_path, "repo/.git/HEAD", "repo/a/b/x.txt", "repo/a/b/x.md", _="*.md\n", repo="*.txt\n")
    assert paths(tmp_path, "repo/a/b") == ["repo/a/b/x.md"]


def test_outside_a_repository_the_folders_above_have_no_say(tmp_path: Path) -> None:
    make(tmp_path, "a/x.md", _="*.md\n")
    assert paths(tmp_path, "a") == ["a/x.md"]


def test_an_ignored_folder_that_is_named_is_read(tmp_path: Path) -> None:
    make(tmp_path, ".git/HEAD", "out/x.md", "out/y.md", _="out/\n", out="y.md\n")
    assert paths(tmp_path, "out") == ["out/x.md"]
    assert paths(tmp_path, "out/y.md") == ["out/y.md"]


def test_links_that_go_round_end(tmp_path: Path) -> None:
    make(tmp_path, "a/x.md")
    (tmp_path / "a/round").symlink_to(tmp_path / "a")
    (tmp_path / "a/up").symlink_to("..")
    assert paths(tmp_path, "a") == ["a/x.md"]
    (tmp_path / "gone.md").symlink_to("nowhere")
    assert Found("gone.md") in list(find(["."], base=tmp_path))


def test_a_link_to_a_folder_elsewhere_is_followed(tmp_path: Path) -> None:
    make(tmp_path, "here/a.md", "there/b.md", here="*.txt\n")
    (tmp_path / "here/linked").symlink_to(tmp_path / "there")
    assert paths(tmp_path, "here") == ["here/a.md", "here/linked/b.md"]


def test_a_pipe_is_named_and_not_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.md")
    assert list(find(["."], base=tmp_path)) == [Found("pipe.md", skipped="other")]


def test_a_folder_that_may_not_be_opened_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make(tmp_path, "a/x.md", "b/y.md")
    opened = os.scandir

    def refuse(path: Path) -> object:
        if path.name == "a":
            raise PermissionError
        return opened(path)

    monkeypatch.setattr(os, "scandir", refuse)
    assert list(find(["."], base=tmp_path)) == [Found("a"), Found("b/y.md")]


def test_suggestions_do_without_a_folder_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: object) -> object:
        raise PermissionError

    monkeypatch.setattr(os, "listdir", refuse)
    with pytest.raises(MissingPath) as missing:
        find(["gone.md"], base=tmp_path)
    assert missing.value.suggestions == ()


def test_files_come_one_at_a_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make(tmp_path, *(f"{number}/x.md" for number in range(20)))
    entered: list[Path] = []
    opened = os.scandir

    def watched(path: Path) -> object:
        entered.append(path)
        return opened(path)

    monkeypatch.setattr(os, "scandir", watched)
    assert [found.path for found in itertools.islice(find(["."], base=tmp_path), 2)] == ["0/x.md", "1/x.md"]
    assert len(entered) == 3


def test_without_paths_nothing_is_found(tmp_path: Path) -> None:
    assert list(find([], base=tmp_path)) == []
