"""Reads project descriptions as people write them, checks them, and makes pages of them.

project = projektkort.load("application.yaml")
result = projektkort.check("application.yaml")
html = projektkort.render(project, page="report", to="html", result=result)
"""

from __future__ import annotations

from projektkort.version import __version__

TYPE_CHECKING = False  # as type checkers know it; to import `typing` would double the time of `projekt --version`
if TYPE_CHECKING:
    import os
    from collections.abc import Iterable, Iterator
    from concurrent.futures import Executor
    from typing import Literal

    from projektkort.finding import Result
    from projektkort.pages import Checked
    from projektkort.project.models import Project
    from projektkort.schema.model import Schema
    from projektkort.source import Source

__all__ = ["__version__", "check", "check_all", "load", "render"]


def load(path: str | os.PathLike[str], *, schema: str | None = None) -> Project:
    """The project that a file describes; what is wrong with it, `check` tells.

    `schema` is the id of a schema or the path of a schema file; without it the document decides.
    Raises FileNotFoundError where there is no such file; UnknownSchema and BrokenSchema of `schema.loading`.
    """
    from projektkort.engine import Request
    from projektkort.engine import load as load_source

    return load_source(_source(path), Request(schema=schema)).project


def check(path: str | os.PathLike[str], *, schema: str | None = None) -> Result:
    """Everything there is to say about a file, as findings with places.

    `schema`, and what is raised, as in `load`.
    """
    from projektkort.engine import Request
    from projektkort.engine import check as check_source

    return check_source(_source(path), Request(schema=schema))


def check_all(
    paths: Iterable[str | os.PathLike[str]],
    *,
    schema: str | None = None,
    jobs: int = 1,
    executor: Executor | None = None,
) -> Iterator[Result]:
    """The results of all files that the paths mean, files, folders and globs, in their order, as they are found.

    The work is done here, by `jobs` processes, or by any `executor` of `concurrent.futures`; a bounded window of files
    is under way at a time. A file that cannot be checked is a result like the others. Raises MissingPath of `source`
    for a path that nothing answers to; UnknownSchema and BrokenSchema of `schema.loading`.
    """
    from projektkort.batch.asked import Asked
    from projektkort.batch.check import Check, itself
    from projektkort.batch.run import run
    from projektkort.engine import Request, load_schema
    from projektkort.source import find

    if schema is not None:
        load_schema(schema)
    files = find(str(path) for path in paths)
    task = Check(Asked(Request(schema=schema)), itself)
    return (checked.value for checked in run(files, task, jobs=jobs, executor=executor))


def render(
    project: Project,
    *,
    page: str = "report",
    to: Literal["html", "md"] = "html",
    language: str | None = None,
    result: Result | None = None,
    schema: str | None = None,
) -> str:
    """The page of a project: `page` is "report", "card", "letter", "checklist" or the path of a Jinja template.

    With the `result` of a check the page also says what is missing, and by which of our schemas; a `schema` of your
    own is named as in `load`. `language` is da, sv, nb or en; without it the page is in the project's own language.
    Raises FileNotFoundError where there is no such template, ValueError for a letter or a checklist without a result.
    """
    from projektkort.engine import catalogue
    from projektkort.pages import page as make

    chosen = _schema(schema, result)
    return make(
        project,
        result.findings if result is not None else (),
        catalogue=catalogue(),
        template=page,
        to=to,
        language=language,
        schema=chosen,
        user_template=_own_template(page),
        checked=_checked(project, chosen, result) if chosen and result else None,
    )


def _checked(project: Project, schema: Schema, result: Result) -> Checked:
    """What a letter and a checklist need of a check."""
    from projektkort.engine.standing import standing
    from projektkort.pages import Checked

    read = bool(project.document.text.strip())
    return Checked(result.path, result.sha256, None, standing(project, schema, result), read=read)


def _schema(name: str | None, result: Result | None) -> Schema | None:
    """The schema with this name, else the one of ours that a result names."""
    from projektkort.engine import load_schema
    from projektkort.schema.loading import ids

    if name is None and result is not None and result.schema in ids():
        name = result.schema
    return load_schema(name) if name is not None else None


def _own_template(page: str) -> str | None:
    """The text of a template of the user's own; None for one of ours."""
    from pathlib import Path

    from projektkort.pages.errors import TEMPLATES

    return None if page in TEMPLATES else Path(page).read_text("utf-8")


def _source(path: str | os.PathLike[str]) -> Source:
    from pathlib import Path

    from projektkort.source import read_file

    if not Path(path).exists():
        raise FileNotFoundError(path)
    return read_file(path)
