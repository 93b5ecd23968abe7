"""Knows how text leaves: to standard output, or to a file that is written whole or not at all."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO

from projektkort.cli.errors import WrongCommand, unknown

FORMS = {".md": "md", ".markdown": "md", ".txt": "md", ".yaml": "yaml", ".yml": "yaml"}
"""What the ending of a document's name says of its form."""


def to_stdout(text: str, *, exact: bool = False) -> bool:
    """Writes to standard output; a letter that the terminal lacks becomes a question mark.

    With `exact` what is redirected is UTF-8 everywhere: a page or JSON says so of itself. Who reads our output may go
    before its end; then the rest is for nobody, which is what False says, and the exit code still counts.
    """
    try:
        if exact and not sys.stdout.isatty():
            sys.stdout.buffer.write(text.encode("utf-8", "replace"))
        else:
            sys.stdout.write(text)
        sys.stdout.flush()
    except OSError as fault:
        # What is left goes nowhere, so that the interpreter does not complain when it ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if not isinstance(fault, BrokenPipeError):
            raise WrongCommand(f"standard output cannot be written: {fault.strerror}.") from fault
        return False
    return True


def to_file(path: str, content: str | bytes) -> None:
    """Writes a file whole: into a neighbour first, which then takes its place."""
    target = Target(path)
    try:
        target.write(content)
        target.close()
    finally:
        target.discard()


class Target:
    """A file that is written piece by piece, whole or not at all: a neighbour of it, which takes its place at the end.

    Everything raises WrongCommand where it cannot be written.
    """

    __slots__ = ("_file", "_neighbour", "_path", "shown")

    def __init__(self, path: str) -> None:
        self.shown = path
        self._path = Path(os.path.realpath(path))
        self._neighbour: Path | None = None
        with self._blamed():
            self._file = self._opened()

    def _opened(self) -> IO[bytes]:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        if self._path.exists() and not self._path.is_file():
            return self._path.open("wb")  # a pipe or /dev/stdout: nothing may take its place
        from tempfile import mkstemp  # noqa: PLC0415 - loads what packs files, and most runs write none

        handle, name = mkstemp(dir=self._path.parent, prefix=f".{self._path.name}.")
        self._neighbour = Path(name)
        return os.fdopen(handle, "wb")

    def write(self, content: str | bytes) -> None:
        """Writes what comes next."""
        with self._blamed():
            self._file.write(content if isinstance(content, bytes) else content.encode("utf-8", "replace"))

    def close(self) -> None:
        """Puts the file where it belongs."""
        with self._blamed():
            self._file.close()
            if self._neighbour is not None:
                _dress(self._neighbour, self._path)
                self._neighbour.replace(self._path)
                self._neighbour = None

    def discard(self) -> None:
        """Leaves everything as it was before; does nothing once the file is in its place."""
        with contextlib.suppress(OSError):
            self._file.close()
        if self._neighbour is not None:
            self._neighbour.unlink(missing_ok=True)
            self._neighbour = None

    @contextlib.contextmanager
    def _blamed(self) -> Iterator[None]:
        try:
            yield
        except OSError as fault:
            raise WrongCommand(f"“{self.shown}” cannot be written: {fault.strerror}.") from fault


def _dress(new: Path, old: Path) -> None:
    """Gives a new file the permissions of the one that it replaces, and its owner and group where that is allowed."""
    if not old.exists():
        new.chmod(0o666 & ~_umask())
        return
    state = old.stat()
    for owner, group in ((-1, state.st_gid), (state.st_uid, -1)):
        with contextlib.suppress(OSError, AttributeError):  # only who may, and only where there are owners
            os.chown(new, owner, group)
    new.chmod(state.st_mode & 0o777)


def keep(sources: Iterable[str], targets: Iterable[str]) -> None:
    """Sees to it that no file is written over one that was read; raises WrongCommand."""
    guard = Guard(targets)
    for path in sources:
        guard.read(path)


class Guard:
    """Sees to it that no file is written over one that was read, one after another; raises WrongCommand."""

    __slots__ = ("_targets",)

    def __init__(self, targets: Iterable[str]) -> None:
        # One that is not there yet cannot be read either.
        self._targets = {os.path.realpath(path): path for path in targets if Path(path).exists()}

    def read(self, path: str) -> None:
        """Takes note of a file that was read."""
        if self._targets and os.path.realpath(path) in self._targets:
            target = self._targets[os.path.realpath(path)]
            raise WrongCommand(f"“{target}” is a file that was read; it would be lost. Name another one.")


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


def in_ci() -> bool:
    """Whether this is run by a service, whose logs others read, and not by a person."""
    return os.environ.get("CI", "").lower() not in {"", "0", "false"}


def width() -> int | None:
    """The columns of the terminal; None where there is none."""
    return os.get_terminal_size(sys.stdout.fileno()).columns if sys.stdout.isatty() else None
