"""The examples hold: each in `ok` has no finding, each in `broken` has just those that it says it has.

A file that is dropped into one of these folders is tested. What it expects stands in a comment of its own, one line
for each finding: `# expect: <rule> @ <line>` in YAML, `<!-- expect: <rule> @ <line> -->` elsewhere. A broken file that
cannot hold a comment is expected to trip the rule that its name begins with, in line 1. A schema file beside the two
folders, with their name, is what the files are checked against; else the schema must be found without being told.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from conftest import ROOT
from projektkort.engine import Loaded, Request, catalogue, check, load
from projektkort.finding import Result
from projektkort.pages.inspection import Inspected, as_data, essence
from projektkort.project.models import AmountLine, Section, Side
from projektkort.source import Source, decode

EXAMPLES = ROOT / "examples"
EXPECTED = re.compile(rb"(?:#|<!--) expect: ([a-z-]+) @ (\d+)")
OK = sorted(EXAMPLES.glob("*/ok/*"))
BROKEN = sorted(EXAMPLES.glob("*/broken/*"))
PAIRS = [path for path in OK if path.suffix == ".md" and path.with_suffix(".yaml").exists()]
PROSE = {
    "purpose",
    "background",
    "target_group",
    "goals",
    "activities",
    "results",
    "anchoring",
    "partners",
    "attachments",
}
LOOSE = {"outline", "description", "status-report"}
"""The kinds that may hold text under no heading: what leads to the first one, a list of contents, page numbers."""
NO_EXAMPLE = {
    "file-too-large": "ten megabytes are no example",
    "file-unreadable": "a file that cannot be opened cannot be kept",
    "word-unreadable": "the examples are texts: tests/source/test_word_broken.py",
    "too-large": "a hundred thousand values are no example",
    "rule-crashed": "a fault of ours, not of a file",
    "check-crashed": "a fault of ours, not of a file",
    "schema-unknown-key": "a fault of a schema file: tests/schema",
    "schema-missing-key": "a fault of a schema file: tests/schema",
    "schema-wrong-value": "a fault of a schema file: tests/schema",
    "schema-unknown-section": "a fault of a schema file: tests/schema",
    "schema-swapped": "a fault of a schema file: tests/schema",
    "schema-not-valid": "the examples are asked about no day: tests/test_cli_validate.py",
    "waiver-expired": "as above: tests/test_waivers.py",
    "spending-against-time": "no schema of the examples allows for a share: tests/rules",
    "number-twice": "takes two files: tests/cases, tests/rules",
    "text-twice": "takes two files, as above",
    "cost-twice": "takes two files, as above",
    "applicant-twice": "takes two files, as above",
    "pool-exceeded": "takes a pool, as above",
    "schema-unknown-rule": "a fault of a schema file: tests/test_cli_schema.py",
}


@pytest.fixture(autouse=True)
def _among_them(monkeypatch: pytest.MonkeyPatch) -> None:
    """A report names its application and predecessor by paths beside its own, which is shown from here."""
    monkeypatch.chdir(EXAMPLES)


def named(path: Path) -> str:
    return path.relative_to(EXAMPLES).as_posix()


def own_schema(path: Path) -> Path | None:
    folder = path.parent.parent
    file = folder / f"{folder.name}.yaml"
    return file if file.exists() else None


def opened(path: Path) -> Source:
    return decode(path.read_bytes(), named(path))


def request(path: Path) -> Request:
    own = own_schema(path)
    return Request(schema=str(own) if own else None)


def checked(path: Path) -> Result:
    return check(opened(path), request(path))


def loaded(path: Path) -> Loaded:
    return load(opened(path), request(path))


def expected(path: Path) -> list[tuple[str, int]]:
    stated = [(rule.decode(), int(line)) for rule, line in EXPECTED.findall(path.read_bytes())]
    return stated or ([(path.stem.partition("--")[0], 1)] if path.parent.name == "broken" else [])


def found(result: Result) -> list[tuple[str, int]]:
    return sorted((finding.rule, finding.span.line) for finding in result.findings)


@pytest.mark.parametrize("path", OK, ids=named)
def test_an_ok_example_has_no_finding(path: Path) -> None:
    result = checked(path)
    assert found(result) == sorted(expected(path))
    assert (result.schema, result.skipped) == (path.parent.parent.name, None)


@pytest.mark.parametrize("path", OK, ids=named)
def test_an_ok_example_is_read_whole_and_balances(path: Path) -> None:
    project = loaded(path).project
    assert project.title is not None
    assert project.balances is (True if project.kind == "application" or project.financing is not None else None)
    # A comment, or the form's own name, may open the file; it belongs to no field.
    opening = path.read_text("utf-8").partition("\n")[0]
    loose = () if project.kind in LOOSE else project.unplaced
    outside = [*loose, *(section.label for section in project.other)]
    assert {text.value.lstrip("# ") for text in outside} <= {opening.lstrip("# ")}


@pytest.mark.parametrize("path", BROKEN, ids=named)
def test_a_broken_example_has_just_its_defect(path: Path) -> None:
    assert path.stem.partition("--")[0] in {rule for rule, _ in expected(path)}
    assert found(checked(path)) == sorted(expected(path))


@pytest.mark.parametrize("path", PAIRS, ids=named)
def test_yaml_and_markdown_of_one_name_say_the_same(path: Path) -> None:
    one, other = loaded(path).project, loaded(path.with_suffix(".yaml")).project
    assert one.title and other.title and one.title.value == other.title.value
    assert (one.applied and one.applied.amount) == (other.applied and other.applied.amount)
    assert (one.period and one.period.period.start) == (other.period and other.period.period.start)
    assert [lines(side) for side in (one.budget, one.financing)] == [
        lines(side) for side in (other.budget, other.financing)
    ]
    assert texts(one.sections) == texts(other.sections)


@pytest.mark.parametrize("path", PAIRS, ids=named)
def test_inspect_shows_the_same_project_of_both(path: Path) -> None:
    assert inspected(path) == inspected(path.with_suffix(".yaml"))


def inspected(path: Path) -> dict[str, Any]:
    """What `inspect` shows, places aside; the comments of an example speak of its form."""
    read = loaded(path)
    shown = essence(as_data(Inspected(read.path, read.project, read.choice.schema.id, read.choice.by)))
    return shown | {"unplaced": [each for each in shown["unplaced"] if not each["text"].startswith("#")]}


def lines(side: Side | None) -> list[tuple[object, ...]]:
    return [said(line) for line in side.lines] if side else []


def said(line: AmountLine) -> tuple[object, ...]:
    return line.label.value, line.amount, line.quantity, line.unit_price, line.type, line.commitment


def texts(sections: tuple[Section, ...]) -> dict[str | None, set[str]]:
    """The words of each section that is prose, whatever marks they stand between."""
    return {section.id: words(section) for section in sections if section.id in PROSE}


def words(section: Section) -> set[str]:
    own = {word for word in re.split(r"\W+", section.text.value) if word}
    return own.union(*(words(part) for part in section.parts))


def test_every_rule_has_a_broken_example() -> None:
    shown = {rule for path in BROKEN for rule, _ in expected(path)}
    assert set(catalogue().names()) == shown | set(NO_EXAMPLE)
    assert not shown & set(NO_EXAMPLE)


@pytest.mark.parametrize("schema", ["lokaludvalg", "generisk"])
def test_there_are_examples_to_begin_with(schema: str) -> None:
    endings = [path.suffix for path in OK if path.parent.parent.name == schema]
    assert endings.count(".yaml") >= 2
    assert endings.count(".md") >= 2
