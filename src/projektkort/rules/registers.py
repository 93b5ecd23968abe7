"""Knows whether the numbers of organisations and accounts can be right, where a word says what they are.

Where they stand in a text, `numbers` knows. Whether an organisation exists is asked of nobody.
"""

from __future__ import annotations

from collections.abc import Iterator

from projektkort.finding import Note, Problem
from projektkort.patterns import late
from projektkort.project.models import Project
from projektkort.rules.clauses import clause
from projektkort.rules.numbers import IBANS, LENGTHS, Number, accounts_in, ibans_in, numbers_in
from projektkort.rules.rule import rule
from projektkort.schema.model import Schema
from projektkort.span import Place

APPLICANT = ("applicant_id", "applicant")
IBAN = late(r"(?<![^\W\d_])IBAN(?![^\W\d_])[^\n]{0,60}")
ACCOUNT = "account"
NORWEGIAN = "nb"


@rule()
def organisation_number_wrong(project: Project, schema: Schema) -> Iterator[Problem]:
    """The number of an organisation can be one of the register that it is said to be from."""
    for number in numbers_in(project.document.text, project.language):
        place = _place(project, number)
        if number.wrong and not _is_aside(project, place):
            yield _problem(place, number, LENGTHS[number.register])


@rule(needs={"applicant"}, asks={"applicant_id"})
def applicant_register(project: Project, schema: Schema) -> Iterator[Problem]:
    """The applicant's number is of a register that the fund asks for."""
    fields = [section.place for section in project.walk() if section.id in APPLICANT]
    told = [
        (number, place)
        for number in numbers_in(project.document.text, project.language)
        for place in [_place(project, number)]
        if not number.wrong and any(field.start <= place.start and place.end <= field.end for field in fields)
    ]
    if told and not any(number.register in schema.applicant_id for number, _ in told):
        number, place = told[0]
        wanted = tuple(Note(each) for each in schema.applicant_id)
        source = clause(schema, "applicant_id")
        yield Problem(place, number=number.text, register=Note(number.register), wanted=wanted, source=source)


@rule()
def account_number_wrong(project: Project, schema: Schema) -> Iterator[Problem]:
    """The number of an account has the length and the control digits that it must have."""
    for number in _accounts(project):
        if number.wrong and not _is_aside(project, _place(project, number)):
            wanted = LENGTHS.get(number.register) or IBANS.get(number.text[:2].upper())
            yield _problem(_place(project, number), number, wanted)


def _accounts(project: Project) -> Iterator[Number]:
    """International numbers in the field of an account and behind their name, Norwegian ones in the field."""
    text, start = project.document.text, project.document.start
    labelled = [match.span() for match in IBAN.finditer(text)] if "IBAN" in text else []
    places = [section.place for section in project.walk() if section.id == ACCOUNT] if project.section(ACCOUNT) else []
    fields = [(place.start - start, place.end - start) for place in places]
    done = 0
    for begin, end in sorted(labelled + fields):
        found = list(ibans_in(text, max(begin, done), end))
        if not found and project.language == NORWEGIAN and (begin, end) in fields:
            found = list(accounts_in(text, max(begin, done), end))
        yield from found
        done = max([done, *(number.end for number in found)])


def _place(project: Project, number: Number) -> Place:
    start = project.document.start
    return Place(project.document.lines, start + number.start, start + number.end)


def _is_aside(project: Project, place: Place) -> bool:
    """Whether a place lies in a comment, of which nothing is read."""
    return any(text.start <= place.start < text.end for text in project.comments)


def _problem(place: Place, number: Number, wanted: int | None) -> Problem:
    variant = "length" if number.wrong == "length" else ""
    register = Note(number.register)
    return Problem(place, variant=variant, number=number.text, register=register, wanted=wanted, digits=number.digits)
