"""The words of the languages are read from one compiled file, and never from one that is out of date."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from projektkort.locale import files


@pytest.fixture
def copied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of its own with all the files; what was read before is forgotten, and once more at the end."""
    for path in (files.COMPILED, *(files.FOLDER / f"{name}.yaml" for name in files.NAMES)):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    monkeypatch.setattr(files, "FOLDER", tmp_path)
    monkeypatch.setattr(files, "COMPILED", tmp_path / files.COMPILED.name)
    monkeypatch.setattr(files, "_files", files._files.__wrapped__)
    return tmp_path


def test_the_compiled_file_is_that_of_all_the_others() -> None:
    assert files.COMPILED.read_text("utf-8") == files.text(), "run python -m projektkort.locale"
    assert {*files.NAMES} == {path.stem for path in files.FOLDER.glob("*.yaml")}


def test_no_yaml_is_read_where_nothing_has_changed(copied: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "plain", lambda _: pytest.fail("read the YAML"))
    assert files.file("da")["decimal"] == ","


def test_a_changed_file_counts_at_once(copied: Path) -> None:
    changed = copied / "nb.yaml"
    changed.write_text(changed.read_text("utf-8") + "\nnew: [no, 012]\n", "utf-8")
    assert files.file("nb")["new"] == ["no", "012"]
    assert files.file("da") == json.loads(files.COMPILED.read_text("utf-8"))["da"]


def test_the_command_makes_the_file_as_it_must_be() -> None:
    before = files.COMPILED.read_bytes()
    subprocess.run([sys.executable, "-m", "projektkort.locale"], check=True)
    assert files.COMPILED.read_bytes() == before


@pytest.mark.parametrize("path", sorted(files.FOLDER.parent.rglob("*.yaml")), ids=lambda path: path.stem)
def test_plain_says_what_a_loader_says(path: Path) -> None:
    text = path.read_text("utf-8")
    assert files.plain(text) == files.plain(text.encode()) == yaml.load(text, yaml.BaseLoader)
