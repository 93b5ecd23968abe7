"""Files that have a URL: found and read as those of this machine are, whatever the store does."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import fsspec
import pytest
from fsspec.implementations.memory import MemoryFileSystem

from desk import GOOD, MINUTES, UNBALANCED, lay
from projektkort.source import Found, MissingPath, Unreachable, find, is_remote, read_bytes, read_file, together
from projektkort.source.decode import MAX_BYTES, Source
from terminal import projekt

DAY = ("--as-of", "2026-11-21")
FILES = {
    "p10.md": GOOD,
    "p2.md": UNBALANCED,
    ".hidden.md": GOOD,
    ".DS_Store": "",
    "~$p2.docx": "",
    "scan.pdf": "%PDF-1.4",
    "2026/a.yaml": "title: x\n",
    "2026/b/c.md": GOOD,
    ".old/a.md": GOOD,
    ".git/a.md": GOOD,
    "venv/lib.py": "",
    "node_modules/a.md": GOOD,
}


class Failing(MemoryFileSystem):  # type: ignore[misc]  # fsspec has no types
    """A store that has folders and files, and gives none of them out."""

    protocol = "failing"
    store: dict[str, Any] = {}  # noqa: RUF012 - as its parent has it
    pseudo_dirs = [""]  # noqa: RUF012 - as above
    fault: type[Exception] = KeyError

    def ls(self, path: str, **_: Any) -> list[Any]:
        raise self.fault(path)

    def info(self, path: str, **_: Any) -> dict[str, Any]:
        if path.endswith("unknown"):
            raise self.fault("nobody logged in")
        return {
            "name": path,
            "type": "directory" if path.endswith("folder") else "file",
            "size": int("empty" not in path),
        }

    def cat_file(self, path: str, *_: Any, **__: Any) -> Any:
        raise self.fault(path)


@pytest.fixture
def store() -> Iterator[MemoryFileSystem]:
    """What memory:// holds, empty before and after."""
    made = fsspec.filesystem("memory")
    made.store.clear()
    yield made
    made.store.clear()
    made.pseudo_dirs[:] = [""]


@pytest.fixture
def bucket(store: MemoryFileSystem) -> str:
    for name, text in FILES.items():
        store.pipe(f"/bucket/{name}", text.encode())
    return "memory://bucket"


@pytest.fixture
def failing() -> None:
    fsspec.register_implementation("failing", Failing, clobber=True)


def paths(*asked: str) -> list[str]:
    return [found.path.removeprefix("memory://bucket/") for found in find(asked)]


@pytest.mark.parametrize(
    ("path", "remote"),
    [
        ("s3://bucket/a.md", True),
        ("memory://a", True),
        ("gs://b", True),
        ("git+ssh://b/c", True),
        ("C:\\a.md", False),
        ("C://a.md", False),
        ("a/b://c.md", False),
        ("a.md", False),
        ("-", False),
        ("://", False),
    ],
)
def test_a_url_has_a_scheme(path: str, remote: bool) -> None:
    assert is_remote(path) is remote


def test_a_folder_is_read_as_one_of_this_machine_is(
    bucket: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name, text in FILES.items():
        lay(f"bucket/{name}", text)
    here = [(found.path.removeprefix("bucket/"), found.skipped) for found in find(["bucket"])]
    there = [(found.path.removeprefix(f"{bucket}/"), found.skipped) for found in find([f"{bucket}/"])]
    assert there == here
    assert [name for name, skipped in there if skipped is None] == ["2026/a.yaml", "2026/b/c.md", "p2.md", "p10.md"]


def test_each_file_is_found_once_and_one_that_is_named_keeps_that(bucket: str) -> None:
    asked = [bucket, f"{bucket}/p2.md", f"{bucket}/2026", f"{bucket}/2026/*.yaml", f"{bucket}/.hidden.md", bucket]
    found = list(find(asked))
    assert sorted(each.path for each in found) == sorted(each.path for each in find([bucket]))
    assert {each.path for each in found if each.named} == {f"{bucket}/p2.md", f"{bucket}/.hidden.md"}
    assert Found(f"{bucket}/.hidden.md", named=True) in found


def test_a_file_that_is_named_and_left_out_on_request_is_as_one_of_a_folder(bucket: str) -> None:
    found = list(find([f"{bucket}/scan.pdf", f"{bucket}/p2.md"], forced=True))
    assert found == [Found(f"{bucket}/p2.md"), Found(f"{bucket}/scan.pdf", skipped="pdf")]


@pytest.mark.parametrize(
    ("pattern", "names"),
    [
        ("p?.md", ["p2.md"]),
        ("**/*.md", ["2026/b/c.md", "p2.md", "p10.md"]),
        ("20*", ["2026/a.yaml", "2026/b/c.md"]),
        ("20*/b", ["2026/b/c.md"]),
        ("[p]*.md", ["p2.md", "p10.md"]),
    ],
)
def test_globs(bucket: str, pattern: str, names: list[str]) -> None:
    readable = [found for found in find([f"{bucket}/{pattern}"]) if found.skipped is None]
    assert [found.path.removeprefix(f"{bucket}/") for found in readable] == names


@pytest.mark.parametrize("path", ["none.md", "none", "*.txt", "none/*.md"])
def test_what_is_not_there_is_missing(bucket: str, path: str) -> None:
    with pytest.raises(MissingPath) as missing:
        find([f"{bucket}/{path}"])
    assert (missing.value.path, missing.value.suggestions) == (f"{bucket}/{path}", ())


def test_a_folder_may_keep_a_mark_of_itself(store: MemoryFileSystem, monkeypatch: pytest.MonkeyPatch) -> None:
    store.pipe("/bucket/a.md", b"x")
    monkeypatch.setattr(
        MemoryFileSystem,
        "ls",
        lambda *_, **__: [
            {"name": "/bucket/", "type": "directory"},
            {"name": "/bucket/a.md", "type": "file"},
            {"name": "/bucket/b.md", "type": "other"},
        ],
    )
    assert list(find(["memory://bucket"])) == [
        Found("memory://bucket/a.md"),
        Found("memory://bucket/b.md", skipped="other"),
    ]


def test_the_bytes_and_the_path_are_those_of_the_store(bucket: str) -> None:
    assert read_bytes(f"{bucket}/p2.md") == UNBALANCED.encode()
    source = read_file(f"{bucket}/p2.md")
    assert (source.path, source.text, source.problems) == (f"{bucket}/p2.md", UNBALANCED, ())


def test_no_more_bytes_are_read_than_a_file_may_have(store: MemoryFileSystem) -> None:
    store.pipe("/bucket/a.md", bytes(MAX_BYTES + 9))
    read = read_bytes("memory://bucket/a.md")
    assert isinstance(read, bytes)
    assert len(read) == MAX_BYTES + 1
    [problem] = read_file("memory://bucket/a.md").problems
    assert problem.rule == "file-too-large"


@pytest.mark.usefixtures("failing")
@pytest.mark.parametrize(
    ("fault", "reason"),
    [
        (FileNotFoundError, "vanished"),
        (PermissionError, "permission"),
        (IsADirectoryError, "folder"),
        (OSError, "other"),
        (RuntimeError, "other"),
        (ImportError, "other"),
    ],
)
def test_a_file_that_cannot_be_read_is_a_problem(
    fault: type[Exception], reason: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Failing, "fault", fault)
    read = read_bytes("failing://a.md")
    assert isinstance(read, Source)
    [problem] = read.problems
    assert (read.path, problem.rule, problem.values["reason"]) == ("failing://a.md", "file-unreadable", reason)
    assert list(find(["failing://folder"])) == [Found("failing://folder")]


@pytest.mark.usefixtures("failing")
def test_a_store_may_refuse_a_part_of_an_empty_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Failing, "fault", OSError)
    [problem] = read_file("failing://empty.md").problems
    assert problem.rule == "file-empty"


def test_a_store_is_asked_for_all_files_at_once() -> None:
    meeting = threading.Barrier(8, timeout=5)
    files = [Found(f"memory://bucket/{number}.md") for number in range(8)]
    assert together(lambda file: (meeting.wait(), file.path)[1], files) == [file.path for file in files]


@pytest.mark.usefixtures("failing")
@pytest.mark.parametrize("fault", [RuntimeError, PermissionError])
def test_a_store_that_cannot_be_asked_is_a_wrong_command(
    fault: type[Exception], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Failing, "fault", fault)
    with pytest.raises(Unreachable, match="nobody logged in"):
        find(["failing://unknown"])
    ran = projekt("validate", "failing://unknown")
    assert (ran.code, ran.err) == (2, "projekt: “failing://unknown” cannot be reached: nobody logged in\n")


def test_a_scheme_that_nobody_knows_and_one_whose_package_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    ran = projekt("validate", "nowhere://a")
    assert (ran.code, ran.err) == (2, "projekt: “nowhere://a” cannot be reached: Protocol not known: nowhere\n")
    monkeypatch.setitem(sys.modules, "gcsfs", None)
    ran = projekt("validate", "gs://a")
    assert (ran.code, ran.err) == (
        2,
        "projekt: “gs://a” needs another package: Please install gcsfs to access Google Storage\n",
    )


def test_without_the_extra_it_is_told_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "fsspec.core", None)
    ran = projekt("summary", "memory://bucket")
    assert (ran.code, ran.err) == (
        2,
        "projekt: “memory://bucket” needs the extra “remote”: pip install 'projektkort[remote]'\n",
    )


def test_every_command_reads_them(bucket: str, store: MemoryFileSystem, tmp_path: Path) -> None:
    store.pipe("/bucket/note.md", MINUTES.encode())
    ran = projekt("validate", bucket, *DAY, "--output-format", "concise")
    assert ran.code == 1
    assert ran.out.startswith(f"{bucket}/p2.md:14:8: ")
    assert projekt("inspect", f"{bucket}/p10.md").out.startswith(f"{bucket}/p10.md: application")
    assert projekt("render", bucket, "-o", str(tmp_path / "pages")).code == 0
    assert sorted(path.name for path in (tmp_path / "pages").rglob("*.md")) == ["c.md", "p10.md", "p2.md"]
    assert projekt("summary", bucket, *DAY, "-o", str(tmp_path / "s.html")).code == 0
    page = (tmp_path / "s.html").read_text("utf-8")
    assert f"{bucket}/p2.md" in page
    assert f'href="{bucket}' not in page
    assert projekt("validate", bucket, "--watch").err == (
        f"projekt: --watch sees changes on this machine only, not in “{bucket}”.\n"
    )


def test_other_processes_read_them_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for number in range(200):
        lay(f"f/p{number}.md", (UNBALANCED, GOOD)[number % 2] + f"Sted: Hal {number}\n")
    url = f"file://{tmp_path.as_posix()}/f"
    here = projekt("validate", url, *DAY, "--no-cache", "--jobs", "1")
    assert projekt("validate", url, *DAY, "--no-cache", "--jobs", "2") == here
    local = projekt("validate", str(tmp_path / "f"), *DAY, "--no-cache", "--jobs", "1", "--output-format", "concise")
    remote = projekt("validate", url, *DAY, "--no-cache", "--jobs", "1", "--output-format", "concise")
    assert remote.out == local.out.replace(str(tmp_path), f"file://{tmp_path.as_posix()}")
    assert (here.code, remote.code) == (1, 1)
