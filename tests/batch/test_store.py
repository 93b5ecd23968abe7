"""The cache as a file: what is put in comes out, whatever else is wrong; what is not ours is made anew."""

from __future__ import annotations

import sqlite3
import stat
import sys
from pathlib import Path

import pytest

from projektkort.batch.row import Row
from projektkort.batch.store import KEPT_DAYS, NAME, Keeper, Store

ROW = Row(b"1" * 16, "", "generisk\tmatch\tapplication\tda\t\t\t", b"facts", "")
TODAY = "2026-11-21"


def filled(folder: Path, *rows: Row) -> Store:
    store = Store(str(folder))
    store.put(rows)
    return store


def test_what_is_put_in_comes_out_in_another_process_too(tmp_path: Path) -> None:
    filled(tmp_path, ROW).close()
    assert Store(str(tmp_path)).get([ROW.key, b"2" * 16], TODAY) == {ROW.key: ROW}
    assert Store(str(tmp_path)).count() == 1


def test_more_keys_than_one_question_takes(tmp_path: Path) -> None:
    rows = [Row(number.to_bytes(16), "", "", b"", "") for number in range(1234)]
    assert len(filled(tmp_path, *rows).get([row.key for row in rows], TODAY)) == 1234


def test_what_holds_for_one_day_is_not_told_on_another(tmp_path: Path) -> None:
    store = filled(tmp_path, ROW._replace(day="2026-11-20"))
    assert store.get([ROW.key], TODAY) == {}
    assert set(store.get([ROW.key], "2026-11-20")) == {ROW.key}


def test_nothing_is_made_before_something_is_kept(tmp_path: Path) -> None:
    with Keeper(str(tmp_path / "new")) as keeper:
        keeper.keep(None)
    assert Store(str(tmp_path / "new")).get([ROW.key], TODAY) == {}
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize(
    "content",
    [b"", b"no database", b"SQLite format 3\0" + bytes(200)],
    ids=["empty", "text", "half"],
)
def test_a_broken_cache_is_made_anew(tmp_path: Path, content: bytes) -> None:
    (tmp_path / NAME).write_bytes(content)
    store = Store(str(tmp_path))
    assert store.get([ROW.key], TODAY) == {}
    store.put([ROW])
    assert Store(str(tmp_path)).get([ROW.key], TODAY) == {ROW.key: ROW}


def test_a_table_of_somebody_else_is_none_of_ours(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / NAME) as other:
        other.execute("CREATE TABLE kept (key BLOB, body TEXT)")
    other.close()
    store = filled(tmp_path, ROW)
    assert store.get([ROW.key], TODAY) == {ROW.key: ROW}


def test_two_runs_at_once_keep_what_both_found(tmp_path: Path) -> None:
    first, second = filled(tmp_path, ROW), Store(str(tmp_path))
    other = Row(b"2" * 16, "", "", b"", "")
    second.put([other])
    assert first.get([ROW.key, other.key], TODAY) == second.get([ROW.key, other.key], TODAY)
    assert first.count() == 2


def test_a_cache_that_another_program_holds_is_left_alone(tmp_path: Path) -> None:
    filled(tmp_path, ROW).close()
    inode = (tmp_path / NAME).stat().st_ino
    other = sqlite3.connect(tmp_path / NAME)
    other.execute("PRAGMA locking_mode = EXCLUSIVE")
    other.execute("BEGIN EXCLUSIVE")
    store = Store(str(tmp_path))
    assert store.get([ROW.key], TODAY) == {}
    store.put([ROW._replace(key=b"2" * 16)])
    other.rollback()
    other.close()
    assert (tmp_path / NAME).stat().st_ino == inode
    assert Store(str(tmp_path)).get([ROW.key], TODAY) == {ROW.key: ROW}


def test_old_results_go_when_new_ones_come(tmp_path: Path) -> None:
    filled(tmp_path, ROW).close()
    with sqlite3.connect(tmp_path / NAME) as made:
        made.execute("UPDATE kept SET made = made - ?", (KEPT_DAYS + 1,))
    made.close()
    filled(tmp_path, Row(b"2" * 16, "", "", b"", "")).close()
    assert set(Store(str(tmp_path)).get([ROW.key, b"2" * 16], TODAY)) == {b"2" * 16}


def test_a_folder_that_cannot_be_written_keeps_nothing_and_says_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    store = filled(tmp_path / "file", ROW)
    assert store.get([ROW.key], TODAY) == {}
    assert store.count() == 0


def test_clearing_leaves_nothing(tmp_path: Path) -> None:
    store = filled(tmp_path, ROW)
    assert next(path.name for path in store.files()) == NAME
    store.clear()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="rights are told otherwise there")
def test_only_its_owner_reads_it(tmp_path: Path) -> None:
    filled(tmp_path / "own", ROW)
    assert stat.S_IMODE((tmp_path / "own").stat().st_mode) == 0o700
    assert stat.S_IMODE((tmp_path / "own" / NAME).stat().st_mode) == 0o600
