"""Knows which schema a configuration means: a file, one of ours by its id or title, or one of the fund's own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path as FilePath

from projektkort.config.faults import unknown
from projektkort.config.file import File
from projektkort.config.places import Path
from projektkort.schema.folder import folder

ENDINGS = (".yaml", ".yml")


def own_ids(paths: Iterable[str], path: Path, file: File) -> dict[str, str]:
    """The ids of the schemas in these files; one that cannot be used is a fault at its place in the list."""
    from projektkort.schema.loading import BrokenSchema, load  # noqa: PLC0415 - loads pydantic, and few have their own

    found = {}
    for number, each in enumerate(paths):
        if not FilePath(each).is_file():  # told already
            continue
        try:
            found[load(each).id] = each
        except BrokenSchema:
            file.wrong((*path, number), f"the schema “{each}” cannot be used. See why: projekt schema check {each}")
    return found


def schema_named(name: str, own: Mapping[str, str], path: Path, file: File) -> str:
    """The id of the schema that is meant, or the path of its file as seen from the current folder."""
    if name.lower().endswith(ENDINGS):
        return file.there(name, path)
    if name in own:
        return own[name]
    ours = {each.stem for each in folder().glob("*.yaml")}
    if name not in ours and not _is_title(name):
        file.wrong(path, unknown("schema", name, {*ours, *own}, "projekt schema list"))
    return name


def _is_title(name: str) -> bool:
    """Whether one of our schemas is meant, by its title or by another spelling of its id."""
    from projektkort.schema.loading import UnknownSchema, load  # noqa: PLC0415 - as above

    try:
        load(name)
    except UnknownSchema:
        return False
    return True
