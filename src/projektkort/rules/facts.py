"""Knows what is remembered of a project to compare it with others: hashes of what only one file should have.

What two files have in common by them, `across` judges.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from hashlib import blake2b

from projektkort.finding import Fact
from projektkort.identity import mask
from projektkort.project.models import Project, Report, Section
from projektkort.schema.model import REPORTS, Schema
from projektkort.span import Text

ASKING = frozenset({"application", "outline"})
"""The kinds that ask for money: their applicants and costs are compared."""
LEAST = 160
"""So many letters and figures, some 200 characters, are the same by no chance."""
BOOKS = frozenset({"budget", "financing"})
"""The sections that hold no prose."""
SIZE = 8  # bytes of a key: among ten million facts two are alike by chance once in four hundred thousand runs
KEPT = 256  # schemas, and kinds of documents
_SMALL = bytes(ord(low) if len(low := sign.lower()) == 1 and low.isalnum() else 0 for sign in map(chr, range(256)))
_SIGNS = bytes(code for code, small in enumerate(_SMALL) if not small)


def facts_of(project: Project, schema: Schema) -> tuple[Fact, ...]:
    """What is compared, each once, at its first place. Two kinds of documents have nothing in common.

    Of reports it is only which they are: what they tell, the next one may tell again.
    """
    found: dict[bytes, Fact] = {}
    for fact in _found(project, schema):
        found.setdefault(fact.key, fact)
    return tuple(found.values())


def _found(project: Project, schema: Schema) -> Iterator[Fact]:
    number = _plain(project.id.value) if project.id else ""
    told = _issue(project.report) if project.kind in REPORTS else ("",)
    if project.id and told and any(map(str.isdecimal, number)):
        yield _fact("number", project.kind, project.id, *map(_bytes, (number, *told)))
    if project.kind not in REPORTS:
        who = _who(project)
        if project.applicant and who:
            yield _fact("applicant", project.kind, project.applicant.name, who)
        yield from _texts(project, schema)
        yield from _costs(project, who)


def _fact(kind: str, document: str, said: Text, *words: bytes) -> Fact:
    key = _begun(kind, document).copy()
    key.update(b"\0".join(words))
    return Fact(kind, key.digest(), said.lines.span(said.start, said.end))


@lru_cache(maxsize=KEPT)
def _begun(kind: str, document: str) -> blake2b:
    """The hash of what all such facts of one kind of document begin with."""
    return blake2b(kind.encode() + b"\0" + _bytes(document) + b"\0", digest_size=SIZE)


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def _issue(report: Report | None) -> tuple[str, ...]:
    """Which report of its project it is; nothing where it does not say."""
    period = report.period.period if report is not None and report.period is not None else None
    told = (report and report.number, period and period.start, period and period.end)
    return tuple(map(str, told)) if any(told) else ()


def _who(project: Project) -> bytes:
    """The applicant's number, else the letters of its name; empty where nobody asks for money."""
    if project.applicant is None or project.kind not in ASKING:
        return b""
    return project.applicant.id.encode() if project.applicant.id else _letters(mask(project.applicant.name.value))


def _texts(project: Project, schema: Schema) -> Iterator[Fact]:
    """The longer texts of the sections and their parts, but for what the form itself says there."""
    asked = _instructions(schema)
    for section in _sections(project):
        text = section.text
        if len(text.value) >= LEAST:
            own = letters = _letters(text.value)
            for sentence in asked.get(section.id, ()):
                own = own.replace(sentence, b"")
            if len(own) >= LEAST:
                yield _fact("text", project.kind, text, letters)


def _sections(project: Project) -> Iterator[Section]:
    for section in (*project.sections, *project.other):
        if section.id not in BOOKS:
            yield section
            yield from section.parts


@lru_cache(maxsize=KEPT)
def _instructions(schema: Schema) -> Mapping[str | None, tuple[bytes, ...]]:
    """The letters of the form's own sentences, by the section that they stand in."""
    return {each.id: tuple(map(_letters, each.instructions)) for each in schema.walk() if each.instructions}


def _costs(project: Project, who: bytes) -> Iterator[Fact]:
    """The lines of the budget with an amount; only of a known applicant, for others have costs like them."""
    kind, currency = project.kind, project.currency
    for line in project.budget.lines if project.budget is not None and who else ():
        label, amount = _letters(line.label.value), line.amount
        if label and amount:
            told = str(amount)  # a whole number is told like this already
            figure = told if told.isdecimal() else f"{amount.normalize():f}"
            yield _fact("cost", kind, line.label, who, label, _bytes(f"{figure} {line.currency or currency}"))


def _letters(text: str) -> bytes:
    """The small letters and figures of a text, whatever stands between them; only those of Western Europe count."""
    return text.encode("latin-1", "ignore").translate(_SMALL, _SIGNS)


def _plain(number: str) -> str:
    """A number without spaces and case, and never a person's."""
    return mask("".join(number.casefold().split()))
