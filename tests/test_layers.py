"""The house stands as planned: imports point down, no circles, no language in code, nothing vague, nothing long."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest

import house
from house import Module

SOURCE = Path(__file__).parent.parent / "src"
Check = Callable[[Mapping[str, Module]], Iterator[str]]
CHECKS: list[Check] = [house.arrows, house.circles, house.letters, house.names, house.sizes, house.openings]


@pytest.fixture(scope="module")
def built() -> Mapping[str, Module]:
    return house.modules(SOURCE)


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__)
def test_the_house_stands_as_planned(built: Mapping[str, Module], check: Check) -> None:
    assert list(check(built)) == []


def test_the_whole_house_is_looked_at(built: Mapping[str, Module]) -> None:
    assert {"projektkort", "projektkort.engine", "projektkort.project.bind", "projektkort.rules.balance"} <= set(built)
    assert len(built) == len(list(SOURCE.rglob("*.py")))


def faults(folder: Path, check: Check, files: Mapping[str, str]) -> list[str]:
    """What a check says of a package made up of `files`."""
    for name, text in files.items():
        path = folder / "projektkort" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return list(check(house.modules(folder)))


@pytest.mark.parametrize(
    ("module", "text", "target"),
    [
        ("money.py", "from projektkort.finding import Problem", "projektkort.finding"),
        ("money.py", "import projektkort.schema.model", "projektkort.schema.model"),
        ("rules/dates.py", "from ..engine import check", "projektkort.engine"),
        ("rules/dates.py", "from projektkort import output", "projektkort.output"),
        ("rules/dates.py", "def f(): from projektkort.cli import app", "projektkort.cli"),
        ("locale/words.py", "from projektkort.span import Span", "projektkort.span"),
        ("output/text.py", "from projektkort.project.models import Project", "projektkort.project.models"),
        ("pages/html.py", "import projektkort.engine", "projektkort.engine"),
        ("__init__.py", "def check(): from projektkort.cli import app", "projektkort.cli"),
    ],
)
def test_an_arrow_that_runs_back_is_named(tmp_path: Path, module: str, text: str, target: str) -> None:
    rooms = ("finding", "engine", "span", "output/__init__", "cli/__init__", "schema/model", "project/models")
    [fault] = faults(tmp_path, house.arrows, {f"{room}.py": "" for room in rooms} | {module: text})
    name = ".".join(("projektkort", *module.removesuffix(".py").removesuffix("__init__").split("/"))).rstrip(".")
    assert fault == f"{name}:1 imports {target}"


def test_a_room_that_the_plan_does_not_have_is_named(tmp_path: Path) -> None:
    assert faults(tmp_path, house.arrows, {"gadgets.py": "import re"}) == ["projektkort.gadgets: no room of the plan"]


def test_arrows_down_and_within_a_room_are_fine(tmp_path: Path) -> None:
    files = {
        "finding.py": "from projektkort.money import Money\nfrom projektkort import span",
        "money.py": "from .period import Period",
        "period.py": "",
        "span.py": "",
        "cli/__init__.py": "from projektkort.output import text\nfrom projektkort.engine import check",
        "engine.py": "from projektkort import __version__",
        "output/text.py": "from .block import block",
        "output/block.py": "import re",
        "output/__init__.py": "",
        "__init__.py": "__version__ = '1'",
    }
    assert faults(tmp_path, house.arrows, files) == []


def test_a_circle_inside_a_layer_is_named(tmp_path: Path) -> None:
    files = {"money.py": "from projektkort.period import Period", "period.py": "def f():\n    import projektkort.money"}
    [fault] = faults(tmp_path, house.circles, files)
    assert set(fault.split(" imports ")) == {"projektkort.money", "projektkort.period"}


def test_only_a_table_may_break_a_circle_by_importing_late(tmp_path: Path) -> None:
    late = "def f():\n    from projektkort.{room} import text"
    table = {"output/__init__.py": late.format(room="output"), "output/text.py": "from projektkort.output import f"}
    other = {"rules/__init__.py": late.format(room="rules"), "rules/text.py": "from projektkort.rules import f"}
    assert faults(tmp_path / "one", house.circles, table) == []
    assert len(faults(tmp_path / "two", house.circles, other)) == 1


def test_a_nordic_letter_in_code_is_named(tmp_path: Path) -> None:
    files = {"money.py": 'UNIT = "kr"\nLABEL = "Beløb"'}
    assert faults(tmp_path, house.letters, files) == ['projektkort.money:2 LABEL = "Beløb"']


def test_a_vague_name_is_named(tmp_path: Path) -> None:
    [fault] = faults(tmp_path, house.names, {"project/utils.py": ""})
    assert fault.startswith("projektkort.project.utils:")


def test_a_submodule_must_not_hide_a_public_function(tmp_path: Path) -> None:
    files = {"__init__.py": "def render(project):\n    ...", "render.py": "", "pages/render.py": ""}
    [fault] = faults(tmp_path, house.names, files)
    assert fault.startswith("projektkort.render:")


def test_length_counts(tmp_path: Path) -> None:
    files = {
        "money.py": "\n".join(["x = 1"] * 251),
        "period.py": "\n".join(["x = 1"] * 250),
        "span.py": "def long():\n" + "    x = 1\n" * 30 + "def short():\n" + "    x = 1\n" * 29,
    }
    assert faults(tmp_path, house.sizes, files) == ["projektkort.money: 251 lines", "projektkort.span:1 long: 31 lines"]


def test_a_module_opens_with_what_it_knows(tmp_path: Path) -> None:
    files = {"money.py": "import re", "span.py": '"""Knows where."""\nimport re', "rules/__init__.py": ""}
    assert faults(tmp_path, house.openings, files) == ["projektkort.money: no opening sentence"]
