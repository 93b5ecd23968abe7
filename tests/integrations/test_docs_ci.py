"""docs/ci.md and the README show the same, and only what is there. Their snippets are run in the other tests here."""

from __future__ import annotations

import re
import shlex

import yaml
from machine import snippet

from conftest import ROOT
from terminal import projekt

PAGE, README = ((ROOT / name).read_text("utf-8") for name in ("docs/ci.md", "README.md"))


def test_the_readme_shows_the_snippets_of_the_page() -> None:
    shown = re.findall(r"^```yaml\n(.*?)^```$", README, re.DOTALL | re.MULTILINE)
    assert [text for text in shown if text not in PAGE] == []
    assert yaml.safe_load(shown[0]) == snippet("pre-commit")
    command = "projekt validate applications/ --output-format concise --fail-on warning\n"
    assert command in PAGE
    assert command in README


def test_the_commands_of_the_page_take_these_words() -> None:
    offered = projekt("validate", "--help").out
    commands = [
        line
        for block in re.findall(r"^```sh\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)
        for line in block.splitlines()
    ]
    options = {word for command in commands for word in shlex.split(command) if word.startswith("--")}
    assert options == {"--output-format", "--fail-on", "--watch"}
    assert [option for option in sorted(options) if option not in offered] == []


def test_the_exit_codes_are_all_told() -> None:
    assert re.findall(r"^\| (\d+) \|", PAGE, re.MULTILINE) == ["0", "1", "2", "3", "4", "130", "143"]


def test_the_snippet_for_github_gives_what_the_action_takes() -> None:
    action = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
    steps = snippet("GitHub")["jobs"]["documents"]["steps"]
    assert {name for step in steps for name in step.get("with", {})} == set(action["inputs"])


def test_the_snippet_for_gitlab_sets_what_the_template_reads() -> None:
    [(name, job)] = yaml.safe_load((ROOT / "ci/gitlab.yml").read_text("utf-8")).items()
    told = snippet("GitLab")
    assert told["include"][0]["file"] == "ci/gitlab.yml"
    assert set(told[name]["variables"]) == set(job["variables"])
