"""Knows how text is written so that Markdown leaves it as it is; no more signs are escaped than are needed."""

from __future__ import annotations

import re

# Those that mean something wherever they stand. A comment begins in spite of a backslash in front of it, and so gets
# one inside.
_ANYWHERE = re.compile(r"\\(?=[!-/:-@\[-`{-~]|$)|\||(?P<tag><(?=[A-Za-z/?]))|(?P<comment><(?=!))")
# Two signs or more are Markdown that somebody pasted: it means what it says.
_AT_START = re.compile(r"#(?!#+\s)|\*(?!\*)|_(?!_)|>|\+\s|```|~~~")
_RULE = re.compile(r"(?:[-=_*]\s*){3,}$")  # a line to write on, or to part what stands above from what stands below
_FRONT = re.compile(r"---\s*$")


def escaped(line: str) -> str:
    """One line of running text. Lists that somebody typed remain lists, and drawn lines are lines."""
    if _RULE.match(line):
        return line
    line = inner(line)
    return f"\\{line}" if _AT_START.match(line) else line


def inner(text: str) -> str:
    """Text that stands behind something else on its line."""
    return _ANYWHERE.sub(_with_backslash, text)


def cell(text: str) -> str:
    """Text in a cell of a table, where a code span could swallow what closes the cell."""
    return inner(text).replace("`", "\\`")


def heading(text: str) -> str:
    """Text behind the signs of a heading, which may stand at its end too."""
    text = inner(text)
    return f"{text[:-1]}\\#" if text.endswith("#") else text


def is_front(line: str) -> bool:
    """Whether a line, as the first of a text, would open front matter."""
    return _FRONT.match(line) is not None


def _with_backslash(found: re.Match[str]) -> str:
    return "<\\" if found["comment"] else f"\\{found[0]}"
