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
    assert (ran.code, [file["path"] for file in told["files"]]) == (1, ["a.md", "b.md", "c.md", "d.yaml", "e.md"])
    assert [file["path"] for file in told["skipped"]] == ["f.md"]


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
        "json=whole.json",
        "--output-format",
        "text",
    ]
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
    said = "projekt: stopped before the end, so “whole.json” was not written.\n"
    assert (run.returncode, err.decode()) == (130, said)
    assert 0 < out.count(b"i orden") < 6_000
    assert not Path("whole.json").exists()
    assert list(Path().glob(".*")) == []


@pytest.mark.skipif(sys.platform == "win32", reason="signals are told otherwise there")
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_sigterm_leaves_neither_workers_nor_half_a_file(jobs: str) -> None:
    for number in range(6_000):
        lay(f"f/{number // 1000}/p{number}.md", GOOD + f"Sted: Hal {number}\n")
    words = ["validate", "f", "--jobs", jobs, "--no-cache", "--output-format", "json=o/x.json"]
    settings = {name: value for name, value in os.environ.items() if not name.startswith("COV")}
    command = [sys.executable, "-m", "projektkort", *words, "--output-format", "text"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=settings) as run:
        assert run.stdout is not None
        run.stdout.read(1)
        assert len(list(Path("o").iterdir())) == 1
        for _ in range(2):
            run.terminate()
        _, err = run.communicate(timeout=10)  # to the end of the output, which the workers hold too
    assert (run.returncode, err, list(Path("o").iterdir())) == (143, b"", [])


def test_of_outputs_that_cannot_all_be_written_none_is_begun() -> None:
    lay("o/file", "")
    words = ("--output-format", "json=o/x.json", "--output-format", "csv=o/file/x.csv")
    assert projekt("validate", lay("a.md"), *words).code == 2
    assert list(Path("o").iterdir()) == [Path("o/file")]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_where_one_output_fails_at_the_end_the_next_leaves_nothing() -> None:
    Path("o").mkdir()
    words = ("--output-format", "json=/dev/full", "--output-format", "csv=o/x.csv")
    assert projekt("validate", lay("a.md"), *words).code == 2
    assert list(Path("o").iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="pipes end otherwise there")
@pytest.mark.parametrize(("more", "all_are_checked"), [([], False), (["--output-format", "json=x.json"], True)])
def test_when_the_reader_is_gone_nothing_is_checked_for_nobody(more: list[str], all_are_checked: bool) -> None:
    for number in range(1_000):
        lay(f"f/p{number:04}.md", UNBALANCED + f"Sted: Hal {number}\n")
    settings = {name: value for name, value in os.environ.items() if not name.startswith("COV")}
    words = ["validate", "f", "--jobs", "2", "--output-format", "text", *more]
    command = [sys.executable, "-m", "projektkort", *words]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=settings) as run:
        assert run.stdout is not None
        assert run.stderr is not None
        run.stdout.read(1)
        run.stdout.close()
        assert run.stderr.read() == b""
    kept = int(projekt("cache", "info").out.splitlines()[1].rpartition(" ")[2])
    assert (run.returncode, kept == 1_000) == (1, all_are_checked)


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


def test_a_personal_number_in_the_name_of_a_file_is_told(own_cache: Path) -> None:
    lay("in-order.md")
    lay("240771-0000 in-order.md")
    for _ in range(2):
        ran = projekt("validate", ".", "--no-across", "--output-format", "concise", "--lang", "da")
        said = "Filens navn indeholder noget, der ligner et CPR-nummer (tallet vises ikke)."
        assert (ran.code, ran.out.count("\n")) == (1, 1)
        assert ran.out.startswith(f"••••••-•••• in-order.md:1:1: error[personal-number] {said}")
    assert all(b"240771" not in path.read_bytes() for path in own_cache.rglob("*") if path.is_file())


@pytest.mark.parametrize(
    ("outputs", "place"),
    [(("json=a.out", "sarif=./a.out"), "“./a.out”"), (("json", "text"), "standard output")],
    ids=["file", "screen"],
)
def test_two_outputs_are_not_written_into_each_other(outputs: tuple[str, str], place: str) -> None:
    ran = projekt("validate", lay("a.md"), *(word for each in outputs for word in ("--output-format", each)))
    name = outputs[1].partition("=")[0]
    said = f"two outputs cannot both go to {place}. Name a file: --output-format {name}={name}.out"
    assert (ran.code, ran.out, ran.err) == (2, "", f"projekt: {said}\n")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_a_full_disk_is_no_fault_of_ours() -> None:
    lay("a.md", UNBALANCED)
    with Path("/dev/full").open("wb") as full:
        command = [sys.executable, "-m", "projektkort", "validate", "a.md", "--output-format", "json"]
        settings = {name: value for name, value in os.environ.items() if not name.startswith("COV")}
        ran = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, check=False, env=settings)
    assert (ran.returncode, ran.stderr) == (
        2,
        b"projekt: standard output cannot be written: No space left on device.\n",
    )


def test_an_answer_asks_for_what_the_check_asks_for(own_cache: Path) -> None:
    lay("up/a.md")
    Path("down").mkdir()
    Path("down/a.md").symlink_to("../up/a.md")
    first = answered.question("down/a.md")
    lay("up/projekt.toml", 'lang = "sv"\n')
    assert answered.question("down/a.md") == first  # configuration is looked for beside the link
    lay("down/projekt.toml", 'lang = "sv"\n')
    assert answered.question("down/a.md") != first
    second = answered.question("up/a.md")
    Path("up/.git").mkdir()
    assert answered.question("up/a.md") != second  # nothing above counts any more


def test_with_schemas_of_ones_own_no_answer_is_kept_but_results_are(own_cache: Path) -> None:
    lay("own.yaml", "id: egen\ntitle: {da: Egen}\nlanguage: da\nsections:\n  - {id: purpose, title: {da: Formål}}\n")
    lay("projekt.toml", 'schemas = ["own.yaml"]\n')
    path = lay("a.md")
    assert [projekt("validate", path).code for _ in range(2)] == [0, 0]
    assert not (own_cache / "answers-1").exists()
    assert projekt("validate", ".", "--schema", "own.yaml").code == 0
    assert "Results of files: 2" in projekt("cache", "info").out


def test_a_reader_that_goes_early_is_no_fault_of_ours(own_cache: Path) -> None:
    path = lay("a.md")
    projekt("validate", path)
    settings = {name: value for name, value in os.environ.items() if not name.startswith("COV")}
    read, write = os.pipe()
    os.close(read)
    command = [sys.executable, "-m", "projektkort", "validate", path]
    ran = subprocess.run(command, stdout=write, stderr=subprocess.PIPE, check=False, env=settings)
    os.close(write)
    assert (ran.returncode, ran.stderr) == (0, b"")
