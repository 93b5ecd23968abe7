"""Knows where schemas come from: ours by their ids, a fund's own by the path of its file.

What a file says is read by `parse`, which of several schemas fits a document is decided by `choose`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from projektkort.finding import Problem
from projektkort.schema.folder import folder
from projektkort.schema.model import Schema
from projektkort.schema.ready import file, ready, schema_of
from projektkort.schema.spelling import key
from projektkort.source import Source, read_file
from projektkort.span import Lines

__all__ = ["BrokenSchema", "UnknownSchema", "files", "folder", "ids", "is_file", "load", "load_all", "problems"]

ENDINGS = (".yaml", ".yml")


class UnknownSchema(LookupError):  # noqa: N818 - named for what happened, as the other exceptions of the house
    """No schema has this id; `suggestions` are those that nearly have."""

    def __init__(self, name: str, suggestions: tuple[str, ...]) -> None:
        super().__init__(name)
        self.name, self.suggestions = name, suggestions


class BrokenSchema(ValueError):  # noqa: N818 - as above
    """A schema file that cannot be used; `problems` say where and why, in `lines`."""

    def __init__(self, path: str, problems: tuple[Problem, ...], lines: Lines) -> None:
        super().__init__(path)
        self.path, self.problems, self.lines = path, problems, lines


@cache
def ids() -> tuple[str, ...]:
    """The ids of our own schemas, in order of the alphabet."""
    return tuple(sorted(path.stem for path in folder().glob("*.yaml")))


def load(name_or_path: str) -> Schema:
    """The schema with this id or title, however it is spelt, or in the file with this path.

    Raises UnknownSchema for an id that nobody has and a file that is not there, BrokenSchema for one that cannot be
    used.
    """
    if is_file(name_or_path) and Path(name_or_path).exists():
        return _file(name_or_path)
    wanted = name_or_path.strip().casefold()
    found = wanted if wanted in ids() else _names().get(key(wanted))
    if found is None:
        from difflib import get_close_matches  # noqa: PLC0415 - only when something is wrong

        raise UnknownSchema(name_or_path, tuple(get_close_matches(wanted, ids(), cutoff=0.5)))
    return _ours(found)


def is_file(name_or_path: str) -> bool:
    """Whether a name of a schema is the path of its file, which may not be there, and no id."""
    return name_or_path.lower().endswith(ENDINGS)


def load_all(own: Iterable[str] = ()) -> tuple[Schema, ...]:
    """All our schemas, and those in the files with these paths; the latter come first where an id stands twice."""
    added = tuple(map(_file, own))
    return tuple({schema.id: schema for schema in (*_all_ours(), *added)}.values()) if added else _all_ours()


def files() -> Iterator[tuple[Path, str]]:
    """The compiled form of all our schemas, and what must stand in it."""
    yield file(_file(str(folder() / f"{wanted}.yaml")) for wanted in ids())


def problems(path: str) -> tuple[Source, tuple[Problem, ...]]:
    """A schema file and everything that is wrong with it."""
    source = read_file(path)
    return source, _parsed(source)[1]


def _parsed(source: Source) -> tuple[Schema | None, tuple[Problem, ...]]:
    from projektkort.schema.parse import parse  # noqa: PLC0415 - ours are compiled, and few have their own

    return parse(source, (ids(), _base))


def _file(path: str) -> Schema:
    source = read_file(path)
    schema, wrong = _parsed(source)
    if schema is None:
        raise BrokenSchema(path, wrong, source.lines)
    return schema


@cache
def _names() -> dict[str, str]:
    """Our ids by all that names them: themselves, and the titles that only one of them has."""
    titles = Counter(title for each in load_all() for title in {key(title) for title in each.title.values()})
    named = {key(title): each.id for each in load_all() for title in each.title.values()}
    return {title: each for title, each in named.items() if titles[title] == 1} | {key(each): each for each in ids()}


@cache
def _all_ours() -> tuple[Schema, ...]:
    return tuple(map(_ours, ids()))


@cache
def _ours(wanted: str) -> Schema:
    packed = ready().get(wanted)
    return schema_of(packed) if packed else _file(str(folder() / f"{wanted}.yaml"))


def _base(wanted: str) -> Schema | None:
    """One of ours that may be built on: it builds on none itself."""
    return base if wanted in ids() and (base := _ours(wanted)).extends is None else None
