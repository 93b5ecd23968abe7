"""The action for GitHub and the template for GitLab: their steps are run as the machines there run them."""

from __future__ import annotations

import json
import os
import re
import shutil
import sys
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
import yaml
from machine import clean, documents, ran, repository, snippet

from conftest import ROOT

pytestmark = pytest.mark.skipif(shutil.which("bash") is None, reason="not run: there is no bash")


@pytest.fixture(scope="module")
def ours(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Our repository, as it is checked out there."""
    folder = tmp_path_factory.mktemp("machine") / "projektkort"
    repository(folder)
    return folder


class Runner:
    """A machine of GitHub's: files that pass from step to step, and inputs that are put in where they are named."""

    def __init__(self, folder: Path, action: Path) -> None:
        self.folder, self.action = folder, action
        self.steps: list[dict[str, Any]] = yaml.safe_load((action / "action.yml").read_text("utf-8"))["runs"]["steps"]
        self.path, self.summary = folder / "path", folder / "summary.md"
        (folder / "temp").mkdir(parents=True)
        self.path.touch()

    def run(self, number: int, where: Path, **inputs: str) -> tuple[int, str]:
        """The exit code of a step, and what it writes."""
        step = self.steps[number]
        given = {
            name: re.sub(r"\$\{\{ inputs\.(\w+) \}\}", lambda found: inputs[found[1]], text)
            for name, text in step.get("env", {}).items()
        }
        added = self.path.read_text("utf-8").splitlines()
        env = clean(
            RUNNER_TEMP=str(self.folder / "temp"),
            GITHUB_ACTION_PATH=str(self.action),
            GITHUB_PATH=str(self.path),
            GITHUB_STEP_SUMMARY=str(self.summary),
            CI="true",
            PATH=os.pathsep.join([*added, str(Path(sys.executable).parent), os.environ["PATH"]]),
            **given,
        )
        script = self.folder / "step.sh"
        script.write_text(step["run"], "utf-8")
        done = ran("bash", "--noprofile", "--norc", "-eo", "pipefail", script, cwd=where, env=env)
        return done.returncode, done.stdout + done.stderr


@pytest.fixture(scope="module")
def runner(ours: Path, tmp_path_factory: pytest.TempPathFactory) -> Runner:
    made = Runner(tmp_path_factory.mktemp("runner") / "a b", ours)
    code, told = made.run(0, made.folder)
    assert code == 0, told
    return made


def test_a_fault_is_annotated_and_summed_up(runner: Runner, tmp_path: Path) -> None:
    uses = next(step for step in snippet("GitHub")["jobs"]["documents"]["steps"] if "with" in step)
    code, told = runner.run(1, documents(tmp_path / "work"), **uses["with"])
    assert code == 1, told
    assert "::error file=applications/bad.md,line=59" in told
    assert "bad.md" in runner.summary.read_text("utf-8")


def test_paths_and_options_arrive_as_they_were_written(runner: Runner, tmp_path: Path) -> None:
    where, good = documents(tmp_path / "work"), "applications/in order/groenne-gaarde.md"
    code, told = runner.run(1, where, paths=f"{good}\n", args="--fail-on info --ignore 'prose'")
    assert code == 0, told
    code, told = runner.run(1, where, paths=f"{good}\napplications/in order/gone.md", args="")
    assert (code, "applications/in order/gone.md" in told) == (2, True), told


@pytest.mark.parametrize("words", ["$(touch owned) `touch owned`", "--lang en; touch owned"])
def test_what_is_handed_over_is_never_run(runner: Runner, tmp_path: Path, words: str) -> None:
    where = documents(tmp_path / "work")
    runner.run(1, where, paths=words, args="")
    runner.run(1, where, paths=".", args=words)
    assert not (where / "owned").exists()


def test_every_input_is_handed_over_outside_the_script(ours: Path) -> None:
    action = yaml.safe_load((ours / "action.yml").read_text("utf-8"))
    steps = action["runs"]["steps"]
    assert all("${{" not in step["run"] and step["shell"] == "bash" for step in steps)
    named = {
        name for step in steps for text in step.get("env", {}).values() for name in re.findall(r"inputs\.(\w+)", text)
    }
    assert named == set(action["inputs"])
    assert all(each["description"] for each in action["inputs"].values())


def test_the_template_for_gitlab_writes_its_reports(runner: Runner, ours: Path, tmp_path: Path) -> None:
    [(_, job)] = yaml.safe_load((ROOT / "ci/gitlab.yml").read_text("utf-8")).items()
    where = documents(tmp_path / "work")
    scripts = runner.path.read_text("utf-8").strip()
    told = job["variables"] | snippet("GitLab")["projekt-validate"]["variables"] | {"PROJEKT_SOURCE": str(ours)}
    env = clean(CI="true", PATH=os.pathsep.join([scripts, os.environ["PATH"]]), **told)
    done = ran("bash", "-eo", "pipefail", "-c", "\n".join(job["script"]), cwd=where, env=env)
    assert done.returncode == 1, done.stdout + done.stderr
    reports = job["artifacts"]["reports"]
    found = json.loads((where / reports["codequality"]).read_text("utf-8"))
    assert ("applications/bad.md", 59) in [
        (each["location"]["path"], each["location"]["lines"]["begin"]) for each in found
    ]
    assert "applications/bad.md" in [
        case.get("name") for case in ElementTree.parse(where / reports["junit"]).iter("testcase")
    ]
    assert job["artifacts"]["when"] == "always"


def test_the_template_says_what_it_needs(tmp_path: Path) -> None:
    [(_, job)] = yaml.safe_load((ROOT / "ci/gitlab.yml").read_text("utf-8")).items()
    done = ran("bash", "-e", "-c", job["script"][0], cwd=tmp_path, env=clean(**job["variables"]))
    assert (done.returncode != 0, "set it to the address of projektkort" in done.stderr) == (True, True)
