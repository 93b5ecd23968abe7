"""Knows what peers can be told to demand of the applications: keys, types and forms of amounts, or headings.

All of it is made from the labels of words.yaml, so that nobody is asked for less than what stands in the files.
"""

from __future__ import annotations

from typing import Any

from applications import LANGUAGES, capital, words

from writing import AFTER, BEFORE

Json = dict[str, Any]
HEADINGS = ("any", *BEFORE, "activities", "schedule", *AFTER, "budget", "financing")
TEXT: Json = {"type": "string", "minLength": 1}
YAMLLINT = """\
extends: default
rules: {line-length: disable, document-start: disable, truthy: disable}
"""


def json_schema() -> Json:
    """The structure of our YAML files as a JSON Schema of draft 7: a language is told by its key for the title."""
    danish, swedish = (_application(words(language)) for language in LANGUAGES)
    title = words(LANGUAGES[0])["labels"]["title"]
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "if": {"type": "object", "required": [title]},
        "then": danish,
        "else": swedish,
    }


def _application(own: Json) -> Json:
    label = own["labels"]
    # A bare 25.000 is a number to readers that give YAML its own types.
    endings = "|".join(_plainly(pattern.removeprefix("{}")) for pattern in own["amounts"])
    pattern = rf"^\d{{1,3}}({_plainly(own['group'])}\d{{3}})*({endings})$"
    amount = {"type": ["string", "number"], "pattern": pattern}
    whole = {"type": "integer", "minimum": 1}
    cost = {"post": TEXT, "quantity": whole, "unit_price": amount, "amount": amount}
    source = {"funder": TEXT, "status": {"enum": [*own["statuses"].values()]}, "amount": amount}
    heads = ("title", "id", "applicant", "contact", "email", "period")
    fields = {
        **{label[part]: TEXT for part in (*heads, *BEFORE, *AFTER)},
        label["applied"]: amount,
        label["activities"]: {"type": "array", "minItems": 1, "items": TEXT},
        label["schedule"]: {"type": "object", "minProperties": 1, "additionalProperties": TEXT},
        label["budget"]: _side(label, "lines", cost, {"post", "amount"}, amount),
        label["financing"]: _side(label, "sources", source, {"funder", "amount"}, amount),
    }
    return _mapping(fields, set(fields))


def _plainly(text: str) -> str:
    """The text as a part of a pattern, in the only way that Python and JavaScript read alike."""
    return text.replace(".", r"\.")


def _side(label: dict[str, str], lines: str, line: Json, required: set[str], amount: Json) -> Json:
    """Budget or financing: its lines and their total."""
    rows = _mapping({label[part]: kind for part, kind in line.items()}, {label[part] for part in required})
    fields = {label[lines]: {"type": "array", "minItems": 1, "items": rows}, label["total"]: amount}
    return _mapping(fields, set(fields))


def _mapping(fields: Json, required: set[str]) -> Json:
    return {"type": "object", "required": sorted(required), "additionalProperties": False, "properties": fields}


def headings() -> list[str]:
    """The headings of our Markdown files as rule MD043 wants them; “?” where languages differ, and for the title."""
    labels = [words(language)["labels"] for language in LANGUAGES]
    names = [{f"## {capital(each.get(part, ''))}" for each in labels} for part in HEADINGS]
    return ["?" if len(each) > 1 or each == {"## "} else each.pop() for each in names]


def markdownlint() -> Json:
    """The configuration of markdownlint-cli2: this rule and no other."""
    return {"config": {"default": False, "MD043": {"headings": headings()}}}


def rumdl() -> str:
    """The same for rumdl, as TOML."""
    return f'[global]\nenable = ["MD043"]\n\n[MD043]\nheadings = {headings()!r}\n'
