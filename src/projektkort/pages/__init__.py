"""Pages: one project through a template. What stands on a page `view` knows, how it looks the templates do."""

from __future__ import annotations

from collections.abc import Sequence

from projektkort.finding import Finding
from projektkort.pages.errors import TemplateProblem, UnknownTemplate
from projektkort.pages.view import Messages, Page, build
from projektkort.pages.voice import To, Voice
from projektkort.project.models import Project
from projektkort.schema.model import Schema

__all__ = ["Messages", "Page", "TemplateProblem", "UnknownTemplate", "page"]


def page(
    project: Project,
    findings: Sequence[Finding],
    *,
    catalogue: Messages,
    template: str = "report",
    to: To = "md",
    language: str | None = None,
    schema: Schema | None = None,
    user_template: str | None = None,
) -> str:
    """The page of one project, as Markdown or as one HTML file.

    `template` is the name of a built-in template; with `user_template`, the text of a template of the user's own,
    it is that template's path. `language` None: the document's own, else English. Raises UnknownTemplate, and
    TemplateProblem for what is wrong with the user's template.
    """
    from projektkort.pages.environment import render  # noqa: PLC0415 - jinja2 and markdown-it are heavy

    voice = Voice(language or project.language or "en", to)
    return render(build(project, findings, catalogue, voice, schema), template, to, user_template)
