"""Knows who takes part in a project, as its list of partners tells, and from which countries; figures are upper bounds.

What may be one partner more, or another country, counts as such: a rule that finds too few is then sure of it.
Sentences cannot be counted: who is in "all schools of the town" nobody knows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from projektkort.locale.registers import register_labels
from projektkort.patterns import late
from projektkort.project.models import Project, Section
from projektkort.rules.lists import lists
from projektkort.rules.numbers import SIGNS, numbers_in
from projektkort.rules.traces import SENTENCE
from projektkort.schema.labels import Labels, normalise

BRACKET = late(r"\([^()]*\)")
ROLE = late(r":|\s[-\u2013]\s")
"""Behind it stands what a partner does."""
PARTS = late(r"[,;/]|\s(?:og|och|and|samt|&|\+)\s")
ROW = late(r"\s*\|(.*)\|\s*")
RULED = late(r"[\s|:-]+")
ITEM = late(r"\s*(?:[-*+\u2022\u2013]|\d{1,2}[.)])\s+")
STOP = late(r"[.!?\u2026]\s*")
WORDS = 5
"""From so many words in a row on, what ends like a sentence is one."""


def partners(project: Project) -> list[str]:
    """The others who take part, each as its line, item or piece of a line tells; none where no section does.

    What only names a country, or only tells a number, belongs to the partner before it.
    """
    section = project.section("partners")
    if section is None:
        return []
    applicant = normalise(project.applicant.name.value) if project.applicant else ""
    found: list[str] = []
    for piece in _pieces(section):
        if found and (_is_country(ROLE.split(piece)[0]) or _is_number(piece, project.language)):
            found[-1] += f", {piece}"
        elif normalise(piece) and not (applicant and applicant in normalise(piece)):
            found.append(piece)
    return found


def in_sentences(project: Project) -> bool:
    """Whether the section of the partners is, at least in part, told in sentences, and not as a list of them."""
    section = project.section("partners")
    return section is not None and any(map(_is_prose, _lines(section)))


def _is_prose(line: str) -> bool:
    """Whether a line that is no item and no row holds a sentence."""
    if ITEM.match(line) or ROW.fullmatch(line):
        return False
    said = BRACKET.sub("", line).strip()
    closed = STOP.search(said, max(0, len(said) - 1)) is not None
    return SENTENCE().search(said) is not None or (
        closed and any(len(part.split()) >= WORDS for part in PARTS.split(said))
    )


def _lines(section: Section) -> list[str]:
    texts = [section.text.value, *(f"{part.label.value}: {part.text.value}" for part in section.parts)]
    return [line for text in texts for line in text.splitlines() if line.strip()]


def _pieces(section: Section) -> Iterator[str]:
    """The lines, items or rows of a list; where one of them holds several, what stands between the commas."""
    lines = _lines(section)
    rows = [match[1] for line in lines if (match := ROW.fullmatch(line)) and not RULED.fullmatch(line)]
    if rows:
        yield from (row.replace("|", ",") for row in (rows[1:] if _is_head(rows[0]) else rows))
        return
    for line in lines:
        item = ITEM.match(line)
        first, *others = PARTS.split(BRACKET.sub(_inside, line[item.end() if item else 0 :]))
        yield first
        # Behind a comma in a list small letters tell what a partner does; in a sentence they are partners as well.
        yield from (part.strip() for part in others if len(lines) == 1 or part.strip()[:1].isupper())


def _inside(bracket: re.Match[str]) -> str:
    """A bracket without what would part it."""
    return PARTS.sub(" ", bracket[0])


def _is_head(row: str) -> bool:
    """Whether the first row of a table is its head."""
    labels = Labels(None)
    cells = [cell.strip() for cell in row.split("|")]
    return any(labels.section(cell) or labels.column(cell) for cell in cells if cell) and not countries_in(row)


def countries(project: Project, others: list[str]) -> tuple[frozenset[str], int]:
    """The countries that the partners and the applicant are in, by code, and how many of them do not tell theirs.

    The number that an organisation has in a register tells its country, where no word does.
    """
    told = [countries_in(each) or _registered(each, project.language) for each in (_applicant(project), *others)]
    return frozenset().union(*told), sum(not each for each in told)


def _applicant(project: Project) -> str:
    """What tells of the applicant's country: its name and what stands with it, its address."""
    sections = [project.section(wanted) for wanted in ("applicant", "address", "applicant_id")]
    return "\n".join(f"{each.label.value} {each.text.value}" for each in sections if each)


def countries_in(text: str) -> frozenset[str]:
    """The countries that a text names, by name, town or people, or as a code that stands apart."""
    named = frozenset(_codes()[match[0].casefold()] for match in _names().finditer(text))
    return named | frozenset(match[0].strip() for match in _apart().finditer(text))


def _is_number(text: str, language: str | None) -> bool:
    """Whether a text begins with the name of a register, and the number behind it."""
    number = next(numbers_in(text, language), None)
    return number is not None and register_labels().pattern.match(text[: number.start].strip(SIGNS)) is not None


def _registered(text: str, language: str | None) -> frozenset[str]:
    """The countries whose registers the right numbers in a text are from."""
    return frozenset(each.register[:2].upper() for each in numbers_in(text, language) if not each.wrong)


def _is_country(text: str) -> bool:
    """Whether a text only says which country it is."""
    plain = text.strip(" ().\t")
    return plain.casefold() in _codes() or _apart().fullmatch(plain) is not None


@cache
def _table() -> dict[str, list[str]]:
    return lists("countries")


@cache
def _codes() -> dict[str, str]:
    return {name.casefold(): code for code, names in _table().items() for name in names}


@cache
def _names() -> re.Pattern[str]:
    names = sorted((name for names in _table().values() for name in names), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, names))})(?!\w)", re.IGNORECASE)


@cache
def _apart() -> re.Pattern[str]:
    """A code in brackets, behind a comma or dash at the end, or alone in a cell."""
    return re.compile(rf"(?:(?<=\()|(?<=[,|\u2013-])\s?|^)(?:{'|'.join(_table())})(?=\s*(?:\)|\||,|;|$))")
