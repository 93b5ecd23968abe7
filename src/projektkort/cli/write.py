"""Knows how text leaves: to standard output, or to a file that is written whole or not at all."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

from projektkort.cli.errors import WrongCommand, unknown

FORMS = {".md": "md", ".markdown": "md", ".txt": "md", ".yaml": "yaml", ".yml": "yaml"}
"""What the ending of a document's name says of its form."""


def to_stdout(text: str, *, exact: bool = False) -> None:
    """Writes to standard output; a letter that the terminal lacks becomes a question mark.

    With `exact` what is redirected is UTF-8 everywhere: a page or JSON says so of itself. Who reads our output may go
    before its end; then the rest is for nobody, and the exit code still counts.
    """
    try:
        if exact and not sys.stdout.isatty():
            sys.stdout.buffer.write(text.encode("utf-8", "replace"))
        else:
            sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        # What is left goes nowhere, so that the interpreter does not complain when it ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def to_file(path: str, text: str) -> None:
    """Writes a file whole: into a neighbour first, which then takes its place."""
    target = Path(os.path.realpath(path))
    content = text.encode("utf-8", "replace")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        if target.exists() and not target.is_file():
            target.write_bytes(content)  # a pipe or /dev/stdout: nothing may take its place
        else:
            _replace(target, content)
    except OSError as fault:
        raise WrongCommand(f"“{path}” cannot be written: {fault.strerror}.") from fault


def _replace(target: Path, content: bytes) -> None:
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(name).chmod(target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~_umask())
        Path(name).replace(target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def keep(sources: Iterable[str], targets: Iterable[str]) -> None:
    """Sees to it that no file is written over one that was read; raises WrongCommand."""
    read = {os.path.realpath(path) for path in sources}
    for path in targets:
        if os.path.realpath(path) in read:
            raise WrongCommand(f"“{path}” is a file that was read; it would be lost. Name another one.")


def form_of(to: str | None, output: str | None) -> str | None:
    """md or yaml, as --to says, else as the name of the new file ends; None where neither does."""
    told = FORMS.get(Path(output).suffix.lower()) if output is not None else None
    if to not in {None, "md", "yaml"}:
        raise unknown("form", to or "", ("md", "yaml"))
    if output is not None and told is None:
        raise WrongCommand(f"“{output}” would be no document: its name ends in .md or .yaml.")
    if to and told and to != told:
        raise WrongCommand(f"“--to” asks for {to}, but “{output}” for {told}.")
    return to or told


def put(text: str, output: str | None, *, overwrite: bool, sources: Iterable[str] = ()) -> None:
    """Writes a document to a new file, or to standard output; over a file that is there only where that was asked."""
    if output is None:
        to_stdout(text, exact=True)
        return
    keep(sources, [output])
    if Path(output).is_file() and not overwrite:
        raise WrongCommand(f"“{output}” is there already. Name another file, or write --overwrite.")
    to_file(output, text)


def seen_from(output: str | None, path: str, folder: str = ".") -> str:
    """A path, told as from `folder`, as it is seen from the folder of the new file."""
    here = Path(output).parent if output is not None else Path()
    return Path(os.path.relpath(Path(folder) / path, here)).as_posix()


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def colourful() -> bool:
    """Whether standard output is a terminal that shows colours, and nobody asked for none."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def width() -> int | None:
    """The columns of the terminal; None where there is none."""
    return os.get_terminal_size(sys.stdout.fileno()).columns if sys.stdout.isatty() else None
