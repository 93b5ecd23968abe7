"""Knows how a chunk of files is checked: what is kept is answered, the rest goes through the engine, none stops it."""

from __future__ import annotations

import gc
import hashlib
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from projektkort.batch.asked import Asked
from projektkort.batch.head import head_of, read_head
from projektkort.batch.prints import key_of
from projektkort.batch.records import are_sound, packed_facts
from projektkort.batch.row import Row
from projektkort.engine.request import Request
from projektkort.finding import Finding, Holds, Result, Severity
from projektkort.frozen import Frozen
from projektkort.identity import mask
from projektkort.rules.file_names import told_path
from projektkort.source import Found, Source, decode, read_bytes, together
from projektkort.span import Span

if TYPE_CHECKING:
    from projektkort.batch.store import Store

ALL = 64  # collections of the young between two of all
START = Span(1, 1, 1, 1)


class Checked(NamedTuple):
    """What travels back of a file: what was made of its result, what the rules across files need, what to keep.

    `shown` is the path as the result tells it; empty where that is the path.
    """

    value: Any
    path: str
    head: str
    facts: bytes
    row: Row | None
    lasting: bool
    shown: str = ""


class Given(NamedTuple):
    """Bytes that are no file, such as those of standard input; `found` is the path that they are found under."""

    found: str
    name: str
    content: bytes


class _Read(NamedTuple):
    """A file with its bytes, the request about it and the key under which the answer is kept; both may be None.

    `sha256` is that of the bytes, where a key was made of it.
    """

    file: Found
    path: str
    content: bytes | Source | None
    request: Request
    key: bytes | None
    sha256: str | None = None


class Check(Frozen):
    """The task of checking files. `after` makes of each result what is wanted; `store` is the folder of the cache."""

    asked: Asked
    after: Callable[[Result], Any]
    store: str | None = None
    given: tuple[Given, ...] = ()

    def __call__(self, files: tuple[Found, ...]) -> list[Checked]:
        """What came of each file."""
        read = together(self._read, files)
        keys = [each.key for each in read if each.key is not None]
        kept = _store(self.store).get(keys, self._day) if self.store and keys else {}
        done = [self._checked(each, kept.get(each.key) if each.key else None) for each in read]
        if not gc.isenabled():
            # What a check leaves behind holds no circles, so the collector is switched off for a tenth of the time;
            # should there be any after all, here they go: the young ones, and now and then all.
            gc.collect(2 if gc.get_count()[2] >= ALL else 1)
        return done

    def lost(self, file: Found) -> Checked:
        """What is said of a file at which a process ended."""
        shown = told_path(file.path, published=bool(self.asked.of(file).publish))
        return self._travelling(file.path, _crashed(shown, "lost", ""))

    def rest(self) -> None:
        """Closes the cache: a connection to a database must not be carried into a copy of its process."""
        if self.store is not None:
            _store(self.store).close()

    @property
    def _day(self) -> str:
        return self.asked.request.as_of.isoformat() if self.asked.request.as_of else ""

    def _read(self, file: Found) -> _Read:
        request = self.asked.of(file)
        if file.skipped is not None:
            return _Read(file, file.path, None, request, None)
        given = next((each for each in self.given if each.found == file.path), None)
        path, content = (given.name, given.content) if given else (file.path, read_bytes(file.path))
        if self.store is None or isinstance(content, Source) or _is_private(path):  # what is said of it no key knows
            return _Read(file, path, content, request, None)
        sha256 = hashlib.sha256(content)
        return _Read(file, path, content, request, key_of(sha256.digest(), path, request), sha256.hexdigest())

    def _checked(self, read: _Read, row: Row | None) -> Checked:
        if read.content is None:
            return self._travelling(read.path, Result(path=_shown(read), skipped=read.file.skipped))
        kept = _result(read, row) if row is not None else None
        if row is not None and kept is not None:
            return Checked(self.after(kept), read.path, row.head, row.facts, None, lasting=True, shown=kept.path)
        return self._travelling(read.path, _fresh(read), read.key)

    def _travelling(self, path: str, result: Result, key: bytes | None = None) -> Checked:
        """What travels of a new result; it is kept where there is a key for it and it holds for long."""
        head, facts, lasting = head_of(result), packed_facts(result.facts), result.holds is not Holds.ONCE
        day = self._day if result.holds is Holds.DAY else ""
        row = Row(key, day, head, facts, _packed(result)) if key is not None and lasting else None
        return Checked(self.after(result), path, head, facts, row, lasting, result.path)


def itself(result: Result) -> Result:
    """The result as it is, for those who want all of it."""
    return result


@lru_cache(maxsize=4)
def _store(folder: str) -> Store:
    from projektkort.batch.store import Store  # noqa: PLC0415 - a single file asks no database

    return Store(folder)


def _packed(result: Result) -> str:
    from projektkort.batch.compact import packed  # noqa: PLC0415 - what is not kept is not packed

    return packed(result)


def _result(read: _Read, row: Row) -> Result | None:
    """The result that was kept, for the path of today, without what travels by itself; None where it cannot be read."""
    from projektkort.batch.compact import unpacked  # noqa: PLC0415 - only where something is kept

    assert read.sha256 is not None  # the key, by which the row was found, is made of it
    try:
        head = read_head(row.head)
        if not are_sound(row.facts):
            return None
        kept: dict[str, Any] = {**head.fields, **unpacked(row.body)}
        return Result(read.path, read.sha256, **kept)
    except (ValueError, TypeError, LookupError, ArithmeticError):
        return None


def _fresh(read: _Read) -> Result:
    """The result of the engine; a fault of ours is a finding of the file, and the others go on."""
    from projektkort.engine import check  # noqa: PLC0415 - where all is kept already, nothing heavy is loaded
    from projektkort.schema.loading import BrokenSchema, UnknownSchema  # noqa: PLC0415 - the engine loads it

    try:
        content = read.content if read.content is not None else b""
        source = content if isinstance(content, Source) else decode(content, read.path, read.sha256)
        return check(source, read.request)
    except (BrokenSchema, UnknownSchema) as wrong:  # of the configuration: that of the command was looked at before
        finding = Finding("schema-unknown", Severity.ERROR, START, "broken", {"name": str(wrong), "path": str(wrong)})
        return Result(path=_shown(read), findings=(finding,))
    except Exception as fault:  # whatever it is: one file never ends the run over the others
        return _crashed(_shown(read), "", _told(fault))


def _shown(read: _Read) -> str:
    return told_path(read.path, published=bool(read.request.publish))


def _is_private(path: str) -> bool:
    """Whether a name might be told otherwise than it is."""
    return told_path(path, published=True) != path


def _crashed(path: str, variant: str, fault: str) -> Result:
    finding = Finding("check-crashed", Severity.ERROR, START, variant, {"fault": fault})
    return Result(path=path, findings=(finding,), crash="check-crashed")


def _told(fault: Exception) -> str:
    """What happened and where, for the report that we ask for."""
    trace = fault.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    where = f" ({Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno})" if trace is not None else ""
    return mask(f"{type(fault).__name__}: {fault}{where}")
