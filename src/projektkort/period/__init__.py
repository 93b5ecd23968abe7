"""Reads dates, weeks and periods as people write them; what they mean for a project is left to others."""

from projektkort.period.model import Period, Precision
from projektkort.period.reading import find, read

__all__ = ["Period", "Precision", "find", "read"]
