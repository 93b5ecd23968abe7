"""Writes folders of invented applications, all in order: `python benchmarks/corpus.py FOLDER [-n 10000] [--form yaml]`.

They lie in folders of a thousand; the same number gives the same bytes on every machine.
"""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from applications import application

from writing import FORMS

A_FOLDER = 1000


def place(folder: Path, index: int, form: str) -> Path:
    """The path of the file with this number."""
    return folder / f"{index // A_FOLDER:04d}" / f"{index:07d}.{form}"


def write_corpus(folder: Path, count: int, form: str, *, size: float = 1) -> int:
    """Writes so many applications; the number of bytes."""
    written = 0
    for index in range(count):
        path = place(folder, index, form)
        if index % A_FOLDER == 0:
            path.parent.mkdir(parents=True, exist_ok=True)
        written += path.write_bytes(FORMS[form](application(index, size=size)).encode())
    return written


def link_corpus(folder: Path, count: int, corpus: Path, files: int, form: str) -> None:
    """Makes so many files that are hard links to the `files` of a corpus, one after another."""
    for index in range(count):
        path = place(folder, index, form)
        if index % A_FOLDER == 0:
            path.parent.mkdir(parents=True, exist_ok=True)
        os.link(place(corpus, index % files, form), path)


def main() -> None:
    """Writes one corpus and tells what it is."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("folder", type=Path)
    options.add_argument("-n", type=int, default=10_000, help="how many files")
    options.add_argument("--form", choices=FORMS, default="yaml")
    options.add_argument("--size", type=float, default=1, help="1 makes some 4 kB a file")
    chosen = options.parse_args()
    written = write_corpus(chosen.folder, chosen.n, chosen.form, size=chosen.size)
    sys.stdout.write(f"{chosen.n} files, {written / 1e6:.1f} MB, {written / chosen.n:.0f} bytes each\n")


if __name__ == "__main__":
    main()
