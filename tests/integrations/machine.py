"""Knows how a test becomes a machine that installs us offline: our repository, and what pip and Python are lent."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sysconfig
from pathlib import Path
from typing import Any

import yaml

from conftest import ROOT

PARTS = ("src", "schemas", "examples", "pyproject.toml", "README.md", "LICENSE", ".pre-commit-hooks.yaml", "action.yml")
LENT = {
    "PYTHONPATH": sysconfig.get_path("purelib"),
    "PIP_NO_DEPS": "1",
    "PIP_NO_INDEX": "1",
    "PIP_NO_BUILD_ISOLATION": "0",  # to pip, 0 means: none
    "PIP_DISABLE_PIP_VERSION_CHECK": "1",
}
"""What we depend on, and what builds us, is lent from here, so that no network is needed."""


def clean(**more: str) -> dict[str, str]:
    """The environment of a machine that knows nothing of this test run."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("PYTHON", "COV", "PROJEKT_", "GIT", "PIP", "CI", "VIRTUAL_ENV"))
    }
    return {**kept, **LENT, **more}


def ran(*command: str | Path, cwd: Path, env: dict[str, str]) -> subprocess.CompletedProcess[str]:
    """What became of a command."""
    words = [str(word) for word in command]
    return subprocess.run(words, cwd=cwd, env=env, capture_output=True, encoding="utf-8", check=False)


def git(folder: Path, *words: str) -> str:
    """What git writes."""
    who = ("-c", "user.name=Nobody", "-c", "user.email=nobody@example.org", "-c", "init.defaultBranch=main")
    done = ran("git", *who, *words, cwd=folder, env=clean())
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def repository(folder: Path) -> str:
    """A repository of ours in a new folder, as somebody else would clone it; its revision."""
    folder.mkdir()
    for part in PARTS:
        source = ROOT / part
        if source.is_dir():
            shutil.copytree(source, folder / part, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, folder / part)
    git(folder, "init", "--quiet")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", "as it is")
    return git(folder, "rev-parse", "HEAD")


def snippet(heading: str) -> dict[str, Any]:
    """What docs/ci.md tells people to write, below one of its headings."""
    page = (ROOT / "docs/ci.md").read_text("utf-8")
    [text] = re.findall(rf"^## {heading}\n.*?^```yaml\n(.*?)^```$", page, re.DOTALL | re.MULTILINE)
    loaded = yaml.load(text, yaml.BaseLoader)  # `on:` is a word here
    assert isinstance(loaded, dict)
    return loaded


def documents(folder: Path) -> Path:
    """A round: a document in order and one with a fault, a report, a README, and a draft."""
    example = ROOT / "examples/lokaludvalg"
    shutil.copytree(example / "ok", folder / "applications/in order")
    shutil.copy(example / "broken/budget-balances--der-mangler-2000.md", folder / "applications/bad.md")
    (folder / "applications/drafts").mkdir()
    shutil.copy(folder / "applications/bad.md", folder / "applications/drafts/bad.md")
    shutil.copytree(ROOT / "examples/status-report/ok", folder / "reports")
    (folder / "README.md").write_text("# Our round\n\nHere lie the applications.\n", "utf-8")
    (folder / "applications/README.md").write_text("# What people sent\n\nOne file each.\n", "utf-8")
    (folder / "projekt.toml").write_text('exclude = ["drafts/"]\n', "utf-8")
    return folder
