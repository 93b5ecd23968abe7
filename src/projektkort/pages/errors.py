"""Knows what can be wrong with the command that asks for a page."""

from __future__ import annotations

CHECKED = ("letter", "checklist")
"""The templates that say what a check came to; without one they would call everything in order."""
TEMPLATES = ("report", "card", *CHECKED)


class TemplateProblem(Exception):  # noqa: N818 - it is named for what happened, as the other exceptions of the house
    """A user's own template cannot be used: where, and why."""

    def __init__(self, path: str, line: int, message: str) -> None:
        self.path, self.line, self.message = path, line, message
        super().__init__(f"{path}:{line}: {message}")


class UnknownTemplate(Exception):  # noqa: N818 - as above
    """Somebody asked for a built-in template that there is not."""

    def __init__(self, name: str) -> None:
        self.name = name
        super().__init__(name)
