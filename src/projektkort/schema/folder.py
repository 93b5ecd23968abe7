"""Knows where the schema files stand: beside the source in a checkout, inside the package when installed."""

from __future__ import annotations

from pathlib import Path


def folder() -> Path:
    """The folder `schemas`."""
    package = Path(__file__).parents[1]
    installed = package / "schemas"
    return installed if installed.is_dir() else package.parents[1] / "schemas"
