"""Knows the kinds of values in a configuration file: what each must be, for people and as JSON Schema, and its reading.

A reading gives the value as the rest of us needs it, and tells the file what is wrong with it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Any

from projektkort.config.faults import unknown
from projektkort.config.file import File
from projektkort.config.places import Path
from projektkort.config.version import takes
from projektkort.frozen import Frozen
from projektkort.locale import LANGUAGES
from projektkort.source.globs import is_pattern

Read = Callable[[Any, Path, File], Any]
JsonSchema = dict[str, Any]

LEVELS = ("error", "warning", "info", "off")
RULES = "projekt rule"
"""The command that lists them."""
TEXT: JsonSchema = {"type": "string"}
TEXTS: JsonSchema = {"type": "array", "items": TEXT}


class Kind(Frozen):
    """One kind: what a value must be, in words, in Python's types and for editors, and how it is read."""

    words: str
    types: tuple[type, ...]
    schema: JsonSchema
    read: Read


def _as_it_is(value: Any, _: Path, __: File) -> Any:
    return value


def _pattern(value: str, path: Path, file: File) -> str:
    if not is_pattern(value):
        file.wrong(path, f"“{value}” is no pattern as in .gitignore.")
    return value


def _patterns(value: list[Any], path: Path, file: File) -> tuple[str, ...]:
    return tuple(_pattern(each, (*path, at), file) for at, each in _texts(value, path, file))


def _path(value: str, _: Path, file: File) -> str:
    return file.reach(value)


def _files(value: list[Any], path: Path, file: File) -> tuple[str, ...]:
    return tuple(file.there(each, (*path, at)) for at, each in _texts(value, path, file))


def _names(value: list[Any], path: Path, file: File) -> frozenset[str]:
    """Rules, and subjects of rules."""
    named = list(_texts(value, path, file))
    known = {*file.known.rules, *file.known.subjects} if named else set()
    for at, name in named:
        if name not in known:
            file.wrong((*path, at), unknown("rule or subject", name, known, RULES))
    return frozenset(name for _, name in named)


def _severities(value: dict[str, Any], path: Path, file: File) -> tuple[tuple[str, str], ...]:
    for name, level in value.items():
        if name not in file.known.rules:
            file.wrong((*path, name), unknown("rule", name, file.known.rules, RULES), key=True)
        if level not in LEVELS:
            file.wrong((*path, name), f"the severity of a rule is {_listed(LEVELS)}.")
        if level == "off" and name in file.known.firm:
            file.wrong((*path, name), f"“{name}” cannot be switched off: it is {_listed(LEVELS[:-1])}.")
    return tuple(sorted(value.items()))


def _level(value: str, path: Path, file: File) -> str:
    return _among(LEVELS[:-1], value, path, file)


def _language(value: str, path: Path, file: File) -> str:
    return _among(LANGUAGES, value, path, file)


def _version(value: str, path: Path, file: File) -> str:
    if takes(value, "0") is None:
        file.wrong(path, "“required-version” takes versions such as “>=0.2” or “>=0.2, <1”.")
    return value


def _place(value: bool | str, _: Path, file: File) -> bool | str:
    return file.reach(value) if isinstance(value, str) else value


def _count(value: int | str, path: Path, file: File) -> str:
    if value != "auto" and not (isinstance(value, int) and value >= 1):
        file.wrong(path, f"“{path[-1]}” takes {KINDS['count'].words}.")
    return str(value)


def _amount(value: str | int | Decimal, _: Path, __: File) -> str:
    if isinstance(value, str):
        return value
    whole = Decimal(value)
    return f"{whole.to_integral_value() if whole == whole.to_integral_value() else whole:f}"  # 900000.00 is 900000


def _texts(value: list[Any], path: Path, file: File) -> Iterator[tuple[int, str]]:
    """The texts of a list with their numbers; of what is no text the file is told."""
    for at, each in enumerate(value):
        if isinstance(each, str):
            yield at, each
        else:
            file.wrong((*path, at), f"“{path[-1]}” takes {KINDS['patterns'].words}.")


def _among(known: tuple[str, ...], value: str, path: Path, file: File) -> str:
    if value not in known:
        file.wrong(path, f"“{path[-1]}” is {_listed(known)}, not “{value}”.")
    return value


def _listed(names: tuple[str, ...]) -> str:
    return f"{', '.join(names[:-1])} or {names[-1]}"


KINDS = {
    "text": Kind("a text", (str,), TEXT, _as_it_is),
    "pattern": Kind("a text", (str,), TEXT, _pattern),
    "patterns": Kind("a list of texts", (list,), TEXTS, _patterns),
    "path": Kind("a text", (str,), TEXT, _path),
    "files": Kind("a list of texts", (list,), TEXTS, _files),
    "names": Kind("a list of texts", (list,), TEXTS, _names),
    "severities": Kind(
        "a table of rules",
        (dict,),
        {"type": "object", "additionalProperties": {"enum": list(LEVELS)}},
        _severities,
    ),
    "level": Kind("a text", (str,), {"enum": list(LEVELS[:-1])}, _level),
    "language": Kind("a text", (str,), {"enum": list(LANGUAGES)}, _language),
    "version": Kind("a text", (str,), TEXT, _version),
    "switch": Kind("true or false", (bool,), {"type": "boolean"}, _as_it_is),
    "place": Kind("true, false or a folder", (bool, str), {"type": ["boolean", "string"]}, _place),
    "count": Kind(
        "a number from 1, or “auto”",
        (int, str),
        {"oneOf": [{"type": "integer", "minimum": 1}, {"const": "auto"}]},
        _count,
    ),
    "amount": Kind("a text or a number", (str, int, Decimal), {"type": ["string", "number"]}, _amount),
}
