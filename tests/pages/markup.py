"""Reads an HTML page as a parser does: its tags, what is visible, and whether every tag is closed."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from itertools import pairwise
from typing import Any

from builder import Words

from projektkort.finding import Finding
from projektkort.pages import page
from projektkort.project.models import Project

VOID = {"meta", "br", "rect"}


@dataclass
class Reading(HTMLParser):
    """The tags of a page with their attributes, what is visible, and whether every tag is closed."""

    tags: list[tuple[str, dict[str, str | None]]] = field(default_factory=list)
    open: list[str] = field(default_factory=list)
    text: str = ""

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "style" not in self.open:
            self.text += data

    def of(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.tags if name == tag]


def html(project: Project, *findings: Finding, **options: Any) -> str:
    return page(project, findings, catalogue=Words(), to="html", **options)


def parsed(project: Project, *findings: Finding, **options: Any) -> Reading:
    reading = Reading()
    reading.feed(html(project, *findings, **options))
    reading.close()
    assert reading.open == []
    return reading


def words(text: str) -> str:
    return " ".join(text.split())


def safe_and_accessible(reading: Reading) -> None:
    """What holds for every page: nothing foreign in it, headings in order, names that are there."""
    assert [name for name, _ in reading.tags if name in {"script", "link", "img", "iframe", "style"}] == ["style"]
    assert not [key for _, attributes in reading.tags for key in attributes if key.startswith("on") or key == "style"]
    policy = {meta.get("http-equiv"): meta["content"] for meta in reading.of("meta") if "content" in meta}
    assert policy["Content-Security-Policy"] == "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
    assert reading.of("html") == [{"lang": "da"}]
    assert len(reading.of("h1")) == len(reading.of("main")) == len(reading.of("footer")) == 1
    levels = [int(name[1]) for name, _ in reading.tags if re.fullmatch(r"h[1-6]", name)]
    assert all(after - before <= 1 for before, after in pairwise(levels))
    identifiers = [attributes["id"] for _, attributes in reading.tags if "id" in attributes]
    assert len(identifiers) == len(set(identifiers))
    referred = [attributes["aria-labelledby"] for _, attributes in reading.tags if "aria-labelledby" in attributes]
    assert {"text", *referred} <= set(identifiers)
    assert {"class": "skip", "href": "#text"} in reading.of("a")
    targets = [attributes["href"] or "" for attributes in reading.of("a")]
    assert {target[1:] for target in targets if target.startswith("#")} <= set(identifiers)
