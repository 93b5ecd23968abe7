"""Texts that break off are told; titles, labels and items of lists, which end without a full stop, are not."""

from __future__ import annotations

from pathlib import Path

import pytest
from asking import ask, marked

HEAD = {code: f"---\nlanguage: {code}\n---\n# Torvet\n\n" for code in ("da", "sv", "nb", "en")}


def signs(text: str, language: str = "da") -> list[tuple[str, str]]:
    problems = ask("text-cut-off", HEAD[language] + text, schema="generisk", path="a.md")
    return [(problem.variant, words) for problem, words in zip(problems, marked(problems), strict=True)]


@pytest.mark.parametrize(
    ("language", "text", "sign", "end"),
    [
        ("da", "## Formål\n\nVi bytter ting, og naboerne og\n", "sentence", "Vi bytter ting, og naboerne og"),
        ("da", "## Formål\n\nVi bytter ting med naboer-\n", "sentence", "Vi bytter ting med naboer-"),
        ("sv", "## Syfte\n\nVi byter saker med grannar som har en\n", "sentence", "byter saker med grannar som har en"),
        ("nb", "## Formål\n\nVi vil gjerne at naboene får lyst til å\n", "sentence", "at naboene får lyst til å"),
        ("en", "## Purpose\n\nWe swap things with the\n", "sentence", "We swap things with the"),
        ("da", "## Baggrund\n\nUdvalget gav tilsagn om 28.\n", "amount", "Udvalget gav tilsagn om 28."),
        ("da", "## Baggrund\n\nVi fik penge til 21.875 kr. og penge til 28.\n", "amount", "penge til 28."),
        ("da", "## Budget\n\nTelte: 23.400\nMad: 32.610\nI alt: 56\n", "total", "I alt: 56"),
        ("da", "## Formål\n\nVi bytter ting.\n\nØkono\n", "word", "Økono"),
    ],
)
def test_a_text_that_breaks_off(language: str, text: str, sign: str, end: str) -> None:
    [(told, words)] = signs(text, language)
    assert told == sign
    assert end.endswith(words) or words.endswith(end)


@pytest.mark.parametrize(
    "text",
    [
        "## Formål\n\nVi bytter ting, og naboerne kommer.\n",
        "## Formål\n\nNaboerne\n",
        "## Formål\n\nMøde den 28.\n",
        "## Formål\n\nVi var 28.\n",
        "## Formål\n\nBytte og\n",
        "## Aktiviteter\n\n- Lege og spil, som vi plejer\n- Noget vi selv finder på\n",
        "## Formål\n\nDet koster kr. 30.000.\n",
        "## Budget\n\nTelte: 234\nMad: 326\nI alt: 560\n",
        "## Budget\n\nTelte: 23.400\nMad: 32.610\nI alt: 56.010\n",
        "## Budget\n\nTelte: 23.400\nI alt: 23\n\nVi glæder os.\n",
        "## Formål\n\nVi bytter ting.\n\nProjekt\n",
        "## Formål\n\nVi bytter ting.\n\nVenlig\n",
        "## Formål\n\nVi bytter ting.\n\nBudget\n",
        "## Formål\n\nVi bytter ting.\n\n<!-- det sidste og -->\n",
    ],
)
def test_what_ends_as_it_should(text: str) -> None:
    assert signs(text) == []


def test_an_empty_document_has_no_end() -> None:
    assert ask("text-cut-off", "<!-- nothing -->\n", schema="generisk", path="a.md") == []


def test_of_a_long_line_its_end_is_shown() -> None:
    [(_, words)] = signs("## Formål\n\nEn to tre fire fem seks syv otte ni ti og\n")
    assert words == "fire fem seks syv otte ni ti og"


def test_the_real_documents_that_are_cut_off(documents: Path) -> None:
    cut = {}
    for path in sorted((documents / "corpus").glob("*.txt")):
        problems = ask("text-cut-off", path.read_text("utf-8"), schema="generisk", path=f"{path.stem}.txt")
        if problems:
            cut[path.name[:3]] = [problem.variant for problem in problems]
    assert cut == {"021": ["amount"], "025": ["total"], "061": ["word"]}


def test_a_total_that_breaks_off_is_not_compared_with_its_lines() -> None:
    lines = HEAD["da"] + "## Budget\n\nTelte: 23.400\nMad: 32.610\nI alt: 56\n"
    assert ask("budget-total", lines, schema="generisk", path="a.md") == []
    assert marked(ask("budget-total", lines + "\nVi glæder os.\n", schema="generisk", path="a.md")) == ["56"]
