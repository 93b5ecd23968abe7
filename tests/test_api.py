"""From Python the same as from the command line: `load`, `check`, `check_all` and `render`."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal
from pathlib import Path

import pytest

import projektkort
from conftest import ROOT
from desk import GOOD, OWN_SCHEMA, UNBALANCED, lay
from projektkort.engine import catalogue
from projektkort.output import Options, write
from projektkort.schema.loading import BrokenSchema, UnknownSchema
from terminal import projekt

EXAMPLES = sorted((ROOT / "examples").glob("generisk/broken/*"))


def test_the_docstring_is_a_program_that_runs(desk: Path) -> None:
    program = (projektkort.__doc__ or "").partition("\n\n")[2]
    assert program.count("projektkort.") == 3
    lay("application.yaml", "skema: none\nprojektnavn: Kor\n")
    names: dict[str, object] = {"projektkort": projektkort}
    exec(compile(program, "docstring", "exec"), names)
    assert "<h1" in str(names["html"])


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_check_finds_what_validate_finds(path: Path, at_root: Path) -> None:
    shown = path.relative_to(at_root).as_posix()
    told = projekt("validate", shown, "--output-format", "json", "--as-of", "2026-11-21").out
    result = projektkort.check(shown)
    options = Options(as_of=None)
    same = json.loads(write("json", [result], catalogue(), options))
    assert same["files"] == json.loads(told)["files"]
    assert same["files"][0]["findings"]


@pytest.mark.parametrize("how", ["here", "processes", "executor"])
def test_check_all_finds_what_check_finds(how: str, at_root: Path) -> None:
    paths = ["examples/generisk", "examples/lokaludvalg/ok/*.md", Path("examples/outline")]
    with ThreadPoolExecutor(2) as executor:
        more = {"here": {}, "processes": {"jobs": 2}, "executor": {"executor": executor}}[how]
        results = list(projektkort.check_all(paths, **more))  # type: ignore[arg-type]  # any option by name
    checked = [result for result in results if result.skipped is None]
    assert len(checked) > 30
    assert [projektkort.check(result.path) for result in checked] == checked


def test_load_gives_typed_values(desk: Path) -> None:
    project = projektkort.load(Path(lay("a.md")))
    assert project.title is not None and project.title.value == "Fælles køkkenhave"
    assert project.budget is not None and project.budget.figure == Decimal(10000)
    assert project.balances is True
    assert projektkort.load("a.md", schema="none").balances is True


@pytest.mark.parametrize("to", ["md", "html"])
@pytest.mark.parametrize("page", ["report", "card"])
def test_render_makes_the_page_that_the_command_makes(desk: Path, page: str, to: str) -> None:
    lay("a.md", UNBALANCED)
    project, result = projektkort.load("a.md"), projektkort.check("a.md")
    made = projektkort.render(project, page=page, to="md" if to == "md" else "html", result=result)
    assert made == projekt("render", "a.md", "--template", page, "--to", to).out


def test_render_with_a_template_a_schema_and_a_language_of_ones_own(desk: Path) -> None:
    lay("a.md", GOOD)
    lay("egen.yaml", OWN_SCHEMA)
    lay("ours.j2", "{{ page.title }} {{ page.language }} {{ page.schema }}")
    project = projektkort.load("a.md", schema="egen.yaml")
    made = projektkort.render(project, page="ours.j2", to="md", language="sv", schema="egen.yaml")
    assert made == "Fælles køkkenhave sv Egen pulje\n"
    result = projektkort.check("a.md", schema="egen.yaml")
    assert projektkort.render(project, page="ours.j2", to="md", result=result) == "Fælles køkkenhave da\n"


def test_what_is_not_there_is_raised(desk: Path) -> None:
    lay("a.md")
    lay("egen.yaml", "id: Egen\n")
    for call in (projektkort.load, projektkort.check):
        with pytest.raises(FileNotFoundError):
            call("b.md")
        with pytest.raises(UnknownSchema):
            call("a.md", schema="zzz")
        with pytest.raises(BrokenSchema):
            call("a.md", schema="egen.yaml")
    with pytest.raises(FileNotFoundError):
        projektkort.render(projektkort.load("a.md"), page="zzz.j2")


def test_only_the_documented_names_are_public() -> None:
    assert projektkort.__all__ == ["__version__", "check", "check_all", "load", "render"]
