"""Knows what the values of options mean. How options are written, `options` knows."""

from __future__ import annotations

import datetime as dt

from projektkort.cli.errors import WrongCommand, unknown
from projektkort.locale import LANGUAGES, normal


def language(given: str | None) -> str | None:
    """The language that --lang means; raises WrongCommand for one that is none of ours."""
    if given is None:
        return None
    found = normal(given)
    if found is None:
        raise unknown("language", given, LANGUAGES)
    return found


def day(given: str | None) -> dt.date:
    """The day that --as-of means, today by default."""
    if given is None:
        return dt.datetime.now().astimezone().date()
    try:
        return dt.date.fromisoformat(given)
    except ValueError as wrong:
        raise WrongCommand(f"--as-of takes a day such as 2026-03-01, not “{given}”.") from wrong
