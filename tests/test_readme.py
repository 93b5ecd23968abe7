"""What the README shows is what happens: its terminal excerpts, word by word, its Python, and its two commands."""

from __future__ import annotations

import re
import shlex
import tomllib
from pathlib import Path

import pytest

from conftest import ROOT
from terminal import projekt

README = (ROOT / "README.md").read_text("utf-8")


def blocks(language: str) -> list[str]:
    """The fenced blocks of a language."""
    return re.findall(rf"^```{language}\n(.*?)^```$", README, re.DOTALL | re.MULTILINE)


@pytest.mark.parametrize("excerpt", blocks("console"))
def test_a_terminal_excerpt_is_real(excerpt: str, at_root: Path) -> None:
    command, _, shown = excerpt.partition("\n")
    words = shlex.split(command.removeprefix("$ projekt "))
    assert projekt(*words).out == shown


@pytest.mark.parametrize("program", blocks("python"))
def test_the_python_runs(program: str, at_root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    names: dict[str, object] = {}
    exec(compile(program, "README.md", "exec"), names)
    assert capsys.readouterr().out == "Grønne gårde på Engholmen 32000 True\n"
    assert "<h1" in str(names["page"])


def test_there_is_an_excerpt_and_a_program() -> None:
    assert len(blocks("console")) >= 1
    assert len(blocks("python")) == 1


def test_the_two_commands_are_there() -> None:
    named = re.findall(r"^sh (scripts/\w+)", README, re.MULTILINE)
    assert named == ["scripts/run", "scripts/test"]
    assert all((ROOT / name).is_file() for name in named)


def test_each_dependency_has_a_reason() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    reasons = re.findall(r"^\| ([\w-]+) \| \S.* \|$", (ROOT / "CONTRIBUTING.md").read_text("utf-8"), re.MULTILINE)
    assert {re.split(r"[<>=]", wanted)[0] for wanted in project["dependencies"]} == set(reasons) - {"package"}
