"""Knows what `--scheduler` asks for: a check by other machines, which find all files by the same paths."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from projektkort.batch.check import Check, Checked
from projektkort.batch.cluster import NoCluster, spread
from projektkort.cli.errors import WrongCommand
from projektkort.cli.order import Order
from projektkort.cli.sources import STDIN
from projektkort.schema.loading import is_file
from projektkort.source import Found, is_remote


def checked_elsewhere(order: Order, address: str, files: Iterable[Found], check: Check) -> Iterator[Checked]:
    """What came of each file at the workers of a scheduler; raises WrongCommand where that cannot be."""
    schema = order.schema if is_file(order.schema or "") else None
    for path in filter(None, (*(order.paths or ["."]), order.config, schema)):
        if not (path == STDIN or is_remote(path) or Path(path).is_absolute()):
            whole = os.path.abspath(path)  # noqa: PTH100 - `..` away, links kept
            raise WrongCommand(f"the workers stand in other folders than you: write “{whole}” instead of “{path}”.")
    try:
        yield from spread(files, check, address)
    except NoCluster as wrong:
        raise WrongCommand(f"{wrong}") from wrong
