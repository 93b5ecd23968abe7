"""Knows which papers must come along with a document, and that those it speaks of are listed.

Whether a file that it names lies beside it, the engine looks: rules touch no files.
"""

from __future__ import annotations

from collections.abc import Iterator

from projektkort.finding import Problem
from projektkort.project.models import Project, Section
from projektkort.rules.asked import asked_for
from projektkort.rules.clauses import clause
from projektkort.rules.rule import rule
from projektkort.schema.model import Attachment, Schema
from projektkort.span import Place, Text


@rule(asks={"attachments"})
def attachment_missing(project: Project, schema: Schema) -> Iterator[Problem]:
    """Every paper that the fund asks for is among the attachments; one that is said not to be there is not."""
    from projektkort.rules import papers  # noqa: PLC0415 - asked for by few

    wanted = [paper for paper in schema.attachments if _is_asked(paper, project, schema)]
    told = list(papers.listed(project)) if wanted else []
    found = [(paper, [text for text in told if papers.holds(text, paper)]) for paper in wanted]
    promised = ((paper, texts[0]) for paper, texts in found if papers.is_promised(paper, texts))
    yield from (_promised(paper, text, project, schema) for paper, text in promised)
    missing = [paper for paper, texts in found if not texts]
    section = project.section("attachments")
    if section is not None:
        yield from (_unlisted(paper, section, project, schema) for paper in missing)
    elif missing:
        titles = tuple(_title(paper, project, schema) for paper in missing)
        yield Problem(project.end, variant="none", titles=titles, source=clause(schema, missing[0].id))


def _promised(paper: Attachment, said: Text, project: Project, schema: Schema) -> Problem:
    title = _title(paper, project, schema)
    return Problem(said.place, variant="later", title=title, text=said.value, source=clause(schema, paper.id))


def _unlisted(paper: Attachment, section: Section, project: Project, schema: Schema) -> Problem:
    return Problem(
        Place(section.place.lines, section.place.end, section.place.end),
        title=_title(paper, project, schema),
        label=section.label.value,
        source=clause(schema, paper.id),
        related=[section.label.place],
    )


def _is_asked(paper: Attachment, project: Project, schema: Schema) -> bool:
    """Whether a paper is asked of this application: of all, or of those for so much."""
    if paper.applied_from is None:
        return True
    amount = asked_for(project, schema)
    return amount is not None and amount >= paper.applied_from


def _title(paper: Attachment, project: Project, schema: Schema) -> str:
    """What the fund calls a paper, in the writer's language where it does."""
    titles = {str(language): title for language, title in paper.title.items()}
    own = [titles[code] for code in (project.language, schema.language, "en") if code in titles]
    return next(iter([*own, *titles.values(), *paper.labels]), paper.id.replace("_", " ").replace("-", " "))


@rule()
def attachment_unlisted(project: Project, schema: Schema) -> Iterator[Problem]:
    """The attachments that the text speaks of by number are in its list."""
    section = project.section("attachments")
    if section is None or not project.attachments:
        return
    from projektkort.rules import papers  # noqa: PLC0415 - few have a list

    known, seen = papers.listed_numbers(project), set[int]()
    for number, said in papers.mentioned(project):
        if number not in known and number not in seen:
            seen.add(number)
            yield Problem(
                said.place,
                text=said.value,
                number=number,
                count=len(known),
                label=section.label.value,
                related=[section.label.place],
            )
