"""Measures the line about GrantKit, the nearest tool: one application each, as it reads folders of one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from statistics import median

from applications import application
from ground import Desk
from peers import HOME, quietly
from starts import Rewriting
from table import Measured
from timing import PROJEKT, Command, Failed, in_turn, ratio, seconds

WANTED = ("grantkit==0.2.1", "bibtexparser<2")  # with a later bibtexparser it does not run
NEWER = ("python3", "python3.14", "python3.13", "python3.12")  # it needs 3.12 or later
VENV = HOME / "grantkit"
UNWRITTEN = "[TO BE COMPLETED]"


def measure(desk: Desk) -> Iterator[Measured]:
    """Line 14. An error is planted before, which GrantKit must find."""
    install()
    program, project = str(VENV / "bin/grantkit"), desk.folder / "grantkit"
    quietly([program, "init", str(project), "--funder", "nuffield-rda"])
    responses = sorted(project.glob("responses/*.md"))
    for response in responses:
        sentences = " ".join(application(0).prose["background"])
        response.write_text(response.read_text("utf-8").replace(UNWRITTEN, sentences), "utf-8")
    check = Command([program, "check", "."], project)
    own = desk.folder / "one.yaml"
    commands = {"own": Command([PROJEKT, "validate", own.name], desk.folder, Rewriting(own)), "grantkit": check}
    taken = in_turn(commands, desk.starts, desk.cache, warm=1)
    _prove(check, responses[0], desk)
    detail = f"{median(taken['own']) * 1000:.0f} ms / {median(taken['grantkit']) * 1000:.0f} ms ({WANTED[0]})"
    yield Measured(14, ratio(taken["grantkit"], taken["own"]), desk.starts, detail)


def _prove(check: Command, response: Path, desk: Desk) -> None:
    """That a missing section is found."""
    response.unlink()
    seconds(check._replace(codes=frozenset({1})), desk.cache)


def install() -> None:
    """Installs it with the first Python here that it runs on; raises Failed where there is none."""
    if (VENV / "bin/grantkit").exists():
        return
    HOME.mkdir(exist_ok=True)
    for python in NEWER:
        try:
            quietly([python, "-c", "import sys; sys.exit(sys.version_info < (3, 12))"])
            quietly([python, "-m", "venv", "--clear", str(VENV)])
            break
        except Failed:
            continue
    else:
        raise Failed("GrantKit needs Python 3.12 or later, and there is none on the path")
    quietly([str(VENV / "bin/pip"), "install", "--disable-pip-version-check", *WANTED])
