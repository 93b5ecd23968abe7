"""`projekt validate` of one YAML file stays light: what it does not need is not loaded."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from tempfile import TemporaryDirectory

import pytest

from conftest import ROOT
from terminal import projekt

EXAMPLE = "examples/lokaludvalg/ok/groenne-gaarde.yaml"
HEAVY = {
    "asyncio": "nothing waits for a network",
    "babel": "languages are our own data",
    "calendar": "the days of a month are counted without it",
    "concurrent.futures": "one file needs no second process",
    "ctypes": "nothing foreign is called",
    "difflib": "nothing is misspelt",
    "email": "no validator is made, and so pydantic looks for no plugins",
    "http": "nothing is fetched",
    "hypothesis": "a tool of the tests",
    "importlib.metadata": "as email",
    "jinja2": "pages only",
    "markdown_it": "pages only",
    "multiprocessing": "one file needs no second process",
    "pathspec": "a file given by name asks no .gitignore",
    "projektkort.document.markdown": "the file is YAML",
    "projektkort.document.yaml_repair": "the file is plain YAML",
    "projektkort.document.yaml_walk": "as yaml_repair",
    "projektkort.engine.aside": "nothing is set aside",
    "projektkort.engine.references": "no other file is named",
    "projektkort.output.block": "nothing was found",
    "projektkort.pages": "pages only",
    "projektkort.project.outline": "the file is YAML",
    "projektkort.rules.accounts": "the file is no account",
    "projektkort.rules.aid": "no aid is limited",
    "projektkort.rules.contacts": "nothing is published",
    "projektkort.rules.guesses": "no figures differ",
    "projektkort.rules.joined": "no section is missing",
    "projektkort.rules.members": "no country is asked for",
    "projektkort.rules.mentions": "as joined",
    "projektkort.rules.papers": "no paper is asked for",
    "projektkort.rules.skeleton": "no text is cut off",
    "projektkort.schema.goal_signs": "there are no goals",
    "projektkort.schema.parse": "our own schemas are compiled",
    "pytest": "a tool of the tests",
    "rich": "the text output paints itself",
    "shutil": "as tempfile",
    "sqlite3": "no cache for one file",
    "ssl": "nothing is fetched",
    "stdnum": "the file holds nothing like a personal number",
    "subprocess": "no other program is run",
    "tempfile": "no file is written but the answer",
    "tkinter": "no windows",
    "tomllib": "no file says anything of its own about the check",
    "typer": "there are paths and no options",
    "unittest": "a tool of the tests",
    "urllib.request": "nothing is fetched",
    "xml": "only some outputs",
}
PROGRAM = """
import json, sys
from projektkort.cli import main
code = main(sys.argv[1:])
print(json.dumps([code, sorted(sys.modules)]), file=sys.stderr)
"""


def loaded(*words: str) -> tuple[int, set[str]]:
    """The exit code of a command in a process of its own, and the modules that it loaded."""
    command = [sys.executable, "-c", PROGRAM, *words]
    measured_by_none = {name: value for name, value in os.environ.items() if not name.startswith("COV")}
    with TemporaryDirectory() as folder:  # nothing was answered yet
        env = measured_by_none | {"PROJEKT_CACHE_DIR": folder}
        ran = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=True, env=env)
    code, modules = json.loads(ran.stderr.splitlines()[-1])
    return code, set(modules)


@pytest.fixture(scope="module")
def validated() -> set[str]:
    code, modules = loaded("validate", EXAMPLE)
    assert code == 0
    return modules


@pytest.mark.parametrize("name", HEAVY)
def test_validate_does_not_load(validated: set[str], name: str) -> None:
    assert sorted(module for module in validated if f"{module}.".startswith(f"{name}.")) == []


def test_what_validate_needs_is_loaded(validated: set[str]) -> None:
    assert {"yaml", "pydantic", "projektkort.document.yaml", "projektkort.rules.balance"} <= validated


@pytest.mark.parametrize("path", [EXAMPLE, "examples/lokaludvalg/broken", "examples/generisk/ok", "missing.yaml"])
def test_with_options_and_without_the_same_is_said(path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    assert projekt("validate", path) == projekt("validate", "--fail-on", "error", path)


def test_options_are_read_by_typer() -> None:
    code, modules = loaded("validate", "--fail-on", "error", EXAMPLE)
    assert (code, "typer" in modules) == (0, True)


def test_the_version_needs_next_to_nothing() -> None:
    code, modules = loaded("--version")
    assert code == 0
    assert not {"typer", "pydantic", "yaml", "projektkort.engine"} & modules
