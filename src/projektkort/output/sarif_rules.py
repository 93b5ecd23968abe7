"""Knows how a rule is told in SARIF: title, why it matters, and examples; the words stand beside the rules."""

from __future__ import annotations

from projektkort.output.catalogue import Catalogue
from projektkort.output.phrases import say
from projektkort.output.record import Json
from projektkort.output.sarif_results import LEVELS


def descriptor(rule: str, catalogue: Catalogue, language: str) -> Json:
    """All about one rule."""
    title, why = catalogue.title(rule, language), catalogue.why(rule, language)
    return {
        "id": rule,
        "shortDescription": {"text": title},
        "fullDescription": {"text": why},
        "help": _help(rule, why, catalogue, language),
        "defaultConfiguration": {"level": LEVELS[catalogue.severity(rule)]},
    }


def _help(rule: str, why: str, catalogue: Catalogue, language: str) -> Json:
    """Why, and the examples that there are: as text, and fenced as Markdown."""
    named = zip(("example-good", "example-bad"), catalogue.examples(rule), strict=True)
    told = [(say(key, language), example.rstrip()) for key, example in named if example]
    text = (f"{words}\n\n{example}" for words, example in told)
    markdown = (f"{words}\n\n~~~~\n{example}\n~~~~" for words, example in told)
    return {"text": "\n\n".join((why, *text)), "markdown": "\n\n".join((why, *markdown))}
