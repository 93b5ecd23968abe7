"""The page says what the text says: every figure and every date of the source stands on it, in Markdown and HTML."""

from __future__ import annotations

import html
import re
from pathlib import Path
from typing import Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conftest import ROOT
from projektkort.engine import Loaded, Request, catalogue, load
from projektkort.identity import mask
from projektkort.pages import page
from projektkort.source import decode, read_file

EXAMPLES = sorted(path for path in (ROOT / "examples").glob("*/*/*") if path.suffix in {".md", ".yaml"})
FIGURE = re.compile(r"[0-9]+(?:[.,' \u00a0\u2009\u202f][0-9]{3}(?![0-9]))*(?:[.,][0-9]{1,2}(?![0-9]))?")
"""A number with its group marks and decimals: a table writes its amounts in the language of the page."""
IDLE = re.compile(r"[.,]0{1,2}$")


def made(loaded: Loaded, to: Literal["md", "html"]) -> str:
    written = page(loaded.project, [], catalogue=catalogue(), to=to, schema=loaded.choice.schema)
    if to == "html":
        body = written.partition("<body")[2]
        written = html.unescape(re.sub(r"<[^>]*>", " ", body))
    return written


def figures(text: str) -> set[str]:
    """The digits of the numbers of a text, without idle decimals and noughts in front."""
    return {re.sub("[^0-9]", "", IDLE.sub("", each)).lstrip("0") or "0" for each in FIGURE.findall(text)}


def lost(loaded: Loaded, to: Literal["md", "html"]) -> set[str]:
    """The figures of the source that are not on its page."""
    text = mask(loaded.document.source.text)
    written = made(loaded, to)
    return {each for each in figures(text) - figures(written) if each not in written}


@pytest.mark.parametrize("to", ["md", "html"])
@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_figure_of_an_example(path: Path, to: Literal["md", "html"]) -> None:
    assert lost(load(read_file(path)), to) == set()


@pytest.mark.parametrize("to", ["md", "html"])
def test_every_figure_of_real_documents(documents: Path, to: Literal["md", "html"]) -> None:
    paths = sorted([*documents.glob("seeds/*.txt"), *documents.glob("corpus/*.txt")])
    assert len(paths) > 20
    missing = {path.name: lost(load(read_file(path)), to) for path in paths}
    assert {name: gone for name, gone in missing.items() if gone} == {}


WORDS = st.sampled_from(
    ["maj", "stk", "kr.", "uge", "Telte", "i alt", "-", "|", "*", "#", ":", "%", "1.", "(", ")", "à"]
)
FIGURES = st.from_regex(r"[1-9][0-9]{0,2}(\.[0-9]{3}){0,2}(,[0-9]{2})?", fullmatch=True)
LINE = st.lists(st.one_of(WORDS, FIGURES, st.dates().map(str)), min_size=1, max_size=6).map(", ".join)
LABEL = st.sampled_from(
    ["Formål: ", "Budget\n", "Finansiering\n", "Tidsplan: ", "## Noget\n", "", "", "- ", "12. maj "]
)
TEXT = st.lists(st.tuples(LABEL, LINE).map("".join), min_size=1, max_size=8).map("\n".join)
REPORTED = st.sampled_from(
    [
        *(
            "## Mål\n",
            "| Delmål | Mål | Tidspunkt | Status |\n|---|---|---|---|\n",
            "| 1.1 Strande | Mål 1.1.A ",
            "| | | ",
        ),
        *("### Mål 1.2 ", "Status: ", "Opfyldt ved:\n- ", "Rapport nr.: ", "Periode: ", "## Delprojekter\n", "### "),
        *(
            "#### Rapport 1, ",
            "#### Rapport 2, 1. juli – 30. september 2026\n",
            "## Økonomi\n",
            "Løn\t",
            "## Afvigelser\n",
        ),
    ]
)
REPORT = st.lists(st.tuples(st.one_of(REPORTED, LABEL), LINE).map("".join), min_size=1, max_size=10).map("\n".join)


@settings(deadline=None)
@given(TEXT, st.sampled_from(["md", "html"]))
def test_every_figure_of_any_text(text: str, to: Literal["md", "html"]) -> None:
    assert lost(load(decode(text.encode(), "a.md")), to) == set()


@settings(deadline=None)
@given(
    REPORT, st.sampled_from(["goal-report", "status-report", "outline", "description"]), st.sampled_from(["md", "html"])
)
def test_every_figure_of_any_report(text: str, schema: str, to: Literal["md", "html"]) -> None:
    assert lost(load(decode(text.encode(), "a.md"), Request(schema=schema)), to) == set()
