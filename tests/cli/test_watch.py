"""A run is done again when a document changes, and ends with Ctrl-C and the last exit code."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from projektkort.cli.errors import WrongCommand
from projektkort.cli.watch import watch

PROGRAM = """
import itertools, sys
from projektkort.cli.errors import WrongCommand
from projektkort.cli.watch import watch
turns = itertools.count()
def run():
    turn = next(turns)
    open("out.md", "w").write(str(turn))
    print(turn, flush=True)
    if turn == 2:
        raise WrongCommand("it is gone")
    return turn
sys.exit(watch(sys.argv[1:], run, ["out.md"]))
"""


@pytest.mark.skipif(os.name == "nt", reason="not run: Ctrl-C is sent otherwise there")
def test_it_runs_again_for_documents_and_configurations_until_ctrl_c(desk: Path) -> None:
    pytest.importorskip("watchfiles", reason="not run: the extra “watch” is not installed")
    (desk / "in").mkdir()
    command = [sys.executable, "-c", PROGRAM, "in", "*.md", "projekt.toml"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8") as running:
        assert running.stdout is not None
        assert running.stderr is not None
        assert running.stdout.readline() == "0\n"
        time.sleep(1)  # until the system watches
        for turn, name in enumerate(["in/new.md", "projekt.toml", "a.yaml"], 1):
            (desk / "in/result.json").write_text("{}")
            (desk / name).write_text("x")
            assert running.stdout.readline() == f"{turn}\n"
        time.sleep(1)  # what it has written itself is no reason
        running.send_signal(signal.SIGINT)
        rest, told = running.communicate(timeout=20)
    assert (running.returncode, rest, told) == (3, "", "projekt: it is gone\n")


def test_without_the_extra_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "watchfiles", None)
    with pytest.raises(WrongCommand, match=r"pip install 'projektkort\[watch\]'"):
        watch(["."], lambda: 0)


def test_standard_input_cannot_be_watched() -> None:
    pytest.importorskip("watchfiles", reason="not run: the extra “watch” is not installed")
    with pytest.raises(WrongCommand, match="standard input"):
        watch(["-"], lambda: 0)


def test_a_first_run_that_is_a_wrong_command_is_the_end() -> None:
    pytest.importorskip("watchfiles", reason="not run: the extra “watch” is not installed")

    def wrong() -> int:
        raise WrongCommand("no such file")

    with pytest.raises(WrongCommand, match="no such file"):
        watch(["."], wrong)
