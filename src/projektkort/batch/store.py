"""Knows the cache: a table of what was found in which bytes, by whom and how asked. It may vanish at any moment.

Whatever is wrong with it, a check goes on as if nothing were kept; a file that is broken, or another's, is made anew.
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
import time
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from projektkort.batch.row import Row

NAME = "results-1.sqlite"
APPLICATION = 0x70726A6B  # "prjk"
KEPT_DAYS = 90
MOST = 500  # keys in one question
_DAY = 86_400
_TABLE = """
CREATE TABLE IF NOT EXISTS kept (key BLOB PRIMARY KEY, day TEXT NOT NULL, head TEXT NOT NULL,
                                 facts BLOB NOT NULL, body TEXT NOT NULL, made INTEGER NOT NULL) WITHOUT ROWID;
"""


class Store:
    """The cache in a folder; nothing is opened before it is asked, nothing is made before something is put in."""

    __slots__ = ("_busy", "_connection", "_pid", "path")

    def __init__(self, folder: str) -> None:
        self.path = Path(folder) / NAME
        self._connection: sqlite3.Connection | None = None
        self._pid = os.getpid()
        self._busy = False  # held by another program: this run does without

    def get(self, keys: Sequence[bytes], day: str) -> dict[bytes, Row]:
        """The rows of these keys that hold on this day."""
        found: dict[bytes, Row] = {}
        try:
            connection = self._opened()
            if connection is None:
                return {}
            for start in range(0, len(keys), MOST):
                asked = keys[start : start + MOST]
                marks = ",".join("?" * len(asked))
                query = f"SELECT key, day, head, facts, body FROM kept WHERE key IN ({marks})"
                found |= {row[0]: Row(*row) for row in connection.execute(query, asked) if row[1] in {"", day}}
        except sqlite3.Error as wrong:
            self._busy = self._busy or _is_busy(wrong)
            return {}
        return found

    def put(self, rows: Iterable[Row]) -> None:
        """Keeps rows, in place of those with the same keys."""
        made = int(time.time()) // _DAY
        with contextlib.suppress(sqlite3.Error, OSError):
            connection = self._opened()
            if self._busy:
                return
            connection = connection or self._made()
            with connection:
                kept = [(*row, made) for row in rows]
                connection.executemany("INSERT OR REPLACE INTO kept VALUES (?, ?, ?, ?, ?, ?)", kept)

    def close(self) -> None:
        """Drops what is old, where something was written, and closes."""
        connection, self._connection = self._connection, None
        if connection is None:
            return
        with contextlib.suppress(sqlite3.Error):
            if connection.total_changes:
                with connection:
                    connection.execute("DELETE FROM kept WHERE made < ?", (int(time.time()) // _DAY - KEPT_DAYS,))
        connection.close()

    def count(self) -> int:
        """How many results are kept."""
        try:
            connection = self._opened()
            return int(connection.execute("SELECT count(*) FROM kept").fetchone()[0]) if connection else 0
        except sqlite3.Error:
            return 0

    def files(self) -> Iterator[Path]:
        """The files of the cache that there are."""
        for ending in ("", "-wal", "-shm"):
            path = self.path.with_name(self.path.name + ending)
            if path.exists():
                yield path

    def clear(self) -> None:
        """Removes the cache. Raises OSError where it cannot."""
        self.close()
        for path in list(self.files()):
            path.unlink(missing_ok=True)

    def _opened(self) -> sqlite3.Connection | None:
        """The connection of this process; None where there is no cache, or one that is not ours."""
        if self._connection is not None and self._pid == os.getpid():
            return self._connection
        if self._busy or not self.path.is_file():
            return None
        self._connection, self._pid = self._connect(), os.getpid()
        return self._connection

    def _connect(self) -> sqlite3.Connection | None:
        connection = sqlite3.connect(self.path, timeout=2, isolation_level="DEFERRED")
        try:
            if connection.execute("PRAGMA application_id").fetchone()[0] == APPLICATION:
                connection.execute("SELECT key, day, head, facts, body, made FROM kept LIMIT 0")
                return connection
        except sqlite3.DatabaseError as wrong:
            # Held by another program: it is good, and stays. Else it is no database at all, or one without our table.
            self._busy = _is_busy(wrong)
        connection.close()
        return None

    def _made(self) -> sqlite3.Connection:
        """A new cache, in place of whatever bears its name."""
        for path in list(self.files()):
            path.unlink(missing_ok=True)
        self.path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        connection = sqlite3.connect(self.path, timeout=5)
        self.path.chmod(0o600)
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute(f"PRAGMA application_id = {APPLICATION}")
        connection.executescript(_TABLE)
        self._connection, self._pid = connection, os.getpid()
        return connection


def _is_busy(wrong: sqlite3.Error) -> bool:
    return getattr(wrong, "sqlite_errorcode", None) in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}


class Keeper:
    """Puts what is new into the cache of a folder, many rows at a time; does nothing where there is no folder."""

    __slots__ = ("_rows", "_store")

    def __init__(self, folder: str | None) -> None:
        self._store = Store(folder) if folder is not None else None
        self._rows: list[Row] = []

    def __enter__(self) -> Keeper:
        return self

    def __exit__(self, *_: object) -> None:
        if self._store is not None:
            self._put()
            self._store.close()

    def keep(self, row: Row | None) -> None:
        """Keeps a row, now or soon."""
        if row is None or self._store is None:
            return
        self._rows.append(row)
        if len(self._rows) >= MOST:
            self._put()

    def _put(self) -> None:
        if self._rows and self._store is not None:
            self._store.put(self._rows)
        self._rows = []
