"""Knows how a chunk of files is checked: what is kept is answered, the rest goes through the engine, none stops it."""

from __future__ import annotations

import gc
import hashlib
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from projektkort.batch.asked import Asked
from projektkort.batch.compact import packed, unpacked
from projektkort.batch.prints import key_of
from projektkort.batch.row import Row
from projektkort.engine.request import Request
from projektkort.finding import Fact, Finding, Holds, Result, Severity
from projektkort.frozen import Frozen
from projektkort.identity import mask
from projektkort.money import Money
from projektkort.source import Found, Source, decode, read_bytes
from projektkort.span import Span

if TYPE_CHECKING:
    from projektkort.batch.store import Store

HEAD = ("schema", "schema_by", "kind", "language", "skipped")
"""The fields of a result that are kept as one line, parted by TABs."""
START = Span(1, 1, 1, 1)


class Checked(NamedTuple):
    """What travels back of a file: what was made of its result, what the rules across files need, what to keep."""

    value: Any
    path: str
    language: str | None
    facts: tuple[Fact, ...]
    applied: Money | None
    row: Row | None
    lasting: bool


class Given(NamedTuple):
    """Bytes that are no file, such as those of standard input; `found` is the path that they are found under."""

    found: str
    name: str
    content: bytes


class _Read(NamedTuple):
    """A file with its bytes, the request about it and the key under which the answer is kept; both may be None."""

    file: Found
    path: str
    content: bytes | Source | None
    request: Request
    key: bytes | None


class Check(Frozen):
    """The task of checking files. `after` makes of each result what is wanted; `store` is the folder of the cache."""

    asked: Asked
    after: Callable[[Result], Any]
    store: str | None = None
    given: tuple[Given, ...] = ()

    def __call__(self, files: tuple[Found, ...]) -> list[Checked]:
        """What came of each file."""
        read = [self._read(file) for file in files]
        keys = [each.key for each in read if each.key is not None]
        kept = _store(self.store).get(keys, self._day) if self.store and keys else {}
        done = [self._checked(each, kept.get(each.key) if each.key else None) for each in read]
        if not gc.isenabled():
            # What a check leaves behind holds no circles, so the collector is switched off for a tenth of the time;
            # should there be any after all, here they go.
            gc.collect(1)
        return done

    def lost(self, file: Found) -> Checked:
        """What is said of a file at which a process ended."""
        return self._travelling(file.path, _crashed(file.path, "lost", ""), None)

    @property
    def _day(self) -> str:
        return self.asked.request.as_of.isoformat() if self.asked.request.as_of else ""

    def _read(self, file: Found) -> _Read:
        request = self.asked.of(file)
        if file.skipped is not None:
            return _Read(file, file.path, None, request, None)
        given = next((each for each in self.given if each.found == file.path), None)
        path, content = (given.name, given.content) if given else (file.path, read_bytes(file.path))
        if self.store is None or isinstance(content, Source):
            return _Read(file, path, content, request, None)
        return _Read(file, path, content, request, key_of(hashlib.sha256(content).digest(), path, request))

    def _checked(self, read: _Read, row: Row | None) -> Checked:
        if read.content is None:
            return self._travelling(read.path, Result(path=mask(read.path), skipped=read.file.skipped), None)
        kept = _result(read, row) if row is not None else None
        if kept is not None:
            return self._travelling(read.path, kept, None)
        result = _fresh(read)
        return self._travelling(read.path, result, self._row(result, read.key))

    def _row(self, result: Result, key: bytes | None) -> Row | None:
        """What to keep of a result; None where it does not hold for long."""
        if key is None or result.holds is Holds.ONCE:
            return None
        head = "\t".join(getattr(result, field) or "" for field in HEAD)
        return Row(key, self._day if result.holds is Holds.DAY else "", head, packed(result))

    def _travelling(self, path: str, result: Result, row: Row | None) -> Checked:
        return Checked(
            self.after(result), path, result.language, result.facts, result.applied, row, result.holds is not Holds.ONCE
        )


@lru_cache(maxsize=4)
def _store(folder: str) -> Store:
    from projektkort.batch.store import Store  # noqa: PLC0415 - a single file asks no database

    return Store(folder)


def _result(read: _Read, row: Row) -> Result | None:
    """The result that was kept, for the path of today; None where what was kept cannot be read."""
    assert isinstance(read.content, bytes)
    try:
        head = {field: told or None for field, told in zip(HEAD, row.head.split("\t"), strict=True)}
        kept: dict[str, Any] = {**head, **unpacked(row.body)}
        holds = Holds.DAY if row.day else Holds.ALWAYS
        return Result(path=mask(read.path), sha256=hashlib.sha256(read.content).hexdigest(), holds=holds, **kept)
    except (ValueError, TypeError, LookupError, ArithmeticError):
        return None


def _fresh(read: _Read) -> Result:
    """The result of the engine; a fault of ours is a finding of the file, and the others go on."""
    from projektkort.engine import check  # noqa: PLC0415 - where all is kept already, nothing heavy is loaded
    from projektkort.schema.loading import BrokenSchema, UnknownSchema  # noqa: PLC0415 - as above

    try:
        source = read.content if isinstance(read.content, Source) else decode(read.content or b"", read.path)
        return check(source, read.request)
    except (BrokenSchema, UnknownSchema) as wrong:  # of the configuration: that of the command was looked at before
        finding = Finding("schema-unknown", Severity.ERROR, START, "broken", {"name": str(wrong), "path": str(wrong)})
        return Result(path=mask(read.path), findings=(finding,))
    except Exception as fault:  # whatever it is: one file never ends the run over the others
        return _crashed(read.path, "", _told(fault))


def _crashed(path: str, variant: str, fault: str) -> Result:
    finding = Finding("check-crashed", Severity.ERROR, START, variant, {"fault": fault})
    return Result(path=mask(path), findings=(finding,), crash="check-crashed")


def _told(fault: Exception) -> str:
    """What happened and where, for the report that we ask for."""
    trace = fault.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    where = f" ({Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno})" if trace is not None else ""
    return mask(f"{type(fault).__name__}: {fault}{where}")
