"""The wheel holds all that the checkout holds: it works in a fresh environment, away from the checkout, offline."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

from conftest import ROOT


def ran(*command: str | Path, cwd: Path = ROOT) -> str:
    """What a command writes; its errors are shown where it fails."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "COV_", "PROJEKT_"))}
    done = subprocess.run(
        [str(word) for word in command], cwd=cwd, env=clean, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, f"{command[:4]}: exit {done.returncode}\n{done.stdout}\n{done.stderr}"
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    ran(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder)
    [built] = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def fresh(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a new environment in which nothing but the wheel is installed.

    What it depends on is lent to it from here, so that no network is needed: a path in a .pth file makes other
    packages importable, but follows no editable install of our own.
    """
    environment = tmp_path_factory.mktemp("fresh")
    venv.create(environment)
    python = environment / "bin" / "python"
    ran(sys.executable, "-m", "pip", "--python", python, "install", "--quiet", "--no-index", "--no-deps", wheel)
    packages = Path(ran(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))").strip())
    (packages / "lent.pth").write_text(sysconfig.get_path("purelib") + "\n", "utf-8")
    return environment


def test_schemas_examples_texts_and_templates_are_in_the_wheel(wheel: Path) -> None:
    held = set(zipfile.ZipFile(wheel).namelist())
    wanted = {
        f"projektkort/{folder}/{path.relative_to(source).as_posix()}"
        for folder, source in (("schemas", ROOT / "schemas"), ("examples", ROOT / "examples"))
        for path in source.rglob("*")
        if path.is_file()
    }
    source = ROOT / "src/projektkort"
    kinds = {".py", ".yaml", ".j2", ".typed", ".css"}
    wanted |= {
        f"projektkort/{path.relative_to(source).as_posix()}" for path in source.rglob("*") if path.suffix in kinds
    }
    assert wanted - held == set()


def test_the_installed_program_checks_the_installed_examples(fresh: Path, tmp_path: Path) -> None:
    python, projekt = fresh / "bin" / "python", fresh / "bin" / "projekt"
    package = Path(ran(python, "-c", "import projektkort; print(projektkort.__file__)", cwd=tmp_path).strip()).parent
    assert package.is_relative_to(fresh)
    folders = [package / "examples" / schema / "ok" for schema in ("lokaludvalg", "generisk")]
    assert ran(projekt, "validate", *folders, "--no-across", "--output-format", "concise", cwd=tmp_path) == ""


def test_the_installed_program_knows_the_schemas_and_makes_a_page(fresh: Path, tmp_path: Path) -> None:
    projekt = fresh / "bin" / "projekt"
    assert "lokaludvalg" in ran(projekt, "schema", "list", cwd=tmp_path)
    page = ran(projekt, "render", ROOT / "examples/lokaludvalg/ok/groenne-gaarde.yaml", "--to", "html", cwd=tmp_path)
    assert "<h1" in page and "32.000" in page
