"""Knows how a test writes a configuration file and reads it."""

from __future__ import annotations

from pathlib import Path

import pytest

from projektkort.config import BrokenConfiguration, Configuration, Configurations, Known
from projektkort.rules.firm import firm
from projektkort.rules.texts import SUBJECTS, Catalogue


def known() -> Known:
    """The names of our rules and their subjects."""
    return Known(Catalogue().names(), SUBJECTS, firm())


def put(folder: Path, text: str, name: str = "projekt.toml") -> Path:
    """A file in a folder, which is made."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text, "utf-8", newline="")
    return folder / name


def said(folder: Path, text: str) -> Configuration:
    """What a configuration file in this folder says."""
    put(folder, text)
    return Configurations(known).nearest(folder)


def wrong(folder: Path, text: str) -> list[str]:
    """What is wrong with a configuration file: line, column and message of each fault."""
    with pytest.raises(BrokenConfiguration) as broken:
        said(folder, text)
    return [f"{fault.line}:{fault.column}: {fault.message}" for fault in broken.value.faults]
