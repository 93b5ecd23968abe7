"""Knows how a page goes through a Jinja template, built-in or the user's own, and what a template may do: lay out."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from traceback import walk_tb
from typing import Protocol

from jinja2 import ChoiceLoader, Environment, FileSystemLoader, FunctionLoader, StrictUndefined, TemplateSyntaxError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from projektkort.pages import plain
from projektkort.pages.errors import TEMPLATES, TemplateProblem, UnknownTemplate
from projektkort.pages.prose import html
from projektkort.pages.view import Page
from projektkort.pages.voice import To, Voice

FOLDER = Path(__file__).with_name("templates")
BLANKS = re.compile(r"\n(?:[ \t]*\n){2,}")  # to Markdown and HTML several blank lines are one
FILTERS: dict[To, dict[str, Callable[[str], str]]] = {
    "html": {"prose": html, "line": str, "cell": str},
    "md": {"prose": plain.prose, "line": plain.line, "cell": plain.cell},
}


class Voiced(Protocol):
    """What a template lays out: it knows its own language."""

    @property
    def voice(self) -> Voice: ...


def laid_out(page: Voiced, name: str, to: To) -> str:
    """What is told through the built-in template of this name."""
    return _fill(_environment(to), f"{name}.{to}.j2", page)


def render(page: Page, template: str, to: To, user_template: str | None) -> str:
    """The page through a built-in template, or through the text of the user's own, of which `template` is the path."""
    if user_template is not None:
        return _render_own(page, template, to, user_template)
    if template not in TEMPLATES:
        raise UnknownTemplate(template)
    return laid_out(page, template, to)


def _render_own(page: Page, path: str, to: To, text: str) -> str:
    own = FunctionLoader(lambda name: (text, path, None) if name == path else None)
    environment = _environment(to).overlay(loader=ChoiceLoader([own, FileSystemLoader(FOLDER)]))
    try:
        return _fill(environment, path, page)
    except Exception as error:  # a template of the user's own can fail in any way, none of which is our fault
        raise TemplateProblem(path, _line(error, path), str(error) or type(error).__name__) from error


@cache
def _environment(to: To) -> Environment:
    environment = ImmutableSandboxedEnvironment(
        loader=FileSystemLoader(FOLDER),
        undefined=StrictUndefined,
        autoescape=to == "html",
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(FILTERS[to])
    return environment


def _fill(environment: Environment, name: str, page: Voiced) -> str:
    text = environment.get_template(name).render(page=page, say=page.voice.say).strip()
    return BLANKS.sub("\n\n", text) + "\n"


def _line(error: Exception, path: str) -> int:
    """The line of the user's template where it failed; 1 where the error does not tell."""
    if isinstance(error, TemplateSyntaxError):
        return error.lineno
    numbers = [number for frame, number in walk_tb(error.__traceback__) if frame.f_code.co_filename == path]
    return numbers[-1] if numbers else 1
