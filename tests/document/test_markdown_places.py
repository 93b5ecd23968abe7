"""Nothing is lost: every sign of a text stands in one line, and every value slices back to its signs."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_text import lines, read

from projektkort.document.layout import Document
from projektkort.span import Text

PIECES = [
    *("# ", "## ", "- ", "* ", "1. ", "> ", "**", "*", "__", "<b>", "</b>", "<br>", "</p><p>", "|", "| ", "\\|", "\\"),
    *("`", "\t", "  ", "\xa0", " ", "\n", "\n\n", "\r\n", "\r", "---", "---\n", "====", "```", "~~~", "<!--", "-->"),
    *("<!-- x -->", ":", ": ", "：", "Formål", "Budget", "9.500", " kr.", "12. maj", "I alt", "æ", "(", ")", ",", "."),
    *(
        "\x1f",
        "\u2028",
        "\ufeff",
        "<table>",
        "</table>",
        "<tr>",
        "<td>",
        "<td colspan=2 rowspan=3>",
        "<th>",
        "</td></tr>\n",
    ),
    *("<caption>", "</thead>", "+--+--+\n", "+==+\n", "| a | b |\n", "│", "──", "\n│ x │ y │\n", ";", "\na;5.000\n"),
]
TEXTS = st.lists(st.sampled_from(PIECES), max_size=40).map("".join) | st.text(max_size=80)


def values(document: Document) -> list[Text]:
    """Every value of the lines and comments."""
    found = list(document.comments)
    for one in document.lines:
        found += [one.text, one.whole, *one.cells]
        if one.label:
            found += [one.label.text, one.label.value]
    return found


@settings(max_examples=400, deadline=None)
@given(TEXTS.filter(lambda text: not text.startswith("---")))
def test_the_lines_hold_the_whole_text(text: str) -> None:
    done = 0
    by_lines = not {"<t", "<T", "<p", "</", "|", "│"} & {
        text[at : at + size] for size in (1, 2) for at in range(len(text))
    }
    for one in lines(text):
        between = text[done : one.whole.start]
        assert not (between.strip("\r\n") if by_lines else between.strip())
        assert one.whole.value == text[one.whole.start : one.whole.end]
        done = one.whole.end
    assert not (text[done:] if by_lines else text[done:].strip())
    if by_lines:  # a row of a table may take several lines, and a line have several rows
        assert len(lines(text)) == read(text).source.lines.count


@settings(max_examples=400, deadline=None)
@given(TEXTS.filter(lambda text: not text.startswith("---")))
def test_every_value_slices_back_to_its_signs(text: str) -> None:
    for value in values(read(text)):
        placed = 0
        for at, start, length in value.spread():
            assert value.value[at : at + length] == text[start : start + length]
            assert value.start <= start <= start + length <= value.end
            assert not value.value[placed:at].strip(" \n|")  # what stands for a comment, tags, the edge of a cell
            placed = at + length
        assert not value.value[placed:].strip(" |")
        assert 0 <= value.start <= value.end <= len(text)


@settings(max_examples=200, deadline=None)
@given(TEXTS.filter(lambda text: not text.startswith("---")))
def test_labels_and_cells_stand_in_their_line_in_order(text: str) -> None:
    for one in lines(text):
        pieces = [[one.text], one.cells, [one.label.text, one.label.value] if one.label else []]
        for group in pieces:
            if any(
                "\n" in value.value for value in group
            ):  # cells of a drawn row stand beside each other on many lines
                starts = [one.whole.start, *(value.start for value in group), one.whole.end]
                assert starts == sorted(starts)
                continue
            edges = [one.whole.start, *(edge for value in group for edge in (value.start, value.end)), one.whole.end]
            assert edges == sorted(edges)


MONSTROUS = [
    *("|", "a|", "*", "**a", " ", "\t", "a\t\t", "a  ", "`", "\\", "<b>", "<br", "<p>", "<!--", "<!---->", "-->", "# "),
    *(
        "<table>",
        "<tr>",
        "<td>",
        "<tr><td>",
        "<table><tr><td>",
        "</table>",
        "<td>a<td>\n\n",
        "<td rowspan=999>",
        "<table ",
        "&",
    ),
    *(
        "&amp;",
        "| &amp; <",
        "+--+\n",
        "+--+\n| a |\n",
        "│",
        "│ a │\n",
        "│ a │\n──\n",
        ";",
        "a;5\n",
        "<caption>",
        "| <br> <p>",
    ),
    *("> ", "- ", "- 1 ", "1. ", "a: ", "(", "_", "```\n", "```x\n", "~~~\n", "a\n-\n", "a\t\tb\n\n", "a|b\n", "\r"),
]


@pytest.mark.parametrize("unit", MONSTROUS)
def test_monstrous_texts_are_read_too(unit: str) -> None:
    # What takes more than linear time does not come back from here.
    text = unit * (100_000 // len(unit)) + "x"
    assert sum(len(one.whole.value) for one in lines(text)) == sum(sign not in "\r\n" for sign in text)


def test_the_documents_are_held_whole(documents: Path) -> None:
    paths = sorted([*documents.glob("corpus/*.txt"), *documents.glob("seeds/*.txt")])
    assert paths
    for path in paths:
        text = path.read_bytes().decode()
        assert "".join("".join(one.whole.value.split()) for one in lines(text)) == "".join(text.split())
