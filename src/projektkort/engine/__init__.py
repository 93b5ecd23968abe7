"""Knows how one source becomes a result: read, choose a schema, bind, run the rules, set the levels.

Command line, library and everything else that checks go through `check`. It never raises for a user's file.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from projektkort.document import read
from projektkort.document.layout import Document
from projektkort.engine.attached import absent, named_files
from projektkort.engine.findings import catalogue, finding_of, is_wanted
from projektkort.engine.request import EVERYTHING, Request
from projektkort.engine.schemas import choice_for, is_ours, leveled, load_schema, outdated, schema_problems
from projektkort.finding import Finding, Holds, Problem, Result, Severity
from projektkort.frozen import Frozen, replace
from projektkort.project.bind import bind
from projektkort.project.models import Project
from projektkort.project.setting import REFERENCES
from projektkort.project.signs import Signs
from projektkort.rules.file_names import masked, told_path
from projektkort.rules.privacy import PRIVATE, private
from projektkort.rules.registry import due
from projektkort.rules.traces import traced
from projektkort.schema.choose import Choice
from projektkort.schema.model import Schema
from projektkort.source import Source, conceal, decode

if TYPE_CHECKING:
    from projektkort.engine.said import Said

__all__ = [
    "Loaded",
    "Request",
    "catalogue",
    "check",
    "check_loaded",
    "check_text",
    "finding_of",
    "is_foreign",
    "load",
    "load_schema",
    "schema_problems",
]

OF_OTHERS = frozenset({"reference-unreadable", "schema-unknown", "file-unreadable"})
"""What is said of other files than the one that is checked, or of its place."""
LABELS_OF_A_PROJECT = 2  # a walked file with fewer labels, and no amount, describes no project


class Loaded(Frozen):
    """A source that was read and bound: what the rules, the pages and `inspect` start from."""

    document: Document
    choice: Choice
    project: Project
    problems: tuple[Problem, ...] = ()

    @property
    def path(self) -> str:
        """The path of the source, as shown."""
        return self.document.source.path

    @property
    def empty(self) -> bool:
        """Whether nothing could be read, so that no rule has anything to say."""
        return self.document.root is None and not any(not line.blank for line in self.document.lines)


def load(source: Source, request: Request = EVERYTHING) -> Loaded:
    """Reads, chooses, binds, looks for the attachments, and follows what a report refers to.

    Raises UnknownSchema or BrokenSchema for the schema that the request names.
    """
    loaded, signs = _bound(source, request)
    if missing := tuple(absent(loaded.project, loaded.path)):
        loaded = replace(loaded, problems=(*loaded.problems, *missing))
    if REFERENCES.isdisjoint(signs.own):
        return loaded
    from projektkort.engine.references import follow  # noqa: PLC0415 - most documents name no other

    published = is_published(loaded.choice.schema, request)
    plain = replace(request, schema=None, kind=None, publish=published)  # what they say is quoted too
    project, problems = follow(signs, loaded.project, lambda other: _bound(other, plain)[0].project)
    return replace(loaded, project=project, problems=(*loaded.problems, *problems))


def _bound(source: Source, request: Request) -> tuple[Loaded, Signs]:
    """A source by itself, whatever it refers to, and what it says of itself; of one to be published, what may be."""
    bound = _read(source, request)
    if not is_published(bound[0].choice.schema, request):
        return bound
    problems = list(private(bound[0].project))
    return _read(conceal(source, problems), request) if problems else bound


def _read(source: Source, request: Request) -> tuple[Loaded, Signs]:
    document = read(source)
    signs = Signs(document)
    choice, problems = choice_for(signs, request)
    asked = choice.by in {"option", "document", "configuration"}
    project, bound = bind(document, choice.schema, explicit=asked, signs=signs)
    read_already = {(problem.place.start, problem.place.end) for problem in document.problems}
    new = [problem for problem in bound if (problem.place.start, problem.place.end) not in read_already]
    return Loaded(document, choice, project, (*source.problems, *document.problems, *problems, *new)), signs


def check(source: Source, request: Request = EVERYTHING) -> Result:
    """Everything there is to say about one source, as findings in the order of their places."""
    return check_loaded(load(source, request), request)


def check_loaded(loaded: Loaded, request: Request = EVERYTHING) -> Result:
    """`check` for a source that has been read and bound already."""
    source, choice, project = loaded.document.source, loaded.choice, loaded.project
    path, named = told_path(source.path, published=is_published(choice.schema, request)), (*_named(source),)
    holds = _holds(loaded) if not named else Holds.ONCE
    if not request.named and is_foreign(loaded):
        return Result(path, source.sha256, language=project.language, skipped="not-a-project", holds=holds)
    schema = leveled(choice.schema, project.stage, request.levels)
    waivers = _waivers(loaded) if project.comments and not loaded.empty else ()  # which all waivers are
    ruled = _ruled(loaded, schema, request) if not loaded.empty else ()
    problems = [*named, *_others(loaded.problems, waivers), *ruled]
    crash = next((str(problem.values["name"]) for problem in problems if problem.rule == "rule-crashed"), None)
    findings = _wanted(problems, schema, request)
    if waivers:
        findings, faults = _set_aside(waivers, findings, schema, request)
        findings = tuple(sorted((*findings, *_wanted(faults, schema, request)), key=lambda finding: finding.order))
        holds = Holds.DAY if holds is Holds.ALWAYS and any(waiver.day for waiver in waivers) else holds
    told = _shared(project, schema, request) if request.across else {}
    return Result(
        path,
        source.sha256,
        choice.schema.id,
        choice.by,
        project.kind,
        project.language,
        findings,
        crash=crash,
        holds=Holds.ONCE if crash else holds,
        **told,
    )


def _waivers(loaded: Loaded) -> tuple[Said, ...]:
    from projektkort.engine.waivers import waivers_in  # noqa: PLC0415 - most documents have no comments

    return waivers_in(loaded.document)


def _set_aside(
    waivers: Sequence[Said], findings: Sequence[Finding], schema: Schema, request: Request
) -> tuple[tuple[Finding, ...], tuple[Problem, ...]]:
    from projektkort.engine.aside import Aside  # noqa: PLC0415 - few documents have waivers

    return Aside(schema, request).judge(waivers, findings)


def _others(problems: Sequence[Problem], waivers: Sequence[Said]) -> Iterator[Problem]:
    """What was said already, without what the faults of waivers say of the same places, and better."""
    faults = {(fault.place.start, fault.place.end) for said in waivers for fault in said.faults}
    return (problem for problem in problems if (problem.place.start, problem.place.end) not in faults)


def _wanted(problems: Iterable[Problem], schema: Schema, request: Request) -> tuple[Finding, ...]:
    """The findings that problems are, those that are asked for, in the order of their places."""
    findings = (finding_of(problem, schema) for problem in problems)
    return tuple(sorted((each for each in findings if is_wanted(each, request)), key=lambda finding: finding.order))


def _named(source: Source) -> Iterator[Problem]:
    """That the name of the file must not be published; names are, with every page and list."""
    if masked(source.path) != source.path:
        yield Problem(source.place(0, 0), rule="personal-number", variant="named")


def _shared(project: Project, schema: Schema, request: Request) -> dict[str, Any]:
    from projektkort.engine.sharing import sharing  # noqa: PLC0415 - where no files are compared nobody needs it

    return sharing(project, schema, request)


def _holds(loaded: Loaded) -> Holds:
    """For how long the same bytes give the same result: not beyond today where they name other files.

    A schema file that the request names is part of what was asked, and not of the document.
    """
    schema, project = loaded.choice.schema, loaded.project
    own = loaded.choice.by == "document" and not is_ours(schema)
    beside = any(named_files(project))
    told = any(problem.rule in OF_OTHERS for problem in loaded.problems)
    if project.application or project.previous or own or beside or told:
        return Holds.ONCE
    return Holds.DAY if schema.valid is not None else Holds.ALWAYS


def check_text(text: str, path: str = "text.md", schema: str | None = None) -> Result:
    """`check` for a text at hand; the ending of `path` decides how it is read."""
    return check(decode(text.encode(), path), Request(schema=schema))


def is_foreign(loaded: Loaded) -> bool:
    """Whether a file was read and describes no project at all: no schema named, hardly a label, no amount, no goal.

    In running text, places where sections seem to be told count as labels.
    Neither does the file of a schema, which may lie beside the documents that name it.
    """
    told = [problem for problem in loaded.problems if problem.rule not in PRIVATE]  # minutes name telephones too
    if loaded.choice.by == "document" or any(map(_is_error, told)):
        return False
    project, root = loaded.project, loaded.document.root
    if root is not None and all(root.get(key) for key in ("id", "sections")):
        return True
    if project.budget or project.financing or project.amounts_in_text or project.goals or project.subprojects:
        return False
    labels = sum(section.id is not None for section in project.sections)
    if project.kind == "description":
        labels += traced(project, loaded.choice.schema)
    return labels < LABELS_OF_A_PROJECT


def is_published(schema: Schema, request: Request) -> bool:
    """Whether nothing private may be told of a document: the request says so, else the schema."""
    return schema.publish if request.publish is None else request.publish


def _is_error(problem: Problem) -> bool:
    return catalogue().severity(problem.rule) is Severity.ERROR


def _ruled(loaded: Loaded, schema: Schema, request: Request) -> Iterator[Problem]:
    """What the rules find beside what was said already; one that fails is reported and the others go on."""
    project = loaded.project
    said = {(problem.place.start, problem.place.end) for problem in loaded.problems}
    levels = schema.rules
    yield from outdated(schema, project.start, request.as_of)
    for rule in due(project, schema):
        if levels.get(rule.name) == "off":
            continue
        try:
            found = [*rule.function(project, schema)]
        except Exception as fault:  # whatever it is: one rule never silences the others
            yield Problem(project.start, rule="rule-crashed", name=rule.name, fault=f"{type(fault).__name__}: {fault}")
            continue
        for problem in found:
            # One cause, one finding: of a key that stands twice the reader has told.
            if rule.name != "label-twice" or (problem.place.start, problem.place.end) not in said:
                yield replace(problem, rule=problem.rule or rule.name)
