"""The pages of docs/rules are as one command makes them, and their links lead somewhere."""

from __future__ import annotations

import re
import runpy
from html import unescape
from pathlib import Path

import pytest

from projektkort.batch.rule_pages import FOLDER, files
from projektkort.engine import catalogue
from projektkort.locale import LANGUAGES

PAGES = dict(files())


def test_the_pages_are_fresh() -> None:
    found = {path: path.read_bytes().decode() for path in FOLDER.rglob("*.md")}
    assert found == PAGES, "run python -m projektkort.batch"


def test_one_command_makes_them(monkeypatch: pytest.MonkeyPatch) -> None:
    made: dict[Path, str] = {}
    write = Path.write_text  # the examples of some rules are written down for a moment

    def keep(path: Path, text: str, encoding: str, newline: str | None = None) -> int:
        if FOLDER not in path.parents:
            return write(path, text, encoding, newline=newline)
        made[path] = text
        return len(text)

    monkeypatch.setattr(Path, "write_text", keep)
    runpy.run_module("projektkort.batch", run_name="__main__")
    assert made == PAGES


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_rule_is_listed_and_explained_in_the_language_of_its_reader(language: str) -> None:
    index = PAGES[FOLDER / ("README.md" if language == "en" else f"{language}.md")]
    links = re.findall(r"^- \[`([a-z-]+)`\]\(([a-z/]+\.md)#([a-z-]+)\): \S", index, re.MULTILINE)
    assert [rule for rule, _, _ in links] == list(catalogue().names())
    for rule, page, anchor in links:
        assert rule == anchor
        _, _, told = PAGES[FOLDER / page].partition(f"\n## {rule}\n")
        told = unescape(told.replace("\\", ""))
        assert told.startswith(f"\n**{catalogue().title(rule, language)}**\n\n{catalogue().why(rule, language)}\n")


def test_the_links_between_pages_lead_somewhere() -> None:
    for path, text in PAGES.items():
        for link in re.findall(r"\]\(([^)#]+\.md)", text):
            assert (path.parent / link).resolve() in PAGES, (path.name, link)


def test_nothing_of_the_machine_that_made_them_is_on_the_pages() -> None:
    assert [path for path, text in PAGES.items() if re.search(r"/tmp|projekt-\w{8}/", text)] == []
