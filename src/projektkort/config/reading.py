"""Knows how the text of a configuration file becomes a Configuration, or all that is wrong with it, each at its place.

Where such files stand, `nearest` knows.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from typing import Any

from projektkort.config import keys
from projektkort.config.faults import BrokenConfiguration, Fault, Known, unknown
from projektkort.config.file import File
from projektkort.config.keys import Key
from projektkort.config.kinds import KINDS
from projektkort.config.model import Configuration, Folder, Pool, Settings
from projektkort.config.places import Path, Places
from projektkort.config.schemas import own_ids, schema_named
from projektkort.config.version import takes
from projektkort.source.globs import Globs
from projektkort.version import __version__

Table = dict[str, Any]


def configuration(text: str, shown: str, root: str, at: Path, known: Callable[[], Known]) -> Configuration | None:
    """What a file in the real folder `root` says in the table `at`; None where it has no such table.

    Raises BrokenConfiguration.
    """
    said = _parsed(text, shown)
    for key in at:
        said = said.get(key) if isinstance(said, dict) else None
    if said is None:
        return None
    file = File(shown, root, Places(text), known)
    made = None if _is_outdated(file, said, at) else _configuration(file, said, at)
    if file.faults:
        raise BrokenConfiguration(shown, sorted(file.faults, key=lambda fault: (fault.line, fault.column)))
    return made


def _parsed(text: str, shown: str) -> Any:
    try:
        return tomllib.loads(text, parse_float=Decimal)
    except tomllib.TOMLDecodeError as wrong:
        message, _, where = str(wrong).partition(" (at ")
        numbers = [int(number) for number in re.findall(r"\d+", where)]
        line, column = numbers or (text.count("\n") + 1, len(text.rpartition("\n")[2]) + 1)
        said = f"here or just before, this is no TOML ({message.lower()})."
        raise BrokenConfiguration(shown, [Fault(shown, line, column, said)]) from wrong


def _is_outdated(file: File, said: Any, at: Path) -> bool:
    """Whether the file is for another version: then that is the only fault, for what else it says may be new to us."""
    wanted = said.get("required-version") if isinstance(said, dict) else None
    if not isinstance(wanted, str) or takes(wanted, __version__) is not False:
        return False
    file.wrong((*at, "required-version"), f"this is projektkort {__version__}; “{wanted}” is required here.")
    return True


def _configuration(file: File, said: Any, at: Path) -> Configuration:
    top = _table(file, said, at, keys.KEYS, ("pool", "folder"))
    own = own_ids(top.get("schemas", ()), (*at, "schemas"), file)
    return Configuration(
        path=file.shown,
        root=file.root,
        globs=Globs(file.root, top.get("include", ()), top.get("exclude", ())),
        settings=Settings(
            schema=_schema(file, top, own, at),
            schemas=top.get("schemas", ()),
            levels=top.get("severity", ()),
            select=top.get("select", frozenset()),
            ignore=top.get("ignore", frozenset()),
            publish=top.get("publish", False),
        ),
        folders=tuple(_folders(file, top.get("folder", []), own, (*at, "folder"))),
        fail_on=top.get("fail-on"),
        lang=top.get("lang"),
        cache=top.get("cache"),
        jobs=top.get("jobs"),
        excerpts=top.get("excerpts"),
        pool=Pool(**_table(file, top.get("pool", {}), (*at, "pool"), keys.POOL)),
    )


def _folders(file: File, said: Any, own: Mapping[str, str], at: Path) -> Iterator[Folder]:
    if not isinstance(said, list):
        file.wrong(at, "write [[folder]], with two brackets: there may be several.")
        return
    for number, each in enumerate(said):
        place = (*at, number)
        told = _table(file, each, place, keys.FOLDER)
        if isinstance(each, dict) and "path" not in each:
            file.wrong(place, "a [[folder]] needs a “path”.")
        schema = _schema(file, told, own, place)
        ignore = told.get("ignore", frozenset())
        yield Folder((told.get("path", ""),), schema, told.get("severity", ()), ignore, told.get("publish"))


def _schema(file: File, table: Table, own: Mapping[str, str], at: Path) -> str | None:
    return schema_named(table["schema"], own, (*at, "schema"), file) if "schema" in table else None


def _table(file: File, said: Any, at: Path, known: tuple[Key, ...], others: tuple[str, ...] = ()) -> Table:
    """What a table says, each value read by its kind; `others` are read elsewhere. What is wrong is left out."""
    if not isinstance(said, dict):
        name = next(key for key in reversed(at) if isinstance(key, str))
        file.wrong(at, f"“{name}” takes a table.")
        return {}
    kinds = {key.name: KINDS[key.kind] for key in known}
    read = {}
    for name, value in said.items():
        place = (*at, name)
        if name in others:
            read[name] = value
        elif name not in kinds:
            file.wrong(place, unknown("key", name, {*kinds, *others}), key=True)
        elif type(value) not in kinds[name].types:
            file.wrong(place, f"“{name}” takes {kinds[name].words}.")
        else:
            read[name] = kinds[name].read(value, place, file)
    return read
