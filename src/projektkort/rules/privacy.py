"""Knows what is private in a document that will be published; personal numbers are looked for in every document.

These are no rules that are run: what is private is hidden before anybody reads the document for good, so the engine
asks for it first.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from projektkort.finding import Problem
from projektkort.project.models import Project
from projektkort.span import Place

if TYPE_CHECKING:
    from projektkort.rules.contacts import Slice

RULES = {"phone": "private-phone", "email": "private-email", "account": "bank-account"}
PRIVATE = frozenset(RULES.values())
PEOPLE = frozenset({"contact", "responsible", "phone"})
ACCOUNTS = frozenset({"account"})


def private(project: Project) -> Iterator[Problem]:
    """The telephones and mailboxes of persons in a project, and all bank accounts, wherever they stand."""
    from projektkort.rules.contacts import find_private  # noqa: PLC0415 - few documents are published

    whole = project.document
    for each in find_private(whole.text, _fields(project, PEOPLE), _fields(project, ACCOUNTS)):
        place = Place(whole.lines, whole.start + each.start, whole.start + each.end)
        yield Problem(place, rule=RULES[each.kind])


def _fields(project: Project, wanted: frozenset[str]) -> list[Slice]:
    """Where the sections with these ids stand in the text of the document."""
    start = project.document.start
    places = (section.place for section in project.walk() if section.id in wanted)
    return [(place.start - start, place.end - start) for place in places]
