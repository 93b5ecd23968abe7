"""Knows how a report reaches the documents that it names: its application, and the report before it."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path, PurePosixPath, PureWindowsPath

from projektkort.finding import Problem
from projektkort.project.models import Project
from projektkort.project.setting import REFERENCES, is_setting
from projektkort.project.signs import Signs
from projektkort.schema.model import REPORTS
from projektkort.source import Source, read_file
from projektkort.span import Text

Bound = Callable[[Source], Project]


def follow(signs: Signs, project: Project, bound: Bound) -> tuple[Project, tuple[Problem, ...]]:
    """The project with those that its document names; what cannot be reached is a problem at the path as written.

    `bound` binds a source by itself, without following what that names in turn: no ring can hold us up.
    """
    found: dict[str, Project] = {}
    problems: list[Problem] = []
    for key in sorted(REFERENCES):
        named = signs.own.get(key)
        if named is None or not is_setting(key, named.value):
            continue
        reached = _reached(key, named, signs.document.source.path, bound)
        if isinstance(reached, Problem):
            problems.append(reached)
        else:
            found[key] = reached
    return (project.model_copy(update=found) if found else project), tuple(problems)


def _reached(key: str, named: Text, document: str, bound: Bound) -> Project | Problem:
    name = named.value.strip()
    if PurePosixPath(name).is_absolute() or PureWindowsPath(name).drive or name.startswith(("~", "\\")):
        return _problem(named, "absolute")
    path = os.path.normpath(Path(document).parent / name.replace("\\", "/"))
    if path == os.path.normpath(document):
        return _problem(named, "itself")
    if not is_near(Path(path), Path(document).parent):
        return _problem(named, "outside")
    if not Path(path).is_file():
        meant = next(iter(similar(Path(path))), None)
        return _problem(named, "suggestion" if meant else "", suggestion=meant)
    source = read_file(path)
    if not source.encoding:
        return _problem(named, "unreadable")
    project = bound(source)
    fitting = project.kind in REPORTS if key == "previous" else project.kind not in REPORTS
    return project if fitting else _problem(named, f"no-{key}")


def is_near(path: Path, folder: Path) -> bool:
    """Whether a file lies in the folder of the document or in the one that the check is run in, links followed.

    Documents are other people's: none of them decides which other files of the machine are read and quoted.
    """
    real = path.resolve()
    return any(real.is_relative_to(root.resolve()) for root in (folder, Path()))


def similar(path: Path) -> Iterator[str]:
    """The files of that folder that are nearly called so."""
    try:
        names = [each.name for each in path.parent.iterdir()]
    except OSError:
        return
    from difflib import get_close_matches  # noqa: PLC0415 - only when a file is missing

    yield from get_close_matches(path.name, sorted(names), n=1)


def _problem(named: Text, variant: str, suggestion: str | None = None) -> Problem:
    return Problem(named.place, rule="reference-unreadable", variant=variant, path=named.value, suggestion=suggestion)
