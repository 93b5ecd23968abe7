"""`projekt validate` over many files: the same bytes however it is done; nothing that one file does stops the rest."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from desk import GOOD, MINUTES, NEAR, UNBALANCED, lay
from projektkort.cli import answered
from projektkort.output import FORMATS
from terminal import projekt

pytestmark = pytest.mark.usefixtures("desk")
DAY = ("--as-of", "2026-11-21")
KINDS = (GOOD, UNBALANCED, NEAR, GOOD + "Bilag: 240771-0000\n", MINUTES, "title: [\n")
MANY = 300


def folder(count: int) -> None:
    for number in range(count):
        kind = KINDS[number % len(KINDS)] if number % 7 == 0 else GOOD
        lay(f"f/{number % 9}/p{number}.{'yaml' if kind == KINDS[-1] else 'md'}", kind + f"Sted: Hal {number}\n")
    lay("f/1/scan.pdf", b"%PDF-1.4")


def spawned(*words: str, **env: str) -> subprocess.CompletedProcess[bytes]:
    """The command in a process of its own."""
    settings = {name: value for name, value in os.environ.items() if not name.startswith("COV")}
    command = [sys.executable, "-m", "projektkort", *words]
    return subprocess.run(command, capture_output=True, check=False, env=settings | env)


def test_the_same_bytes_however_many_processes_in_every_format() -> None:
    folder(MANY)
    formats = [word for name in FORMATS for word in ("--output-format", f"{name}={{}}/{name}")]
    for jobs in ("1", "2", "3"):
        words = [word.format(f"out{jobs}") for word in formats]
        assert projekt("validate", "f", *DAY, "--no-cache", "--jobs", jobs, *words).code == 1
    for name in FORMATS:
        first, *others = [Path(f"out{jobs}", name).read_bytes() for jobs in (1, 2, 3)]
        assert first
        assert [other == first for other in others] == [True, True], name


def test_the_same_bytes_from_the_cache_and_in_any_surroundings() -> None:
    folder(MANY)
    first = spawned("validate", "f/1", "f", *DAY, PYTHONHASHSEED="1", TZ="UTC", LC_ALL="C.UTF-8")
    again = spawned(
        "validate", "f", "f/1", *DAY, PYTHONHASHSEED="2", TZ="Pacific/Auckland", LC_ALL="POSIX", PYTHONUTF8="1"
    )
    fresh = spawned("validate", "f", "f/1", *DAY, "--no-cache", PYTHONHASHSEED="3")
    assert (first.returncode, first.stderr) == (1, b"")
    assert first.stdout == again.stdout == fresh.stdout


def test_what_is_kept_is_not_checked_again(monkeypatch: pytest.MonkeyPatch, own_cache: Path) -> None:
    folder(20)
    first = projekt("validate", "f", *DAY)

    def refuses(*_: object) -> None:
        raise AssertionError("asked again")

    monkeypatch.setattr("projektkort.engine.check", refuses)
    assert projekt("validate", "f", *DAY) == first
    assert projekt("cache", "info").out.splitlines()[:2] == [f"Folder: {own_cache}", "Results of files: 20"]
    assert projekt("cache", "clear").code == 0
    assert "Results of files: 0" in projekt("cache", "info").out


def test_one_bad_file_never_stops_the_run() -> None:
    lay("a.md")
    lay("b.md", b"\xff\xfe\x00")
    Path("c.md").symlink_to("nowhere.md")
    lay("d.yaml", "a: &a [*a]\n" + "[" * 70_000)
    lay("e.md", UNBALANCED)
    os.mkfifo("f.md")
    ran = projekt("validate", ".", *DAY, "--output-format", "json")
    told = json.loads(ran.out)
    assert (ran.code, [file["path"] for file in told["files"]]) == (1, ["a.md", "b.md", "d.yaml", "e.md"])
    assert [file["path"] for file in told["skipped"]] == ["c.md", "f.md"]


def test_a_file_that_vanishes_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(5):
        lay(f"{number}.md")
    from projektkort.source import find

    found = find(["."])
    next(found)
    Path("3.md").unlink()
    assert [each.path for each in found]
    ran = projekt("validate", "3.md", "4.md", *DAY)
    assert ran.code == 2


def test_a_command_may_not_overwrite_what_it_reads() -> None:
    lay("a.md")
    lay("b.md", UNBALANCED)
    ran = projekt("validate", ".", "--output-format", "json=b.md")
    assert (ran.code, Path("b.md").read_text()) == (2, UNBALANCED)
    assert "“b.md” is a file that was read" in ran.err
    assert sorted(path.name for path in Path().iterdir()) == ["a.md", "b.md"]


@pytest.mark.parametrize("jobs", ["0", "-1", "many", ""])
def test_jobs_is_a_number(jobs: str) -> None:
    ran = projekt("validate", lay("a.md"), "--jobs", jobs)
    assert (ran.code, ran.err) == (2, f"projekt: --jobs takes a number from 1, or auto, not “{jobs}”.\n")


@pytest.mark.skipif(sys.platform == "win32", reason="signals are told otherwise there")
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_ctrl_c_ends_within_a_second_with_what_was_done(jobs: str, tmp_path: Path) -> None:
    for number in range(6_000):
        lay(f"f/{number // 1000}/p{number}.md", GOOD + f"Sted: Hal {number}\n")
    command = [
        sys.executable,
        "-m",
        "projektkort",
        "validate",
        "f",
        "--jobs",
        jobs,
        "--no-cache",
        "--output-format",
        "concise",
    ]
    command += ["--output-format", "text", "--output-format", "json=whole.json"]
    settings = {name: value for name, value in os.environ.items() if not name.startswith("COV")} | {
        "PYTHONUNBUFFERED": "1"
    }
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=settings, start_new_session=True
    ) as run:
        assert run.stdout is not None
        run.stdout.read(1)
        asked = time.monotonic()
        os.killpg(run.pid, signal.SIGINT)
        out, err = run.communicate(timeout=10)
        assert time.monotonic() - asked < 3  # a second where nothing else runs
    assert (run.returncode, err) == (130, b"")
    assert 0 < out.count(b"i orden") < 6_000
    assert not Path("whole.json").exists()
    assert list(Path().glob(".*")) == []


def test_a_single_file_is_answered_before_anything_is_loaded() -> None:
    program = "import sys; from projektkort.cli import main; print(main(sys.argv[1:]), *sys.modules, file=sys.stderr)"
    path = lay("a.md", UNBALANCED)
    settings = {name: value for name, value in os.environ.items() if not name.startswith("COV")}
    first, again = (
        subprocess.run(
            [sys.executable, "-c", program, "validate", path], capture_output=True, text=True, check=True, env=settings
        )
        for _ in range(2)
    )
    assert (again.stdout, again.stderr.split()[0]) == (first.stdout, "1")
    assert not {"yaml", "pydantic", "re", "typing", "pathlib", "sqlite3", "json"} & set(again.stderr.split())
    lay("a.md")
    assert projekt("validate", path).code == 0
    assert projekt("validate", path, "--no-cache").code == 0


def test_an_answer_holds_for_these_bytes_and_this_configuration(own_cache: Path) -> None:
    path = lay("a.md")
    question = answered.question(path)
    assert question is not None
    assert Path(question).parent == own_cache / "answers-1"
    assert answered.question(lay("a.md", NEAR)) != question
    lay("a.md")
    assert answered.question(path) == question
    lay("projekt.toml", "")
    assert answered.question(path) != question


@pytest.mark.parametrize("content", [b"", b"x", b"0 5\nabc", b"0 3\nab\xff", b"0\n"])
def test_a_spoilt_answer_is_no_answer(content: bytes) -> None:
    path = lay("a.md")
    told = projekt("validate", path)
    question = answered.question(path)
    assert question is not None
    assert Path(question).is_file()
    Path(question).write_bytes(content)
    assert projekt("validate", path) == told


def test_who_names_other_files_is_answered_anew() -> None:
    lay("a.md")
    path = lay("s.md", "Skema: status-report\nSprog: da\nAnsøgning: a.md\n# Status\n")
    projekt("validate", path)
    question = answered.question(path)
    assert question is not None
    assert not Path(question).exists()


def test_where_no_cache_is_wanted_nothing_is_kept(own_cache: Path) -> None:
    lay("projekt.toml", "cache = false\n")
    path = lay("a.md")
    assert projekt("validate", path).code == 0
    assert projekt("validate", ".").code == 0
    assert not own_cache.exists()
