"""The pages of docs/rules are as one command makes them, and their links lead somewhere."""

from __future__ import annotations

import re
import runpy
from pathlib import Path

import pytest

from projektkort.batch.rule_pages import FOLDER, files
from projektkort.engine import catalogue
from projektkort.locale import LANGUAGES

PAGES = dict(files())


def test_the_pages_are_fresh() -> None:
    found = {path: path.read_bytes().decode() for path in FOLDER.glob("*.md")}
    assert found == PAGES, "run python -m projektkort.batch"


def test_one_command_makes_them(monkeypatch: pytest.MonkeyPatch) -> None:
    made: dict[Path, str] = {}
    write = Path.write_text  # the examples of some rules are written down for a moment

    def keep(path: Path, text: str, encoding: str, newline: str | None = None) -> int:
        if path.parent != FOLDER:
            return write(path, text, encoding, newline=newline)
        made[path] = text
        return len(text)

    monkeypatch.setattr(Path, "write_text", keep)
    runpy.run_module("projektkort.batch", run_name="__main__")
    assert made == PAGES


def test_every_rule_is_listed_in_every_language_and_each_link_leads_to_it() -> None:
    for name in ("README.md", *(f"{language}.md" for language in LANGUAGES if language != "en")):
        links = re.findall(r"^- \[`([a-z-]+)`\]\(([a-z]+)\.md#([a-z-]+)\): \S", PAGES[FOLDER / name], re.MULTILINE)
        assert [rule for rule, _, _ in links] == list(catalogue().names())
        for rule, page, anchor in links:
            assert rule == anchor
            assert f"\n## {rule}\n" in PAGES[FOLDER / f"{page}.md"]


def test_nothing_of_the_machine_that_made_them_is_on_the_pages() -> None:
    assert [path for path, text in PAGES.items() if re.search(r"/tmp|projekt-\w{8}/", text)] == []
