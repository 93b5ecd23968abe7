"""A batch on the workers of a real scheduler: the same bytes, whatever dies; what cannot be is told at once."""

from __future__ import annotations

import importlib.metadata
import os
import signal
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from distributed import LocalCluster

from desk import GOOD, MINUTES, OWN_SCHEMA, UNBALANCED, lay
from projektkort.batch import cluster as ours
from projektkort.batch.check import Check, Checked
from projektkort.batch.cluster import NoCluster, spread
from projektkort.output import FORMATS
from projektkort.source import Found
from terminal import projekt

pytestmark = pytest.mark.usefixtures("desk")
DAY = ("--as-of", "2026-11-21")
MANY = 640


@pytest.fixture(scope="module")
def cluster() -> Iterator[LocalCluster]:
    """A scheduler in this process with two workers in processes of their own, which are begun anew when they die."""
    with LocalCluster(n_workers=2, threads_per_worker=1, host="127.0.0.1", dashboard_address="127.0.0.1:0") as made:
        yield made


@pytest.fixture
def hurried(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ours, "PATIENCE", 0.5)


class Deadly:
    """A task that ends the process at the file `at`."""

    def __init__(self, at: str) -> None:
        self.at, self.home = at, os.getpid()

    def __call__(self, files: tuple[Found, ...]) -> list[str]:
        assert os.getpid() != self.home
        if any(file.path == self.at for file in files):
            os._exit(1)
        return [file.path for file in files]

    def lost(self, file: Found) -> str:
        return f"lost: {file.path}"

    def rest(self) -> None:
        raise AssertionError("no process is made here")


class Slow(Deadly):
    """A task that takes its time."""

    def __call__(self, files: tuple[Found, ...]) -> list[str]:
        time.sleep(0.2)
        return super().__call__(files)


def files(count: int) -> list[Found]:
    return [Found(f"/f/{number}.md") for number in range(count)]


def test_the_same_bytes_though_a_worker_is_killed_in_the_middle(
    cluster: LocalCluster, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(MANY):
        kind = (UNBALANCED, MINUTES, GOOD)[number % 3]
        lay(f"f/{number % 9}/p{number}.md", kind + f"Sted: Hal {number}\n")
    victim = cluster.workers[0].pid

    def killing(files: Iterator[Found], check: Check, address: str) -> Iterator[Checked]:
        for number, value in enumerate(spread(files, check, address)):
            if number == MANY // 6:
                os.kill(victim, signal.SIGKILL)
            yield value

    monkeypatch.setattr("projektkort.cli.cluster.spread", killing)
    for kind, further in (("one", ("--jobs", "1")), ("many", ("--scheduler", cluster.scheduler_address))):
        formats = [word for name in FORMATS for word in ("--output-format", f"{name}={kind}/{name}")]
        assert projekt("validate", str(Path("f").absolute()), *DAY, "--no-cache", *further, *formats).code == 1
    for name in FORMATS:
        assert Path("one", name).read_bytes() == Path("many", name).read_bytes() != b"", name
    assert victim not in {worker.pid for worker in cluster.workers.values()}


def test_what_is_set_aside_is_so_on_other_machines(cluster: LocalCluster) -> None:
    lay("f/old.md", UNBALANCED)
    lay("f/waived.md", f"{UNBALANCED.rstrip()} <!-- projekt: undtag balance til 2026-11-21: aftalt -->\n")
    command = ("validate", str(Path("f").absolute()), *DAY, "--no-cache", "--baseline", "base.json")
    assert projekt(*command).code == 0
    lay("f/new.md", UNBALANCED)
    here = projekt(*command, "--output-format", "json")
    assert (here.code, here.out.count('"waived": {')) == (1, 2)
    assert projekt(*command, "--output-format", "json", "--scheduler", cluster.scheduler_address) == here


def test_a_file_at_which_every_worker_dies_is_lost_and_no_other(cluster: LocalCluster) -> None:
    assert cluster.scheduler is not None
    cluster.scheduler.allowed_failures = 0
    done = list(spread(files(100), Deadly("/f/40.md"), cluster.scheduler_address))
    assert done == [f"lost: {file.path}" if file.path == "/f/40.md" else file.path for file in files(100)]


def test_when_nobody_asks_any_more_the_work_is_cancelled(cluster: LocalCluster) -> None:
    values = spread(files(10_000), Slow(""), cluster.scheduler_address)
    assert next(values) == "/f/0.md"
    begun = time.monotonic()
    values.close()
    assert time.monotonic() - begun < 2
    assert cluster.scheduler is not None
    assert cluster.scheduler.tasks == {}


def test_workers_have_the_same_version(cluster: LocalCluster, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ours, "__version__", "9.9")
    with pytest.raises(NoCluster, match=r"^the worker tcp://127.0.0.1:\d+ has projektkort [\d.]+, and here is 9.9\."):
        list(spread(files(1), Deadly(""), cluster.scheduler_address))
    monkeypatch.setattr(ours, "version", lambda _: importlib.metadata.version("no such package"))
    with pytest.raises(NoCluster, match=r"has no projektkort, and here is 9.9\."):
        list(spread(files(1), Deadly(""), cluster.scheduler_address))


@pytest.mark.usefixtures("hurried")
def test_a_worker_is_no_scheduler(cluster: LocalCluster) -> None:
    address = cluster.workers[0].worker_address
    with pytest.raises(NoCluster, match=f"^what answers at “{address}” is no scheduler.$"):
        list(spread(files(1), Deadly(""), address))


@pytest.mark.usefixtures("hurried")
def test_a_scheduler_without_workers_is_told() -> None:
    with LocalCluster(n_workers=0, host="127.0.0.1", dashboard_address="127.0.0.1:0") as empty:
        ran = projekt("validate", str(Path.cwd()), "--scheduler", empty.scheduler_address)
        assert (ran.code, ran.err) == (2, f"projekt: the scheduler “{empty.scheduler_address}” has no workers.\n")


def test_a_scheduler_that_goes_is_told(caplog: pytest.LogCaptureFixture) -> None:
    with LocalCluster(n_workers=1, threads_per_worker=1, host="127.0.0.1", dashboard_address="127.0.0.1:0") as brief:
        values = spread(files(10_000), Slow(""), brief.scheduler_address)
        assert next(values) == "/f/0.md"
    with pytest.raises(NoCluster, match=f"^the scheduler “{brief.scheduler_address}” is gone.$"):
        list(values)
    assert [record for record in caplog.records if record.name == "distributed.client"] == []


@pytest.mark.usefixtures("hurried")
@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("tcp://127.0.0.1:1", "there is no scheduler that answers at “tcp://127.0.0.1:1”."),
        ("here", "“here” is no address of a scheduler, such as tcp://10.0.0.7:8786."),
        ("http://127.0.0.1:1", "“http://127.0.0.1:1” is no address of a scheduler, such as tcp://10.0.0.7:8786."),
    ],
)
def test_a_wrong_address_is_a_wrong_command(address: str, told: str) -> None:
    ran = projekt("validate", str(Path(lay("a.md")).absolute()), "--scheduler", address, "--output-format", "json=j")
    assert (ran.code, ran.out, ran.err) == (2, "", f"projekt: {told}\n")
    assert not Path("j").exists()


def test_without_the_extra_it_is_told_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    ran = projekt("validate", str(Path(lay("a.md")).absolute()), "--scheduler", "tcp://127.0.0.1:1")
    told = "projekt: a scheduler needs the extra “cluster”: pip install 'projektkort[cluster]'\n"
    assert (ran.code, ran.err) == (2, told)


@pytest.mark.parametrize(
    ("words", "wrong"),
    [
        ([], "."),
        (["a.md"], "a.md"),
        (["{}", "--config", "own.toml"], "own.toml"),
        (["-", "--schema", "o.yaml"], "o.yaml"),
    ],
)
def test_paths_mean_the_same_everywhere(words: list[str], wrong: str) -> None:
    here = Path(lay("a.md")).parent.absolute()
    lay("own.toml", "")
    lay("o.yaml", OWN_SCHEMA)
    ran = projekt("validate", *(word.format(here) for word in words), "--scheduler", "tcp://127.0.0.1:1")
    told = f"projekt: the workers stand in other folders than you: write “{here / wrong}” instead of “{wrong}”.\n"
    assert (ran.code, ran.err) == (2, told)
