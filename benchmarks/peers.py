"""Knows the peers that check folders: how they are installed beside us, how each is asked, and whether it works.

They lie in benchmarks/.peers, which nothing else uses. What they are told to demand, `demands` knows.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import demands
from applications import application, words
from timing import Command, Failed, environment

from writing import FORMS

HOME = Path(__file__).with_name(".peers")
FROM_PYPI = ("check-jsonschema==0.39.0", "yamllint==1.38.0", "rumdl==0.3.0")
FROM_NPM = ("ajv-cli@5.0.0", "markdownlint-cli2@0.22.1")
VENV, NODE = HOME / "python", HOME / "node"


class Peer(NamedTuple):
    """A checker of folders with files of one form.

    `argv` makes its command from its program and the files; `spoilt` makes of a good file one that it must refuse.
    """

    name: str
    form: str
    program: Path
    argv: Callable[[list[str]], list[str]]
    spoilt: Callable[[str], str]

    def command(self, folder: Path) -> Command:
        """The check of all files of a folder, run from inside it."""
        files = sorted(str(path.relative_to(folder)) for path in folder.rglob(f"*.{self.form}"))
        return Command([str(self.program), *self.argv(files)], folder)


def without_financing(text: str) -> str:
    """A file whose last part is gone."""
    return text[: text.lower().index(words("da")["labels"]["financing"])].rstrip("# \n") + "\n"


def with_key_twice(text: str) -> str:
    """A YAML file whose first key comes again at the end."""
    return text + text.partition("\n")[0] + "\n"


CHECK_JSONSCHEMA = Peer(
    "check-jsonschema",
    "yaml",
    VENV / "bin/check-jsonschema",
    lambda files: ["--schemafile", str(HOME / "application.json"), *files],
    without_financing,
)
YAMLLINT = Peer(
    "yamllint",
    "yaml",
    VENV / "bin/yamllint",
    lambda _: ["-c", str(HOME / "yamllint.yaml"), "."],
    with_key_twice,
)
AJV = Peer(
    "ajv-cli",
    "yaml",
    NODE / "node_modules/.bin/ajv",
    lambda _: ["validate", "--spec=draft7", "--strict=false", "-s", str(HOME / "application.json"), "-d", "**/*.yaml"],
    without_financing,
)
MARKDOWNLINT = Peer(
    "markdownlint-cli2",
    "md",
    NODE / "node_modules/.bin/markdownlint-cli2",
    lambda _: ["--config", str(HOME / "demands.markdownlint-cli2.jsonc"), "**/*.md"],
    without_financing,
)
RUMDL = Peer(
    "rumdl",
    "md",
    VENV / "bin/rumdl",
    lambda _: ["check", "--no-cache", "--config", str(HOME / "rumdl.toml"), "."],
    without_financing,
)
PEERS = (CHECK_JSONSCHEMA, YAMLLINT, AJV, MARKDOWNLINT, RUMDL)


def install() -> None:
    """Installs the peers, where that is not done yet, and tells them their demands; raises Failed."""
    HOME.mkdir(exist_ok=True)
    done, wanted = HOME / "installed.txt", "\n".join((*FROM_PYPI, *FROM_NPM))
    if not done.exists() or done.read_text() != wanted:
        quietly([sys.executable, "-m", "venv", "--clear", str(VENV)])
        quietly([str(VENV / "bin/pip"), "install", "--disable-pip-version-check", *FROM_PYPI])
        quietly([shutil.which("npm") or "npm", "install", "--no-audit", "--no-fund", "--prefix", str(NODE), *FROM_NPM])
        done.write_text(wanted)
    _demand()


def _demand() -> None:
    (HOME / "application.json").write_text(json.dumps(demands.json_schema()), "utf-8")
    (HOME / "yamllint.yaml").write_text(demands.YAMLLINT, "utf-8")
    (HOME / "demands.markdownlint-cli2.jsonc").write_text(json.dumps(demands.markdownlint()), "utf-8")
    (HOME / "rumdl.toml").write_text(demands.rumdl(), "utf-8")


def quietly(argv: list[str]) -> str:
    """Runs a program for what it does; what it printed. Raises Failed with the end of what it said."""
    try:
        ran = subprocess.run(argv, capture_output=True, encoding="utf-8", check=False, stdin=subprocess.DEVNULL)
    except OSError as missing:
        raise Failed(str(missing)) from missing
    if ran.returncode:
        raise Failed(f"{Path(argv[0]).name}: {(ran.stderr or ran.stdout).strip()[-200:]}")
    return ran.stdout


def versions() -> list[str]:
    """The peers that are installed, each with its version."""
    done = HOME / "installed.txt"
    return done.read_text().replace("==", " ").replace("@", " ").split("\n") if done.exists() else []


def prove(peer: Peer, desk: Path) -> None:
    """Shows that a peer lets good files pass and names the one that is spoilt; raises Failed."""
    folder = desk / f"proof-{peer.name}" / "files"
    folder.mkdir(parents=True)
    for index in range(4):
        (folder / f"good{index}.{peer.form}").write_text(FORMS[peer.form](application(index)), "utf-8")
    code, said = _asked(peer, folder.parent)
    if code:
        raise Failed(f"{peer.name} refuses good files: {said[-300:]}")
    spoilt = folder / f"spoilt.{peer.form}"
    spoilt.write_text(peer.spoilt(FORMS[peer.form](application(0))), "utf-8")
    code, said = _asked(peer, folder.parent)
    if code == 0 or spoilt.name not in said:
        raise Failed(f"{peer.name} does not find the error planted in a file")


def _asked(peer: Peer, folder: Path) -> tuple[int, str]:
    """The exit code, and what the peer said."""
    command = peer.command(folder)
    ran = subprocess.run(
        command.argv, cwd=folder, env=environment(folder), capture_output=True, encoding="utf-8", check=False
    )
    return ran.returncode, ran.stdout + ran.stderr
