"""The floor of line 6: prints the seconds that `yaml.compose` alone takes for the files of a folder, held in memory."""

from __future__ import annotations

import sys
from pathlib import Path
from time import perf_counter

import yaml


def main(folder: str) -> None:
    """Composes each file once."""
    contents = [path.read_bytes() for path in sorted(Path(folder).rglob("*.yaml"))]
    start = perf_counter()
    for content in contents:
        yaml.compose(content, Loader=yaml.CSafeLoader)
    sys.stdout.write(str(perf_counter() - start))


if __name__ == "__main__":
    main(sys.argv[1])
