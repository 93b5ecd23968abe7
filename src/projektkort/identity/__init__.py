"""Knows personal identity numbers (Danish, Swedish, Norwegian, Finnish) and organisation numbers in text.

Whether a number is one is decided by its shape, its date and check digits (python-stdnum) and the word in front of it.
What is said about it is left to others.
"""

from __future__ import annotations

from projektkort.identity.checks import Checker
from projektkort.identity.organisations import organisation, organisation_at
from projektkort.identity.personal import find_personal, mask
from projektkort.identity.signs import BULLET, PLAIN

__all__ = ["BULLET", "PLAIN", "Checker", "find_personal", "mask", "organisation", "organisation_at"]
