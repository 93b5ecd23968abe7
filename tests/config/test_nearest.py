"""The nearest configuration file holds for a file, alone; looking for it is cheap and stops at the repository."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from settings import known, put

from projektkort.config import EMPTY, BrokenConfiguration, Configurations
from projektkort.source import find


def schema_for(path: str) -> str | None:
    return Configurations(known).for_file(path).schema


def test_the_nearest_file_wins_and_nothing_is_merged(desk: Path) -> None:
    put(desk, 'schema = "lokaludvalg"\nlang = "da"')
    put(desk / "a/b", 'schema = "none"')
    assert [schema_for(path) for path in ("x.md", "a/x.md", "a/b/x.md", "a/b/c/x.md")] == [
        "lokaludvalg",
        "lokaludvalg",
        "none",
        "none",
    ]
    assert Configurations(known).nearest("a/b").lang is None


def test_projekt_toml_stands_before_pyproject_toml(desk: Path) -> None:
    put(desk, '[tool.projekt]\nschema = "none"', "pyproject.toml")
    assert schema_for("x.md") == "none"
    put(desk, 'schema = "lokaludvalg"')
    assert schema_for("x.md") == "lokaludvalg"


@pytest.mark.parametrize("text", ["[tool.ruff]\n", "[tool]\nprojekt-x = 1\n", "tool = 5 # projekt\n", "[projekt]\n"])
def test_a_pyproject_without_our_table_is_none(desk: Path, text: str) -> None:
    put(desk, 'schema = "none"')
    put(desk / "a", text, "pyproject.toml")
    assert schema_for("a/x.md") == "none"


def test_a_pyproject_may_hold_it_in_any_form_of_toml(desk: Path) -> None:
    put(desk, '[tool]\nprojekt.schema = "none"\n[[tool.projekt.folder]]\npath = "a/"\npublish = true', "pyproject.toml")
    found = Configurations(known)
    assert (found.for_file("a/x.md").schema, found.for_file("a/x.md").publish) == ("none", True)


@pytest.mark.parametrize(
    ("text", "place"), [("tool.projekt = 5", (1, 16)), ("\n[tool.projekt]\npool.x = 1", (3, 6)), ("[tool", (1, 6))]
)
def test_faults_in_a_pyproject_have_their_places(desk: Path, text: str, place: tuple[int, int]) -> None:
    put(desk, f"{text}\n# tool.projekt", "pyproject.toml")
    with pytest.raises(BrokenConfiguration) as broken:
        schema_for("x.md")
    assert [(each.line, each.column) for each in broken.value.faults] == [place]
    assert broken.value.path == "pyproject.toml"


def test_above_the_root_of_the_repository_nothing_counts(desk: Path) -> None:
    put(desk, 'schema = "none"')
    (desk / "repo/.git").mkdir(parents=True)
    (desk / "repo/a").mkdir()
    assert (schema_for("repo/a/x.md"), schema_for("x.md")) == (None, "none")
    put(desk / "repo", 'schema = "lokaludvalg"')
    assert schema_for("repo/a/x.md") == "lokaludvalg"


def test_a_link_is_looked_at_where_it_leads(desk: Path) -> None:
    put(desk / "there", 'schema = "none"')
    (desk / "here").symlink_to("there")
    assert schema_for("here/x.md") == "none"


def test_one_file_may_hold_for_all(desk: Path) -> None:
    put(desk / "a", 'schema = "lokaludvalg"')
    put(desk / "b", 'schema = "none"\nexclude = ["x.md"]\n[[folder]]\npath = "y.md"\npublish = true\n', "ours.toml")
    found = Configurations(known, "b/ours.toml")
    assert {found.for_file(path).schema for path in ("a/x.md", "b/x.md", "x.md")} == {"none"}
    assert [found.for_file(path).publish for path in ("a/y.md", "b/y.md")] == [False, True]
    assert [found.globs(str(desk / folder)).exclude for folder in "ab"] == [(), ("x.md",)]


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("gone.toml", "gone.toml:1:1: there is no such file."),
        ("a/pyproject.toml", "a/pyproject.toml:1:1: there is no table [tool.projekt] in it."),
        ("a", "a:1:1: there is no such file."),
    ],
)
def test_a_file_that_was_named_must_be_one(desk: Path, name: str, told: str) -> None:
    put(desk / "a", "[tool.ruff]", "pyproject.toml")
    with pytest.raises(BrokenConfiguration) as broken:
        Configurations(known, name).for_file("x.md")
    assert [str(fault) for fault in broken.value.faults] == [told]


def test_a_file_that_cannot_be_read_is_told(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (desk / "projekt.toml").write_bytes(b"lang = '\xe6'")
    with pytest.raises(BrokenConfiguration) as broken:
        schema_for("x.md")
    assert [str(fault) for fault in broken.value.faults] == ["projekt.toml:1:1: it is no UTF-8. Save it as UTF-8."]

    def refuse(*_: object) -> str:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_text", refuse)
    with pytest.raises(BrokenConfiguration, match=r"projekt\.toml:1:1: it cannot be read: Permission denied\."):
        schema_for("x.md")


def test_a_byte_order_mark_and_the_line_ends_of_windows_do_no_harm(desk: Path) -> None:
    (desk / "projekt.toml").write_bytes(b'\xef\xbb\xbfschema = "none"\r\nlang = "da"\r\n')
    assert schema_for("x.md") == "none"


def test_a_folder_with_that_name_is_none(desk: Path) -> None:
    (desk / "projekt.toml").mkdir()
    assert Configurations(known).nearest(desk) == EMPTY


@pytest.mark.parametrize(
    ("paths", "language"),
    [(["a"], "da"), (["a/x.md", "a/y.md"], "da"), (["a", "b"], "sv"), ([], "sv"), (["-"], "sv"), (["a/*.md"], "da")],
)
def test_a_run_is_configured_by_the_folder_that_holds_all_its_files(
    desk: Path, paths: list[str], language: str
) -> None:
    put(desk, 'lang = "sv"')
    put(desk / "a", 'lang = "da"')
    put(desk / "a", "", "x.md")
    (desk / "b").mkdir()
    assert Configurations(known).of_run(paths).lang == language


def test_on_several_drives_a_run_is_configured_by_the_current_folder(
    desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def drives(_: object) -> str:
        raise ValueError("Paths don't have the same drive")

    put(desk, 'lang = "sv"')
    monkeypatch.setattr(os.path, "commonpath", drives)
    assert Configurations(known).of_run(["a", "b"]).lang == "sv"


def test_a_walk_takes_what_the_nearest_configuration_takes(desk: Path) -> None:
    put(desk, 'include = ["*.md"]\nexclude = ["drafts/", "/b/x.md"]')
    put(desk / "a", 'exclude = ["y.md"]')
    for path in ("1.md", "1.txt", "a/x.txt", "a/y.md", "a/drafts/z.md", "b/x.md", "b/drafts/z.md", "b/y.md"):
        put((desk / path).parent, "", Path(path).name)
    found = find(["."], configured=Configurations(known).globs)
    assert [each.path for each in found if each.skipped is None] == ["1.md", "a/drafts/z.md", "a/x.txt", "b/y.md"]


def test_each_folder_is_looked_into_once(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(desk / "a/b", "", "x.md")
    found, read = Configurations(known), []
    opened = Path.read_text

    def watched(path: Path, *how: str) -> str:
        read.append(path)
        return opened(path, *how)

    monkeypatch.setattr(Path, "read_text", watched)
    for number in range(10):
        found.for_file(f"a/b/{number}.md")
        found.for_file(f"a/{number}.md")
    assert len(read) == len(set(read))


def test_without_a_file_nothing_is_loaded(desk: Path) -> None:
    program = """
import json, sys
from projektkort.config import Configurations
Configurations(dict).for_file("a/x.md")
print(json.dumps(sorted(sys.modules)))
"""
    plain = {name: value for name, value in os.environ.items() if not name.startswith("COV")}
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, encoding="utf-8", check=True, env=plain)
    loaded = set(json.loads(ran.stdout))
    assert not loaded & {"tomllib", "pathspec", "pydantic", "projektkort.config.reading"}
