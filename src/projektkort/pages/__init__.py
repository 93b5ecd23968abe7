"""Pages: one project through a template. What stands on a page `view` knows, how it looks the templates do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from projektkort.finding import Finding
from projektkort.pages.checked import Checked, Words
from projektkort.pages.checklist import checklist
from projektkort.pages.errors import CHECKED, TemplateProblem, UnknownTemplate
from projektkort.pages.letter import letter
from projektkort.pages.view import Page, build
from projektkort.pages.voice import To, Voice
from projektkort.project.models import Project
from projektkort.schema.model import Schema

__all__ = ["Checked", "Page", "TemplateProblem", "UnknownTemplate", "Words", "page"]


def page(  # noqa: PLR0913 - all but two by name, and each of its own kind
    project: Project,
    findings: Sequence[Finding],
    *,
    catalogue: Words,
    template: str = "report",
    to: To = "md",
    language: str | None = None,
    schema: Schema | None = None,
    user_template: str | None = None,
    checked: Checked | None = None,
) -> str:
    """The page of one project, as Markdown or as one HTML file.

    `template` is the name of a built-in template; with `user_template`, the text of a template of the user's own,
    it is that template's path. `language` None: the document's own, else English. `checked` is what a letter and a
    checklist need of the check that came to the findings. Raises UnknownTemplate, TemplateProblem for what is wrong
    with the user's template, and ValueError for a letter or a checklist without a check.
    """
    from projektkort.pages.environment import render  # noqa: PLC0415 - jinja2 and markdown-it are heavy

    if template in CHECKED and checked is None:
        raise ValueError(f"a {template} needs the result of a check")
    voice = Voice(language or project.language or "en", to)
    built = build(project, findings, catalogue, voice, schema)
    if checked is not None:
        told = letter(project, findings, checked, catalogue, voice)
        stands = checklist(project, schema, built.schema, checked, catalogue, voice)
        built = replace(built, letter=told, checklist=stands)
    return render(built, template, to, user_template)
