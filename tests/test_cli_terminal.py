"""The command as a process: encodings, colours, pipes that close, Ctrl-C, and the same bytes everywhere."""

from __future__ import annotations

import errno
import json
import os
import pty
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from conftest import ROOT
from desk import UNBALANCED, lay

COMMAND = [sys.executable, "-m", "projektkort"]
ESCAPE = re.compile(r"\x1b\[[0-9;]*m")
DRAWN = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")
"""Colours, and what clears the line of a bar, which a slow machine shows."""


def run(*words: str, cwd: Path | None = None, stdin: bytes = b"", **environment: str) -> tuple[int, bytes, bytes]:
    ran = subprocess.run(
        [*COMMAND, *words], cwd=cwd, input=stdin, capture_output=True, env=os.environ | environment, check=False
    )
    return ran.returncode, ran.stdout, ran.stderr


def on_terminal(*words: str, columns: int = 80, **environment: str) -> str:
    """What the command writes to a terminal of this width."""
    import fcntl
    import struct
    import termios

    main, child = pty.openpty()
    fcntl.ioctl(child, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    wanted = {key: value for key, value in os.environ.items() if key not in {"NO_COLOR", "TERM"}}
    with subprocess.Popen(
        [*COMMAND, *words], stdout=child, stderr=child, env=wanted | {"TERM": "xterm"} | environment
    ) as ran:
        os.close(child)
        raw = b""
        while piece := _read(main):
            raw += piece
        ran.wait()
    os.close(main)
    return raw.decode().replace("\r\n", "\n")


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65536)
    except OSError as ended:
        assert ended.errno == errno.EIO
        return b""


# --- encodings ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "cp850", "utf-16", "utf-8"])
def test_no_encoding_of_the_terminal_stops_the_messages(desk: Path, encoding: str) -> None:
    code, out, err = run("validate", lay("æ.md", UNBALANCED), PYTHONIOENCODING=encoding)
    assert (code, err) == (1, b"")
    shown = "?" if encoding == "ascii" else "æ"
    assert f"{shown}.md:14:8  fejl" in out.decode(encoding)


@pytest.mark.parametrize("words", [("render", "a.md", "--to", "html"), ("inspect", "a.md", "--output-format", "json")])
def test_pages_and_json_are_utf_8_everywhere(desk: Path, words: tuple[str, ...]) -> None:
    lay("a.md")
    assert (told := run(*words, PYTHONIOENCODING="ascii")) == run(*words)
    assert "Fælles køkkenhave".encode() in told[1]


def test_a_file_name_that_is_no_text(desk: Path) -> None:
    name = os.fsdecode(b"for\xe5r.md")
    Path(name).write_text(UNBALANCED, "utf-8")
    code, _, err = run("validate", ".", "--output-format", "json=r.json", "--output-format", "text")
    assert (code, err) == (1, b"")
    assert json.loads(Path("r.json").read_text("utf-8"))["files"][0]["path"].startswith("for")
    assert run("validate", ".", "--output-format", "json")[0] == 1


# --- terminals ---------------------------------------------------------------------------------------------------


def test_colours_on_a_terminal_and_nowhere_else(desk: Path) -> None:
    lay("a.md", UNBALANCED)
    told = on_terminal("validate", "a.md")
    assert "\x1b[1;31mfejl\x1b[0m" in told
    plain = run("validate", "a.md")[1].decode()
    assert ESCAPE.sub("", told) == plain
    assert "\x1b" not in plain
    assert on_terminal("validate", "a.md", NO_COLOR="1") == plain
    assert on_terminal("validate", "a.md", TERM="dumb") == plain


@pytest.mark.parametrize("columns", [40, 80])
def test_the_terminal_is_as_wide_as_it_is(columns: int, at_root: Path) -> None:
    words = ("validate", "examples/lokaludvalg/broken", "--lang", "da")
    lines = DRAWN.sub("", on_terminal(*words, columns=columns)).splitlines()
    wide = [line for line in lines if len(line) > columns and "examples/" not in line]
    assert [line for line in wide if max(map(len, line.split())) < columns - 3] == []
    assert max(map(len, (line for line in lines if "examples/" not in line))) > columns - 10


# --- pipes, Ctrl-C -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("words", "code"), [(("validate", "a.md"), 1), (("rule",), 0), (("render", "a.md"), 0)])
def test_a_pipe_that_closes_is_no_fault_and_hides_none(desk: Path, words: tuple[str, ...], code: int) -> None:
    lay("a.md", UNBALANCED)
    read, write = os.pipe()
    os.close(read)
    ran = subprocess.run([*COMMAND, *words], stdout=write, stderr=subprocess.PIPE, check=False)
    os.close(write)
    assert (ran.returncode, ran.stderr) == (code, b"")


def test_standard_input_that_is_closed(desk: Path) -> None:
    ran = subprocess.run(
        ["sh", "-c", f"{sys.executable} -m projektkort validate - <&-"], capture_output=True, check=False
    )
    assert (ran.returncode, ran.stderr) == (2, b"projekt: there is no standard input to read.\n")


def test_ctrl_c_ends_with_130_and_no_traceback(desk: Path) -> None:
    with subprocess.Popen([*COMMAND, "validate", "-"], stdin=subprocess.PIPE, stderr=subprocess.PIPE) as ran:
        _wait_until_reading(ran.pid)
        ran.send_signal(signal.SIGINT)
        assert ran.stderr is not None
        assert ran.stderr.read() == b""
    assert ran.returncode == 130


def _wait_until_reading(process: int) -> None:
    """Until the process sleeps on its standard input."""
    for _ in range(200):
        waiting = Path(f"/proc/{process}/wchan")
        if waiting.exists() and "pipe" in waiting.read_text("ascii"):
            return
        time.sleep(0.05)


# --- the same bytes ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "words",
    [
        ("validate", "--output-format", "json", "--as-of", "2026-11-21"),
        ("render", "--to", "html", "-o", "ud/"),
    ],
    ids=" ".join,
)
def test_the_same_input_gives_the_same_bytes(tmp_path: Path, words: tuple[str, ...]) -> None:
    told = []
    for number, (seed, zone, locale) in enumerate([("0", "UTC", "C"), ("77", "Asia/Tokyo", "da_DK.UTF-8")]):
        folder = tmp_path / str(number)
        for source in sorted((ROOT / "examples/generisk").rglob("*.*"))[::3][:: 1 - 2 * number]:
            target = folder / source.parent.name / source.name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(source.read_bytes())
        given = ["ok", "broken"][:: 1 - 2 * number]
        ran = run(*words, *given, cwd=folder, PYTHONHASHSEED=seed, TZ=zone, LC_ALL=locale, LANGUAGE=locale)
        pages = {path.relative_to(folder): path.read_bytes() for path in folder.glob("ud/**/*.html")}
        told.append((ran, pages))
    assert told[0] == told[1]
    assert told[0][0][1] or told[0][1]
