"""Knows how the paths of a command become sources: files, folders, globs, standard input."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from projektkort.cli.errors import WrongCommand
from projektkort.engine import Loaded, Request, catalogue, finding_of, is_foreign, load
from projektkort.identity import mask
from projektkort.output.phrases import reason
from projektkort.rules.file_names import told_path
from projektkort.source import Found, MissingPath, Source, Unreachable, decode, find, read_file
from projektkort.source.ignore import Configured, unconfigured

STDIN = "-"


def found(paths: list[str], configured: Configured = unconfigured, *, forced: bool = False) -> Iterator[Found]:
    """What the paths name, in order; the folder one stands in where there are none. The rest is as in `find`."""
    try:
        yield from find(paths or ["."], configured=configured, forced=forced)
    except MissingPath as missing:
        others = [each for each in missing.suggestions if mask(each) != mask(missing.path)]
        meant = f" Did you mean “{others[0]}”?" if others else ""
        raise WrongCommand(f"there is no file or folder “{missing.path}”.{meant}") from missing
    except Unreachable as unreachable:
        raise WrongCommand(f"{unreachable}") from unreachable


def open_source(file: Found, stdin_filename: str | None) -> Source:
    """The source of a file that was found; standard input under the name it was given."""
    if file.path != STDIN:
        return read_file(file.path)
    return decode(standard_input(), stdin_filename or STDIN)


def standard_input() -> bytes:
    """All of standard input; raises WrongCommand where there is none."""
    if sys.stdin is None:  # the shell closed it: `<&-`
        raise WrongCommand("there is no standard input to read.")
    return sys.stdin.buffer.read()


@contextmanager
def blamed(path: str) -> Iterator[None]:
    """Adds to a fault of ours at which file it showed itself, for the report that we ask for."""
    try:
        yield
    except Exception as fault:  # whatever it is: it goes on, and says where it was
        fault.add_note(f"It happened with {path}.")
        raise


def loaded_from(
    paths: list[str], request: Request, stdin_filename: str | None, own: Callable[[Found], bool] = lambda _: False
) -> Iterator[Loaded]:
    """Every source that can be read, read and bound; those that cannot are named on standard error.

    Of a folder only project descriptions are taken, as `projekt validate` does; and none that is `own`, written by
    this very command before.
    """
    for file in found(paths):
        if own(file):
            continue
        skipped = file.skipped
        if skipped is None:
            with blamed(file.path):
                loaded = load(open_source(file, stdin_filename), request)
            if file.named or not is_foreign(loaded):
                _tell_unread(loaded, published=bool(request.publish))
                yield loaded
                continue
            skipped = "not-a-project"
        shown = told_path(file.path, published=bool(request.publish))
        sys.stderr.write(f"{shown}: not read ({reason(skipped, None, 'en')})\n")


def _tell_unread(loaded: Loaded, *, published: bool) -> None:
    shown = told_path(loaded.path, published=published)
    for problem in loaded.problems if loaded.empty else ():
        sys.stderr.write(f"{shown}: {catalogue().message(finding_of(problem), 'en')}\n")


def reading_code(loaded: Sequence[Loaded]) -> int:
    """3 where there was nothing to read, 1 where nothing of it could be read, else 0."""
    return 3 if not loaded else 1 if all(each.empty for each in loaded) else 0
