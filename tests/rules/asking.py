"""Asks what the rules find in a document as it is typed, without the engine around them."""

from __future__ import annotations

from collections.abc import Iterator

from projektkort.document import read
from projektkort.finding import Problem
from projektkort.project.bind import bind
from projektkort.project.models import Project
from projektkort.rules.registry import rules
from projektkort.schema.loading import load
from projektkort.schema.model import Schema
from projektkort.source import decode


def bound(text: str, schema: Schema | str = "none", path: str = "example.yaml") -> tuple[Project, Schema]:
    """The project that a text makes under a schema."""
    chosen = load(schema) if isinstance(schema, str) else schema
    project, _ = bind(read(decode(text.encode(), path)), chosen, explicit=True)
    return project, chosen


def ask(rule: str, text: str, schema: Schema | str = "none", path: str = "example.yaml") -> list[Problem]:
    """What one rule finds in a text, in its own order; nothing where its needs are not met."""
    project, chosen = bound(text, schema, path)
    [found] = [each for each in rules() if each.name == rule]
    return list(found(project, chosen)) if found.applies(project) else []


def only(rule: str, text: str, schema: Schema | str = "none", path: str = "example.yaml") -> Problem:
    """The one problem that a rule finds."""
    [problem] = ask(rule, text, schema, path)
    return problem


def marked(problems: list[Problem]) -> list[str]:
    """The source text of each problem's place."""
    return [problem.place.text for problem in problems]


def lines(problem: Problem) -> Iterator[int]:
    """The lines of the related places."""
    return (place.line for place in problem.related)


def telling(sentence: str, books: str, language: str) -> str:
    """A document of which a sentence tells something, and its budget something else."""
    return f"---\nlanguage: {language}\n---\n# Torvet\n\n## Formål\n\n{sentence}\n\n{books}"
