"""pre-commit installs us from a repository and checks what is committed, and nothing else."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest
import yaml
from machine import clean, documents, git, ran, repository, snippet

from conftest import ROOT

pytest.importorskip("pre_commit", reason="not run: pre-commit is not installed")


def pre_commit(folder: Path, home: Path, *words: str) -> tuple[int, str]:
    """The exit code of pre-commit, and all that it writes."""
    done = ran(sys.executable, "-m", "pre_commit", *words, cwd=folder, env=clean(PRE_COMMIT_HOME=str(home)))
    return done.returncode, done.stdout + done.stderr


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A repository with documents that uses our hook, and where pre-commit keeps what it installs."""
    tmp = tmp_path_factory.mktemp("pre-commit")
    revision, folder, home = repository(tmp / "projektkort"), tmp / "round", tmp / "home"
    documents(folder)
    uses = snippet("pre-commit")
    uses["repos"][0] |= {"repo": str(tmp / "projektkort"), "rev": revision}
    (folder / ".pre-commit-config.yaml").write_text(yaml.safe_dump(uses), "utf-8")
    (folder / "applications/page.html").write_text("<p>", "utf-8")
    git(folder, "init", "--quiet")
    git(folder, "add", "--all")
    code, told = pre_commit(folder, home, "install-hooks")
    assert code == 0, told
    return folder, home


def test_a_document_in_order_passes(project: tuple[Path, Path]) -> None:
    code, told = pre_commit(
        *project, "run", "--files", "applications/in order/groenne-gaarde.md", "applications/README.md"
    )
    assert (code, "Passed" in told) == (0, True), told


def test_a_faulty_one_is_told_and_stops_the_commit(project: tuple[Path, Path]) -> None:
    code, told = pre_commit(*project, "run", "--all-files")
    assert code == 1, told
    assert "applications/bad.md:59:8" in told
    assert "drafts/bad.md" not in told


@pytest.mark.parametrize("name", ["applications/README.md", "applications/drafts/bad.md", "applications/page.html"])
def test_a_commit_without_documents_passes(project: tuple[Path, Path], name: str) -> None:
    code, told = pre_commit(*project, "run", "--files", name)
    assert code == 0, told


def test_other_files_are_not_handed_over(project: tuple[Path, Path]) -> None:
    code, told = pre_commit(*project, "run", "--files", "README.md", ".pre-commit-config.yaml", "projekt.toml")
    assert (code, "no files to check" in told) == (0, True), told


@pytest.mark.parametrize(
    ("name", "taken"),
    [
        ("a.md", True),
        ("b/Ansøgning 2.YAML", True),
        ("c.yml", True),
        ("d.docx", True),
        ("e.ODT", True),
        ("f.markdown", True),
        ("g.txt", True),
        (".github/workflows/x.yml", False),
        ("b/.hidden.md", False),
        ("h.py", False),
        ("md", False),
        ("x.mdx", False),
    ],
)
def test_ordinary_names_of_documents_are_taken(name: str, taken: bool) -> None:
    [hook] = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    assert bool(re.search(hook["files"], name) and not re.search(hook["exclude"], name)) is taken


def test_the_hook_file_is_one() -> None:
    from pre_commit.clientlib import load_manifest  # type: ignore[import-untyped] # it comes without types

    [hook] = load_manifest(ROOT / ".pre-commit-hooks.yaml")
    assert (hook["id"], hook["require_serial"], hook["pass_filenames"]) == ("projekt-validate", True, True)
