"""Knows what the values of options mean. How options are written, `options` knows."""

from __future__ import annotations

import datetime as dt
import os

from projektkort.cli.errors import WrongCommand, unknown
from projektkort.locale import LANGUAGES, normal

LOCALE = ("LC_ALL", "LC_MESSAGES", "LANG")
"""The variables that say what language the terminal speaks, the strongest first."""


def language(given: str | None) -> str | None:
    """The language that --lang means; raises WrongCommand for one that is none of ours."""
    if given is None:
        return None
    found = normal(given)
    if found is None:
        raise unknown("language", given, LANGUAGES)
    return found


def spoken() -> str:
    """The language of the terminal where it is one of ours, else English: for help, which belongs to no document."""
    said = next(filter(None, (os.environ.get(name) for name in LOCALE)), "")
    return normal(said.partition(".")[0].replace("_", "-")) or "en"


def day(given: str | None) -> dt.date:
    """The day that --as-of means, today by default."""
    if given is None:
        return dt.datetime.now().astimezone().date()
    try:
        return dt.date.fromisoformat(given)
    except ValueError as wrong:
        raise WrongCommand(f"--as-of takes a day such as 2026-03-01, not “{given}”.") from wrong
