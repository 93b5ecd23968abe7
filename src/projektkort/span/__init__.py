"""Where something stands: lines and columns of a text, slices of it, and values read from slices."""

from projektkort.span.lines import LINE_BREAK, Lines, Origin, Span, Where
from projektkort.span.text import Place, Segment, Segments, Text

__all__ = ["LINE_BREAK", "Lines", "Origin", "Place", "Segment", "Segments", "Span", "Text", "Where"]
