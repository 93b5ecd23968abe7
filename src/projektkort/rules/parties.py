"""Knows who must take part in a project, how the applicant tells who it is, and that a name is spelt in one way."""

from __future__ import annotations

from collections.abc import Iterator

from projektkort.finding import Note, Problem
from projektkort.patterns import late
from projektkort.project.models import Project
from projektkort.rules import spellings
from projektkort.rules.clauses import clause
from projektkort.rules.filled import is_told
from projektkort.rules.rule import rule
from projektkort.schema.model import Schema
from projektkort.span import Place

NUMBER = late(r"(?:\d[ .-]?){6}\d")
"""So many digits may be a number of the applicant's; whether it is right, `registers` says."""
NUMBERED = ("applicant", "applicant_id")


@rule(asks={"partners.min"})
def partners_too_few(project: Project, schema: Schema) -> Iterator[Problem]:
    """A project is made with as many partners as the fund asks for, the applicant included.

    Where the section must be there and nothing stands in it, that has been said. Partners told in sentences are not
    counted.
    """
    from projektkort.rules import members  # noqa: PLC0415 - asked for by few

    others, limit = members.partners(project), schema.partners.min
    section, asked = project.section("partners"), schema.section("partners")
    told = is_told(project, "partners")
    if limit is None or len(others) + 1 >= limit or members.in_sentences(project):
        return
    if not told and asked is not None and asked.required:
        return
    yield Problem(
        section.label.place if section is not None else project.end,
        variant="" if others else "none",
        count=len(others) + 1,
        limit=limit,
        source=clause(schema, "min"),
    )


@rule(asks={"partners.countries_min"})
def countries_too_few(project: Project, schema: Schema) -> Iterator[Problem]:
    """The partners come from as many countries as the fund asks for; silent where one does not tell its own."""
    from projektkort.rules import members  # noqa: PLC0415 - as above

    others, limit = members.partners(project), schema.partners.countries_min
    section = project.section("partners")
    if not others or section is None or limit is None or members.in_sentences(project):
        return
    known, untold = members.countries(project, others)
    if len(known) + untold < limit:
        said = clause(schema, "countries_min")
        yield Problem(section.label.place, count=len(known) + untold, limit=limit, source=said)


@rule(needs={"applicant"}, asks={"applicant_id"})
def applicant_number_missing(project: Project, schema: Schema) -> Iterator[Problem]:
    """The applicant tells the number that it has in a register."""
    sections = [section for wanted in NUMBERED if (section := project.section(wanted))]
    if project.applicant is None or project.applicant.id or any(NUMBER.search(each.text.value) for each in sections):
        return
    name = project.applicant.name
    registers = tuple(Note(register.replace(".", "-")) for register in schema.applicant_id)
    yield Problem(
        Place(name.lines, name.end, name.end),
        variant="several" if len(registers) > 1 else "",
        name=name.value,
        registers=registers,
        source=clause(schema, "applicant_id"),
    )


@rule()
def spelt_twice(project: Project, schema: Schema) -> Iterator[Problem]:
    """A person or an organisation is spelt in one way."""
    for name, other in spellings.spelt_twice(project):
        yield Problem(name.text.place, text=name.text.value, other=other.text.value, related=[other.text.place])
