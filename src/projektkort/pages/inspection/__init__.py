"""Knows how to show what was read from a document, as plain data and as a list of lines; not what is wrong with it."""

from projektkort.pages.inspection.essence import essence
from projektkort.pages.inspection.lines import as_lines
from projektkort.pages.inspection.scalars import as_span, plain
from projektkort.pages.inspection.whole import Inspected, as_data

__all__ = ["Inspected", "as_data", "as_lines", "as_span", "essence", "plain"]
