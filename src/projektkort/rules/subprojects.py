"""Knows what must hold for the sub-projects of a report: told of this time, scheduled, and called by one name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from projektkort.finding import Problem
from projektkort.project.models import Entry, Project, Section, Subproject
from projektkort.rules.accounts import head, in_order, is_current
from projektkort.rules.names import Names, plain
from projektkort.rules.rule import rule
from projektkort.schema.labels import normalise
from projektkort.schema.model import Schema
from projektkort.span import Text


@rule()
def subproject_without_entry(project: Project, schema: Schema) -> Iterator[Problem]:
    """Each sub-project is told of in this report."""
    number = project.report.number if project.report else None
    current = [_current(each, project) for each in project.subprojects]
    if not any(current) and any(each.entries for each in project.subprojects):
        yield Problem(project.subprojects[0].title.place, variant="none", number=number)
        return
    for each, entry in zip(project.subprojects, current, strict=True):
        title, last = each.title.value, in_order(each, project)[-1:]
        if entry is None:
            variant = "" if last else "never"
            yield Problem(each.title.place, variant=variant, title=title, number=number, related=map(head, last))
        elif not _says(entry):
            yield Problem(head(entry), variant="empty", title=title)


def _current(subproject: Subproject, project: Project) -> Entry | None:
    return next((entry for entry in subproject.entries if is_current(entry, project)), None)


def _says(entry: Entry) -> bool:
    return any(normalise(text.value) for text in (entry.text, *(part.text for part in entry.sections)))


@rule()
def subproject_not_scheduled(project: Project, schema: Schema) -> Iterator[Problem]:
    """A schedule that goes through the sub-projects names them all."""
    schedule = project.section("schedule")
    if schedule is None:
        return
    lines = [normalise(line) for text in _texts(schedule) for line in text.value.splitlines()]
    words, names = "".join(f" {line} \n" for line in lines), Names(lines)
    named = [_named(each, schedule, words, names) for each in project.subprojects]
    for each, there in zip(project.subprojects, named, strict=True):
        if any(named) and not there:
            title, label = each.title.value, schedule.label
            yield Problem(each.title.place, title=title, label=label.value, related=[label.place])


def _texts(section: Section) -> Iterator[Text]:
    yield section.text
    for part in section.parts:
        yield from (part.label, part.text)


def _named(subproject: Subproject, schedule: Section, words: str, lines: Names) -> bool:
    """Whether a schedule speaks of a sub-project by its title, or by what is nearly that on a line of its own."""
    if any(schedule.place.start <= spelling.start < schedule.place.end for spelling in subproject.spellings):
        return True
    title = normalise(subproject.title.value)
    return f" {title} " in words or bool(lines.near(title))


@rule()
def subproject_spelt_twice(project: Project, schema: Schema) -> Iterator[Problem]:
    """A sub-project has one name wherever it stands, in this report, in the last one and in the application."""
    own = Names(each.title.value for each in project.subprojects)
    earlier = [each.title.value for each in project.previous.subprojects] if project.previous else []
    applied = list(_names(project.application)) if project.application else []
    before = [("last", earlier, Names(earlier)), ("application", applied, Names(applied))]
    for each in project.subprojects:
        title = each.title.value
        for first, *others in _odd(each, [project.subprojects[at].title for at in own.near(title)]).values():
            again = [each.title.place, *(text.place for text in others)]
            yield Problem(first.place, spelling=first.value, title=title, related=again)
        for variant, names, shelf in before:
            alike = [names[at] for at in shelf.near(title)]
            if alike and plain(title) not in map(plain, alike):
                yield Problem(each.title.place, variant=variant, spelling=alike[0], title=title)
                break  # it was renamed once, however many earlier documents have its old name


def _odd(subproject: Subproject, alike: Iterable[Text]) -> dict[str, list[Text]]:
    """How else the title of a sub-project is spelt in this report: in lists, in the schedule, as one that follows."""
    title = subproject.title
    odd: dict[str, list[Text]] = {}
    for text in (*subproject.spellings, *(other for other in alike if other.start > title.start)):
        if plain(text.value) != plain(title.value):
            odd.setdefault(plain(text.value), []).append(text)
    return odd


def _names(application: Project) -> Iterator[str]:
    """What in an application may be the name of a sub-project: labels and items of lists."""
    for section in (*application.walk(), *application.other):
        yield section.label.value
        yield from (item.value for item in section.items)
