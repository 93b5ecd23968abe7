"""Knows the format `github-summary`: the note of `markdown`, short enough for the summary of a job at GitHub."""

from __future__ import annotations

from projektkort.output.catalogue import Catalogue, Options
from projektkort.output.markdown import Note, piece

__all__ = ["frame", "piece"]

LIMIT = 900_000
"""Bytes; GitHub takes 1 MiB for a step, and shows nothing of what is longer."""


def frame(catalogue: Catalogue, options: Options) -> Note:
    return Note(options, LIMIT)
