"""A shell that asks is told the commands and the options; what it needs for that is one command."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

import pytest
from machine import ran

PROJEKT = Path(sys.executable).with_name("projekt")


@pytest.mark.skipif(shutil.which("bash") is None, reason="not run: there is no bash")
@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("projekt vali", ["validate"]),
        ("projekt re", ["render"]),
        ("projekt validate --output-f", ["--output-format"]),
        ("projekt schema js", ["json-schema"]),
    ],
)
def test_bash_completes_with_the_script_that_we_show(tmp_path: Path, typed: str, offered: list[str]) -> None:
    env = {**os.environ, "PATH": os.pathsep.join([str(PROJEKT.parent), os.environ["PATH"]]), "HOME": str(tmp_path)}
    shown = ran(PROJEKT, "--show-completion", "bash", cwd=tmp_path, env=env).stdout
    pressed = f"COMP_WORDS=({typed}); COMP_CWORD={len(typed.split()) - 1}; _projekt_completion projekt"
    done = ran("bash", "-c", f"{shown}\n{pressed}; echo ${{COMPREPLY[@]}}", cwd=tmp_path, env=env)
    assert (done.returncode, done.stdout.split()) == (0, offered), done.stderr


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_each_shell_has_its_script(tmp_path: Path, shell: str) -> None:
    done = ran(PROJEKT, "--show-completion", shell, cwd=tmp_path, env={**os.environ, "HOME": str(tmp_path)})
    assert (done.returncode, "_PROJEKT_COMPLETE" in done.stdout) == (0, True)
