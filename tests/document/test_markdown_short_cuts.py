"""Lines that their first character tells are read without looking further: they are the same when looked at closely."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from projektkort.document import cells, inline, markdown
from projektkort.document.layout import Line
from projektkort.document.walk import Walk
from projektkort.source import Source
from projektkort.span import Lines, Text

SIGNS = (
    "|", "||", "| ", " |", "\n|", "#", "# ", "\n## ", "-", "\n- ", "---", "\n\n", "\n", " ", "  ", "\t", "\u00a0",
    "\x1f", "\\", "\\|", "`", "```\n", "*", "**", "***", "_", "__", "<b>", "</b>", "<br>", "<h2>", "</h2>", "<!--",
    "-->", "<table><tr><td>", "</td></tr></table>", "&amp;", ":", ": ", "\uff1a", ";", ",", ".", "(", ")", "a)", "1.",
    "> ", "o\t",
)  # fmt: skip
WORDS = ("Budget", "we meet", "I", "500", "kr. 5.000", "7;500", "long words " * 12, "Goal", "\u00c5r", "\u0416")
TEXTS = st.lists(st.sampled_from(SIGNS) | st.sampled_from(WORDS), max_size=14).map("".join)


@contextmanager
def every_line_looked_at() -> Iterator[None]:
    """Reads each line by all that may be on it."""

    def look(self: Walk, at: int, raw: str, start: int) -> Line:
        end = start + len(raw)
        return self._marked(at, raw, start, Text(self._lines.text[start:end], self._lines, start, end))

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Walk, "_line", look)
        patch.setattr(inline, "_is_bold", lambda _: False)
        patch.setattr(cells, "barred", lambda content: cells.piped(content, cells.bars(content.value)))
        yield


@settings(max_examples=300, deadline=None)
@given(TEXTS)
@example("****")
@example("**Budget:** we meet")
@example("**Titel:** \u2009Fest")
@example("**a_b:** c")
@example("**a:** b_")
@example("**a:** b*")
@example("**a:** *b* c")
@example("| **I alt** | ** | **** | **a\\** |")
@example("a) first\nPost  500\nKilde|Beløb|\nTitel: x\nEnd \\\nwe\\")
@example("| a |\\\n|---|\n| | |\n|")
@example("```\n| a |\n\n# b\n```\n")
@example("<table><tr><td>\n```\na\n```\n</td></tr></table>")
def test_a_line_is_the_same_when_it_is_looked_at(text: str) -> None:
    source = Source("a.md", text, Lines(text), "", "utf-8")
    read = markdown.read(source).lines
    with every_line_looked_at():
        assert read == markdown.read(source).lines
